"""Changes to ratings: rate a film, remove a rating, and undo a change."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from math import isclose

from django.db import transaction
from django.db.models import Value
from django.utils import timezone

from accounts.models import User
from catalog.models import Movie, MovieStats
from catalog.services import require_locked, set_site_figures, sum_of_trends
from nextflex.base.errors import DomainError, NotFound
from nextflex.base.progress import Progress
from recommender.core.data.decay import log_weight
from recommender.core.data.interface import Rated
from uploads.lists.services import put_back
from uploads.models import LIST_KINDS, ListKind, Rating, RatingChange
from uploads.ratings import history as rating_history


@transaction.atomic
def rate_movie(
    *, user: User, movie_id: int, stars: float, rated_at: datetime | None = None
) -> Rating:
    """Rate a film, replacing an earlier rating; the film's figures are updated at once.

    The film is removed from the user's watchlist and "not interested" list. Repeating the same stars
    keeps the first rating's time. Raises NotFound for an unknown film and DomainError for stars other
    than 0.5 to 5 in halves.
    """
    half_stars = halves_of(stars)
    # Lock the film first: concurrent ratings of it take turns, so no pair is inserted twice.
    stats = require_locked(movie_id, shown=True)
    return _rate(user, stats, half_stars, rated_at)


@transaction.atomic
def restore_rating(*, user: User, movie_id: int, half_stars: int, rated_at: datetime) -> Rating:
    """Rate like `rate_movie`, but also hidden films, where existing ratings would otherwise be lost."""
    return _rate(user, require_locked(movie_id), half_stars, rated_at)


def _rate(user: User, stats: MovieStats, half_stars: int, rated_at: datetime | None) -> Rating:
    movie_id = stats.movie_id
    before, left = _rating_and_entries(user, movie_id)
    for kind in left:
        kind.objects.filter(user=user, movie_id=movie_id).delete()
    if before and before.half_stars == half_stars:
        return before
    rating_history.note_change(
        user=user, movie_id=movie_id, before=before, after=half_stars, left=left
    )
    moment = rated_at or timezone.now()
    rating = Rating(user=user, movie_id=movie_id, half_stars=half_stars, rated_at=moment)
    if before is None:
        rating.save(force_insert=True)
        _add(stats, half_stars, moment)
        return rating
    rating.pk = before.pk
    rating.save(force_update=True)
    _refresh(stats)
    return rating


@transaction.atomic
def remove_rating(*, user: User, movie_id: int) -> bool:
    """Remove a rating. False when there was none. Raises NotFound for an unknown film."""
    stats = require_locked(movie_id)
    rating = Rating.objects.filter(user=user, movie_id=movie_id).first()
    if rating is None:
        return False
    rating_history.note_change(user=user, movie_id=movie_id, before=rating, after=None, left={})
    Rating.objects.filter(pk=rating.pk).delete()
    _refresh(stats)
    return True


@transaction.atomic
def undo_last_change(user: User) -> RatingChange:
    """Undo the last change of a rating, of any kind; return the undone change.

    The film gets back its stars, their time, and its list entries. Raises NotFound when there is
    nothing to undo.
    """
    last = rating_history.last_change_of(user)
    if last is None:
        raise NotFound("There are no rating changes to undo.")
    stats = require_locked(last.movie_id)
    change = rating_history.take_last(user, last.movie_id, last.pk)
    Rating.objects.filter(user=user, movie_id=change.movie_id).delete()
    if change.before is not None:
        Rating.objects.create(
            user=user,
            movie_id=change.movie_id,
            half_stars=change.before,
            rated_at=change.rated_before or timezone.now(),
        )
    put_back(user, change.movie_id, listed=change.listed_before, unwanted=change.unwanted_before)
    _refresh(stats)
    return last


def remove_all_ratings(user_id: int) -> None:
    """Remove all ratings of a user, film by film."""
    films = Rating.objects.filter(user_id=user_id).values_list("movie_id", flat=True)
    for movie_id in list(films.order_by("movie_id")):
        with transaction.atomic():
            stats = require_locked(movie_id)
            Rating.objects.filter(user_id=user_id, movie_id=movie_id).delete()
            _refresh(stats)


def recompute_site_figures(*, progress: Progress) -> int:
    """Recompute the site's part of every film's figures, film by film; return how many changed."""
    rated = Rating.objects.order_by().values_list("movie_id", flat=True).distinct()
    counted = MovieStats.objects.filter(site_count__gt=0).values_list("movie_id", flat=True)
    movie_ids = sorted({*rated, *counted})
    wrong = 0
    for place, movie_id in enumerate(movie_ids):
        progress("films", place / len(movie_ids))
        with transaction.atomic():
            stats = require_locked(movie_id)
            histogram, trend, count = stats.site_histogram, stats.site_trend, stats.rating_count
            _refresh(stats)
            is_right = (histogram, count) == (stats.site_histogram, stats.rating_count)
            wrong += not (is_right and _is_close(trend, stats.site_trend))
    progress("done", 1.0)
    return wrong


@transaction.atomic
def move_ratings(from_movie_id: int, to_movie_id: int) -> None:
    """Reassign the duplicate film's ratings; if a user rated both, the later one is kept."""
    for movie_id in sorted((from_movie_id, to_movie_id)):
        require_locked(movie_id)
    kept = dict(Rating.objects.filter(movie_id=to_movie_id).values_list("user_id", "pk"))
    for rating in Rating.objects.filter(movie_id=from_movie_id):
        other = Rating.objects.filter(pk=kept.get(rating.user_id, 0)).first()
        if other and other.rated_at >= rating.rated_at:
            rating.delete()
            continue
        if other:
            other.delete()
        Rating.objects.filter(pk=rating.pk).update(movie_id=to_movie_id)
    for movie_id in (from_movie_id, to_movie_id):
        _refresh(require_locked(movie_id))


