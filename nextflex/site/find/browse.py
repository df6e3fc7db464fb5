"""Filtered films, page by page."""

from collections.abc import Sequence
from typing import overload

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import cached_property

from catalog.models import Movie
from catalog.search.people import people_named
from catalog.selectors import films, in_order, matching, ordered
from nextflex.site.addresses import with_value
from nextflex.site.cards import Card, cards_of
from nextflex.site.find import charts
from nextflex.site.find.browse_form import INTEREST, BrowseForm
from nextflex.site.find.chips import chips_of
from nextflex.site.visitor import Visitor
from recommender.selectors import by_interest

PAGE_SIZE = 42
_BY_ITSELF = 4  # pages that come as the reader scrolls; after as many, a click opens the next one
_DIGITS = 9  # a page's number has fewer
_SUGGESTED = 7
_PEOPLE = 4


def context(asked: QueryDict, who: Visitor, *, only_last: bool = False) -> dict[str, object]:
    """asked: tidy, see nextflex.site.addresses.

    The list begins with the address's `page`. It ends with `through`, which follows the reader as they
    scroll, so that the address shows the same films after Back; only_last: of these pages, the last one.
    """
    form = BrowseForm(asked)
    number = asked.get("page", "1")
    pages = _Pages(_found(form, who), begins=number == "1")
    page = pages.get_page(number)
    last = pages.page(_through(asked, page))
    first = last if only_last else page
    shown = pages.films(first.number, last.number)
    return {
        "form": form,
        "page": page,
        "cards": cards_of(shown, who.stars),
        "total": pages.count,
        "chips": chips_of(form, asked),
        "meant": form.search.corrected if form.text else "",
        "people": people_named(form.text, limit=_PEOPLE) if form.text else (),
        "more": address(_at_page(asked, last.number + 1)) if last.has_next() else "",
        "more_here": address(with_value(asked, "through", last.number + 1)),
        "before": address(_at_page(asked, page.number - 1)) if page.number > 1 else "",
        "more_by_itself": last.number % _BY_ITSELF != 0,
        "suggestions": _suggestions() if not pages.count else (),
    }


def address(asked: QueryDict) -> str:
    query = asked.urlencode()
    return reverse("pages:browse") + (f"?{query}" if query else "")


def _at_page(asked: QueryDict, number: int) -> QueryDict:
    kept = with_value(asked, "page", number)
    kept.pop("through", None)
    return kept


def _through(asked: QueryDict, first: Page[Movie]) -> int:
    """Return the last page to show, at most the one after which a click loads more."""
    given = asked.get("through", "")
    stop = min(-(-first.number // _BY_ITSELF) * _BY_ITSELF, first.paginator.num_pages)
    wanted = int(given) if given.isdecimal() and len(given) < _DIGITS else first.number
    return max(first.number, min(wanted, stop))


class _InOrder(Sequence[Movie]):
    """Films by id, of which only the requested slice is read."""

    def __init__(self, ids: list[int]) -> None:
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, place: int) -> Movie: ...

    @overload
    def __getitem__(self, place: slice) -> list[Movie]: ...

    def __getitem__(self, place: int | slice) -> Movie | list[Movie]:
        if isinstance(place, slice):
            return in_order(self._ids[place])
        return in_order([self._ids[place]])[0]


class _Pages(Paginator[Movie]):
    """Films page by page. begins: with the first page, and if that is not full, nothing is counted."""

    def __init__(self, found: QuerySet[Movie] | _InOrder, *, begins: bool) -> None:
        super().__init__(found, PAGE_SIZE)
        self._first = list(found[:PAGE_SIZE]) if begins else None

    @cached_property
    def count(self) -> int:
        if self._first is not None and len(self._first) < PAGE_SIZE:
            return len(self._first)
        return super().count

    def films(self, first: int, last: int) -> list[Movie]:
        """Return the films of these pages, in one query at most."""
        if self._first is not None and (first, last) == (1, 1):
            return self._first
        return list(self.object_list[(first - 1) * PAGE_SIZE : last * PAGE_SIZE])


def _found(form: BrowseForm, who: Visitor) -> QuerySet[Movie] | _InOrder:
    """Return the films, none for an invalid filter; the form shows the errors.

    By interest, films that the visitor rated come last; without ratings, the order is by popularity.
    """
    if not form.is_valid():
        return films().none().order_by("pk")
    found = matching(form.wanted(), form.search if form.text else None)
    ordering = form.chosen_ordering()
    if ordering != INTEREST:
        return ordered(found, ordering=ordering)
    ids = list(ordered(found, ordering="popularity").values_list("pk", flat=True))
    return _InOrder(by_interest(who.history, ids))


def _suggestions() -> tuple[Card, ...]:
    return charts.cards("popular", limit=_SUGGESTED)
