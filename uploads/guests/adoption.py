"""Handing what a guest gave to the account that they sign in to."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from accounts.models import User
from catalog.models import Movie
from uploads import onboarding
from uploads.guests import cookie
from uploads.guests.selectors import activity_in
from uploads.guests.services import be_known, locked_guest
from uploads.lists.services import adopt_list_entries
from uploads.models import LIST_KINDS, Guest, GuestFilm
from uploads.ratings.services import adopt_ratings


# Signals, because accounts must not know of ratings and any way of signing in counts.
@receiver(user_logged_in)
def adopt_on_sign_in(sender: Any, request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    key = cookie.key_of(request) if request else ""
    if request and key:
        adopt(key, user)
        cookie.drop_key(request)


@receiver(user_logged_out)
def forget_on_sign_out(sender: Any, user: User | None, **kwargs: Any) -> None:
    """Unlink the guest key, so that the browser's next user does not act for this account."""
    if user and user.pk:  # an account that was just deleted has no key any more
        Guest.objects.filter(user=user).update(user=None, adopted_at=None)


def adopt(key: str, user: User) -> None:
    """Give an account everything that a guest gave, at once.

    The guest's row stays for a while, even without ratings: requests that were on their way
    find the account by it.
    """
    be_known(key)
    with transaction.atomic():
        guest = locked_guest(key)
        onboarding.adopt_round(guest, user)
        if films := list(guest.films.all()):
            _adopt_films(films, user)
            guest.films.all().delete()
        guest.user, guest.adopted_at = user, timezone.now()
        guest.save()


def _adopt_films(films: list[GuestFilm], user: User) -> None:
    _lock([film.movie_id for film in films])
    given = activity_in(films)
    adopt_ratings(user, given.history)
    # After the ratings, which take films off the lists: a guest who listed a rated film meant it.
    for kind in LIST_KINDS:
        adopt_list_entries(kind, user, given.listed(kind))


def _lock(movie_ids: list[int]) -> None:
    """All films before the first is rated, by their ids, as others who lock several do."""
    rows = Movie.objects.select_for_update().filter(pk__in=movie_ids).order_by("pk")
    list(rows.values_list("pk", flat=True))
