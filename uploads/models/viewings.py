"""Viewings of films by users."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from catalog.models import Movie


class Viewing(models.Model):
    """One viewing of a film by a user; further ones of the same film are rewatches.

    watched_on: None when the day is unknown; such a row only shows that the film was seen, and does not
    count beside one with a day. Most sites export a day without a time.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="viewings")
    # As with ratings: deleting the film would lose users' data.
    movie = models.ForeignKey(Movie, models.PROTECT, related_name="viewings")
    watched_on = models.DateField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        # Databases treat two unknown days as different; the lock on the film keeps that row unique.
        constraints = [
            models.UniqueConstraint(
                fields=["user", "movie", "watched_on"], name="one_viewing_a_user_film_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.movie_id} by {self.user_id} on {self.watched_on or 'an unknown day'}"
