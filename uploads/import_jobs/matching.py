"""Match rows to films of the catalogue: by ids, else by title and year.

A film matches by title and year, by title and an adjacent year, by year and a similar title, or by a
part of its title. In doubt, the user decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from catalog.models import ExternalId, Movie, Source
from catalog.normalisation import normalised
from catalog.selectors import MovieFilter, matching, ordered
from uploads.import_jobs.title_index import TitleIndex, titles_of
from uploads.imports.rows import FileRow
from uploads.models import Outcome

MOST_CANDIDATES = 5
_SUBTITLE = (":", " - ", " – ", " (")


@dataclass(frozen=True, slots=True)
class Match:
    """A match. movie_id: None when uncertain; candidates: the films in question, likeliest first."""

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
        """Whether no id contradicts it."""
        if row.imdb_id and self.imdb_id and row.imdb_id != self.imdb_id:
            return False
        return not (row.tmdb_id and self.tmdb_id and row.tmdb_id != self.tmdb_id)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The films that a row's titles may refer to and its ids allow, by strength of evidence."""

    same: list[KnownFilm]
    loose: list[KnownFilm]
    parts: list[KnownFilm]
    hints: list[KnownFilm]

    @property
    def all(self) -> list[KnownFilm]:
        return [*self.same, *self.loose, *self.parts, *self.hints]


@dataclass(slots=True)
class FilmIndex:
    """An index of the whole catalogue in memory, by ids and titles, for tens of thousands of rows."""

    by_id: dict[object, int] = field(default_factory=dict)
    films: dict[int, KnownFilm] = field(default_factory=dict)
    titles: TitleIndex = field(default_factory=TitleIndex)

    @classmethod
    def of_catalogue(cls) -> "FilmIndex":
        index = cls()
        ids = ("pk", "year", "imdb_id", "tmdb_id")
        titles = ("title", "original_title", "sort_title", "alternative_titles")
        rows = Movie.objects.shown().order_by("pk").values_list(*ids, *titles)
        for pk, year, imdb_id, tmdb_id, title, original, *more in rows.iterator(chunk_size=5_000):
            film = KnownFilm(pk, year, imdb_id or "", tmdb_id)
            index.films[pk] = film
            index.by_id |= {key: pk for key in (film.imdb_id, tmdb_id) if key}
            index.titles.add(pk, year, (title, original), *more)
        numbers = ExternalId.objects.filter(source=Source.MOVIELENS, movie__is_hidden=False)
        for movie_id, number in numbers.values_list("movie_id", "external_id"):
            index.by_id["movielens", number] = movie_id
        return index

    def match(self, row: FileRow) -> Match:
        """Match a row by its ids, else by its title, else by all of its titles."""
        ids = (row.imdb_id, row.tmdb_id, ("movielens", row.movielens_id))
        named = list(dict.fromkeys(self.by_id[key] for key in ids if key in self.by_id))
        if len(named) == 1:
            return Match(named[0])
        if named:
            reason = "its ids belong to different films"
            return Match(None, Outcome.AMBIGUOUS, reason, candidates=tuple(named))
        by_title = self._by_titles(row, titles_of(row.title))
        if by_title.movie_id or not row.other_titles:
            return by_title
        return self._by_titles(row, [*titles_of(row.title), *row.other_titles])

    def _by_titles(self, row: FileRow, titles: Sequence[str]) -> Match:
        lists = [
            [self.films[pk] for pk in some]
            for some in self.titles.find(titles, row.year).in_order()
        ]
        if not any(lists):
            return Match(reason="no film with this title" if row.title else "no film with this id")
        possible = Candidates(*([film for film in some if film.may_be(row)] for some in lists))
        if not possible.all:
            return _unsure("the film with this title has a different id", Candidates(*lists).all)
        return _by_year(row.year, possible) if row.year else _without_year(possible)


def suggestions(title: str) -> tuple[int, ...]:
    """Return the films that a search finds for the title, or for its part before the subtitle."""
    if found := _searched(title):
        return found
    cuts = [title.find(mark) for mark in _SUBTITLE if title.find(mark) > 2]
    return _searched(title[: min(cuts)]) if cuts else ()


def _searched(title: str) -> tuple[int, ...]:
    if not normalised(title):
        return ()
    found = ordered(matching(MovieFilter(q=title)), ordering="relevance")
    return tuple(found.values_list("pk", flat=True)[:MOST_CANDIDATES])


def _without_year(films: Candidates) -> Match:
    if len(films.same) == 1:
        return Match(films.same[0].id)
    if films.same:
        reason = f"{len(films.same)} films have this title, and no year is given"
        return _unsure(reason, films.same)
    return _unsure("a film has a similar title, and no year is given", films.all)


def _by_year(year: int, films: Candidates) -> Match:
    exact = [film for film in films.same if film.year == year]
    if len(exact) == 1:
        return Match(exact[0].id)
    if exact:
        return _unsure(f"{len(exact)} films from {year} have this title", exact)
    near = [film for film in films.same if film.year and abs(film.year - year) == 1]
    of_year = [film for film in films.loose if film.year == year]
    likely = [*of_year, *near] if of_year else [*near, *films.parts]
    if len(likely) == 1 and (near or of_year):
        return Match(
            likely[0].id, remark=(f"its year on this site is {near[0].year}") if near else ""
        )
    if len(likely) == 1 and not films.same and not films.loose:
        return Match(likely[0].id)
    return _unsure(_doubt(year, films, likely), [*likely, *_nearest(year, films.all)])


def _doubt(year: int, films: Candidates, likely: Sequence[KnownFilm]) -> str:
    if len(likely) > 1:
        return f"{len(likely)} films from around {year} are possible matches"
    if films.same and not any(film.year for film in films.same):
        return "the film with this title has no year"
    if films.same:
        return "the film with this title is from another year"
    if films.loose:
        return "the film with a similar title is from another year"
    return f"a film from {year} has a partly matching title"


def _nearest(year: int, films: Iterable[KnownFilm]) -> list[KnownFilm]:
    return sorted(films, key=lambda film: (abs((film.year or 0) - year), film.id))


def _unsure(reason: str, films: Iterable[KnownFilm]) -> Match:
    candidates = tuple(dict.fromkeys(film.id for film in films))[:MOST_CANDIDATES]
    return Match(None, Outcome.AMBIGUOUS, reason, candidates=candidates)
