"""What TMDB knows of films: kept apart from the catalogue's own, credited, and forgotten in time."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from catalog.batches import batches
from catalog.credits import set_credits, set_keywords
from catalog.enrich.errors import ServiceFailed
from catalog.enrich.images import forget_images
from catalog.enrich.progress import Progress, Report
from catalog.enrich.tmdb_answer import TmdbFilm
from catalog.enrich.tmdb_client import TmdbClient
from catalog.models import Credit, Movie, MovieKeyword, Source, TmdbDetails
from catalog.upsert import upsert

_FILMS_A_TRANSACTION = 20
_MOST_REFUSED_IN_A_ROW = 5
_STOPS = frozenset({401, 403})
_FIELDS = ("overview", "tagline", "poster_path", "backdrop_path", "trailers", "providers")


def enrich_tmdb(
    client: TmdbClient,
    *,
    now: datetime,
    progress: Progress,
    limit: int | None = None,
    again: bool = False,
) -> Report:
    """Ask about the films whose details are missing or stale, those with the most ratings first.

    again: about all. Twenty films are written in a transaction; when TMDB fails, what was written stays,
    and the next run goes on from there. An answer that makes no sense is passed over, unless several in
    a row make none. What is too old to keep is removed first.
    """
    expire_tmdb(now=now)
    ids = films_due(now=now, again=again)[:limit]
    report = Report(len(ids))
    for some in batches(ids, size=_FILMS_A_TRANSACTION):
        progress("asking TMDB", report.share)
        films = _ask_about(client, Movie.objects.in_bulk(some), some, report)
        report.changed |= apply_films(films, now=now)
        report.asked += len(films)
        report.found += sum(film is not None for film in films.values())
        if report.stopped:
            break
    return report


def films_due(*, now: datetime, again: bool) -> list[int]:
    """The films with an id of TMDB or IMDb whose details are missing or stale, the most rated first."""
    unknown = Q(tmdb_id=None) & (Q(imdb_id=None) | Q(imdb_id=""))
    films = Movie.objects.exclude(unknown)
    if not again:
        stale = Q(tmdb__fetched_at__lt=now - timedelta(days=settings.TMDB_STALE_DAYS))
        films = films.filter(Q(tmdb=None) | stale)
    return list(films.order_by("-stats__rating_count", "pk").values_list("pk", flat=True))


def _ask_about(
    client: TmdbClient, movies: Mapping[int, Movie], ids: Iterable[int], report: Report
) -> dict[int, TmdbFilm | None]:
    """Answers up to the first failure that the next film would meet too, which goes to the report."""
    films: dict[int, TmdbFilm | None] = {}
    in_a_row = 0
    for movie in (movies[key] for key in ids if key in movies):
        try:
            films[movie.pk] = client.film(tmdb_id=movie.tmdb_id, imdb_id=movie.imdb_id)
            in_a_row = 0
        except ServiceFailed as error:
            in_a_row += 1
            report.refused[movie.pk] = str(error)
            if error.is_passing or error.status in _STOPS or in_a_row == _MOST_REFUSED_IN_A_ROW:
                report.stopped = str(error)
                break
    return films


@transaction.atomic
def apply_films(films: Mapping[int, TmdbFilm | None], *, now: datetime) -> set[int]:
    """Write what TMDB said of these films, None for nothing; returns those whose words changed."""
    known = {key: film for key, film in films.items() if film}
    rows = [
        TmdbDetails(movie_id=key, fetched_at=now, is_found=film is not None, **_details(film))
        for key, film in films.items()
    ]
    upsert(rows, ["fetched_at", "is_found", *_FIELDS], key="movie")
    _set_ids(known)
    made_by = {key: known[key].credits if key in known else [] for key in films}
    keywords = {key: known[key].keywords if key in known else [] for key in films}
    changed = set_credits(made_by, source=Source.TMDB)
    return changed | set_keywords(keywords, source=Source.TMDB)


def _details(film: TmdbFilm | None) -> dict[str, object]:
    return film.details if film else {}


def _set_ids(known: Mapping[int, TmdbFilm]) -> None:
    """Give films that were found by IMDb's id their id of TMDB, unless another film has it."""
    missing = Movie.objects.filter(pk__in=known, tmdb_id=None)
    wanted = {known[movie.pk].tmdb_id: movie for movie in missing}
    taken = Movie.objects.filter(tmdb_id__in=wanted).values_list("tmdb_id", flat=True)
    for tmdb_id in taken:
        wanted.pop(tmdb_id or 0, None)
    for tmdb_id, movie in wanted.items():
        movie.tmdb_id = tmdb_id
    Movie.objects.bulk_update(wanted.values(), ["tmdb_id"])


def expire_tmdb(*, now: datetime) -> set[int]:
    """Remove what TMDB told longer ago than it may be kept; returns the films that lost something.

    People's names and ids stay, as other films and sources may have them.
    """
    before = now - timedelta(days=settings.TMDB_KEEP_DAYS)
    forget_images(before=before)
    fresh = TmdbDetails.objects.filter(fetched_at__gte=before)
    lost: set[int] = set()
    for model in (Credit, MovieKeyword):
        told = model._default_manager.filter(source=Source.TMDB)
        lost |= _remove(told.exclude(movie__tmdb__in=fresh))
    return lost | _remove(TmdbDetails.objects.filter(fetched_at__lt=before))


def _remove(rows: QuerySet[Credit] | QuerySet[MovieKeyword] | QuerySet[TmdbDetails]) -> set[int]:
    pairs = list(rows.values_list("pk", "movie_id"))
    for some in batches(pairs):
        rows.model._default_manager.filter(pk__in=[key for key, _ in some]).delete()
    return {movie_id for _, movie_id in pairs}
