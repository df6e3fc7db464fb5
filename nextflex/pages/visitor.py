"""Whoever looks at a page: somebody signed in, or a guest of whom the session knows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from accounts.models import User
from accounts.models.user import RatingScale
from recommender.core.data.picks import Rated
from recommender.selectors import seed_of_today
from uploads import guest, selectors, services
from uploads.models import MarkKind, NotInterested, WatchlistEntry
from uploads.viewings import days_of

_GUEST = 0  # no user has this id


@dataclass(frozen=True, slots=True)
class Visitor:
    """history: what they rated so far, oldest first.

    watchlist and not_interested: when each film was put there, in seconds since 1970, oldest first;
    seen: the known days on which they watched each film, latest first; the films are in reverse order;
    seed: of the fresh lists that they get today; rating_scale: how they want ratings shown.
    """

    history: tuple[Rated, ...]
    is_guest: bool
    watchlist: Mapping[int, int]
    not_interested: Mapping[int, int]
    seed: int
    rating_scale: int = RatingScale.FIVE
    seen: Mapping[int, Sequence[date]] = field(default_factory=dict)

    @property
    def not_recommended(self) -> set[int]:
        """As `uploads.selectors.not_recommended_to`, from what is loaded already."""
        return self.not_interested.keys() | self.seen.keys()

    @property
    def rating_count(self) -> int:
        return len(self.history)

    @property
    def stars(self) -> dict[int, float]:
        """What they gave, by film."""
        return {one.movie_id: one.stars for one in self.history}

    def rated_at(self, movie_id: int) -> datetime | None:
        times = (one.at_s for one in self.history if one.movie_id == movie_id)
        return next((datetime.fromtimestamp(at_s, UTC) for at_s in times), None)


def visitor_of(request: HttpRequest) -> Visitor:
    user = request.user
    if user.is_authenticated:
        return Visitor(
            tuple(selectors.history_of(user)),
            is_guest=False,
            watchlist=selectors.marks_of(WatchlistEntry, user),
            not_interested=selectors.marks_of(NotInterested, user),
            seed=seed_of_today(user.pk),
            rating_scale=user.rating_scale,
            seen=days_of(user),
        )
    return Visitor(
        tuple(guest.history_of_guest(request)),
        is_guest=True,
        watchlist=guest.marks_of_guest(request, WatchlistEntry),
        not_interested=guest.marks_of_guest(request, NotInterested),
        seed=seed_of_today(_GUEST),
    )


def signed_in(request: HttpRequest) -> User:
    """The user of a request. Raises PermissionDenied for a guest's."""
    user = request.user
    if not user.is_authenticated:
        raise PermissionDenied("Sign in first.")
    return user


def rate(request: HttpRequest, movie_id: int, stars: float) -> None:
    """Keep a rating: of a user in the database, of a guest in their session."""
    if request.user.is_authenticated:
        services.rate_movie(user=request.user, movie_id=movie_id, stars=stars)
    else:
        guest.rate_as_guest(request, movie_id, stars)


def unrate(request: HttpRequest, movie_id: int) -> None:
    """Take a rating back; nothing happens when there is none."""
    if request.user.is_authenticated:
        services.remove_rating(user=request.user, movie_id=movie_id)
    else:
        guest.unrate_as_guest(request, movie_id)


def mark(request: HttpRequest, kind: MarkKind, movie_id: int) -> None:
    """Put a film on a list; nothing happens when it is on it."""
    if request.user.is_authenticated:
        services.add_mark(kind, user=request.user, movie_id=movie_id)
    else:
        guest.mark_as_guest(request, kind, movie_id)


def unmark(request: HttpRequest, kind: MarkKind, movie_id: int) -> None:
    """Take a film off a list; nothing happens when it is not on it."""
    if request.user.is_authenticated:
        services.remove_mark(kind, user=request.user, movie_id=movie_id)
    else:
        guest.unmark_as_guest(request, kind, movie_id)
