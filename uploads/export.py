"""Export a user's data: everything as JSON, or the ratings as CSV for Letterboxd."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, tzinfo
from itertools import chain
from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet, Subquery

from accounts.models import User
from catalog.models import Movie
from catalog.selectors import in_order
from nextflex.base.time_zones import day_of
from uploads import onboarding
from uploads.models import (
    FilmNote,
    ImportJob,
    ImportRow,
    ListKind,
    Rating,
    RatingChange,
    Viewing,
)
from uploads.posts.selectors import own_posts, stars_of
from uploads.viewings import days_of

LETTERBOXD = (
    *("tmdbID", "imdbID", "Title", "Year", "Rating"),
    *("WatchedDate", "Rewatch", "Review", "RatedAt"),
)
_CHUNK = 2_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_IMPORT = (
    *("id", "file_name", "format", "state", "counts", "notices", "error"),
    *("created_at", "read_at", "applied_at"),
)
_IMPORT_ROW = (
    *("job", "line", "file", "title", "year", "imdb_id", "tmdb_id", "movielens_id"),
    *("half_stars", "rated_at", "watched_at", "note", "outcome", "reason", "movie_id"),
)
Row = Mapping[str, Any]
Days = Mapping[int, list[date]]


def ratings(user: User) -> Iterator[Row]:
    for rating in _rated(user).iterator(chunk_size=_CHUNK):
        yield {"movie": _film(rating.movie), "rating": rating.stars, "rated_at": rating.rated_at}


def rating_changes(user: User) -> Iterator[Row]:
    for change in _all_of(RatingChange, user).order_by("-id").iterator(chunk_size=_CHUNK):
        yield {
            "movie": _film(change.movie),
            "rating": change.stars,
            "before": change.stars_before,
            "at": change.at,
        }


def marks(kind: ListKind, user: User) -> Iterator[Row]:
    rows = _all_of(kind, user).order_by("-created_at", "-id")
    for mark in rows.iterator(chunk_size=_CHUNK):
        yield {"movie": _film(mark.movie), "added_at": mark.created_at}


def viewings(user: User) -> Iterator[Row]:
    for one in _all_of(Viewing, user).order_by("-id").iterator(chunk_size=_CHUNK):
        yield {
            "movie": _film(one.movie),
            "watched_on": one.watched_on,
            "added_at": one.created_at,
        }


def film_notes(user: User) -> Iterator[Row]:
    rows = _all_of(FilmNote, user).order_by("-updated_at", "-id")
    for note in rows.iterator(chunk_size=_CHUNK):
        yield {"movie": _film(note.movie), "text": note.text, "updated_at": note.updated_at}


def posts(user: User) -> Iterator[Row]:
    """Yield posts, with the URLs of their images, which their owner can load."""
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


def films_not_seen(user: User) -> Iterator[Row]:
    """Yield films that the user marked as not seen on the start page."""
    kept = onboarding.round_of_user(user)
    for movie in in_order(kept.unseen if kept else ()):
        yield {"movie": _film(movie)}


def imports(user: User) -> Iterator[Row]:
    given = ImportJob.objects.filter(user=user).order_by("-created_at").values(*_IMPORT)
    yield from given.iterator(chunk_size=_CHUNK)


def import_rows(user: User) -> Iterator[Row]:
    """Yield the stored rows of imported files, until the imports are deleted."""
    rows = ImportRow.objects.filter(job__user=user).order_by("job", "line")
    yield from rows.values(*_IMPORT_ROW).iterator(chunk_size=_CHUNK)


def letterboxd_csv(user: User, *, with_notes: bool, zone: tzinfo) -> Iterator[str]:
    """Yield a CSV for Letterboxd: a row per rating, newest first, then one per other viewing.

    A rating has the date of the film's last viewing. Without a known date, it has the date of the
    rating in this zone; that is not a viewing, so Rewatch is empty. RatedAt is for our own importer.
    """
    writer = csv.writer(_Echo())
    yield writer.writerow(LETTERBOXD)
    days = days_of(user)
    for cells in chain(_rating_rows(user, days, zone), _viewing_rows(user, days)):
        if not with_notes:
            cells["Review"] = ""
        yield writer.writerow(cells[name] for name in LETTERBOXD)


def _rating_rows(user: User, days: Days, zone: tzinfo) -> Iterator[dict[str, object]]:
    for rating in _with_notes(_rated(user), user).iterator(chunk_size=_CHUNK):
        watched = days.get(rating.movie_id, [])
        day = watched[0] if watched else day_of(rating.rated_at, zone)
        yield _ids(rating.movie) | {
            "Rating": f"{rating.stars:g}",
            "WatchedDate": day,
            "Rewatch": _rewatch(day, watched),
            "Review": _shielded(rating.note or ""),
            "RatedAt": rating.rated_at.isoformat(),
        }


def _viewing_rows(user: User, days: Days) -> Iterator[dict[str, object]]:
    """Yield the other viewings: a rating's row covers the film's last one, which also has the note."""
    rated = Rating.objects.filter(user=user, movie=OuterRef("movie"))
    rows = _all_of(Viewing, user).annotate(is_rated=Exists(rated)).order_by("-id")
    for one in _with_notes(rows, user).iterator(chunk_size=_CHUNK):
        watched = days.get(one.movie_id, [])
        is_last = one.watched_on == (watched[0] if watched else None)
        if (one.watched_on is None and watched) or (one.is_rated and watched and is_last):
            continue
        yield _ids(one.movie) | {
            "Rating": "",
            "WatchedDate": one.watched_on or "",
            "Rewatch": _rewatch(one.watched_on, watched),
            "Review": _shielded(one.note or "") if is_last and not one.is_rated else "",
            "RatedAt": "",
        }


def _rewatch(day: date | None, watched: Sequence[date]) -> str:
    """Return Letterboxd's value for a rewatch; empty for a row that is not a dated viewing."""
    if day not in watched:
        return ""
    return "false" if day == watched[-1] else "true"


def _ids(movie: Movie) -> dict[str, object]:
    """Return the film's ids.

    Without an id, its title is not escaped for spreadsheets: it would be another title.
    """
    has_id = bool(movie.tmdb_id or movie.imdb_id)
    return {
        "tmdbID": movie.tmdb_id or "",
        "imdbID": movie.imdb_id or "",
        "Title": _shielded(movie.title) if has_id else movie.title,
        "Year": movie.year or "",
    }


def _with_notes(rows: QuerySet[Any], user: User) -> QuerySet[Any]:
    """Add the user's note on each film, None without one."""
    notes_of_film = FilmNote.objects.filter(user=user, movie=OuterRef("movie"))
    noted: QuerySet[Any] = rows.annotate(note=Subquery(notes_of_film.values("text")[:1]))
    return noted


class _Echo:
    """A file for the csv module that returns each line immediately."""

    def write(self, line: str) -> str:
        return line


def _rated(user: User) -> Any:
    return _all_of(Rating, user).order_by("-rated_at", "-id")


def _all_of(model: type[Model], user: User) -> QuerySet[Any]:
    """Return all of the user's rows with their films, including hidden ones: the data are theirs."""
    rows: QuerySet[Any] = model._default_manager.filter(user=user).select_related("movie")
    return rows


def _film(movie: Movie) -> Row:
    names = ("id", "title", "year", "imdb_id", "tmdb_id")
    return {name: getattr(movie, name) for name in names}


def _shielded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
