"""The URL of a film's poster, and the data of a drawn one."""

from catalog.models import Movie
from catalog.posters import PosterSubject
from nextflex.base.paths import path_of


def poster_url(movie: Movie) -> str:
    """Return the URL of the stored image, else of the drawn one; uses neither database nor disk."""
    return path_of("catalog:poster-image" if movie.poster_file else "catalog:poster", movie.pk)


def backdrop_url(movie: Movie) -> str:
    """Return the URL of the stored backdrop; empty without one."""
    return path_of("catalog:backdrop", movie.pk) if movie.backdrop_file else ""


def subject_of(movie: Movie) -> PosterSubject:
    """Return the data of a drawn poster."""
    return PosterSubject(movie.pk, movie.title, movie.year, movie.genre_names)
