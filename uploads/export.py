"""What somebody gave us, to take away: all of it as JSON, and their ratings as Letterboxd reads them."""

import csv
from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import Any

from django.db.models import OuterRef, Subquery

from accounts.models import User
from catalog.models import Movie
from nextflex.time_zones import day_of
from uploads import notes, rating_history, selectors
from uploads.models import FilmNote, ImportJob, ImportRow, MarkKind, Rating
from uploads.posts.selectors import own_posts, stars_of

LETTERBOXD = ("tmdbID", "imdbID", "Title", "Year", "Rating", "WatchedDate", "Review")
_CHUNK = 2_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_IMPORT = (
    *("id", "file_name", "format", "state", "counts", "notices", "error"),
    *("created_at", "read_at", "applied_at"),
)
_IMPORT_ROW = (
    *("job", "line", "file", "title", "year", "imdb_id", "tmdb_id", "movielens_id"),
    *("half_stars", "rated_at", "note", "outcome", "reason", "movie_id"),
)
Row = Mapping[str, Any]


def ratings(user: User) -> Iterator[Row]:
    for rating in _rated(user).iterator(chunk_size=_CHUNK):
        yield {"movie": _film(rating.movie), "rating": rating.stars, "rated_at": rating.rated_at}


def rating_changes(user: User) -> Iterator[Row]:
    for change in rating_history.changes_of(user).iterator(chunk_size=_CHUNK):
        yield {
            "movie": _film(change.movie),
            "rating": change.stars,
            "before": change.stars_before,
            "at": change.at,
        }


def marks(kind: MarkKind, user: User) -> Iterator[Row]:
    for mark in selectors.marked_by(kind, user).iterator(chunk_size=_CHUNK):
        yield {"movie": _film(mark.movie), "added_at": mark.created_at}


def film_notes(user: User) -> Iterator[Row]:
    for note in notes.notes_of(user).iterator(chunk_size=_CHUNK):
        yield {"movie": _film(note.movie), "text": note.text, "updated_at": note.updated_at}


def posts(user: User) -> Iterator[Row]:
    """With the addresses of their images, which are theirs to load."""
    for post in own_posts(user).iterator(chunk_size=_CHUNK):
        image = post.picture
        yield {
            "film": {"id": post.movie_id, "title": post.film_title, "year": post.film_year},
            "rating": stars_of(post),
            "text": post.text,
            "is_public": post.is_public,
            "created_at": post.created_at,
            "image": image and {"file": image.file_name} | {"url": image.url_of("full")},
        }


def imports(user: User) -> Iterator[Row]:
    told = ImportJob.objects.filter(user=user).order_by("-created_at").values(*_IMPORT)
    yield from told.iterator(chunk_size=_CHUNK)


def import_rows(user: User) -> Iterator[Row]:
    """What we keep of the files, row by row, until the imports are swept away."""
    rows = ImportRow.objects.filter(job__user=user).order_by("job", "line")
    yield from rows.values(*_IMPORT_ROW).iterator(chunk_size=_CHUNK)


def letterboxd_csv(user: User, *, with_notes: bool, zone: tzinfo) -> Iterator[str]:
    """For Letterboxd's importer, newest first; the day of the rating in this zone is the WatchedDate,
    the nearest we know.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; a title only where
    an id says which film it is, as it would be another title.
    """
    writer = csv.writer(_Echo())
    yield writer.writerow(LETTERBOXD)
    review = FilmNote.objects.filter(user=user, movie=OuterRef("movie")).values("text")[:1]
    for rating in _rated(user).annotate(review=Subquery(review)).iterator(chunk_size=_CHUNK):
        movie, note = rating.movie, rating.review if with_notes else ""
        has_id = bool(movie.tmdb_id or movie.imdb_id)
        yield writer.writerow(
            (
                movie.tmdb_id or "",
                movie.imdb_id or "",
                _shielded(movie.title) if has_id else movie.title,
                movie.year or "",
                f"{rating.stars:g}",
                day_of(rating.rated_at, zone).isoformat(),
                _shielded(note or ""),
            )
        )


class _Echo:
    """A file for the csv module that hands each line back at once."""

    def write(self, line: str) -> str:
        return line


def _rated(user: User) -> Any:
    return Rating.objects.filter(user=user).select_related("movie").newest_first()


def _film(movie: Movie) -> Row:
    names = ("id", "title", "year", "imdb_id", "tmdb_id")
    return {name: getattr(movie, name) for name in names}


def _shielded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
