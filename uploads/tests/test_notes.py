"""Notes on films: each person's own."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from rest_framework.test import APIClient

from accounts.models import User
from accounts.services import delete_account
from catalog.merging import merge_movies
from catalog.models import Movie
from tests.builders import api_of, make_movie, make_movies
from uploads.models import FilmNote
from uploads.ratings.notes import write_note

pytestmark = pytest.mark.django_db
NOTES = "/api/v1/me/notes/"


def put(user: User, movie: Movie, text: object) -> Any:
    return api_of(user).put(f"{NOTES}{movie.pk}/", {"text": text}, format="json")


@pytest.mark.databases
def test_a_note_is_kept_shown_and_changed(alice: User, heat: Movie) -> None:
    assert put(alice, heat, "The bank.").status_code == 200
    shown = put(alice, heat, "  The bank.\r\nThe silence. ").json()
    assert (shown["text"], shown["movie"]["id"]) == ("The bank.\nThe silence.", heat.pk)
    assert api_of(alice).get(f"{NOTES}{heat.pk}/").json() == shown
    assert FilmNote.objects.count() == 1


def test_a_note_can_be_removed(alice: User, heat: Movie) -> None:
    put(alice, heat, "The bank.")
    client = api_of(alice)
    assert client.delete(f"{NOTES}{heat.pk}/").status_code == 204
    assert client.delete(f"{NOTES}{heat.pk}/").status_code == 404
    assert client.get(f"{NOTES}{heat.pk}/").status_code == 404


@pytest.mark.parametrize("text", ["", "   ", "x" * 5_001, None, ["x"], {"a": 1}, "a\x00b"])
def test_a_bad_note_is_refused_at_its_field(alice: User, heat: Movie, text: object) -> None:
    answer = put(alice, heat, text)
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["text"]
    assert not FilmNote.objects.exists()


def test_another_persons_note_is_not_there(alice: User, bob: User, heat: Movie) -> None:
    put(bob, heat, "Secret.")
    client = api_of(alice)
    assert client.get(f"{NOTES}{heat.pk}/").status_code == 404
    assert client.delete(f"{NOTES}{heat.pk}/").status_code == 404
    assert client.get(NOTES).json()["results"] == []
    put(alice, heat, "Mine.")
    assert FilmNote.objects.get(user=bob).text == "Secret."


def test_an_unknown_film_and_a_guest_are_refused(alice: User, heat: Movie) -> None:
    assert api_of(alice).put(f"{NOTES}999/", {"text": "x"}, format="json").status_code == 404
    assert APIClient().get(NOTES).status_code == 401


@pytest.mark.parametrize("n", [2, 20])
def test_the_list_takes_four_queries(
    alice: User, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for movie in make_movies(n):
        write_note(user=alice, movie_id=movie.pk, text="x")
    client = api_of(alice)
    with django_assert_num_queries(4):  # user, number, notes with films and figures, genres
        client.get(NOTES, {"page_size": 100})


@pytest.mark.databases
def test_notes_go_with_the_account(alice: User, heat: Movie) -> None:
    put(alice, heat, "Mine.")
    delete_account(alice)
    assert not FilmNote.objects.exists()


@pytest.mark.databases
def test_notes_on_two_films_that_are_one_are_joined(alice: User, bob: User, heat: Movie) -> None:
    twin = make_movie(title="Heat (1995)")
    for user, movie, text in (
        (alice, heat, "First."),
        (alice, twin, "Second."),
        (bob, twin, "Only."),
    ):
        write_note(user=user, movie_id=movie.pk, text=text)
    merge_movies(keep=heat, duplicate=twin)
    shown = dict(FilmNote.objects.filter(movie=heat).values_list("user", "text"))
    assert shown == {alice.pk: "First.\n\nSecond.", bob.pk: "Only."}


def test_a_note_is_text(alice: User, heat: Movie) -> None:
    answer = api_of(alice).put(f"{NOTES}{heat.pk}/", {"text": 7}, format="json")
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["text"]
