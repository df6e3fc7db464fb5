"""Long lists in pieces that every database takes in one statement."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")


def batches(items: Iterable[Item], *, size: int = 500) -> Iterator[list[Item]]:
    """The items in their order; nothing for none."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
