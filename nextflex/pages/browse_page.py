"""The films that pass a filter, a page at a time."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from catalog.models import Movie
from catalog.search.people import people_named
from catalog.search.query import search_for
from catalog.selectors import films, matching, ordered
from nextflex.pages import charts
from nextflex.pages.addresses import with_value
from nextflex.pages.browse_chips import chips_of
from nextflex.pages.browse_form import BrowseForm
from nextflex.pages.cards import Card, cards_of
from nextflex.pages.visitor import Visitor

PAGE_SIZE = 42
_BY_ITSELF = 4  # pages that come as the reader scrolls; after as many, a click asks for more
_SUGGESTED = 7
_PEOPLE = 4


def context(asked: QueryDict, who: Visitor) -> dict[str, object]:
    """asked: tidy, see nextflex.pages.addresses."""
    form = BrowseForm(asked)
    pages: Paginator[Movie] = Paginator(_found(form), PAGE_SIZE)
    page = pages.get_page(asked.get("page"))
    return {
        "form": form,
        "page": page,
        "cards": cards_of(page.object_list, who.stars),
        "total": pages.count,
        "chips": chips_of(form, asked),
        "meant": search_for(form.text).corrected if form.text else "",
        "people": people_named(form.text, limit=_PEOPLE) if form.text else (),
        "more": address(with_value(asked, "page", page.number + 1)) if page.has_next() else "",
        "before": address(with_value(asked, "page", page.number - 1)) if page.number > 1 else "",
        "more_by_itself": page.number % _BY_ITSELF != 0,
        "suggestions": _suggestions() if not pages.count else (),
    }


def address(asked: QueryDict) -> str:
    query = asked.urlencode()
    return reverse("pages:browse") + (f"?{query}" if query else "")


def _found(form: BrowseForm) -> QuerySet[Movie]:
    """Nothing for a filter that makes no sense; the form says what is wrong."""
    if not form.is_valid():
        return films().none().order_by("pk")
    wanted = form.wanted()
    return ordered(matching(wanted), ordering=form.chosen_ordering())


def _suggestions() -> tuple[Card, ...]:
    return charts.cards("popular", limit=_SUGGESTED)
