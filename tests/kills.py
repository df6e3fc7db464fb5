"""Kills between two steps, in the process of the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from django.db.models import Model


class Killed(BaseException):
    """Stands for a kill: like one, it passes every `except` and rolls back the open transaction.

    Unlike one, it runs every `finally`; the code under test must not clean up in any.
    """


@dataclass(frozen=True, slots=True)
class Seam:
    """A point between two steps: before or after the nth call of a function of `owner`.

    A model stands for its manager, which Django makes anew when tests change the registry of apps.
    """

    owner: object
    name: str
    when: Literal["before", "after"]
    nth: int = 1

    @contextmanager
    def deadly(self) -> Iterator[None]:
        """Whoever comes to this point within the block is killed."""
        owner = self.owner
        if isinstance(owner, type) and issubclass(owner, Model):
            owner = owner._default_manager
        original, calls = getattr(owner, self.name), 0

        def function(*args: Any, **kwargs: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls != self.nth:
                return original(*args, **kwargs)
            if self.when == "after":
                original(*args, **kwargs)
            raise Killed

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(owner, self.name, function)
            yield
