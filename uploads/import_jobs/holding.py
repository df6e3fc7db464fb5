"""What somebody has already of the films that a file tells of."""

from collections.abc import Collection

from uploads.import_jobs.settling import NOTHING, Held
from uploads.models import FilmNote, Rating, WatchlistEntry


def held_by(user_id: int, movie_ids: Collection[int] | None = None) -> dict[int, Held]:
    """By film; of all films when none are named. Three queries."""
    ratings = Rating.objects.filter(user_id=user_id)
    notes = FilmNote.objects.filter(user_id=user_id)
    listed = WatchlistEntry.objects.filter(user_id=user_id)
    if movie_ids is not None:
        ratings, notes, listed = (
            ratings.filter(movie_id__in=movie_ids),
            notes.filter(movie_id__in=movie_ids),
            listed.filter(movie_id__in=movie_ids),
        )
    rated = {
        pk: (half, at) for pk, half, at in ratings.values_list("movie", "half_stars", "rated_at")
    }
    noted = set(notes.values_list("movie_id", flat=True))
    wished = dict(listed.values_list("movie_id", "created_at"))
    held = {}
    for pk in rated.keys() | noted | wished.keys():
        half_stars, rated_at = rated.get(pk, (None, None))
        held[pk] = Held(half_stars, rated_at, has_note=pk in noted, listed_at=wished.get(pk))
    return held


def held_of(user_id: int, movie_id: int) -> Held:
    return held_by(user_id, [movie_id]).get(movie_id, NOTHING)
