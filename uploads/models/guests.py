"""What people give before they have an account, and the films that the start page asks about."""

from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from accounts.models import User
from catalog.models import Movie
from uploads.models.ratings import ListKind, NotInterested, WatchlistEntry

# How long after signing in a request that was on its way still finds the account.
LATE = timedelta(minutes=2)
# Which field of GuestFilm has what a list entry has for a user.
LIST_FIELDS: dict[ListKind, str] = {
    WatchlistEntry: "watchlisted_at",
    NotInterested: "not_interested_at",
}


class Guest(models.Model):
    """A browser without an account, known by a key in its cookie; only a digest of the key is kept.

    user: the account that took everything over, for a short time after the sign-in.
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
        """The account that they signed in to a moment ago; None for a guest."""
        if self.adopted_at is None or timezone.now() - self.adopted_at > LATE:
            return None
        return self.user


class GuestFilm(models.Model):
    """Everything a guest gave for one film: stars, and when it was put on either list."""

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
    """The films that the start page asks a user or a guest about.

    films: their ids by place, None where one made room; unseen: ids of films that they have not seen,
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
