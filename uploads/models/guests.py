"""Guests' data before they have an account, and the films that the start page offers to rate."""

from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from accounts.models import User
from catalog.models import Movie
from uploads.models.ratings import ListKind, NotInterested, WatchlistEntry

# The time after a sign-in during which earlier requests are passed on to the account.
LATE = timedelta(minutes=2)
# The field of GuestFilm that corresponds to each kind of list entry.
LIST_FIELDS: dict[ListKind, str] = {
    WatchlistEntry: "watchlisted_at",
    NotInterested: "not_interested_at",
}


class Guest(models.Model):
    """A browser without an account, identified by a key in its cookie; only the key's digest is stored.

    user: the account that took over the data, for a short time after the sign-in.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    active_at = models.DateTimeField(default=timezone.now, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="adopted_guests"
    )
    adopted_at = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return f"guest {self.pk}"

    @property
    def adopter(self) -> User | None:
        """Return the account that the guest has just signed in to; None for a guest."""
        if self.adopted_at is None or timezone.now() - self.adopted_at > LATE:
            return None
        return self.user


class GuestFilm(models.Model):
    """A guest's data on one film: stars, and when it was added to either list."""

    guest = models.ForeignKey(Guest, models.CASCADE, related_name="films")
    movie = models.ForeignKey(Movie, models.CASCADE, related_name="+")
    half_stars = models.PositiveSmallIntegerField(
        null=True, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    rated_at = models.DateTimeField(null=True)
    watchlisted_at = models.DateTimeField(null=True)
    not_interested_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["guest", "movie"], name="one_row_a_guest_and_film"),
            models.CheckConstraint(
                condition=models.Q(half_stars=None) | models.Q(half_stars__range=(1, 10)),
                name="guests_half_stars_from_1_to_10",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.movie_id} by guest {self.guest_id}"

    @property
    def is_empty(self) -> bool:
        return not (self.half_stars or self.watchlisted_at or self.not_interested_at)


class OnboardingRound(models.Model):
    """The films that the start page offers a user or a guest to rate.

    films: their ids by position, None for a free one; unseen: ids of films that they have not seen,
    oldest answer first.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="onboarding_round"
    )
    guest = models.OneToOneField(Guest, models.CASCADE, null=True, related_name="onboarding_round")
    films = models.JSONField(default=list)
    unseen = models.JSONField(default=list)
    begun_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(user=None, guest__isnull=False)
                | models.Q(user__isnull=False, guest=None),
                name="an_onboarding_round_has_one_owner",
            )
        ]

    def __str__(self) -> str:
        return f"onboarding of {self.user_id or self.guest}"
