"""Transfer a guest's data to the account that they sign in to."""

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


# Signals, because accounts must not import ratings, and every sign-in method counts.
@receiver(user_logged_in)
def adopt_on_sign_in(sender: Any, request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    key = cookie.key_of(request) if request else ""
    if request and key:
        adopt(key, user)
        cookie.drop_key(request)


@receiver(user_logged_out)
def forget_on_sign_out(sender: Any, user: User | None, **kwargs: Any) -> None:
    """Unlink the guest key, so that the browser's next user does not act for this account."""
    if user and user.pk:  # a deleted account has no key any more
        Guest.objects.filter(user=user).update(user=None, adopted_at=None)


def adopt(key: str, user: User) -> None:
    """Transfer all of a guest's data to an account, in one transaction.

    The guest's row stays for a while, even without ratings: concurrent requests find the account by it.
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
    # After the ratings, which take films off the lists: a guest listed a rated film on purpose.
    for kind in LIST_KINDS:
        adopt_list_entries(kind, user, given.listed(kind))


def _lock(movie_ids: list[int]) -> None:
    """Lock all films before the first is rated, in the order of their ids, to avoid deadlocks."""
    rows = Movie.objects.select_for_update().filter(pk__in=movie_ids).order_by("pk")
    list(rows.values_list("pk", flat=True))
