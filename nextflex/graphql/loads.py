"""Load related data of films, people and genres, for any number of them in one query."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import TypeVar

from django.db.models import Count, F, OrderBy, QuerySet, Window
from django.db.models.functions import RowNumber

from accounts.models import User
from catalog.models import Credit, ExternalId, Genre, Language, Movie, MovieKeyword, Person
from catalog.selectors import films
from uploads.ratings.selectors import stars_by
from uploads.viewings import days_by

One = TypeVar("One")


def films_by_key(movie_ids: Collection[int]) -> dict[int, Movie]:
    return films().in_bulk(movie_ids)


def people_by_key(person_ids: Collection[int]) -> dict[int, Person]:
    return Person.objects.in_bulk(person_ids)


def genres_by_key(genre_ids: Collection[int]) -> dict[int, Genre]:
    return Genre.objects.in_bulk(genre_ids)


def films_with_texts(movie_ids: Collection[int]) -> dict[int, Movie]:
    """Return films with fields that are too long for a list: overviews and countries."""
    given = Movie.objects.select_related("tmdb").only("overview", "countries", "tmdb__overview")
    return given.in_bulk(movie_ids)


def genres_of(movie_ids: Collection[int]) -> dict[int, list[Genre]]:
    links = Movie.genres.through.objects.filter(movie__in=movie_ids).select_related("genre")
    return _grouped((link.movie_id, link.genre) for link in links.order_by("genre__name"))


def languages_of(movie_ids: Collection[int]) -> dict[int, list[str]]:
    spoken = Language.movies.through.objects.filter(movie__in=movie_ids)
    return _grouped(spoken.order_by("language__name").values_list("movie_id", "language__code"))


def keywords_of(movie_ids: Collection[int], first: int) -> dict[int, list[str]]:
    place = Window(RowNumber(), partition_by="movie", order_by="keyword__name")
    links = MovieKeyword.objects.filter(movie__in=movie_ids).annotate(place=place)
    first_ones = links.filter(place__lte=first).order_by("keyword__name")
    return _grouped(first_ones.values_list("movie_id", "keyword__name"))


def external_ids_of(movie_ids: Collection[int]) -> dict[int, list[ExternalId]]:
    known = ExternalId.objects.filter(movie__in=movie_ids).order_by("source", "external_id")
    return _grouped((one.movie_id, one) for one in known)


def cast_of(movie_ids: Collection[int], first: int) -> dict[int, list[Credit]]:
    return _credits_of_films(movie_ids, first, acting=True)


def crew_of(movie_ids: Collection[int], first: int) -> dict[int, list[Credit]]:
    return _credits_of_films(movie_ids, first, acting=False)


def _credits_of_films(
    movie_ids: Collection[int], first: int, *, acting: bool
) -> dict[int, list[Credit]]:
    place = Window(RowNumber(), partition_by="movie", order_by=["order", "pk"])
    made = Credit.objects.filter(movie__in=movie_ids)
    actors = {"role": Credit.Role.ACTOR}
    made = made.filter(**actors) if acting else made.exclude(**actors)
    first_ones = made.annotate(place=place).filter(place__lte=first).order_by("order", "pk")
    return _grouped((credit.movie_id, credit) for credit in first_ones)


def credits_of_people(person_ids: Collection[int], first: int) -> dict[int, list[Credit]]:
    """Return the credits of each person's newest films, ordered like `catalog.filmography`."""
    newest_first: list[OrderBy | str] = [
        F("movie__year").desc(nulls_last=True),
        "movie__sort_title",
        "pk",
    ]
    place = Window(RowNumber(), partition_by="person", order_by=newest_first)
    made = _credits_shown(person_ids).annotate(place=place)
    first_ones = made.filter(place__lte=first).order_by(*newest_first)
    return _grouped((credit.person_id, credit) for credit in first_ones)


def _credits_shown(person_ids: Collection[int]) -> QuerySet[Credit]:
    return Credit.objects.filter(person__in=person_ids, movie__is_hidden=False)


def numbers_of_films_by_people(person_ids: Collection[int]) -> dict[int, int]:
    made = _credits_shown(person_ids).order_by().values_list("person_id")
    return dict(made.annotate(Count("movie", distinct=True)))


def numbers_of_films_of_genres(genre_ids: Collection[int]) -> dict[int, int]:
    shown = Movie.genres.through.objects.filter(movie__is_hidden=False)
    links = shown.filter(genre__in=genre_ids).order_by()
    return dict(links.values_list("genre_id").annotate(Count("pk")))


def stars_of(movie_ids: Collection[int], user: User) -> dict[int, float]:
    return stars_by(user, movie_ids)


def days_of(movie_ids: Collection[int], user: User) -> dict[int, list[date]]:
    return days_by(user, movie_ids)


def _grouped(pairs: Iterable[tuple[int, One]]) -> dict[int, list[One]]:
    groups: dict[int, list[One]] = defaultdict(list)
    for key, one in pairs:
        groups[key].append(one)
    return groups
