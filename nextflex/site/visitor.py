"""The visitor of a page: a signed-in user or a guest."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Self

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from accounts.models import User
from accounts.models.user import RatingScale
from recommender.core.data.interface import Rated, RecommendationRequest
from recommender.selectors import seed_of_today
from uploads import onboarding
from uploads.activity import Activity, activity_of
from uploads.guests import cookie
from uploads.guests import services as guest_services
from uploads.guests.selectors import activity_by
from uploads.lists.services import add_list_entry, remove_list_entry
from uploads.models import Guest, ListKind, OnboardingRound
from uploads.ratings import services

_GUEST = 0  # no user has this id


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor(Activity):
    """A visitor with their activity. seed: of today's lists; rating_scale: the highest rating shown."""

    is_guest: bool
    seed: int
    rating_scale: int = RatingScale.FIVE

    def request(self, *, limit: int, **more: Any) -> RecommendationRequest:
        """Return a request for the visitor's recommendations."""
        return RecommendationRequest(
            limit=limit, history=self.history, without=self.not_recommended, seed=self.seed, **more
        )

    @property
    def rating_count(self) -> int:
        return len(self.history)

    @property
    def stars(self) -> dict[int, float]:
        """The visitor's ratings by film."""
        return {one.movie_id: one.stars for one in self.history}

    def after_rating(self, movie_id: int, stars: float | None) -> Self:
        """Return the visitor after rating a film now or removing its rating, without a query."""
        others = tuple(one for one in self.history if one.movie_id != movie_id)
        if stars is None:
            return replace(self, history=others)
        is_new = self.stars.get(movie_id) != stars
        rated = Rated(movie_id, stars, int(timezone.now().timestamp()))
        return replace(
            self,
            history=(*others, rated) if is_new else self.history,
            watchlist={one: at for one, at in self.watchlist.items() if one != movie_id},
            not_interested={one: at for one, at in self.not_interested.items() if one != movie_id},
        )

    @property
    def before_last_rating(self) -> Self:
        return replace(self, history=self.history[:-1])

    def rated_at(self, movie_id: int) -> datetime | None:
        times = (one.at_s for one in self.history if one.movie_id == movie_id)
        return next((datetime.fromtimestamp(at_s, UTC) for at_s in times), None)


def visitor_of(request: HttpRequest) -> Visitor:
    user = request.user if request.user.is_authenticated else None
    activity = activity_of(user) if user else activity_by(cookie.key_of(request))
    return Visitor(
        history=activity.history,
        watchlist=activity.watchlist,
        not_interested=activity.not_interested,
        seen=activity.seen,
        is_guest=user is None,
        seed=seed_of_today(user.pk if user else _GUEST),
        rating_scale=user.rating_scale if user else RatingScale.FIVE,
    )


def signed_in(request: HttpRequest) -> User:
    """Return the user of a request. Raises PermissionDenied for guests."""
    user = request.user
    if not user.is_authenticated:
        raise PermissionDenied("Sign in first.")
    return user


@contextmanager
def giver_of(request: HttpRequest) -> Iterator[User | Guest]:
    """Yield the user or guest who makes a change; a guest's row is locked meanwhile."""
    if request.user.is_authenticated:
        yield request.user
        return
    with guest_services.giver(cookie.key_for(request)) as giver:
        yield giver


def rate(request: HttpRequest, movie_id: int, stars: float) -> None:
    """Store a rating; the film leaves the visitor's lists."""
    with giver_of(request) as giver:
        if isinstance(giver, Guest):
            guest_services.rate(giver, movie_id=movie_id, stars=stars)
        else:
            services.rate_movie(user=giver, movie_id=movie_id, stars=stars)


def unrate(request: HttpRequest, movie_id: int) -> None:
    """Remove a rating if there is one."""
    with giver_of(request) as giver:
        if isinstance(giver, Guest):
            guest_services.remove_rating(giver, movie_id=movie_id)
        else:
            services.remove_rating(user=giver, movie_id=movie_id)


def add_to_list(request: HttpRequest, kind: ListKind, movie_id: int) -> None:
    """Add a film to a list, unless it is on it."""
    with giver_of(request) as giver:
        if isinstance(giver, Guest):
            guest_services.add_to_list(giver, kind, movie_id=movie_id)
        else:
            add_list_entry(kind, user=giver, movie_id=movie_id)


def remove_from_list(request: HttpRequest, kind: ListKind, movie_id: int) -> None:
    """Remove a film from a list if it is on it."""
    with giver_of(request) as giver:
        if isinstance(giver, Guest):
            guest_services.remove_from_list(giver, kind, movie_id=movie_id)
        else:
            remove_list_entry(kind, user=giver, movie_id=movie_id)


def onboarding_round(request: HttpRequest) -> OnboardingRound | None:
    """Return the visitor's round on the start page; None before their first answer."""
    if request.user.is_authenticated:
        return onboarding.round_of_user(request.user)
    return onboarding.round_of_guest(cookie.key_of(request))
