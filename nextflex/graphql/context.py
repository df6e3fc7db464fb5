"""What every resolver knows of the request: who asks, and the rows that have come up so far."""

from dataclasses import dataclass, field

import strawberry
from rest_framework.exceptions import NotAuthenticated

from accounts.models import User
from nextflex.graphql.batches import Batches


@dataclass(frozen=True, slots=True)
class Context:
    """user: None for somebody who is not signed in."""

    user: User | None
    batches: Batches = field(default_factory=Batches)

    def signed_in(self) -> User:
        """Raises NotAuthenticated when nobody is."""
        if self.user is None:
            raise NotAuthenticated
        return self.user


Info = strawberry.Info[Context, None]
