"""Ratings and lists of users."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from catalog.models import Movie


class RatingQuerySet(models.QuerySet["Rating"]):
    def newest_first(self) -> "RatingQuerySet":
        return self.order_by("-rated_at", "-id")


class Rating(models.Model):
    """One user's rating of one film, stored as half stars from 1 to 10."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="ratings")
    # A rated film is merged into another or kept; deleting it would lose its ratings.
    movie = models.ForeignKey(Movie, models.PROTECT, related_name="ratings")
    half_stars = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    rated_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = RatingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "movie"], name="one_rating_a_user_and_film"),
            models.CheckConstraint(
                condition=models.Q(half_stars__range=(1, 10)), name="half_stars_from_1_to_10"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stars:g} for {self.movie_id} by {self.user_id}"

    @property
    def stars(self) -> float:
        return self.half_stars / 2


class ListEntry(models.Model):
    """A film on one of a user's lists; deleted with the film or the user."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    movie = models.ForeignKey(Movie, models.CASCADE)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["user", "movie"], name="one_%(class)s_a_user_and_film")
        ]

    def __str__(self) -> str:
        return f"{self.movie_id} by {self.user_id}"


class WatchlistEntry(ListEntry):
    """A film that a user wants to watch. It may be recommended."""


class NotInterested(ListEntry):
    """A film that a user does not want recommended. Browsing and searching still find it."""


ListKind = type[WatchlistEntry] | type[NotInterested]
LIST_KINDS: tuple[ListKind, ...] = (WatchlistEntry, NotInterested)
