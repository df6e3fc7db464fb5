"""Films similar to a film of the visitor's choice."""

from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from catalog.models import Movie
from catalog.selectors import in_order
from nextflex.site.addresses import tidy
from nextflex.site.cards import cards_of, picks_of
from nextflex.site.film.facts import Link
from nextflex.site.find.film_search import suggestions
from nextflex.site.forms import SimilarForm
from nextflex.site.visitor import Visitor
from recommender import selectors
from recommender.title_lookup import films_titled

_NAMESAKES = 10


def context(asked: QueryDict, who: Visitor) -> dict[str, object]:
    """film: the one that is meant; unknown: a title that no film has; None where there is none."""
    form = SimilarForm(SimilarForm.defaults() | tidy(asked).dict() if asked else None)
    shown = {"form": form, "asked_title": asked.get("title", "")}
    shown |= {"film": None, "others": (), "unknown": None}
    if not form.is_valid():
        return shown
    title, wanted = form.cleaned_data["title"], form.wanted()
    named = _named(form)
    if not named:
        return shown | {"asked_title": title, "unknown": title, "near": _near(title, who)}
    found = selectors.similar(named[0], by=wanted.by, limit=wanted.k)
    return shown | {
        "asked_title": named[0].title,
        "film": cards_of(named[:1], who.stars)[0],
        "others": [_link(one, form) for one in named[1:]],
        "cards": picks_of(found.results, who),
        "by": wanted.by,
    }


def _named(form: SimilarForm) -> list[Movie]:
    """Return the chosen film, or the films with the title, the most rated first."""
    if chosen := form.cleaned_data["film"]:
        return in_order([chosen])
    return list(films_titled(form.cleaned_data["title"])[:_NAMESAKES])


def _near(title: str, who: Visitor) -> tuple[object, ...]:
    return cards_of(suggestions(title).films, who.stars)


def _link(movie: Movie, form: SimilarForm) -> Link:
    wanted = form.wanted()
    query = {"film": movie.pk, "k": wanted.k, "by": wanted.by}
    return Link(str(movie), f"{reverse('pages:similar')}?{urlencode(query)}")
