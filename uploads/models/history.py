"""The history of users' ratings, change by change."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from catalog.models import Movie


class RatingChange(models.Model):
    """A new, changed or removed rating, with the data to undo it.

    before and after are half stars, None for no rating; rated_before, listed_before and
    unwanted_before: the times of the previous rating, of the watchlist entry, and of the "not
    interested" entry. A rating takes the film off both lists.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="changes")
    movie = models.ForeignKey(Movie, models.CASCADE, related_name="+")
    before = models.PositiveSmallIntegerField(null=True)
    after = models.PositiveSmallIntegerField(null=True)
    rated_before = models.DateTimeField(null=True)
    listed_before = models.DateTimeField(null=True)
    unwanted_before = models.DateTimeField(null=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["user", "-id"], name="changes_newest_first")]

    def __str__(self) -> str:
        return f"{self.before} to {self.after} for {self.movie_id} by {self.user_id}"

    @property
    def stars(self) -> float | None:
        """The stars; None for a removed rating."""
        return None if self.after is None else self.after / 2

    @property
    def stars_before(self) -> float | None:
        return None if self.before is None else self.before / 2
