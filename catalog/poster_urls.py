"""The URL of a film's poster, and the data of a drawn one."""

from django.urls import reverse

from catalog.models import Movie
from catalog.posters import PosterSubject


def poster_url(movie: Movie) -> str:
    """Return the URL of the stored image, else of the drawn one; uses neither database nor disk."""
    return reverse(f"catalog:poster{'-image' if movie.poster_file else ''}", args=[movie.pk])


def backdrop_url(movie: Movie) -> str:
    """Return the URL of the stored backdrop; empty without one."""
    return reverse("catalog:backdrop", args=[movie.pk]) if movie.backdrop_file else ""


def subject_of(movie: Movie) -> PosterSubject:
    """Return the data of a drawn poster; genres are in their prefetched or stored order."""
    genres = tuple(genre.name for genre in movie.genres.all())
    return PosterSubject(movie.pk, movie.title, movie.year, genres)
