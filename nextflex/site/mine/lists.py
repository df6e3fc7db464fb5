"""The films of a list, newest first."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from django.core.paginator import Paginator

from catalog.selectors import in_order
from nextflex.site.cards import card_of
from nextflex.site.visitor import Visitor

PAGE_SIZE = 30


def list_context(who: Visitor, marks: Mapping[int, int], number: str | None) -> dict[str, object]:
    """Return a list's context. marks: when each film was added, in seconds since 1970, oldest first."""
    page = Paginator([*marks][::-1], PAGE_SIZE).get_page(number)
    cards = [
        replace(
            card_of(movie, mine=who.stars.get(movie.pk)),
            added_at=datetime.fromtimestamp(marks[movie.pk], UTC),
        )
        for movie in in_order(page.object_list)
    ]
    return {"visitor": who, "page": page, "cards": cards, "total": len(marks)}
