"""When people watched films."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from catalog.models import Movie


class Viewing(models.Model):
    """One time that a person watched a film; several of one film are rewatches.

    watched_on: None when the day is unknown; such a row only says that the film was seen, and counts
    for nothing beside one that has a day. Most sites give a day without a time.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="viewings")
    # As with ratings: deleting the film would lose what people did.
    movie = models.ForeignKey(Movie, models.PROTECT, related_name="viewings")
    watched_on = models.DateField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        # Databases take two unknown days for different ones; there the film's lock keeps the row single.
        constraints = [
            models.UniqueConstraint(
                fields=["user", "movie", "watched_on"], name="one_viewing_a_user_film_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.movie_id} by {self.user_id} on {self.watched_on or 'an unknown day'}"
