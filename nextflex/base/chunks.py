"""Split long lists into batches that every database accepts in one statement."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")


def batches(items: Iterable[Item], *, size: int = 500) -> Iterator[list[Item]]:
    """Yield the items in their order; nothing for an empty list."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
