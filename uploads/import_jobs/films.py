"""Which film of the catalogue a row means: by ids, else by title and year."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from catalog.models import ExternalId, Movie, Source
from catalog.normal import normalised
from catalog.selectors import MovieFilter, matching, ordered
from uploads.imports.rows import FileRow
from uploads.models import Outcome

MOST_CANDIDATES = 5
_FILLERS = frozenset({"a", "an", "and", "the"})
_SUBTITLE = (":", " - ", " – ", " (")


@dataclass(frozen=True, slots=True)
class Match:
    """movie_id: None when it is not clear; candidates: films that may be meant then, likeliest first."""

    movie_id: int | None = None
    outcome: Outcome = Outcome.UNMATCHED
    reason: str = ""
    remark: str = ""
    candidates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownFilm:
    id: int
    year: int | None
    imdb_id: str
    tmdb_id: int | None

    def may_be(self, row: FileRow) -> bool:
        """Whether no id speaks against it."""
        if row.imdb_id and self.imdb_id and row.imdb_id != self.imdb_id:
            return False
        return not (row.tmdb_id and self.tmdb_id and row.tmdb_id != self.tmdb_id)


@dataclass(slots=True)
class FilmIndex:
    """The whole catalogue in memory, by ids and by title: tens of thousands of rows ask it in seconds.

    loose: titles without spaces, articles and "and", so that "Wall-E" finds "WALLE".
    """

    by_id: dict[object, int] = field(default_factory=dict)
    films: dict[int, KnownFilm] = field(default_factory=dict)
    titles: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    loose: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of_catalogue(cls) -> "FilmIndex":
        index = cls()
        shown = Movie.objects.shown()
        rows = shown.values_list("pk", "year", "imdb_id", "tmdb_id", "search_text")
        for pk, year, imdb_id, tmdb_id, text in rows.order_by("pk").iterator(chunk_size=5_000):
            film = KnownFilm(pk, year, imdb_id or "", tmdb_id)
            index.films[pk] = film
            index.by_id |= {key: pk for key in (film.imdb_id, tmdb_id) if key}
            for title in filter(None, text.split("|")):
                index.titles[title].add(pk)
                index.loose[_loose(title)].add(pk)
        numbers = ExternalId.objects.filter(source=Source.MOVIELENS, movie__is_hidden=False)
        for movie_id, number in numbers.values_list("movie_id", "external_id"):
            index.by_id["movielens", number] = movie_id
        return index

    def match(self, row: FileRow) -> Match:
        """By ids; else by title and year, a year off when that leaves no doubt."""
        ids = (row.imdb_id, row.tmdb_id, ("movielens", row.movielens_id))
        named = list(dict.fromkeys(self.by_id[key] for key in ids if key in self.by_id))
        if len(named) == 1:
            return Match(named[0])
        if named:
            reason = "its ids belong to different films here"
            return Match(None, Outcome.AMBIGUOUS, reason, candidates=tuple(named))
        return self._by_title(row)

    def _by_title(self, row: FileRow) -> Match:
        same = self._of_title(row.title)
        if not same:
            return Match(reason="no film of this title is here" if row.title else "no such id here")
        possible = [film for film in same if film.may_be(row)]
        if not possible:
            return _unsure("the film of this title here has another id", same)
        if row.year is None:
            if len(possible) == 1:
                return Match(possible[0].id)
            return _unsure(f"{len(possible)} films have this title, and no year is given", possible)
        return _by_year(row.year, possible)

    def _of_title(self, title: str) -> list[KnownFilm]:
        found = self.titles.get(normalised(title)) or self.loose.get(_loose(normalised(title)))
        return [self.films[pk] for pk in sorted(found or ())]


def suggestions(title: str) -> tuple[int, ...]:
    """What a search for the title finds, or for what stands before its subtitle."""
    if found := _searched(title):
        return found
    cuts = [title.find(mark) for mark in _SUBTITLE if title.find(mark) > 2]
    return _searched(title[: min(cuts)]) if cuts else ()


def _searched(title: str) -> tuple[int, ...]:
    if not normalised(title):
        return ()
    found = ordered(matching(MovieFilter(q=title)), ordering="relevance")
    return tuple(found.values_list("pk", flat=True)[:MOST_CANDIDATES])


def _by_year(year: int, possible: Sequence[KnownFilm]) -> Match:
    exact = [film for film in possible if film.year == year]
    if len(exact) == 1:
        return Match(exact[0].id)
    if exact:
        return _unsure(f"{len(exact)} films of {year} have this title", exact)
    near = [film for film in possible if film.year and abs(film.year - year) == 1]
    if len(near) == 1:
        return Match(near[0].id, remark=f"here it is of {near[0].year}")
    if near:
        return _unsure(f"{len(near)} films of this title are a year off", near)
    nearest = sorted(possible, key=lambda film: (abs((film.year or 0) - year), film.id))
    return _unsure("the film of this title here is of another year", nearest)


def _unsure(reason: str, films: Iterable[KnownFilm]) -> Match:
    candidates = tuple(film.id for film in films)[:MOST_CANDIDATES]
    return Match(None, Outcome.AMBIGUOUS, reason, candidates=candidates)


def _loose(title: str) -> str:
    words = title.split()
    return "".join(word for word in words if word not in _FILLERS) or "".join(words)
