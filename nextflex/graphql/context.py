"""The context of every resolver: the user of the request, and the rows loaded so far."""

from dataclasses import dataclass, field

import strawberry
from rest_framework.exceptions import NotAuthenticated, PermissionDenied

from accounts.models import ApiToken, User
from accounts.models.access import Scope
from nextflex.graphql.batches import Batches


@dataclass(frozen=True, slots=True)
class Context:
    """The context. user: None for a guest; api_token: the personal token of the request, if any."""

    user: User | None
    api_token: ApiToken | None = None
    batches: Batches = field(default_factory=Batches)

    def signed_in(self) -> User:
        """Return the user. Raises NotAuthenticated for a guest."""
        if self.user is None:
            raise NotAuthenticated
        return self.user

    def writer(self) -> User:
        """Return the user. Raises also PermissionDenied for a personal token without the write scope."""
        if self.api_token is not None and Scope.RATINGS not in self.api_token.scopes:
            raise PermissionDenied("This token lacks the scope ratings.")
        return self.signed_in()


Info = strawberry.Info[Context, None]
