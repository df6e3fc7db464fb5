"""Match the rows of a source to films: by its number, by external ids, by title and year."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from catalog.importers.rows import FilmRow, Ref
from catalog.models import ExternalId, Movie, Source
from catalog.normalisation import normalised


@dataclass(slots=True)
class TitleIndex:
    """The catalogue's films by normalised title and year, as of the beginning of an import."""

    films: dict[tuple[str, int], set[int]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of_catalogue(cls) -> "TitleIndex":
        index = cls()
        rows = Movie.objects.exclude(year=None).values_list("pk", "year", "search_text")
        for pk, year, text in rows.iterator(chunk_size=5_000):
            for title in filter(None, text.split("|")):
                index.films[title, year or 0].add(pk)
        return index

    def find(self, row: FilmRow) -> int | None:
        """Return the only film with that title and year; None when there is none, or more than one."""
        titles = {normalised(row.titles.title), *map(normalised, row.titles.alternatives)}
        found = set().union(
            *(self.films.get((one, row.titles.year or 0), ()) for one in titles if one)
        )
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Identified:
    """A row and its film.

    movie: None for a new one; duplicate: a second film that the row shows to be the same.

    takes_ids: whether the row's IMDb and TMDB ids belong to this film, not to another.
    """

    row: FilmRow
    movie: Movie | None
    duplicate: Movie | None = None
    takes_ids: bool = True


def identified(rows: Sequence[FilmRow], titles: TitleIndex) -> list[Identified]:
    """Return each row with its film; three queries for any number of rows."""
    refs = [row.ref for row in rows if row.ref]
    by_ref = movies_by_ref(refs)
    by_id = _movies_by_ids(rows)
    by_title = {id(row): titles.find(row) for row in rows}
    candidates = Movie.objects.in_bulk([pk for pk in by_title.values() if pk])
    numbered = _numbered([*by_id.values(), *candidates.values()], refs)
    taken: set[int] = {movie.pk for movie in by_ref.values()}
    found = []
    for row in rows:
        candidate = candidates.get(by_title[id(row)] or 0)
        one = _identify(row, by_ref, by_id, candidate, numbered)
        if one.movie and not (row.ref and row.ref in by_ref) and one.movie.pk in taken:
            one = Identified(row, None, takes_ids=False)  # an earlier row has that film
        if one.movie:
            taken.add(one.movie.pk)
        found.append(one)
    return found


def movies_by_ref(refs: Sequence[Ref]) -> dict[Ref, Movie]:
    """Return the films by the sources' numbers."""
    found: dict[Ref, Movie] = {}
    for source in {ref.source for ref in refs}:
        numbers = [ref.number for ref in refs if ref.source == source]
        if source == Source.TMDB:
            movies = Movie.objects.filter(tmdb_id__in=numbers)
            found |= {Ref(source, movie.tmdb_id or 0): movie for movie in movies}
        else:
            rows = ExternalId.objects.filter(source=source, external_id__in=numbers)
            found |= {
                Ref(source, row.external_id): row.movie for row in rows.select_related("movie")
            }
    return found


def _movies_by_ids(rows: Sequence[FilmRow]) -> dict[object, Movie]:
    tmdb_ids = [row.tmdb_id for row in rows if row.tmdb_id]
    imdb_ids = [row.imdb_id for row in rows if row.imdb_id]
    found: dict[object, Movie] = {}
    for movie in Movie.objects.filter(imdb_id__in=imdb_ids):
        found[movie.imdb_id] = movie
    for movie in Movie.objects.filter(tmdb_id__in=tmdb_ids):
        found[movie.tmdb_id] = found.get(movie.imdb_id, movie)
    return found


def _numbered(movies: Sequence[Movie], refs: Sequence[Ref]) -> set[tuple[str, int]]:
    """(source, film) pairs: the films with a number of a source already."""
    sources = {ref.source for ref in refs}
    rows = ExternalId.objects.filter(movie__in={movie.pk for movie in movies}, source__in=sources)
    return set(rows.values_list("source", "movie_id"))


def _identify(
    row: FilmRow,
    by_ref: dict[Ref, Movie],
    by_id: dict[object, Movie],
    candidate: Movie | None,
    numbered: set[tuple[str, int]],
) -> Identified:
    own = by_ref.get(row.ref) if row.ref else None
    other = by_id.get(row.tmdb_id) if row.tmdb_id else None
    other = other or (by_id.get(row.imdb_id) if row.imdb_id else None)
    is_known_otherwise = bool(row.ref and other and (row.ref.source, other.pk) in numbered)
    if own:
        if other is None or other.pk == own.pk:
            return Identified(row, own)
        # A source that numbers both treats them as two films; otherwise they are one.
        return Identified(
            row, own, None if is_known_otherwise else other, takes_ids=not is_known_otherwise
        )
    if other:
        return Identified(
            row, None if is_known_otherwise else other, takes_ids=not is_known_otherwise
        )
    if candidate and _may_be(row, candidate, numbered):
        return Identified(row, candidate)
    return Identified(row, None)


def _may_be(row: FilmRow, movie: Movie, numbered: set[tuple[str, int]]) -> bool:
    """Whether the row may be this film of the same title and year: no id contradicts it."""
    if row.ref and (row.ref.source, movie.pk) in numbered:
        return False
    if row.tmdb_id and movie.tmdb_id and row.tmdb_id != movie.tmdb_id:
        return False
    return not (row.imdb_id and movie.imdb_id and row.imdb_id != movie.imdb_id)
