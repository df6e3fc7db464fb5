"""Notes on films: private to each user."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from catalog.models import Movie
from nextflex.base.errors import DomainError, NotFound
from uploads.models import FilmNote
from uploads.models.notes import LONGEST_NOTE


def notes_of(user: User) -> QuerySet[FilmNote]:
    """Return notes with their films, newest first; an edited note keeps its position."""
    rows = FilmNote.objects.filter(user=user, movie__is_hidden=False)
    return rows.select_related("movie__stats").order_by("-id")


def texts_of(user: User) -> dict[int, str]:
    """Return the user's note texts by film."""
    return dict(FilmNote.objects.filter(user=user).values_list("movie_id", "text"))


def note_by(user: User, movie_id: int) -> FilmNote | None:
    return notes_of(user).filter(movie_id=movie_id).first()


def write_note(*, user: User, movie_id: int, text: str) -> FilmNote:
    """Write a note, replacing the previous one.

    Raises NotFound for an unknown film, and DomainError for an empty or too long text.
    """
    _require(movie_id)
    text = text.replace("\r\n", "\n").strip()
    if not 0 < len(text) <= LONGEST_NOTE:
        raise DomainError(
            f"A note must have 1 to {LONGEST_NOTE:,} characters; this one has {len(text):,}."
        )
    note, _ = FilmNote.objects.update_or_create(
        user=user, movie_id=movie_id, defaults={"text": text, "updated_at": timezone.now()}
    )
    return note


def write_unless_there(*, user: User, movie_id: int, text: str) -> bool:
    """Import a review as a note; return False, and keep the user's own note, where there is one."""
    _, is_written = FilmNote.objects.get_or_create(
        user=user, movie_id=movie_id, defaults={"text": text}
    )
    return is_written


def remove_note(*, user: User, movie_id: int) -> bool:
    """Delete a note. False when there was none. Raises NotFound for an unknown film."""
    _require(movie_id)
    removed, _ = FilmNote.objects.filter(user=user, movie_id=movie_id).delete()
    return bool(removed)


@transaction.atomic
def move_notes(from_movie_id: int, to_movie_id: int) -> None:
    """Reassign the duplicate film's notes; if a user has both, they are joined."""
    kept = {note.user_id: note for note in FilmNote.objects.filter(movie_id=to_movie_id)}
    for note in FilmNote.objects.filter(movie_id=from_movie_id):
        other = kept.get(note.user_id)
        if other is None:
            FilmNote.objects.filter(pk=note.pk).update(movie_id=to_movie_id)
            continue
        other.text = f"{other.text}\n\n{note.text}"[:LONGEST_NOTE]
        other.save(update_fields=["text"])
        note.delete()


def _require(movie_id: int) -> None:
    if not Movie.objects.shown().filter(pk=movie_id).exists():
        raise NotFound(f"Unknown film {movie_id}.")
