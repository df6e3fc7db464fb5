"""Details from TMDB: stored apart from the catalogue's own data, attributed, and deleted in time."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from catalog.credits import set_credits, set_keywords
from catalog.enrich import failures
from catalog.enrich.errors import ServiceFailed
from catalog.enrich.failures import Streak
from catalog.enrich.images import forget_images
from catalog.enrich.progress import Progress, Report
from catalog.enrich.tmdb_answer import TmdbFilm
from catalog.enrich.tmdb_client import TmdbClient
from catalog.models import Credit, Movie, MovieKeyword, Source, TmdbDetails
from catalog.upsert import upsert
from nextflex.base.chunks import batches

_FILMS_A_TRANSACTION = 20
_MOST_FAILED_IN_A_ROW = 5
_FIELDS = ("overview", "tagline", "poster_path", "backdrop_path", "trailers", "providers")


def enrich_tmdb(
    client: TmdbClient,
    *,
    now: datetime,
    progress: Progress,
    limit: int | None = None,
    again: bool = False,
) -> Report:
    """Fetch the missing or stale details of films, the most rated first.

    again: fetch all films. Twenty films are written per transaction; when TMDB is down, the written
    ones stay, and the next run continues from there. A film on which TMDB fails alone is skipped, and
    is last in the next run. Expired details are removed first.
    """
    expire_tmdb(now=now)
    ids = films_due(now=now, again=again)[:limit]
    report = Report(len(ids))
    streak = Streak(_MOST_FAILED_IN_A_ROW, known=failures.failed_before(Source.TMDB))
    for some in batches(ids, size=_FILMS_A_TRANSACTION):
        progress("fetching from TMDB", report.share)
        films = _ask_about(client, Movie.objects.in_bulk(some), some, report, streak)
        report.changed |= apply_films(films, now=now)
        report.asked += len(films)
        report.found += sum(film is not None for film in films.values())
        if report.stopped:
            break
    failures.close(report, streak, Source.TMDB, now=now)
    return report


def films_due(*, now: datetime, again: bool) -> list[int]:
    """Return the films with a TMDB or IMDb id and missing or stale details, in order."""
    unknown = Q(tmdb_id=None) & (Q(imdb_id=None) | Q(imdb_id=""))
    films = Movie.objects.exclude(unknown)
    if not again:
        stale = Q(tmdb__fetched_at__lt=now - timedelta(days=settings.TMDB_STALE_DAYS))
        films = films.filter(Q(tmdb=None) | stale)
    return failures.in_turn(films, Source.TMDB)


def _ask_about(
    client: TmdbClient,
    movies: Mapping[int, Movie],
    ids: Iterable[int],
    report: Report,
    streak: Streak,
) -> dict[int, TmdbFilm | None]:
    """Return answers up to the failure that indicates an outage, which goes to the report."""
    films: dict[int, TmdbFilm | None] = {}
    for movie in (movies[key] for key in ids if key in movies):
        try:
            films[movie.pk] = client.film(tmdb_id=movie.tmdb_id, imdb_id=movie.imdb_id)
            streak.answered()
        except ServiceFailed as error:
            report.refused[movie.pk] = str(error)
            if streak.failed(error, movie.pk):
                report.stopped = str(error)
                break
    return films


@transaction.atomic
def apply_films(films: Mapping[int, TmdbFilm | None], *, now: datetime) -> set[int]:
    """Write TMDB's details of these films, None for none; return the films with changed words."""
    known = {key: film for key, film in films.items() if film}
    rows = [
        TmdbDetails(movie_id=key, fetched_at=now, is_found=film is not None, **_details(film))
        for key, film in films.items()
    ]
    upsert(rows, ["fetched_at", "is_found", *_FIELDS], key="movie")
    _set_ids(known)
    failures.forget(films, Source.TMDB)
    made_by = {key: known[key].credits if key in known else [] for key in films}
    keywords = {key: known[key].keywords if key in known else [] for key in films}
    changed = set_credits(made_by, source=Source.TMDB)
    return changed | set_keywords(keywords, source=Source.TMDB)


def _details(film: TmdbFilm | None) -> dict[str, object]:
    return film.details if film else {}


def _set_ids(known: Mapping[int, TmdbFilm]) -> None:
    """Set the TMDB ids under which films were found, unless another film has the id."""
    movies = Movie.objects.filter(pk__in=known)
    wanted = {
        known[movie.pk].tmdb_id: movie
        for movie in movies
        if movie.tmdb_id != known[movie.pk].tmdb_id
    }
    taken = Movie.objects.filter(tmdb_id__in=wanted).values_list("tmdb_id", flat=True)
    for tmdb_id in taken:
        wanted.pop(tmdb_id or 0, None)
    for tmdb_id, movie in wanted.items():
        movie.tmdb_id = tmdb_id
    Movie.objects.bulk_update(wanted.values(), ["tmdb_id"])


def expire_tmdb(*, now: datetime) -> set[int]:
    """Delete details that have exceeded TMDB's storage limit; return the films that lost any.

    People's names and ids stay, as other films and sources may have them.
    """
    before = now - timedelta(days=settings.TMDB_KEEP_DAYS)
    forget_images(before=before)
    fresh = TmdbDetails.objects.filter(fetched_at__gte=before)
    lost: set[int] = set()
    for model in (Credit, MovieKeyword):
        given = model._default_manager.filter(source=Source.TMDB)
        lost |= _remove(given.exclude(movie__tmdb__in=fresh))
    return lost | _remove(TmdbDetails.objects.filter(fetched_at__lt=before))


def _remove(rows: QuerySet[Credit] | QuerySet[MovieKeyword] | QuerySet[TmdbDetails]) -> set[int]:
    pairs = list(rows.values_list("pk", "movie_id"))
    for some in batches(pairs):
        rows.model._default_manager.filter(pk__in=[key for key, _ in some]).delete()
    return {movie_id for _, movie_id in pairs}
