"""The films that the start page offers to rate, stored so that concurrent requests lose no answer."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from accounts.personal_tokens import digest_of
from uploads.models import Guest, OnboardingRound

MOST_UNSEEN = 200  # the newest are kept: every page of questions reads them

Owner = User | Guest
Places = tuple[int | None, ...]  # ids of films; None for a free position


def round_of_user(user: User) -> OnboardingRound | None:
    return OnboardingRound.objects.filter(user=user).first()


def round_of_guest(key: str) -> OnboardingRound | None:
    """Return a guest's round; None for an empty key, without a query."""
    rounds = OnboardingRound.objects.filter(guest__digest=digest_of(key))
    return rounds.first() if key else None


def place_films(owner: Owner, *, before: Places, after: Places) -> None:
    """Set the films of positions, except those that another request changed since `before` was read.

    before and after: equally long.
    """
    _have_round(owner)
    with transaction.atomic():
        kept = _locked(owner)
        places: list[int | None] = kept.films or [None] * len(after)
        for at, (was, now) in enumerate(zip(before, after, strict=True)):
            is_free = now is None or now not in (*places, *kept.unseen)
            if places[at] == was and is_free:
                places[at] = now
        kept.films = places
        kept.save()


def skip_film(owner: Owner, movie_id: int) -> None:
    """Mark a film as not seen: its position becomes free, and the film is not offered again."""
    _have_round(owner)
    with transaction.atomic():
        kept = _locked(owner)
        kept.films = [None if one == movie_id else one for one in kept.films]
        kept.unseen = _newest(kept.unseen, [movie_id])
        kept.save()


def begin_round(owner: Owner) -> None:
    """Offer other films from now on; unseen ones are not offered again."""
    _have_round(owner)
    with transaction.atomic():
        kept = _locked(owner)
        kept.films, kept.begun_at = [], timezone.now()
        kept.save()


def adopt_round(guest: Guest, user: User) -> None:
    """Move the guest's round to an account; unseen films of both stay unseen."""
    given = OnboardingRound.objects.select_for_update().filter(guest=guest).first()
    if given is None:
        return
    _have_round(user)
    kept = _locked(user)
    kept.films, kept.begun_at = given.films, given.begun_at
    kept.unseen = _newest(kept.unseen, given.unseen)
    kept.save()
    given.delete()


def _newest(unseen: list[int], more: list[int]) -> list[int]:
    return [*(one for one in unseen if one not in more), *more][-MOST_UNSEEN:]


def _have_round(owner: Owner) -> None:
    """Create the round, before the transaction that locks it; see `guests.services.be_known`."""
    if not _rounds(owner).exists():
        row = (
            OnboardingRound(user=owner) if isinstance(owner, User) else OnboardingRound(guest=owner)
        )
        OnboardingRound.objects.bulk_create([row], ignore_conflicts=True)


def _locked(owner: Owner) -> OnboardingRound:
    return _rounds(owner).select_for_update().get()


def _rounds(owner: Owner) -> QuerySet[OnboardingRound]:
    if isinstance(owner, User):
        return OnboardingRound.objects.filter(user=owner)
    return OnboardingRound.objects.filter(guest=owner)
