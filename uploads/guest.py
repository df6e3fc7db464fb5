"""What a guest rates and lists before they have an account: it waits in their session."""

import time
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from accounts.models import User
from catalog.models import Movie
from nextflex.errors import NotFound
from recommender.core.data.picks import Rated
from uploads.models import MARK_KINDS, MarkKind, NotInterested, WatchlistEntry
from uploads.services import adopt_marks, adopt_ratings, halves_of

_SESSION_KEY = "guest_ratings"
_LIST_KEYS: dict[MarkKind, str] = {
    WatchlistEntry: "guest_watchlist",
    NotInterested: "guest_not_interested",
}
_MOST = 200  # the newest are kept; a session is read at every request


def history_of_guest(request: HttpRequest) -> list[Rated]:
    """What the guest rated, oldest first."""
    entries = request.session.get(_SESSION_KEY, {})
    history = [Rated(int(key), stars, at_s) for key, (stars, at_s) in entries.items()]
    return sorted(history, key=lambda one: one.at_s)


def rate_as_guest(request: HttpRequest, movie_id: int, stars: float) -> None:
    """The film leaves the guest's watchlist and the films that do not interest them.

    Raises NotFound for an unknown film and DomainError for stars not 0.5 to 5 in halves.
    """
    halves_of(stars)
    _require(movie_id)
    entries = dict(request.session.get(_SESSION_KEY, {}))
    entries[str(movie_id)] = (stars, int(time.time()))
    newest = sorted(entries.items(), key=lambda entry: entry[1][1])[-_MOST:]
    request.session[_SESSION_KEY] = dict(newest)
    for kind in MARK_KINDS:
        unmark_as_guest(request, kind, movie_id)


def unrate_as_guest(request: HttpRequest, movie_id: int) -> None:
    _drop(request, _SESSION_KEY, movie_id)


def marks_of_guest(request: HttpRequest, kind: MarkKind) -> dict[int, int]:
    """When the guest put each film on a list, in seconds since 1970, oldest first."""
    entries = request.session.get(_LIST_KEYS[kind], {})
    return {int(key): at_s for key, at_s in entries.items()}


def mark_as_guest(request: HttpRequest, kind: MarkKind, movie_id: int) -> None:
    """Put a film on a list; one that is on it keeps its place. Raises NotFound for an unknown film."""
    _require(movie_id)
    entries = dict(request.session.get(_LIST_KEYS[kind], {}))
    entries.setdefault(str(movie_id), int(time.time()))
    request.session[_LIST_KEYS[kind]] = dict(list(entries.items())[-_MOST:])


def unmark_as_guest(request: HttpRequest, kind: MarkKind, movie_id: int) -> None:
    _drop(request, _LIST_KEYS[kind], movie_id)


def _require(movie_id: int) -> None:
    if not Movie.objects.shown().filter(pk=movie_id).exists():
        raise NotFound(f"There is no film {movie_id}.")


def _drop(request: HttpRequest, key: str, movie_id: int) -> None:
    if key in request.session:
        request.session[key].pop(str(movie_id), None)
        request.session.modified = True


# A signal, because accounts must not know of ratings and any way of signing in counts.
@receiver(user_logged_in)
def keep_what_a_guest_gave(
    sender: Any, request: HttpRequest | None, user: User, **kwargs: Any
) -> None:
    """Hand what a guest rated and listed to the account that they signed in to."""
    if request is None or not hasattr(request, "session"):
        return
    adopt_ratings(user, history_of_guest(request))
    # After the ratings, which take films off the watchlist: who listed a rated film meant it.
    for kind in MARK_KINDS:
        adopt_marks(kind, user, marks_of_guest(request, kind))
    for key in (_SESSION_KEY, *_LIST_KEYS.values()):
        request.session.pop(key, None)
