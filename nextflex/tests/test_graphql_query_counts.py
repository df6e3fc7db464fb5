"""However many rows a list has, and whatever hangs on them, GraphQL asks the database as often."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from catalog.models import Credit, ExternalId, Genre, Keyword, Language, MovieKeyword, Person
from tests.builders import make_movies, make_rating
from tests.engine_fixture import Camps
from tests.graphql_api import data
from uploads.lists.services import add_list_entry
from uploads.models import LIST_KINDS
from uploads.viewings import mark_seen

pytestmark = pytest.mark.django_db

FILM = """title poster ratingMean histogram overview attribution countries languages myRating
    genres{name films} keywords(first: 3) externalIds{source externalId}
    cast(first: 2){person{name films} movie{genres{name}}} few: cast(first: 1){role}
    crew(first: 2){person{name credits(first: 2){role movie{title genres{name}}}}}"""
RECOMMENDED = f"results{{movie{{{FILM}}} because{{trait movie{{genres{{name}}}}}}}}"
LISTS = {
    "movies": f"{{movies(pageSize: 50){{count hasNext results{{{FILM}}}}}}}",
    "searched": f'{{movies(pageSize: 50, filter: {{q: "film"}}){{results{{{FILM}}}}}}}',
    "genres": "{genres(pageSize: 50){results{name films}}}",
    "people": "{people(pageSize: 50){results{name films credits(first: 2){movie{title year}}}}}",
    "chart": f"{{chart(name: POPULAR, k: 50){{{RECOMMENDED}}}}}",
    "groups of films": "{ratingsBy(group: FILM, pageSize: 50)"
    f"{{count results{{min max movie{{{FILM}}}}}}}}}",
    "groups of genres": "{ratingsBy(group: GENRE, pageSize: 50)"
    "{results{min max mean genre{name films}}}}",
    "my ratings": f"{{me{{ratings(pageSize: 50){{count results{{rating movie{{{FILM}}}}}}}}}}}",
    "my watchlist": f"{{me{{watchlist(pageSize: 50){{results{{addedAt movie{{{FILM}}}}}}}}}}}",
    "not for me": f"{{me{{notInterested(pageSize: 50){{results{{movie{{{FILM}}}}}}}}}}}",
    "seen": f"{{me{{seen(pageSize: 50){{results{{watchedOn dates addedAt movie{{{FILM}}}}}}}}}}}",
    "my groups": "{me{ratingsBy(group: FILM, pageSize: 50){results{max movie{genres{name}}}}}}",
    "recommended": f'{{me{{recommendations(k: 50, model: "popular"){{{RECOMMENDED}}}}}}}',
}


MARKED, RATED = {"my watchlist", "not for me"}, {"my ratings", "my groups"}


def queries(query: str, user: User | None = None, **variables: Any) -> list[str]:
    with CaptureQueriesContext(connection) as found:
        data(query, user, **variables)
    return [one["sql"] for one in found.captured_queries]


def add_films(n: int, user: User, name: str) -> None:
    """Films with everything that can hang on one, and with what puts them on that list."""
    films = make_movies(n, genres=("Crime", "Drama"))
    language, _ = Language.objects.get_or_create(code="en", defaults={"name": "English"})
    busy, _ = Person.objects.get_or_create(name="Busy Producer")
    for film in films:
        people = Person.objects.bulk_create(Person(name=f"{film.pk}-{at}") for at in range(4))
        roles = zip(people, ("actor", "actor", "director", "writer"), strict=True)
        Credit.objects.bulk_create(
            Credit(movie=film, person=person, role=role, order=at, source="site")
            for at, (person, role) in enumerate([(busy, "producer"), *roles])
        )
        keyword = Keyword.objects.create(name=f"theme {film.pk}")
        MovieKeyword.objects.create(movie=film, keyword=keyword, source="site")
        film.languages.add(language)
        film.genres.add(Genre.objects.create(name=f"Genre {film.pk}"))
        ExternalId.objects.create(movie=film, source="movielens", external_id=film.pk)
    for film in films if name in MARKED else ():
        for kind in LIST_KINDS:
            add_list_entry(kind, user=user, movie_id=film.pk)
    for film in films if name == "seen" else ():
        mark_seen(user=user, movie_id=film.pk, watched_on=date(2024, 5, 3))
    for film in films if name in RATED else ():
        make_rating(user=user, movie=film)


def rows_of(answer: Any) -> list[Any]:
    while "results" not in answer:
        (answer,) = answer.values()
    return list(answer["results"])


@pytest.mark.parametrize("name", LISTS)
def test_fifty_rows_take_as_many_queries_as_one(name: str, alice: User) -> None:
    add_films(1, alice, name)
    few = queries(LISTS[name], alice)
    add_films(49, alice, name)
    many = queries(LISTS[name], alice)
    assert len(many) == len(few), "\n".join(many)
    assert len(rows_of(data(LISTS[name], alice))) == 50


def test_a_model_takes_as_many_queries_for_thirty_films_as_for_one(
    alice: User, published_models: Camps
) -> None:
    make_rating(user=alice, movie=published_models.crime[5])
    query = f"query($k: Int!){{me{{recommendations(k: $k){{{RECOMMENDED}}}}}}}"
    assert len(queries(query, alice, k=30)) == len(queries(query, alice, k=1))


@pytest.mark.databases
def test_a_list_of_films_takes_three_queries() -> None:
    make_movies(5)
    found = queries("{movies{count results{title ratingMean poster genres{name}}}}")
    assert len(found) == 3, found  # number, films with figures, genres
