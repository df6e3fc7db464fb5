"""Changes to guests' data: one row per film, written under a lock on the guest.

The lock prevents lost updates. Locks are taken in one order everywhere: the guest, their onboarding
round, then films by their ids.
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
    """Yield the guest with this key, locked for one action; a guest's actions take turns.

    Just after a sign-in, it yields the account instead, for requests that were already on their way.
    """
    be_known(key)
    with transaction.atomic():
        guest = locked_guest(key)
        yield guest.adopter or guest


def locked_guest(key: str) -> Guest:
    """Return a known guest, locked until the transaction ends; one who signed in earlier is reset."""
    guest = Guest.objects.select_for_update().get(digest=digest_of(key))
    if guest.user_id is not None and guest.adopter is None:
        guest.user, guest.adopted_at = None, None
        guest.save(update_fields=["user", "adopted_at"])
    return guest


def be_known(key: str) -> None:
    """Create or refresh the guest's row, so that no clean-up deletes it.

    Not in the transaction that locks it: on MySQL, concurrent inserts of one row would each keep a
    share of its lock and wait for the others' shares.
    """
    digest, now = digest_of(key), timezone.now()
    if not Guest.objects.filter(digest=digest).update(active_at=now):
        Guest.objects.bulk_create([Guest(digest=digest, active_at=now)], ignore_conflicts=True)


def rate(guest: Guest, *, movie_id: int, stars: float) -> None:
    """Rate a film and take it off both lists. Repeating the same stars keeps the first rating's time.

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
    """Remove a rating, if there is one. Raises NotFound for an unknown film."""
    row = _row(guest, movie_id)
    row.half_stars = row.rated_at = None
    _write(row)


def add_to_list(guest: Guest, kind: ListKind, *, movie_id: int) -> None:
    """Add a film to a list; a film already on it keeps its place. Raises NotFound and TooManyFilms."""
    row = _row(guest, movie_id)
    if getattr(row, LIST_FIELDS[kind]) is None:
        setattr(row, LIST_FIELDS[kind], timezone.now())
    _write(row)


def remove_from_list(guest: Guest, kind: ListKind, *, movie_id: int) -> None:
    """Remove a film from a list, if it is on it. Raises NotFound for an unknown film."""
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
    """Delete guests whose cookie has expired and guests who have since signed up."""
    adopted = now - _ADOPTED_KEPT_FOR
    old = Q(active_at__lt=now - KEPT_FOR) | Q(adopted_at__lt=adopted, active_at__lt=adopted)
    swept = 0
    while True:
        with transaction.atomic():  # locked first: a guest who becomes active meanwhile stays
            rows = Guest.objects.select_for_update().filter(old).order_by("pk")
            keys = list(rows.values_list("pk", flat=True)[:_SWEPT_AT_ONCE])
            Guest.objects.filter(pk__in=keys).delete()
        swept += len(keys)
        if len(keys) < _SWEPT_AT_ONCE:
            return swept


def _row(guest: Guest, movie_id: int) -> GuestFilm:
    """Return the guest's row of a film.

    The film is locked, so that it is not deleted or merged meanwhile.
    """
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
