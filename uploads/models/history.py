"""What became of people's ratings, change by change."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from catalog.models import Movie


class RatingChange(models.Model):
    """That somebody gave a film stars, others, or took them back: what undoing needs to know.

    before and after are half stars, None for no rating; rated_before, listed_before and unwanted_before:
    since when the film had been rated so, on the watchlist, and among those not of interest. A rating
    takes it off both lists.
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
        """None when the rating was taken back."""
        return None if self.after is None else self.after / 2

    @property
    def stars_before(self) -> float | None:
        return None if self.before is None else self.before / 2
