"""What guests give: a row a film, written under a lock on the guest, so that no act of theirs is lost.

Locks are taken in one order everywhere: the guest, their onboarding round, then films by their ids.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from http import HTTPStatus

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from accounts.personal_tokens import digest_of
from catalog.models import Movie
from nextflex.base.errors import DomainError, NotFound
from uploads.guests.cookie import KEPT_FOR
from uploads.models import Guest, GuestFilm, ListKind
from uploads.models.guests import LIST_FIELDS
from uploads.ratings.services import halves_of

MOST_FILMS = 500
_ADOPTED_KEPT_FOR = timedelta(hours=1)
_SWEPT_AT_ONCE = 500


class TooManyFilms(DomainError):
    status = HTTPStatus.CONFLICT
    code = "too_many_films"


@contextmanager
def giver(key: str) -> Iterator[User | Guest]:
    """The guest with this key, locked for the act: all their acts take turns.

    Who signed in a moment ago acts for their account: the request was on its way already.
    """
    be_known(key)
    with transaction.atomic():
        guest = locked_guest(key)
        yield guest.adopter or guest


def locked_guest(key: str) -> Guest:
    """A known guest, locked until the transaction ends. One who signed in a while ago begins anew."""
    guest = Guest.objects.select_for_update().get(digest=digest_of(key))
    if guest.user_id is not None and guest.adopter is None:
        guest.user, guest.adopted_at = None, None
        guest.save(update_fields=["user", "adopted_at"])
    return guest


def be_known(key: str) -> None:
    """Have a row, fresh enough to outlive every sweep.

    Not in the transaction that locks it: on MySQL, those who insert one row at once would each keep a
    share of its lock and wait for the others'.
    """
    digest, now = digest_of(key), timezone.now()
    if not Guest.objects.filter(digest=digest).update(active_at=now):
        Guest.objects.bulk_create([Guest(digest=digest, active_at=now)], ignore_conflicts=True)


def rate(guest: Guest, *, movie_id: int, stars: float) -> None:
    """Give a film stars; it leaves both lists. The same stars again leave the first rating's time.

    Raises NotFound for an unknown film, DomainError for stars that are not 0.5 to 5 in halves, and
    TooManyFilms.
    """
    half_stars = halves_of(stars)
    row = _row(guest, movie_id)
    if row.half_stars != half_stars:
        row.half_stars, row.rated_at = half_stars, timezone.now()
    row.watchlisted_at = row.not_interested_at = None
    _write(row)


def remove_rating(guest: Guest, *, movie_id: int) -> None:
    """Take a rating back; nothing happens when there is none. Raises NotFound for an unknown film."""
    row = _row(guest, movie_id)
    row.half_stars = row.rated_at = None
    _write(row)


def add_to_list(guest: Guest, kind: ListKind, *, movie_id: int) -> None:
    """A film that is on the list keeps its place. Raises NotFound and TooManyFilms."""
    row = _row(guest, movie_id)
    if getattr(row, LIST_FIELDS[kind]) is None:
        setattr(row, LIST_FIELDS[kind], timezone.now())
    _write(row)


def remove_from_list(guest: Guest, kind: ListKind, *, movie_id: int) -> None:
    """Nothing happens when the film is not on it. Raises NotFound for an unknown film."""
    row = _row(guest, movie_id)
    setattr(row, LIST_FIELDS[kind], None)
    _write(row)


@transaction.atomic
def move_guest_films(from_movie_id: int, to_movie_id: int) -> None:
    """Reassign the duplicate film's rows; if a guest has both, the later rating and entry are kept."""
    there = {row.guest_id: row for row in GuestFilm.objects.filter(movie_id=to_movie_id)}
    for row in GuestFilm.objects.filter(movie_id=from_movie_id):
        kept = there.get(row.guest_id)
        if kept is None:
            GuestFilm.objects.filter(pk=row.pk).update(movie_id=to_movie_id)
            continue
        row.delete()
        if _later(row.rated_at, kept.rated_at):
            kept.half_stars, kept.rated_at = row.half_stars, row.rated_at
        for field in LIST_FIELDS.values():
            if _later(getattr(row, field), getattr(kept, field)):
                setattr(kept, field, getattr(row, field))
        kept.save()


def sweep_guests(*, now: datetime) -> int:
    """Forget guests whose cookie has expired since their last act, and those who have accounts now."""
    adopted = now - _ADOPTED_KEPT_FOR
    old = Q(active_at__lt=now - KEPT_FOR) | Q(adopted_at__lt=adopted, active_at__lt=adopted)
    swept = 0
    while True:
        with transaction.atomic():  # locked first: a guest who acts meanwhile stays
            rows = Guest.objects.select_for_update().filter(old).order_by("pk")
            keys = list(rows.values_list("pk", flat=True)[:_SWEPT_AT_ONCE])
            Guest.objects.filter(pk__in=keys).delete()
        swept += len(keys)
        if len(keys) < _SWEPT_AT_ONCE:
            return swept


def _row(guest: Guest, movie_id: int) -> GuestFilm:
    """What they gave for a film, which is locked so that it is neither deleted nor merged meanwhile."""
    if not Movie.objects.shown().select_for_update().filter(pk=movie_id).exists():
        raise NotFound(f"Unknown film {movie_id}.")
    found = GuestFilm.objects.filter(guest=guest, movie_id=movie_id).first()
    return found or GuestFilm(guest=guest, movie_id=movie_id)


def _write(row: GuestFilm) -> None:
    if row.is_empty:
        if row.pk:
            row.delete()
    elif row.pk or row.guest.films.count() < MOST_FILMS:
        row.save()
    else:
        raise TooManyFilms(
            f"You have rated or listed {MOST_FILMS} films, the maximum without an account. Sign "
            "up to keep them and add more."
        )


def _later(this: datetime | None, that: datetime | None) -> bool:
    return this is not None and (that is None or this > that)
