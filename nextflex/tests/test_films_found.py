"""Browsing, finding as one types, likeness and chance."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.models import Language, Movie
from nextflex.site.find.browse import PAGE_SIZE
from tests.builders import browser_of, make_credit, make_movie, make_movies, make_rating
from tests.engine_fixture import Camps

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>"
PAGES = ["/find/", "/find/?q=crime", "/find/?q=%25&to=similar", "/similar/"]
PAGES += ["/similar/?title=Crime+number+3&k=5&by=ratings", "/genre/Crime/"]
PAGES += ["/browse/?without=Crime&min_rating=3&min_ratings=10&ordering=year&person=3&keyword=heist"]


def titles(query: str) -> list[str]:
    return [card.title for card in Client().get(f"/browse/?{query}").context["cards"]]


@pytest.mark.parametrize("page", PAGES)
def test_a_guest_sees_every_page(published_models: Camps, page: str) -> None:
    assert Client().get(page).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete"])
@pytest.mark.parametrize("page", ["/find/", "/similar/", "/random/", "/person/1/", "/genre/War/"])
def test_a_page_takes_no_other_method(page: str, method: str) -> None:
    assert getattr(Client(), method)(page).status_code == 405


NOWHERE = [
    "/person/999/",
    f"/person/{10**17}/",
    "/person/abc/",
    "/genre/Opera/",
    "/genre/Film%20Noir/",
]
NOWHERE += ["/random/?genre=Opera", "/random/", "/similar/?title=nothing", "/similar/?film=999"]


@pytest.mark.parametrize("page", NOWHERE)
def test_what_is_not_there_is_said(page: str) -> None:
    assert Client().get(page).status_code == 404


# browsing
@pytest.mark.databases
def test_filters_combine() -> None:
    make_movie(title="Both", genres=("Crime", "Comedy"), count=50, mean=4)
    make_movie(title="Sad", genres=("Crime", "Comedy", "Drama"), count=50, mean=4)
    make_movie(title="Bad", genres=("Crime", "Comedy"), count=50, mean=2)
    make_movie(title="Rare", genres=("Crime", "Comedy"), count=3, mean=4)
    make_movie(title="Late", genres=("Crime", "Comedy"), count=50, mean=4, year=2009)
    query = "genre=Crime&genre=Comedy&without=Drama&min_rating=3.5&min_ratings=10&year_max=2000"
    assert titles(query) == ["Both"]


@pytest.mark.databases
def test_a_language_is_spoken_or_original() -> None:
    french = Language.objects.create(code="fr", name="French")
    make_movie(title="Spoken").languages.add(french)
    original = make_movie(title="Original")
    original.original_language = "fr"
    original.save()
    make_movie(title="Other")
    assert set(titles("language=fr")) == {"Spoken", "Original"}


@pytest.mark.databases
def test_a_persons_films_are_listed_once_each() -> None:
    movie = make_movie(title="Heat")
    credit = make_credit(movie=movie, name="Michael Mann", role="director")
    make_credit(movie=movie, name="Michael Mann", role="writer")
    make_movie(title="Another")
    assert titles(f"person={credit.person_id}") == ["Heat"]


@pytest.mark.databases
@pytest.mark.parametrize(
    ("ordering", "first"),
    [("rating", "Best"), ("year", "New"), ("title", "A"), ("popularity", "A")],
)
def test_an_order_is_kept(ordering: str, first: str) -> None:
    make_movie(title="A", year=1990, count=900, mean=3, weighted=3)
    make_movie(title="Best", year=1991, count=10, mean=5, weighted=4.5)
    make_movie(title="New", year=1999, count=20, mean=2, weighted=2.5)
    assert titles(f"ordering={ordering}")[0] == first


def test_each_part_of_a_filter_can_be_taken_off() -> None:
    make_movie(genres=("Crime", "War"))
    answer = Client().get("/browse/?q=heat&genre=Crime&genre=War&year_min=1990&page=1")
    chips = {chip.label: parse_qs(urlsplit(chip.url).query) for chip in answer.context["chips"]}
    assert set(chips) == {"“heat”", "Crime", "War", "from 1990"}
    assert chips["Crime"] == {"q": ["heat"], "genre": ["War"], "year_min": ["1990"]}


def test_a_part_that_is_given_twice_has_one_chip() -> None:
    answer = Client().get("/browse/?year_min=1980&year_min=1990&genre=Crime&genre=Crime")
    assert answer.status_code == 302
    make_movie()
    answer = Client().get(answer["Location"])
    assert [chip.label for chip in answer.context["chips"]] == ["Crime", "from 1990"]


def test_a_filter_by_person_names_them() -> None:
    credit = make_credit(movie=make_movie(), name="Al Pacino", role="actor")
    answer = Client().get(f"/browse/?person={credit.person_id}")
    assert [chip.label for chip in answer.context["chips"]] == ["with Al Pacino"]


def test_years_in_the_wrong_order_are_named() -> None:
    make_movie()
    text = Client().get("/browse/?year_min=2000&year_max=1990").content.decode()
    assert "The end year is before the start year." in text
    assert "No films match" not in text


@pytest.mark.parametrize(
    "query",
    [
        "language=zz",
        "without=Opera",
        "min_rating=9",
        "person=x",
        "person=999",
        "keyword=quantum+heist",
    ],
)
def test_a_filter_that_makes_no_sense_finds_nothing_and_says_so(query: str) -> None:
    make_movie()
    answer = Client().get(f"/browse/?{query}")
    assert answer.context["total"] == 0
    assert answer.context["form"].errors
    assert "None:" not in answer.content.decode()


def test_empty_fields_of_the_form_leave_the_address() -> None:
    answer = Client().get("/browse/?q=heat&genre=&year_min=&ordering=")
    assert answer.status_code == 302
    assert answer["Location"] == "/browse/?q=heat"


def test_a_filter_changed_in_place_pushes_the_same_address() -> None:
    answer = Client().get("/browse/?q=heat&year_min=", headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert answer["HX-Push-Url"] == "/browse/?q=heat"


def test_more_films_come_as_list_items_alone() -> None:
    make_movies(PAGE_SIZE + 3)
    headers = {"HX-Request": "true", "HX-Target": "more"}
    text = Client().get("/browse/?page=2", headers=headers).content.decode()
    assert "<html" not in text
    assert text.count('class="card"') == 3
    assert "More films" not in text


def test_an_address_shows_all_that_was_scrolled_to() -> None:
    make_movies(5 * PAGE_SIZE)
    answer = Client().get("/browse/?genre=Crime&through=3")
    assert answer.content.decode().count('class="card"') == 3 * PAGE_SIZE
    more = {"HX-Request": "true", "HX-Target": "more"}
    answer = Client().get("/browse/?genre=Crime&through=3", headers=more)
    assert answer.content.decode().count('class="card"') == PAGE_SIZE
    assert answer["HX-Replace-Url"] == "/browse/?genre=Crime&through=3"


@pytest.mark.parametrize(
    ("query", "pages"),
    [("through=9", 4), ("through=0", 1), ("through=x", 1), ("page=3&through=9", 2), ("page=5", 1)],
)
def test_what_is_scrolled_to_ends_where_a_click_asks_for_more(query: str, pages: int) -> None:
    make_movies(5 * PAGE_SIZE)
    text = Client().get(f"/browse/?{query}").content.decode()
    assert text.count('class="card"') == pages * PAGE_SIZE


def test_the_address_that_is_shown_already_is_no_new_step() -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/browse/?q=heat"}
    assert Client().get("/browse/?q=heat&genre=", headers=headers)["HX-Push-Url"] == "false"
    assert Client().get("/browse/?q=hat", headers=headers)["HX-Push-Url"] == "/browse/?q=hat"


def test_a_filter_taken_off_begins_anew() -> None:
    make_movies(3 * PAGE_SIZE)
    text = Client().get("/browse/?genre=Crime&year_min=1990&page=2&through=3").content.decode()
    assert 'class="chip off" href="/browse/?genre=Crime"' in text


def test_more_films_are_a_link_too() -> None:
    make_movies(PAGE_SIZE + 3)
    text = Client().get("/browse/?genre=Crime").content.decode()
    assert 'href="/browse/?genre=Crime&amp;page=2"' in text


@pytest.mark.parametrize("query", ["", "?q=Film&person={person}&genre=Crime"])
def test_browsing_takes_as_many_queries_for_three_films_as_for_thirty(
    query: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    counts = []
    for n in (3, 27):
        for movie in make_movies(n):
            person = make_credit(movie=movie, name="Al Pacino", role="actor").person_id
        with django_assert_max_num_queries(10 if query else 6) as captured:
            assert Client().get("/browse/" + query.format(person=person)).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


# finding as one types
@pytest.mark.databases
def test_films_and_people_are_found_as_one_types() -> None:
    movie = make_movie(title="Almost Famous", year=2000)
    make_credit(movie=movie, name="Cameron Crowe", role="director")
    person = make_credit(movie=movie, name="Al Pacino", role="actor").person
    text = Client().get("/find/?q=al").content.decode()
    assert movie.get_absolute_url() in text
    assert "2000 · Cameron Crowe" in text
    assert person.get_absolute_url() in text


def test_the_likeness_field_is_given_films_alone() -> None:
    movie = make_movie(title="Almost Famous")
    make_credit(movie=movie, name="Al Pacino", role="actor")
    text = Client().get("/find/?to=similar&title=al").content.decode()
    assert f"/similar/?film={movie.pk}" in text
    assert "Al Pacino" not in text


@pytest.mark.parametrize("q", ["", "  ", "…", "zzz"])
def test_nothing_is_found_for_a_text_without_a_match(q: str) -> None:
    make_movie()
    assert not Client().get("/find/", {"q": q}).content.strip()


def test_what_is_found_is_escaped() -> None:
    movie = make_movie(title=f"Heat {HOSTILE}")
    make_credit(movie=movie, name=f"Heat {HOSTILE}", role="director")
    assert HOSTILE not in Client().get("/find/?q=heat").content.decode()


def test_finding_takes_nine_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for movie in make_movies(12):
        make_credit(movie=movie, name="Film Maker", role="director")
    with django_assert_num_queries(8):
        Client().get("/find/?q=film")


# likeness
@pytest.mark.databases
def test_of_several_films_the_most_rated_is_meant_and_the_others_are_offered(
    published_models: Camps,
) -> None:
    less = make_movie(title="Crime number 3", year=1950, count=1)
    answer = Client().get("/similar/?title=crime+NUMBER+3&k=4")
    assert answer.context["film"].id == published_models.crime[3].pk
    assert len(answer.context["cards"]) == 4
    assert [parse_qs(urlsplit(one.url).query)["film"] for one in answer.context["others"]] == [
        [str(less.pk)]
    ]


def test_an_unknown_title_is_answered_with_films_of_the_same_words(published_models: Camps) -> None:
    answer = Client().get("/similar/?title=crime")
    assert answer.status_code == 404
    assert "Crime number 0" in answer.content.decode()


@pytest.mark.parametrize("query", ["k=0", "k=101", "k=many", "by=colour"])
def test_a_likeness_that_makes_no_sense_is_told(camps: Camps, query: str) -> None:
    answer = Client().get(f"/similar/?title=Crime+number+3&{query}")
    assert answer.status_code == 200
    assert "cards" not in answer.context


def test_a_likeness_of_no_film_asks_which() -> None:
    assert "Enter the title of a film." in Client().get("/similar/?k=5").content.decode()


# chance
@pytest.mark.databases
def test_a_film_by_chance_is_never_one_that_they_rated(camps: Camps, alice: User) -> None:
    unrated = camps.crime[7]
    for movie in camps.films:
        if movie != unrated:
            make_rating(user=alice, movie=movie)
    answer = browser_of(alice).get("/random/")
    assert answer["Location"] == unrated.get_absolute_url()
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.databases
def test_a_film_by_chance_is_of_the_genre(camps: Camps) -> None:
    chosen = Client().get("/random/?genre=musical")["Location"]
    assert chosen in {movie.get_absolute_url() for movie in camps.musicals}


def test_who_rated_all_is_told(alice: User) -> None:
    make_rating(user=alice, movie=make_movie())
    assert browser_of(alice).get("/random/").status_code == 404


def test_a_guests_ratings_count_too() -> None:
    seen, unseen = make_movie(title="Seen", count=9, mean=4), make_movie(count=5, mean=4)
    guest = Client()
    guest.post(f"/films/{seen.pk}/rating/", {"rating": "4.0"})
    assert guest.get("/random/")["Location"] == unseen.get_absolute_url()


# genres
@pytest.mark.databases
def test_a_genre_has_its_charts_and_its_decades() -> None:
    make_movie(title="Old", year=1939, genres=("War",), count=5, mean=4, weighted=4)
    make_movie(title="New", year=1951, genres=("War",), count=9, mean=3, weighted=3)
    make_movie(title="Other", genres=("Drama",), count=99, mean=5, weighted=5)
    answer = Client().get("/genre/War/")
    shelves = [[card.title for card in shelf.cards] for shelf in answer.context["shelves"]]
    assert shelves == [["Old", "New"], ["New", "Old"], ["New", "Old"]]
    decades = [(one.label, one.count) for one in answer.context["decades"]]
    assert decades == [("1930s", 1), ("1940s", 0), ("1950s", 1)]


@pytest.mark.databases
def test_a_genre_has_one_address() -> None:
    make_movie(genres=("Film-Noir / Neo",))
    answer = Client().get("/genre/film-noir / neo/")
    assert answer.status_code == 301
    assert Client().get(answer["Location"]).status_code == 200


def test_a_genre_without_figures_has_a_page() -> None:
    movie: Movie = make_movie(genres=("War",), year=None)
    assert movie.genres.get().name == "War"
    assert Client().get("/genre/War/").status_code == 200
