"""Cursor pagination: changes between two pages neither repeat nor skip a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.core import signing
from django.core.paginator import Page
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from nextflex.base.rest.parsing import Pages

_NAME = "cursor"
_PARAMETER = {
    "name": _NAME,
    "in": "query",
    "required": False,
    "schema": {"type": "string"},
    "description": "A cursor from `next` or `previous`; replaces `page`.",
}
_NOT_ITS_OWN = {
    _NAME: ["This cursor does not belong to this list and ordering; start again at the first page."]
}
_LINK = (
    "Follow this link to read the whole list; rows added, changed or removed meanwhile cause "
    "neither duplicates nor gaps."
)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The start of a page: its row, by the values that order it, and the direction.

    at: the time of the first page; order: names of fields, as in `order_by`.
    """

    at: datetime
    order: tuple[str, ...]
    values: tuple[Any, ...]
    is_backward: bool = False

    def packed(self, path: str) -> str:
        """Pack the cursor as URL-safe text, valid for this path only."""
        values = [_packed(value) for value in self.values]
        reported = [self.at.isoformat(), self.order, values, self.is_backward]
        return _signer(path).sign_object(reported, compress=True)

    @classmethod
    def of(cls, text: str, path: str) -> "Cursor":
        """Unpack a cursor. Raises BadSignature unless it was packed for the same path."""
        at, order, values, is_backward = _signer(path).unsign_object(text)
        moment, given = datetime.fromisoformat(at), tuple(map(_unpacked, values))
        return cls(moment, tuple(order), given, is_backward)

    def rest(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows after the cursor's in its direction, nearest first."""
        found = rows.filter(beyond(self.order, self.values, is_backward=self.is_backward))
        return found.reverse() if self.is_backward else found


def beyond(order: Sequence[str], values: Sequence[Any], *, is_backward: bool) -> Q:
    """Return the condition of rows after these values; order: names of fields, as in `order_by`."""
    result, equal = Q(), Q()
    for name, value in zip(order, values, strict=True):
        field = name.removeprefix("-")
        comparison = "lt" if name.startswith("-") != is_backward else "gt"
        result |= equal & Q(**{f"{field}__{comparison}": value})
        equal &= Q(**{field: value})
    return result


class SteadyPages(Pages):
    """Pagination by number (`page`) or by `cursor`; the links between pages use cursors.

    The rows must be ordered by field names without null values, the last of them unique.
    """

    def cursor_of(self, request: Request) -> Cursor | None:
        """Return the request's cursor.

        Raises ValidationError for another list's cursor, and for a cursor together with a page.
        """
        text = request.query_params.get(_NAME)
        if text is None:
            return None
        if self.page_query_param in request.query_params:
            raise ValidationError({_NAME: ["Give either page or cursor, not both."]})
        try:
            return Cursor.of(text, request.path)
        except signing.BadSignature as error:
            raise ValidationError(_NOT_ITS_OWN) from error

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        self.request = self._request = request
        self._order: tuple[str, ...] = tuple(queryset.query.order_by)
        cursor = self.cursor_of(request)
        if cursor is None:
            self._at = timezone.now()
            return self._numbered(queryset, view)
        if cursor.order != self._order:
            raise ValidationError(_NOT_ITS_OWN)
        return self._from(cursor, queryset, self.get_page_size(request))

    def get_paginated_response(self, data: Any) -> Response:
        return Response(
            {"count": self._count, "next": self._next, "previous": self._previous, "results": data}
        )

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        reported: dict[str, Any] = super().get_paginated_response_schema(schema)
        link = {"type": "string", "format": "uri", "nullable": True}
        example = f"http://api.example.org/accounts/?{_NAME}=WyIyMDI2"
        reported["properties"] |= {
            "next": link | {"description": _LINK, "example": example},
            "previous": link | {"example": example},
        }
        return reported

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [*super().get_schema_operation_parameters(view), _PARAMETER]

    def _numbered(self, queryset: QuerySet[Any], view: Any) -> list[Any]:
        rows = list(super().paginate_queryset(queryset, self._request, view) or [])
        page: Page[Any] = self.page  # type: ignore[assignment]  # set by now
        self._count = page.paginator.count
        self._links(rows, is_first=not page.has_previous(), is_last=not page.has_next())
        return rows

    def _from(self, cursor: Cursor, queryset: QuerySet[Any], size: int) -> list[Any]:
        self._at, self._count = cursor.at, queryset.count()
        found = list(cursor.rest(queryset)[: size + 1])
        rows, is_end = found[:size], len(found) <= size
        if cursor.is_backward:
            rows.reverse()
        self._links(
            rows,
            is_first=is_end and cursor.is_backward,
            is_last=is_end and not cursor.is_backward,
        )
        return rows

    def _links(self, rows: list[Any], *, is_first: bool, is_last: bool) -> None:
        self._next = None if is_last or not rows else self._link(rows[-1])
        self._previous = None if is_first or not rows else self._link(rows[0], is_backward=True)

    def _link(self, row: Model, *, is_backward: bool = False) -> str:
        names = (name.removeprefix("-").replace("__", ".") for name in self._order)
        values = tuple(attrgetter(name)(row) for name in names)
        cursor = Cursor(self._at, self._order, values, is_backward)
        address = remove_query_param(self._request.build_absolute_uri(), self.page_query_param)
        return replace_query_param(address, _NAME, cursor.packed(self._request.path))


def _signer(path: str) -> signing.Signer:
    return signing.Signer(salt=f"cursor of {path}", sep="~")


def _packed(value: Any) -> Any:
    """Return the value in JSON's types."""
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    return str(value) if isinstance(value, UUID | date) else value


def _unpacked(value: Any) -> Any:
    """Return the value from JSON; fields also accept an id and a day as text."""
    return datetime.fromisoformat(value["at"]) if isinstance(value, dict) else value