def _rating_and_entries(
    user: User, movie_id: int
) -> tuple[Rating | None, dict[ListKind, datetime]]:
    """Return a user's rating of a film, and when it was added to each of their lists, in one query."""
    mine = {"user": user, "movie_id": movie_id}
    found: dict[str, tuple[int, int, datetime]] = {
        table: (pk, half_stars, at)
        for table, pk, half_stars, at in Rating.objects.filter(**mine)
        .values_list(Value("Rating"), "pk", "half_stars", "rated_at")
        .union(
            *(
                kind.objects.filter(**mine).values_list(
                    Value(kind.__name__), "pk", Value(0), "created_at"
                )
                for kind in LIST_KINDS
            ),
            all=True,
        )
    }
    left = {kind: found[kind.__name__][2] for kind in LIST_KINDS if kind.__name__ in found}
    if "Rating" not in found:
        return None, left
    pk, half_stars, rated_at = found["Rating"]
    return Rating(pk=pk, half_stars=half_stars, rated_at=rated_at, **mine), left


def halves_of(stars: float) -> int:
    """Return half stars, 1 to 10. Raises DomainError, with the value, for anything else."""
    halves = stars * 2
    if halves not in range(1, 11):
        raise DomainError(f"{stars:g} is not a valid rating; give 0.5 to 5 stars in steps of 0.5")
    return int(halves)


def _is_close(this: float | None, that: float | None) -> bool:
    """Whether two sums are equal but for rounding, which depends on the order of the ratings."""
    if this is None or that is None:
        return this is that
    return isclose(this, that, rel_tol=1e-9)


def _add(stats: MovieStats, half_stars: int, rated_at: datetime) -> None:
    """Add a new rating to a locked film's figures, without reading the others."""
    histogram = stats.site_histogram or [0] * 10
    trend = sum_of_trends([stats.site_trend, log_weight(rated_at.timestamp())])
    people = [count + (place == half_stars) for place, count in enumerate(histogram, start=1)]
    set_site_figures(stats, histogram=people, trend=trend)


def _refresh(stats: MovieStats) -> None:
    """Recompute the site's part of a locked film's figures from the film's ratings."""
    rows = Rating.objects.filter(movie_id=stats.movie_id).values_list("half_stars", "rated_at")
    given = list(rows.order_by("id"))
    people = Counter(half_stars for half_stars, _ in given)
    set_site_figures(
        stats,
        histogram=[people[half_stars] for half_stars in range(1, 11)],
        trend=sum_of_trends(log_weight(moment.timestamp()) for _, moment in given),
    )


def adopt_ratings(user: User, history: Sequence[Rated]) -> None:
    """Transfer a guest's ratings, in their order and with their times.

    Ratings of the account stay as they are; deleted films are left out.
    """
    rated = set(Rating.objects.filter(user=user).values_list("movie_id", flat=True))
    wanted = [one for one in history if one.movie_id not in rated]
    there = Movie.objects.shown().filter(pk__in=[one.movie_id for one in wanted])
    known = set(there.values_list("pk", flat=True))
    for one in wanted:
        if one.movie_id in known:
            rated_at = datetime.fromtimestamp(one.at_s, UTC)
            rate_movie(user=user, movie_id=one.movie_id, stars=one.stars, rated_at=rated_at)
