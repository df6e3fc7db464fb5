"""The facts on a film's page. Unknown facts are empty and not shown."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from catalog.models import Credit, Movie, TmdbDetails

_CAST = 18
_STARS = 4  # in the head
_KEYWORDS = 20
_HOUR_MIN = 60
_TRAILER_SITES = {
    "YouTube": "https://www.youtube.com/watch?v={}",
    "Vimeo": "https://vimeo.com/{}",
}


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """cast: the first few actors; characters: all actors with their roles, where that adds to cast.

    attribution: the notice that a source requires beside its text.
    """

    line: tuple[str, ...]
    tagline: str
    overview: str
    directors: tuple[Link, ...]
    cast: tuple[Link, ...]
    characters: tuple[Link, ...]
    crew: tuple[tuple[str, tuple[Link, ...]], ...]
    keywords: tuple[Link, ...]
    trailers: tuple[Link, ...]
    elsewhere: tuple[Link, ...]
    attribution: str

    @property
    def has_more(self) -> bool:
        """Whether anything is shown below the film's head."""
        below = (self.characters, self.crew, self.keywords, self.trailers, self.elsewhere)
        return any(below) or bool(self.attribution)


def facts_of(movie: Movie) -> FilmFacts:
    """movie: from catalog.filmography.film_for_page()."""
    tmdb = getattr(movie, "tmdb", None) or TmdbDetails()
    overview = movie.overview or tmdb.overview
    trailers = _trailers(tmdb.trailers)
    of_tmdb = bool(tmdb.tagline or trailers or (overview and not movie.overview))
    people = list(movie.credits.all())
    cast = _people(people, Credit.Role.ACTOR)[:_CAST]
    return FilmFacts(
        line=_line(movie),
        tagline=tmdb.tagline,
        overview=overview,
        directors=_people(people, Credit.Role.DIRECTOR),
        cast=cast[:_STARS],
        characters=cast if len(cast) > _STARS or any(one.note for one in cast) else (),
        crew=_crew(people),
        keywords=_keywords(movie),
        trailers=trailers,
        elsewhere=_elsewhere(movie),
        attribution=settings.TMDB_ATTRIBUTION if of_tmdb else "",
    )


def runtime_text(minutes: int | None) -> str:
    """Return a text such as "2 h 3 min", "2 h" or "45 min"."""
    hours, rest = divmod(minutes or 0, _HOUR_MIN)
    return " ".join([*([f"{hours} h"] if hours else []), *([f"{rest} min"] if rest else [])])


def _line(movie: Movie) -> tuple[str, ...]:
    languages = ", ".join(_names(movie, "language_list"))
    countries = ", ".join(str(country) for country in movie.countries)
    year = str(movie.year or "")
    return tuple(
        fact for fact in (year, runtime_text(movie.runtime_min), languages, countries) if fact
    )


def _names(movie: Movie, annotation: str) -> list[str]:
    return sorted(getattr(movie, annotation) or ())


def _people(people: list[Credit], role: str) -> tuple[Link, ...]:
    return tuple(
        Link(one.person.name, one.person.get_absolute_url(), one.character)
        for one in people
        if one.role == role
    )


def _crew(people: list[Credit]) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Return all credits but directors and cast, by role."""
    shown_elsewhere = {Credit.Role.DIRECTOR, Credit.Role.ACTOR}
    roles = [(role, _people(people, role)) for role in Credit.Role if role not in shown_elsewhere]
    return tuple((str(role.label), links) for role, links in roles if links)


def _keywords(movie: Movie) -> tuple[Link, ...]:
    browse = reverse("pages:browse")
    names = _names(movie, "keyword_list")[:_KEYWORDS]
    return tuple(Link(name, f"{browse}?{urlencode({'keyword': name})}") for name in names)


def _trailers(given: list[dict[str, Any]]) -> tuple[Link, ...]:
    """Return trailers on known video sites."""
    return tuple(
        Link(
            str(one.get("name") or "Trailer"),
            _TRAILER_SITES[one["site"]].format(urlencode({"": one["key"]})[1:]),
            one["site"],
        )
        for one in given
        if one.get("site") in _TRAILER_SITES and one.get("key")
    )


def _elsewhere(movie: Movie) -> tuple[Link, ...]:
    links = []
    if movie.imdb_id:
        links.append(Link("IMDb", f"https://www.imdb.com/title/{movie.imdb_id}/"))
    if movie.tmdb_id:
        links.append(Link("TMDB", f"https://www.themoviedb.org/movie/{movie.tmdb_id}"))
    return tuple(links)
