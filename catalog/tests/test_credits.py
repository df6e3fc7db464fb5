"""Who made the films and what they are about: several sources, each with its own rows."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from catalog.credits import CreditFact, set_credits, set_keywords
from catalog.models import Credit, Keyword, Movie, Person
from tests.builders import make_movie

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
ACTOR, DIRECTOR = Credit.Role.ACTOR, Credit.Role.DIRECTOR


def fact(name: str, role: Credit.Role = ACTOR, order: int = 0, **more: Any) -> CreditFact:
    return CreditFact(name, role, order, **more)


def tell(movie: Movie, *facts: CreditFact, source: str = "wikidata") -> set[int]:
    return set_credits({movie.pk: facts}, source=source)


def credits_of(movie: Movie) -> list[tuple[str, str, int, str]]:
    rows = Credit.objects.filter(movie=movie).order_by("role", "order", "pk")
    return [(row.person.name, row.role, row.order, row.source) for row in rows]


def keywords_of(movie: Movie) -> list[tuple[str, str]]:
    return sorted(movie.keyword_links.values_list("keyword__name", "source"))


def test_people_get_their_roles_in_order() -> None:
    movie = make_movie()
    changed = tell(
        movie, fact("Michael Mann", DIRECTOR), fact("Al Pacino"), fact("De Niro", order=1)
    )
    assert changed == {movie.pk}
    assert credits_of(movie) == [
        ("Al Pacino", "actor", 0, "wikidata"),
        ("De Niro", "actor", 1, "wikidata"),
        ("Michael Mann", "director", 0, "wikidata"),
    ]


def test_the_same_again_changes_nothing() -> None:
    movie = make_movie()
    facts = [fact("Al Pacino", character="Vincent"), fact("De Niro", order=1, tmdb_id=380)]
    tell(movie, *facts)
    before = list(Credit.objects.order_by("pk").values())
    assert tell(movie, *facts) == set()
    assert list(Credit.objects.order_by("pk").values()) == before
    assert Person.objects.count() == 2


def test_what_a_source_no_longer_tells_goes() -> None:
    movie, other = make_movie(), make_movie(title="Ronin")
    for film in (movie, other):
        tell(film, fact("Al Pacino"), fact("De Niro", order=1))
    assert tell(movie, fact("De Niro", order=1)) == {movie.pk}
    assert [row[0] for row in credits_of(movie)] == ["De Niro"]
    assert len(credits_of(other)) == 2


def test_a_film_with_no_facts_loses_what_the_source_told() -> None:
    movie = make_movie()
    tell(movie, fact("Al Pacino"))
    assert tell(movie) == {movie.pk}
    assert credits_of(movie) == []


def test_another_source_s_credit_stays_as_it_is() -> None:
    movie = make_movie()
    tell(movie, fact("Al Pacino", order=3), source="kaggle")
    assert tell(movie, fact("Al Pacino", order=0), fact("De Niro", order=1)) == {movie.pk}
    assert credits_of(movie) == [
        ("De Niro", "actor", 1, "wikidata"),
        ("Al Pacino", "actor", 3, "kaggle"),
    ]
    tell(movie)
    assert credits_of(movie) == [("Al Pacino", "actor", 3, "kaggle")]


def test_another_order_or_character_is_written() -> None:
    movie = make_movie()
    tell(movie, fact("Al Pacino", order=1, character="Vincent"))
    row = Credit.objects.get()
    assert tell(movie, fact("Al Pacino", order=2, character="Lt.  Hanna")) == {movie.pk}
    assert Credit.objects.values_list("pk", "order", "character").get() == (row.pk, 2, "Lt. Hanna")


def test_of_several_credits_in_a_role_the_first_counts() -> None:
    movie = make_movie()
    tell(movie, fact("Eddie Murphy", order=0), fact(" Eddie  Murphy", order=4))
    tell(movie, fact("Eddie Murphy", order=0), fact("Eddie Murphy", DIRECTOR))
    assert [row[:3] for row in credits_of(movie)] == [
        ("Eddie Murphy", "actor", 0),
        ("Eddie Murphy", "director", 0),
    ]


def test_what_is_too_long_or_too_large_is_cut() -> None:
    movie = make_movie()
    tell(
        movie, fact("x" * 300, order=99_999, character="y" * 300), fact("Low", order=-4), fact(" ")
    )
    rows = Credit.objects.order_by("order").select_related("person")
    assert [(row.person.name, row.order, row.character) for row in rows] == [
        ("Low", 0, ""),
        ("x" * 200, 32_767, "y" * 200),
    ]


def test_names_are_people_across_films_and_sources() -> None:
    first, second = make_movie(), make_movie(title="Ronin")
    tell(first, fact("De Niro"), source="kaggle")
    tell(second, fact("De Niro"))
    assert Person.objects.count() == 1


def test_of_two_people_of_a_name_the_one_with_the_lowest_key_is_meant() -> None:
    lowest = Person.objects.create(name="John Smith", tmdb_id=7)
    Person.objects.create(name="John Smith")
    tell(make_movie(), fact("John Smith"))
    assert Credit.objects.get().person == lowest


def test_an_id_of_tmdb_decides_before_the_name() -> None:
    known = Person.objects.create(name="Robert De Niro", tmdb_id=380)
    tell(make_movie(), fact("Bob De Niro", tmdb_id=380))
    assert Credit.objects.get().person == known


def test_two_ids_of_tmdb_are_two_people() -> None:
    movie = make_movie()
    tell(movie, fact("John Smith", tmdb_id=1), fact("John Smith", order=1, tmdb_id=2))
    assert set(Person.objects.values_list("tmdb_id", flat=True)) == {1, 2}
    assert len(credits_of(movie)) == 2


def test_somebody_known_by_name_only_gets_their_id() -> None:
    known = Person.objects.create(name="Al Pacino")
    tell(make_movie(), fact("Al Pacino", tmdb_id=1158), fact("Al Pacino", DIRECTOR))
    assert list(Person.objects.values_list("pk", "tmdb_id")) == [(known.pk, 1158)]


@pytest.mark.parametrize("wrong", [0, -3, 2**40])
def test_an_id_that_no_column_holds_is_no_id(wrong: int) -> None:
    tell(make_movie(), fact("Al Pacino", tmdb_id=wrong))
    assert Person.objects.get().tmdb_id is None


def test_names_that_differ_in_accents_are_two_people() -> None:
    tell(make_movie(), fact("Rene Clair"), fact("René Clair", order=1))
    assert Person.objects.count() == 2


def test_a_batch_takes_few_queries(django_assert_max_num_queries: Callable[[int], Any]) -> None:
    movies = [make_movie(title=f"Film {at}") for at in range(40)]
    facts = {
        movie.pk: [fact(f"Actor {movie.pk}-{n}", order=n) for n in range(9)] for movie in movies
    }
    with django_assert_max_num_queries(12):
        assert set_credits(facts, source="wikidata") == {movie.pk for movie in movies}
    with django_assert_max_num_queries(4):
        assert set_credits(facts, source="wikidata") == set()


def test_keywords_are_lower_case_and_cut() -> None:
    movie = make_movie()
    assert set_keywords({movie.pk: ["Heist", "HEIST", " ", "x" * 120]}, source="tmdb") == {movie.pk}
    assert keywords_of(movie) == [("heist", "tmdb"), ("x" * 100, "tmdb")]
    assert set_keywords({movie.pk: ["heist", "x" * 120]}, source="tmdb") == set()


def test_keywords_that_a_source_no_longer_tells_go() -> None:
    movie = make_movie()
    set_keywords({movie.pk: ["heist", "los angeles"]}, source="tmdb")
    set_keywords({movie.pk: ["heist", "bank"]}, source="kaggle")
    assert set_keywords({movie.pk: ["heist"]}, source="tmdb") == {movie.pk}
    assert keywords_of(movie) == [("bank", "kaggle"), ("heist", "tmdb")]
    assert set_keywords({movie.pk: []}, source="tmdb") == {movie.pk}
    assert keywords_of(movie) == [("bank", "kaggle")]


@pytest.mark.parametrize("pair", list(pairwise(["café", "cafe", "CAFÉ", "cafe\u0301"])))
def test_accents_make_no_second_keyword(pair: tuple[str, str]) -> None:
    first, second = make_movie(), make_movie(title="Ronin")
    set_keywords({first.pk: [pair[0]]}, source="tmdb")
    set_keywords({second.pk: [pair[1]], first.pk: list(pair)}, source="tmdb")
    assert Keyword.objects.count() == 1
    assert keywords_of(first) == keywords_of(second)


def test_two_that_differ_in_accents_may_come_at_once() -> None:
    movie = make_movie()
    set_keywords({movie.pk: ["rené", "rene"]}, source="tmdb")
    assert keywords_of(movie) == [("rene", "tmdb")]
