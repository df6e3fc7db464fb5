"""A film's poster: where it is, and what it is drawn from."""

from django.urls import reverse

from catalog.models import Movie
from catalog.posters import PosterSubject


def poster_url(movie: Movie) -> str:
    return reverse("catalog:poster", args=[movie.pk])


def subject_of(movie: Movie) -> PosterSubject:
    """Its genres come in the order in which they are prefetched or stored."""
    genres = tuple(genre.name for genre in movie.genres.all())
    return PosterSubject(movie.pk, movie.title, movie.year, genres)
