"""Users' private notes on films."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from catalog.models import Movie

LONGEST_NOTE = 5_000


class FilmNote(models.Model):
    """A user's note on a film, visible only to them."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notes")
    # As with ratings: deleting the film would lose users' notes.
    movie = models.ForeignKey(Movie, models.PROTECT, related_name="notes")
    text = models.TextField(max_length=LONGEST_NOTE)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "movie"], name="one_note_a_user_and_film")
        ]

    def __str__(self) -> str:
        return f"{self.movie_id} by {self.user_id}"
