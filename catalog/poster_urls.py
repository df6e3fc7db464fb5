"""A film's poster: where it is, and what it is drawn from."""

from catalog.models import Movie
from catalog.posters import PosterSubject
from nextflex.base.paths import path_of


def poster_url(movie: Movie) -> str:
    """The image that we hold, else the drawn one; asks neither database nor disk."""
    return path_of("catalog:poster-image" if movie.poster_file else "catalog:poster", movie.pk)


def backdrop_url(movie: Movie) -> str:
    """Empty when we hold none."""
    return path_of("catalog:backdrop", movie.pk) if movie.backdrop_file else ""


def subject_of(movie: Movie) -> PosterSubject:
    return PosterSubject(movie.pk, movie.title, movie.year, movie.genre_names)
