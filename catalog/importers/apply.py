"""Write staged films to the database in short batches that may be repeated."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from catalog.importers.film_matching import Identified, TitleIndex, identified, movies_by_ref
from catalog.importers.rows import CreditsRow, FilmRow, KeywordsRow, LinkRow
from catalog.merging import merge_movies
from catalog.models import ExternalId, Genre, Language, Movie, Source

_OWNED = ("title", "sort_title", "year")
_DETAILS = (
    "original_title",
    "overview",
    "runtime_min",
    "original_language",
    "countries",
    "poster_path",
    "backdrop_path",
)
_FIELDS = (*_OWNED, "alternative_titles", "imdb_id", "tmdb_id", "search_text", *_DETAILS)


@dataclass(slots=True)
class Applied:
    """The numbers of films that were new, changed or merged; unknown: rows without a known film."""

    new: int = 0
    changed: int = 0
    merged: int = 0
    unknown: int = 0

    def add(self, other: "Applied") -> None:
        self.new += other.new
        self.changed += other.changed
        self.merged += other.merged
        self.unknown += other.unknown


@transaction.atomic
def apply_films(
    rows: Sequence[FilmRow], *, source: str, titles: TitleIndex
) -> tuple[Applied, list[int]]:
    """Create missing films and update the others; return the counts and the affected films.

    MovieLens decides title, year and genres; other sources fill gaps.
    """
    found = identified(rows, titles)
    twins = [(one.movie, one.duplicate) for one in found if one.movie and one.duplicate]
    for movie, duplicate in twins:
        merge_movies(keep=movie, duplicate=duplicate)
    owned = _owned_by_movielens(found)
    new = [_new(one) for one in found if one.movie is None]
    Movie.objects.bulk_create(movie for movie, _ in new)
    pairs = [*new, *((one.movie, one) for one in found if one.movie)]
    changed = _update([pair for pair in pairs if pair[1].movie], source, owned)
    changed |= _set_numbers(pairs) | _set_words(pairs, source, owned)
    created = {movie.pk for movie, _ in new}
    applied = Applied(len(new), len(changed - created), len(twins))
    return applied, sorted(created | changed | {movie.pk for movie, one in pairs if one.duplicate})


def _owned_by_movielens(found: Sequence[Identified]) -> set[int]:
    ids = [one.movie.pk for one in found if one.movie]
    rows = ExternalId.objects.filter(movie__in=ids, source=Source.MOVIELENS)
    return set(rows.values_list("movie_id", flat=True))


def _new(one: Identified) -> tuple[Movie, Identified]:
    movie = Movie()
    _describe(movie, one, is_owner=True)
    return movie, one


def _update(pairs: Sequence[tuple[Movie, Identified]], source: str, owned: set[int]) -> set[int]:
    changed = []
    for movie, one in pairs:
        before = [getattr(movie, name) for name in _FIELDS]
        _describe(movie, one, is_owner=_is_owner(movie, source, owned))
        if before != [getattr(movie, name) for name in _FIELDS]:
            changed.append(movie)
    Movie.objects.bulk_update(changed, _FIELDS, batch_size=200)
    return {movie.pk for movie in changed}


def _is_owner(movie: Movie, source: str, owned: set[int]) -> bool:
    return source == Source.MOVIELENS or movie.pk not in owned


def _describe(movie: Movie, one: Identified, *, is_owner: bool) -> None:
    row = one.row
    reported: dict[str, Any] = {
        "title": row.titles.title,
        "sort_title": row.titles.sort_title,
        "year": row.titles.year,
        **{name: getattr(row.details, name) for name in _DETAILS},
        "countries": list(row.details.countries),
    }
    for name, value in reported.items():
        if value and (is_owner or not getattr(movie, name)):
            setattr(movie, name, value)
    if one.takes_ids:
        movie.imdb_id = movie.imdb_id or row.imdb_id
        movie.tmdb_id = movie.tmdb_id or row.tmdb_id
    movie.alternative_titles = _alternatives(movie, row)
    movie.set_search_text()


def _alternatives(movie: Movie, row: FilmRow) -> list[str]:
    """The alternatives of the film and of the row, without bracketed parts that are not titles."""
    titles = row.titles
    given = [name.strip() for name in movie.alternative_titles if name not in titles.not_titles]
    shown = (movie.title, movie.original_title)
    names = dict.fromkeys((*given, titles.title, *titles.alternatives))
    return [name for name in names if name not in shown]


def _set_numbers(pairs: Sequence[tuple[Movie, Identified]]) -> set[int]:
    wanted = {one.row.ref: movie for movie, one in pairs if one.row.ref}
    missing = wanted.keys() - movies_by_ref([ref for ref in wanted if ref]).keys()
    ExternalId.objects.bulk_create(
        ExternalId(movie=movie, source=ref.source, external_id=ref.number)
        for ref, movie in wanted.items()
        if ref in missing
    )
    return {wanted[ref].pk for ref in missing}


def _set_words(pairs: Sequence[tuple[Movie, Identified]], source: str, owned: set[int]) -> set[int]:
    """Set genres and languages; a source that does not own the film sets them only where it has none."""
    genres = {movie.pk: {name: name for name in one.row.genres} for movie, one in pairs}
    languages = {
        movie.pk: dict(one.row.details.languages)
        for movie, one in pairs
        if one.row.details.languages
    }
    owners = {movie.pk for movie, _ in pairs if _is_owner(movie, source, owned)}
    return _set_many(Genre, "name", genres, owners) | _set_many(Language, "code", languages, owners)


def _set_many(
    model: Any,  # Genre or Language: equal in the database, but not in types
    key: str,
    wanted: dict[int, dict[str, str]],
    owners: set[int],
) -> set[int]:
    """wanted: film → key → name. Rows of a film outside `owners` are set only when it has none."""
    through: Any = (Movie.genres if model is Genre else Movie.languages).through
    column = f"{model._meta.model_name}_id"
    reported = {one: name for words in wanted.values() for one, name in words.items()}
    model.objects.bulk_create(
        [model(**{key: one, "name": reported[one]}) for one in sorted(reported)],
        ignore_conflicts=True,
    )
    ids = dict(model.objects.filter(**{f"{key}__in": reported}).values_list(key, "pk"))
    links = {
        (link.movie_id, getattr(link, column)): link.pk
        for link in through.objects.filter(movie_id__in=wanted)
    }
    have = {movie_id for movie_id, _ in links}
    rules = {movie_id for movie_id in wanted if movie_id in owners or movie_id not in have}
    pairs = {(movie_id, ids[one]) for movie_id in rules for one in wanted[movie_id]}
    missing = sorted(pairs - links.keys())
    extra = {pair for pair in links.keys() - pairs if pair[0] in rules}
    through.objects.bulk_create([through(movie_id=m, **{column: one}) for m, one in missing])
    through.objects.filter(pk__in=[links[pair] for pair in extra]).delete()
    return {movie_id for movie_id, _ in (*missing, *extra)}


@transaction.atomic
def apply_links(rows: Sequence[LinkRow]) -> Applied:
    """Set missing IMDb and TMDB ids of films; an id that belongs to another film is skipped."""
    movies = movies_by_ref([row.ref for row in rows])
    imdb_ids = [row.imdb_id for row in rows if row.imdb_id]
    tmdb_ids = [row.tmdb_id for row in rows if row.tmdb_id]
    taken: set[object] = {
        *Movie.objects.filter(imdb_id__in=imdb_ids).values_list("imdb_id", flat=True),
        *Movie.objects.filter(tmdb_id__in=tmdb_ids).values_list("tmdb_id", flat=True),
    }
    changed = []
    for row in rows:
        movie = movies.get(row.ref)
        if movie is None:
            continue
        before = (movie.imdb_id, movie.tmdb_id)
        movie.imdb_id = movie.imdb_id or (None if row.imdb_id in taken else row.imdb_id)
        movie.tmdb_id = movie.tmdb_id or (None if row.tmdb_id in taken else row.tmdb_id)
        if before != (movie.imdb_id, movie.tmdb_id):
            changed.append(movie)
    Movie.objects.bulk_update(changed, ("imdb_id", "tmdb_id"), batch_size=200)
    return Applied(changed=len(changed), unknown=len(rows) - len(movies))


def known_films(
    rows: Sequence[CreditsRow] | Sequence[KeywordsRow],
) -> tuple[dict[int, Any], int]:
    """Return film → row, and the number of rows without a known film."""
    movies = movies_by_ref([row.ref for row in rows])
    found = {movies[row.ref].pk: row for row in rows if row.ref in movies}
    return found, sum(row.ref not in movies for row in rows)
