"""What every resolver knows of the request: who asks, and the rows that have come up so far."""

from dataclasses import dataclass, field

import strawberry
from rest_framework.exceptions import NotAuthenticated, PermissionDenied

from accounts.models import ApiToken, User
from accounts.models.access import Scope
from nextflex.graphql.batches import Batches


@dataclass(frozen=True, slots=True)
class Context:
    """user: None for somebody who is not signed in; api_token: the personal one that they ask with."""

    user: User | None
    api_token: ApiToken | None = None
    batches: Batches = field(default_factory=Batches)

    def signed_in(self) -> User:
        """Raises NotAuthenticated when nobody is."""
        if self.user is None:
            raise NotAuthenticated
        return self.user

    def writer(self) -> User:
        """As `signed_in`. Raises PermissionDenied for a personal token that may only read."""
        if self.api_token is not None and Scope.RATINGS not in self.api_token.scopes:
            raise PermissionDenied("This token lacks the scope ratings.")
        return self.signed_in()


Info = strawberry.Info[Context, None]
