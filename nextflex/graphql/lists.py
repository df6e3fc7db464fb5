"""Lists by pages, and the first few rows of related lists."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

import strawberry
from django.db.models import QuerySet
from rest_framework import serializers

from nextflex.base.rest.parsing import Pages
from nextflex.graphql.batches import Batches
from nextflex.graphql.context import Info
from nextflex.graphql.inputs import checked

PAGE_SIZE, LONGEST_PAGE = Pages.page_size, Pages.max_page_size
_LAST_PAGE = 10**6
T = TypeVar("T")


class PageSerializer(serializers.Serializer[dict[str, Any]]):
    page = serializers.IntegerField(min_value=1, max_value=_LAST_PAGE)
    page_size = serializers.IntegerField(min_value=1, max_value=LONGEST_PAGE)


class FirstSerializer(serializers.Serializer[dict[str, Any]]):
    first = serializers.IntegerField(min_value=1, max_value=LONGEST_PAGE)


def first_ones(first: int) -> int:
    """Return the number. Raises ValidationError unless it is from 1 to the largest page size."""
    number: int = checked(FirstSerializer, first=first).validated_data["first"]
    return number


@strawberry.type(description="One page of a list. Pages after the last one are empty.")
class Page(Generic[T]):
    rows: strawberry.Private[QuerySet[Any]]
    met: strawberry.Private[Callable[[Batches, Sequence[Any]], Sequence[Any]]]
    page: int
    page_size: int

    @strawberry.field(description="Total number of entries on all pages.")
    def count(self) -> int:
        return self._count

    @strawberry.field
    def has_next(self) -> bool:
        return self._count > self.page * self.page_size

    @strawberry.field
    def results(self, info: Info) -> list[T]:
        start = (self.page - 1) * self.page_size
        found = list(self.rows[start : start + self.page_size])
        return list(self.met(info.context.batches, found))

    @cached_property
    def _count(self) -> int:
        return self.rows.count()


def page_of(
    rows: QuerySet[Any],
    page: int,
    page_size: int,
    met: Callable[[Batches, Sequence[Any]], Sequence[Any]] = Batches.meet,
) -> Page[Any]:
    """Return a page. met: registers the loaded rows. Raises ValidationError for invalid numbers."""
    checked(PageSerializer, page=page, page_size=page_size)
    return Page(rows=rows, met=met, page=page, page_size=page_size)
