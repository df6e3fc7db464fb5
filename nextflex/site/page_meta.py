"""Descriptions of pages for search engines and link previews."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import Truncator

from accounts.mailed_links import site_link
from catalog.models import Movie, Person
from catalog.poster_urls import poster_url
from nextflex.site.film.facts import FilmFacts, Link
from nextflex.site.find import charts

_LONGEST = 200  # characters of a description that search engines show, and some more
_NAMED = 3


@dataclass(frozen=True, slots=True)
class PageMeta:
    """title: without the site's name; path: the canonical path; poster: its path, empty for none.

    kind: a type of the Open Graph protocol, https://ogp.me.
    """

    title: str
    description: str
    path: str
    poster: str = ""
    kind: str = "website"

    @property
    def canonical(self) -> str:
        return site_link(self.path)

    @property
    def image(self) -> str:
        return site_link(self.poster) if self.poster else ""


def of_home() -> PageMeta:
    return PageMeta(
        "Movie recommendations",
        "Rate a few films and get recommendations with an explanation for each. No account needed.",
        reverse("pages:home"),
    )


def of_browse() -> PageMeta:
    return PageMeta(
        "Browse films",
        "Find films by title, genre, year, language and rating.",
        reverse("pages:browse"),
    )


def of_film(movie: Movie, facts: FilmFacts) -> PageMeta:
    text = facts.overview or _in_short(movie, facts)
    return PageMeta(
        str(movie),
        Truncator(" ".join(text.split())).chars(_LONGEST),
        movie.get_absolute_url(),
        poster_url(movie),
        "video.movie",
    )


def of_person(person: Person, roles: Sequence[str], films: int) -> PageMeta:
    made = f"{films} film{'' if films == 1 else 's'}"
    as_what = f" ({', '.join(roles).lower()})" if roles else ""
    return PageMeta(
        person.name,
        f"{made} with {person.name}{as_what}, with their average ratings.",
        person.get_absolute_url(),
        kind="profile",
    )


def of_genre(name: str) -> PageMeta:
    return PageMeta(
        f"{name} films",
        f"The top-rated, most popular and newest {name} films.",
        reverse("pages:genre", args=[name]),
    )


def of_chart(name: str, genre: str) -> PageMeta:
    films = f"{genre} films" if genre else "films"
    return PageMeta(
        f"{charts.TITLES[name]} {films}",
        f"{charts.TITLES[name]} {films}. {charts.WHY[name]}.",
        charts.address(name, genre),
    )


def _in_short(movie: Movie, facts: FilmFacts) -> str:
    """Describe a film without an overview by its facts."""
    genres = ", ".join(movie.genre_names)
    stats = movie.stats
    parts = [
        f"{movie}{f': {genres}' if genres else ''}.",
        f"Directed by {_names(facts.directors)}." if facts.directors else "",
        f"With {_names(facts.cast)}." if facts.cast else "",
        f"Rated {stats.rating_mean:.2f} of 5 by {stats.rating_count:,} people."
        if stats.rating_mean
        else "",
    ]
    return " ".join(filter(None, parts))


def _names(people: Sequence[Link]) -> str:
    *others, last = [one.label for one in people[:_NAMED]]
    return f"{', '.join(others)} and {last}" if others else last
