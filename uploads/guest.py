"""What a guest rates before they have an account: it waits in their session."""

import time
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from accounts.models import User
from catalog.models import Movie
from nextflex.errors import NotFound
from recommender.core.data.picks import Rated
from uploads.services import adopt_ratings, halves_of

_SESSION_KEY = "guest_ratings"
_MOST = 200  # the newest are kept; a session is read at every request


def history_of_guest(request: HttpRequest) -> list[Rated]:
    """What the guest rated, oldest first."""
    entries = request.session.get(_SESSION_KEY, {})
    history = [Rated(int(key), stars, at_s) for key, (stars, at_s) in entries.items()]
    return sorted(history, key=lambda one: one.at_s)


def rate_as_guest(request: HttpRequest, movie_id: int, stars: float) -> None:
    """Raises NotFound for an unknown film and DomainError for stars not 0.5 to 5 in halves."""
    halves_of(stars)
    if not Movie.objects.filter(pk=movie_id).exists():
        raise NotFound(f"There is no film {movie_id}.")
    entries = dict(request.session.get(_SESSION_KEY, {}))
    entries[str(movie_id)] = (stars, int(time.time()))
    newest = sorted(entries.items(), key=lambda entry: entry[1][1])[-_MOST:]
    request.session[_SESSION_KEY] = dict(newest)


def unrate_as_guest(request: HttpRequest, movie_id: int) -> None:
    if _SESSION_KEY in request.session:
        request.session[_SESSION_KEY].pop(str(movie_id), None)
        request.session.modified = True


# A signal, because accounts must not know of ratings and any way of signing in counts.
@receiver(user_logged_in)
def keep_guest_ratings(sender: Any, request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    """Hand what a guest rated to the account that they signed in to."""
    if request is None or not hasattr(request, "session"):
        return
    history = history_of_guest(request)
    if history:
        adopt_ratings(user, history)
        request.session.pop(_SESSION_KEY, None)
