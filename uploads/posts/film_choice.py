"""The film of a post: one of the catalogue, or a proposed one."""

from dataclasses import dataclass
from datetime import UTC, datetime

from catalog.additions import films_of_name
from catalog.models import Movie
from catalog.normalisation import normalised
from nextflex.base.errors import DomainError, NotFound
from uploads.images.metadata import plain_text
from uploads.models import Post

_LONGEST_TITLE = 300
FIRST_YEAR = 1870
_YEARS_AHEAD = 10


@dataclass(frozen=True, slots=True)
class Film:
    """A film. movie_id: of a film in the catalogue; else title, and year if known, of a proposed one."""

    movie_id: int | None = None
    title: str = ""
    year: int | None = None

    def put_on(self, post: Post) -> None:
        """Set the post's film; a new proposal needs a moderator's review."""
        post.movie_id, post.title, post.year = self.movie_id, self.title, self.year
        known = self.movie_id is not None
        post.moderation = Post.Moderation.NONE if known else Post.Moderation.WAITING
        post.reason = ""


def film_of(*, movie_id: int | None, title: str, year: int | None) -> Film:
    """Return a post's film; a title that names exactly one film of the catalogue refers to it.

    Raises NotFound for an unknown id, and DomainError when neither or both are given, for a title
    without a letter, and for an impossible year.
    """
    title = plain_text(title, longest=_LONGEST_TITLE)
    if movie_id is not None:
        if title:
            raise DomainError("Give either `movie` or `title`, not both.")
        if not Movie.objects.shown().filter(pk=movie_id).exists():
            raise NotFound(f"Unknown film {movie_id}.")
        return Film(movie_id)
    if not normalised(title):
        raise DomainError("Give the id of a film (movie) or the title of a new one.")
    last = datetime.now(UTC).year + _YEARS_AHEAD
    if year is not None and not FIRST_YEAR <= year <= last:
        raise DomainError(f"{year} is not a valid year; give one from {FIRST_YEAR} to {last}.")
    named = [movie for movie in films_of_name(title, year) if not movie.is_hidden]
    return Film(named[0].pk) if len(named) == 1 else Film(None, title, year)
