"""Writing checked films and figures to the database: in short batches that may be run again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction

from catalog.importers.movies_csv import FilmRow
from catalog.models import ExternalId, Genre, Movie, MovieStats
from catalog.services import write_figures
from recommender.core.data.dataset import ItemFigures

BATCH = 500  # well under a second of writing each
_DATASET_FIELDS = ("dataset_count", "dataset_half_stars", "dataset_histogram", "dataset_trend")
_MOVIE_FIELDS = ("title", "sort_title", "alternative_titles", "year", "search_text")

Item = TypeVar("Item")


@dataclass(slots=True)
class Applied:
    """How many films were new or changed."""

    new: int = 0
    changed: int = 0

    def add(self, other: "Applied") -> None:
        self.new += other.new
        self.changed += other.changed


def in_batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


@transaction.atomic
def apply_films(films: Sequence[FilmRow], *, source: str) -> Applied:
    """Create the films that the source's ids do not know yet, and update the others."""
    genres = _genres({name for film in films for name in film.genres})
    known = _movies_by_source_id(films, source)
    new = [film for film in films if film.source_id not in known]
    created = Movie.objects.bulk_create([_movie(film) for film in new])
    ExternalId.objects.bulk_create(
        ExternalId(movie=movie, source=source, external_id=film.source_id)
        for movie, film in zip(created, new, strict=True)
    )
    known_films = [film for film in films if film.source_id in known]
    changed = _update([(known[film.source_id], film) for film in known_films])
    by_source_id = known | {film.source_id: m for film, m in zip(new, created, strict=True)}
    changed |= _set_genres([(by_source_id[film.source_id], film) for film in films], genres)
    return Applied(len(new), len(changed - {movie.pk for movie in created}))


def _genres(names: set[str]) -> dict[str, Genre]:
    Genre.objects.bulk_create([Genre(name=name) for name in sorted(names)], ignore_conflicts=True)
    return {genre.name: genre for genre in Genre.objects.filter(name__in=names)}


def _movies_by_source_id(films: Sequence[FilmRow], source: str) -> dict[int, Movie]:
    ids = ExternalId.objects.filter(source=source, external_id__in=[f.source_id for f in films])
    return {row.external_id: row.movie for row in ids.select_related("movie")}


def _movie(film: FilmRow) -> Movie:
    titles = film.titles
    movie = Movie(
        title=titles.title,
        sort_title=titles.sort_title,
        alternative_titles=list(titles.alternatives),
        year=titles.year,
    )
    movie.set_search_text()
    return movie


def _update(pairs: list[tuple[Movie, FilmRow]]) -> set[int]:
    changed = []
    for movie, film in pairs:
        wanted = _movie(film)
        if any(getattr(movie, name) != getattr(wanted, name) for name in _MOVIE_FIELDS):
            for name in _MOVIE_FIELDS:
                setattr(movie, name, getattr(wanted, name))
            changed.append(movie)
    Movie.objects.bulk_update(changed, _MOVIE_FIELDS)
    return {movie.pk for movie in changed}


def _set_genres(pairs: list[tuple[Movie, FilmRow]], genres: dict[str, Genre]) -> set[int]:
    through = Movie.genres.through
    links = through.objects.filter(movie_id__in=[movie.pk for movie, _ in pairs])
    present = {(link.movie_id, link.genre_id): link.pk for link in links}
    wanted = {(movie.pk, genres[name].pk) for movie, film in pairs for name in film.genres}
    missing = sorted(wanted - present.keys())
    extra = present.keys() - wanted
    through.objects.bulk_create([through(movie_id=m, genre_id=g) for m, g in missing])
    through.objects.filter(pk__in=[present[pair] for pair in extra]).delete()
    return {movie_id for movie_id, _ in (*missing, *extra)}


@transaction.atomic
def apply_figures(figures: Sequence[ItemFigures], *, movie_of: dict[int, int]) -> None:
    """Set the data set's part of the films' figures; what follows from it is for refresh_figures."""
    wanted = {movie_of[one.item_id]: one for one in figures}
    rows = MovieStats.objects.select_for_update().in_bulk(wanted)
    changed = []
    for movie_id, one in wanted.items():
        stats = rows.get(movie_id) or MovieStats(movie_id=movie_id)
        before = [getattr(stats, name) for name in _DATASET_FIELDS]
        after = [one.count, one.half_stars, list(one.histogram), one.trend]
        if before != after:
            for name, value in zip(_DATASET_FIELDS, after, strict=True):
                setattr(stats, name, value)
            changed.append(stats)
    write_figures(changed, _DATASET_FIELDS)


@transaction.atomic
def clear_other_figures(kept: set[int]) -> None:
    """Take the data set's part from films that the active data set does not hold."""
    stale = MovieStats.objects.filter(dataset_count__gt=0).exclude(pk__in=kept)
    stale.update(dataset_count=0, dataset_half_stars=0, dataset_histogram=[], dataset_trend=None)


def ensure_figures_for(movie_ids: Sequence[int]) -> None:
    """Give every film a row of figures, so that lists can join them."""
    MovieStats.objects.bulk_create(
        [MovieStats(movie_id=key) for key in movie_ids], ignore_conflicts=True
    )
