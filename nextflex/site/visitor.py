"""The visitor of a page: a signed-in user or a guest."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, Self

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from accounts.models import User
from accounts.models.user import RatingScale
from recommender.core.data.interface import Rated, RecommendationRequest
from recommender.selectors import seed_of_today
from uploads import onboarding
from uploads.guests import cookie
from uploads.guests import selectors as guests
from uploads.guests import services as guest_services
from uploads.lists.selectors import listed_times_of
from uploads.lists.services import add_list_entry, remove_list_entry
from uploads.models import Guest, ListKind, NotInterested, OnboardingRound, WatchlistEntry
from uploads.ratings import selectors, services
from uploads.viewings import days_of

_GUEST = 0  # no user has this id
_LIST_KEY = "list_before"


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
        """As `uploads.lists.selectors.not_recommended_to`, from what is loaded already."""
        return self.not_interested.keys() | self.seen.keys()

    def request(self, *, limit: int, **more: Any) -> RecommendationRequest:
        """A list of films for them."""
        return RecommendationRequest(
            limit=limit, history=self.history, without=self.not_recommended, seed=self.seed, **more
        )

    @property
    def rating_count(self) -> int:
        return len(self.history)

    @property
    def stars(self) -> dict[int, float]:
        """What they gave, by film."""
        return {one.movie_id: one.stars for one in self.history}

    def after_rating(self, movie_id: int, stars: float | None) -> Self:
        """The visitor as they are after rating a film now, or removing its rating, without a query."""
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

    def rated_at(self, movie_id: int) -> datetime | None:
        times = (one.at_s for one in self.history if one.movie_id == movie_id)
        return next((datetime.fromtimestamp(at_s, UTC) for at_s in times), None)


def visitor_of(request: HttpRequest) -> Visitor:
    user = request.user
    if user.is_authenticated:
        return Visitor(
            tuple(selectors.history_of(user)),
            is_guest=False,
            watchlist=listed_times_of(WatchlistEntry, user),
            not_interested=listed_times_of(NotInterested, user),
            seed=seed_of_today(user.pk),
            rating_scale=user.rating_scale,
            seen=days_of(user),
        )
    given = guests.given_by(cookie.key_of(request))
    return Visitor(
        given.history,
        is_guest=True,
        watchlist=given.lists[WatchlistEntry],
        not_interested=given.lists[NotInterested],
        seed=seed_of_today(_GUEST),
    )


def signed_in(request: HttpRequest) -> User:
    """The user of a request. Raises PermissionDenied for a guest's."""
    user = request.user
    if not user.is_authenticated:
        raise PermissionDenied("Sign in first.")
    return user


@contextmanager
def giver_of(request: HttpRequest) -> Iterator[User | Guest]:
    """The user or guest who makes this change; a guest's row is locked meanwhile."""
    if request.user.is_authenticated:
        yield request.user
        return
    with guest_services.giver(cookie.key_for(request)) as giver:
        yield giver


def rate(request: HttpRequest, movie_id: int, stars: float) -> None:
    """Keep a rating; the film leaves the visitor's lists."""
    with giver_of(request) as giver:
        if isinstance(giver, Guest):
            guest_services.rate(giver, movie_id=movie_id, stars=stars)
        else:
            services.rate_movie(user=giver, movie_id=movie_id, stars=stars)


def unrate(request: HttpRequest, movie_id: int) -> None:
    """Take a rating back; nothing happens when there is none."""
    with giver_of(request) as giver:
        if isinstance(giver, Guest):
            guest_services.remove_rating(giver, movie_id=movie_id)
        else:
            services.remove_rating(user=giver, movie_id=movie_id)


def add_to_list(request: HttpRequest, kind: ListKind, movie_id: int) -> None:
    """Put a film on a list; nothing happens when it is on it."""
    with giver_of(request) as giver:
        if isinstance(giver, Guest):
            guest_services.add_to_list(giver, kind, movie_id=movie_id)
        else:
            add_list_entry(kind, user=giver, movie_id=movie_id)


def remove_from_list(request: HttpRequest, kind: ListKind, movie_id: int) -> None:
    """Take a film off a list; nothing happens when it is not on it."""
    with giver_of(request) as giver:
        if isinstance(giver, Guest):
            guest_services.remove_from_list(giver, kind, movie_id=movie_id)
        else:
            remove_list_entry(kind, user=giver, movie_id=movie_id)


def onboarding_round(request: HttpRequest) -> OnboardingRound | None:
    """Where the visitor stands on the start page; None before their first answer there."""
    if request.user.is_authenticated:
        return onboarding.round_of_user(request.user)
    return onboarding.round_of_guest(cookie.key_of(request))


def remember_list(request: HttpRequest, movie_ids: tuple[int, ...]) -> None:
    """Keep the first films of the visitor's list as it was before a rating.

    A guest's list is not kept in a session: a late answer that opened one would end a sign-in.
    """
    if request.user.is_authenticated:
        request.session[_LIST_KEY] = movie_ids
    else:
        guest_services.remember_list(cookie.key_for(request), movie_ids)


def list_before(request: HttpRequest) -> tuple[int, ...]:
    """The first films of the visitor's list as it was before their last rating."""
    if request.user.is_authenticated:
        return tuple(request.session.get(_LIST_KEY, ()))
    return guests.list_before(cookie.key_of(request))
