"""The films that pass a filter, a page at a time."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from catalog.models import Movie
from catalog.selectors import films, matching, ordered
from nextflex.pages import charts
from nextflex.pages.cards import Card, cards_of
from nextflex.pages.forms import BrowseForm
from nextflex.pages.visitor import Visitor

PAGE_SIZE = 42
_SUGGESTED = 7


def context(asked: QueryDict, who: Visitor) -> dict[str, object]:
    form = BrowseForm(asked)
    pages: Paginator[Movie] = Paginator(_found(form), PAGE_SIZE)
    page = pages.get_page(asked.get("page"))
    cards = cards_of(page.object_list, who.stars)
    return {
        "form": form,
        "page": page,
        "cards": cards,
        "total": pages.count,
        "query": _without_page(asked),
        "suggestions": _suggestions() if not pages.count else (),
    }


def _found(form: BrowseForm) -> QuerySet[Movie]:
    """Nothing for a filter that makes no sense; the form says what is wrong."""
    if not form.is_valid():
        return films().none().order_by("pk")
    wanted = form.wanted()
    return ordered(matching(wanted), ordering=form.chosen_ordering())


def _without_page(asked: QueryDict) -> str:
    query = asked.copy()
    query.pop("page", None)
    return query.urlencode()


def _suggestions() -> tuple[Card, ...]:
    return charts.cards("popular", limit=_SUGGESTED)
