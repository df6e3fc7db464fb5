"""Editing a film in the admin: lists are lists, and what follows from the titles follows."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from catalog.admin import MovieAdmin
from catalog.models import Keyword, Movie
from catalog.models.source_names import Source
from tests.builders import browser_of, make_credit, make_movie, make_user

pytestmark = pytest.mark.django_db
_FORMSETS = ("credits", "keyword_links", "external_ids")


@pytest.fixture
def admin() -> Client:
    return browser_of(make_user(is_staff=True, is_superuser=True))


def form_of(**fields: Any) -> dict[str, Any]:
    counts = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
    inlines = {f"{prefix}-{name}": "0" for prefix in _FORMSETS for name in counts}
    return inlines | {"title": "Heat", "year": "1995"} | fields


def saved(admin: Client, movie: Movie | None = None, **fields: Any) -> Movie:
    """The film after its form was sent; a new one without a film."""
    action, args = ("change", [movie.pk]) if movie else ("add", [])
    answer = admin.post(reverse(f"admin:catalog_movie_{action}", args=args), form_of(**fields))
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return Movie.objects.get(pk=movie.pk) if movie else Movie.objects.get()


def form_page(admin: Client, movie: Movie) -> str:
    answer = admin.get(reverse("admin:catalog_movie_change", args=[movie.pk]))
    return answer.content.decode()


def found(words: str) -> list[str]:
    answer = Client().get("/api/v1/movies/", {"q": words})
    return [one["title"] for one in answer.json()["results"]]


def test_a_sort_title_is_made_from_the_title(admin: Client) -> None:
    movie = saved(admin, title="The Matrix")
    assert movie.sort_title == "Matrix, The"
    assert found("matrix") == ["The Matrix"]


def test_a_sort_title_that_is_given_is_kept(admin: Client) -> None:
    assert saved(admin, title="Die Blechtrommel", sort_title="Blechtrommel").sort_title == (
        "Blechtrommel"
    )


@pytest.mark.parametrize(
    ("before", "after"), [("Matrix, The", "Abyss, The"), ("the first one", "the first one")]
)
def test_a_sort_title_follows_the_title_that_it_was_made_from(
    admin: Client, before: str, after: str
) -> None:
    movie = make_movie(title="The Matrix")
    Movie.objects.update(sort_title=before)
    changed = saved(admin, movie, title="The Abyss", sort_title=before)
    assert changed.sort_title == after
    assert (found("abyss"), found("matrix")) == (["The Abyss"], [])


def test_lists_are_edited_a_line_each(admin: Client) -> None:
    movie = make_movie(title="Amelie", alternatives=["Le Fabuleux destin d'Amélie Poulain"])
    page = unescape(form_page(admin, movie))
    assert ">Le Fabuleux destin d'Amélie Poulain</textarea>" in page
    assert "[]</textarea>" not in page
    lines = "Amélie\r\n\r\n  Amelie of   Montmartre\r\nAmélie\r\n"
    changed = saved(
        admin, movie, title="Amelie", alternative_titles=lines, countries="France\nGermany"
    )
    assert changed.alternative_titles == ["Amélie", "Amelie of Montmartre"]
    assert changed.countries == ["France", "Germany"]
    assert (found("montmartre"), found("fabuleux")) == (["Amelie"], [])


def test_a_title_that_is_too_long_is_named(admin: Client) -> None:
    movie = make_movie()
    long = "Heat " * 61
    answer = admin.post(
        reverse("admin:catalog_movie_change", args=[movie.pk]), form_of(alternative_titles=long)
    )
    assert answer.status_code == 200
    assert "is longer than 300 characters" in answer.content.decode()
    assert Movie.objects.get().alternative_titles == []


def test_a_keyword_that_is_added_comes_from_this_site(admin: Client) -> None:
    movie, heist = make_movie(), Keyword.objects.create(name="heist")
    page = form_page(admin, movie)
    assert f'<option value="{Source.SITE}" selected>' in page
    new = {"keyword_links-TOTAL_FORMS": "1", "keyword_links-0-keyword": str(heist.pk)}
    saved(admin, movie, **new, **{"keyword_links-0-source": "site"})
    assert list(movie.keywords.all()) == [heist]


def test_no_choice_is_written_out_in_full(admin: Client) -> None:
    """Genres, languages, people and keywords are looked up as one types."""
    Keyword.objects.create(name="never chosen")
    movie = make_movie()
    page = form_page(admin, movie)
    assert "never chosen" not in page
    assert MovieAdmin.autocomplete_fields == ("genres", "languages")


def test_the_list_of_films_asks_a_fixed_number_of_queries(
    admin: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for at in range(3):
        make_credit(movie=make_movie(title=f"Film {at}"), role="actor", name=f"Actor {at}")
    with django_assert_num_queries(6):
        admin.get(reverse("admin:catalog_movie_changelist"))
