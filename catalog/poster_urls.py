"""A film's poster: where it is, and what it is drawn from."""

from django.urls import reverse

from catalog.models import Movie
from catalog.posters import PosterSubject


def poster_url(movie: Movie) -> str:
    """The image that we hold, else the drawn one; asks neither database nor disk."""
    return reverse(f"catalog:poster{'-image' if movie.poster_file else ''}", args=[movie.pk])


def backdrop_url(movie: Movie) -> str:
    """Empty when we hold none."""
    return reverse("catalog:backdrop", args=[movie.pk]) if movie.backdrop_file else ""


def subject_of(movie: Movie) -> PosterSubject:
    """Its genres come in the order in which they are prefetched or stored."""
    genres = tuple(genre.name for genre in movie.genres.all())
    return PosterSubject(movie.pk, movie.title, movie.year, genres)
