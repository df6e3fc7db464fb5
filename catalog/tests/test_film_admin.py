"""Hiding and merging films in the admin, even if they are on users' lists."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import User
from catalog.models import Movie
from tests.builders import api_of, browser_of, make_movie, make_rating, make_user
from tests.shown import film_ids
from uploads.lists.services import add_list_entry
from uploads.models import FilmNote, ImportRow, NotInterested, Rating, Viewing, WatchlistEntry
from uploads.ratings.notes import write_note
from uploads.tests.exports import RATINGS, csv_of, film
from uploads.tests.imports import imported, taken_back
from uploads.viewings import mark_seen

pytestmark = pytest.mark.django_db
FILMS = "/admin/catalog/movie/"
OWN = (Rating, FilmNote, WatchlistEntry, NotInterested, Viewing)


@pytest.fixture
def heat() -> Movie:
    return make_movie(title="Heat", count=10, mean=4.0, weighted=4.0, trend=100.0)


@pytest.fixture
def alice() -> User:
    return make_user(email="alice@example.org")


@pytest.fixture
def staff() -> Client:
    return browser_of(make_user(is_staff=True, is_superuser=True))


def give_all(user: User, movie: Movie) -> None:
    """Everything that somebody can give of a film."""
    make_rating(user=user, movie=movie, stars=4)
    write_note(user=user, movie_id=movie.pk, text="Two men talk.")
    mark_seen(user=user, movie_id=movie.pk)
    for kind in (WatchlistEntry, NotInterested):
        add_list_entry(kind, user=user, movie_id=movie.pk)


def act(staff: Client, action: str, *films: Movie, **form: Any) -> Any:
    given = {"action": action, "_selected_action": [movie.pk for movie in films]} | form
    return staff.post(FILMS, given, follow=True)


def counts(user: User, movie: Movie) -> list[int]:
    return [kind.objects.filter(user=user, movie=movie).count() for kind in OWN]


def test_a_film_that_people_have_on_lists_is_hidden_and_shown_again(
    staff: Client, alice: User, heat: Movie
) -> None:
    give_all(alice, heat)
    assert "Films now hidden: Heat (1995)." in act(staff, "hide", heat).content.decode()
    assert Movie.objects.get().is_hidden
    assert counts(alice, heat) == [1] * len(OWN)
    assert "Films now shown: Heat (1995)." in act(staff, "show", heat).content.decode()
    assert not Movie.objects.get().is_hidden


def results(client: Any, path: str) -> list[Any]:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, path
    found: list[Any] = answer.json()["results"]
    return found


def test_a_hidden_film_is_in_no_answer_of_the_api(alice: User, heat: Movie) -> None:
    give_all(alice, heat)
    client = api_of(alice)
    lists = [
        "movies/",
        "movies/?q=heat",
        "charts/popular/",
        "charts/top-rated/",
        "charts/latest/",
        "charts/trending/",
        "me/ratings/",
        "me/ratings/history/",
        "me/watchlist/",
        "me/not-interested/",
        "me/seen/",
        "me/notes/",
    ]
    assert all(results(client, path) for path in lists)
    Movie.objects.update(is_hidden=True)
    assert not any(results(client, path) for path in lists)
    single = ["movies/{}/", "movies/{}/similar/", "me/ratings/{}/", "me/watchlist/{}/"]
    single += ["me/not-interested/{}/", "me/seen/{}/", "me/notes/{}/"]
    for path in single:
        assert client.get(f"/api/v1/{path.format(heat.pk)}").status_code == 404, path
    bodies: dict[str, dict[str, Any]] = {
        "ratings": {"rating": 4},
        "watchlist": {},
        "not-interested": {},
        "seen": {},
    }
    bodies |= {"notes": {"text": "Again"}}
    for name, body in bodies.items():
        put = client.put(f"/api/v1/me/{name}/{heat.pk}/", body, format="json")
        assert put.status_code == 404, name
    assert counts(alice, heat) == [1] * len(OWN)


def test_the_owner_still_takes_a_hidden_film_s_rating_away(alice: User, heat: Movie) -> None:
    give_all(alice, heat)
    Movie.objects.update(is_hidden=True)
    answer: Any = api_of(alice).get("/api/v1/me/export/")
    exported = b"".join(answer.streaming_content).decode()
    assert exported.count('"title": "Heat"') >= len(OWN)


def test_its_pages_are_there_for_staff_alone(staff: Client, alice: User, heat: Movie) -> None:
    Movie.objects.update(is_hidden=True)
    page = heat.get_absolute_url()
    for browser in (Client(), browser_of(alice)):
        assert browser.get(page).status_code == 404
        assert heat.pk not in film_ids(browser.get("/browse/?q=heat"))
        assert heat.title not in browser.get("/find/?q=heat").content.decode()
        assert browser.post(f"{page}rating/", {"rating": "4"}).status_code == 404
    answer = staff.get(page)
    assert answer.status_code == 200
    assert "This film is hidden." in answer.content.decode()


@pytest.mark.parametrize("page", ["/", "/ratings/", "/watchlist/", "/seen/", "/not-interested/"])
def test_a_hidden_film_is_on_no_page(alice: User, heat: Movie, page: str) -> None:
    give_all(alice, heat)
    browser = browser_of(alice)
    assert "Heat" in browser.get(page).content.decode()
    Movie.objects.update(is_hidden=True)
    assert "Heat" not in browser.get(page).content.decode()


def test_an_import_neither_matches_a_hidden_film_nor_trips_over_one(
    alice: User, heat: Movie
) -> None:
    raw = csv_of(RATINGS, film("Heat", rating="5"))
    make_rating(user=alice, movie=heat, stars=1, rated_at=datetime(2020, 1, 2, tzinfo=UTC))
    job = imported(alice, raw, dry_run=False)
    Movie.objects.update(is_hidden=True)
    assert imported(alice, raw, dry_run=False).counts == {"unmatched": 1}
    assert taken_back(job).counts == {"imported": 1}
    assert Rating.objects.get().stars == 1
    assert ImportRow.objects.filter(outcome="imported").get().shown_movie is None


@pytest.mark.databases
def test_films_on_lists_are_merged_into_the_one_that_is_kept(
    staff: Client, alice: User, heat: Movie
) -> None:
    bob, twin = make_user(), make_movie(title="Heat Again")
    give_all(alice, heat)
    give_all(alice, twin)
    give_all(bob, twin)
    asked = act(staff, "merge", heat, twin).content.decode()
    assert "Which film should be kept?" in asked
    assert Movie.objects.count() == 2
    done = act(staff, "merge", heat, twin, keep=str(heat.pk)).content.decode()
    assert "Merged 2 films into Heat (1995)." in done
    assert list(Movie.objects.all()) == [heat]
    assert counts(alice, heat) == counts(bob, heat) == [1] * len(OWN)
    assert [one["id"] for one in results(api_of(alice), "movies/?q=heat again")] == [heat.pk]


@pytest.mark.parametrize("keep", ["", "x", "999999"])
def test_an_unknown_film_to_keep_is_asked_about_again(
    staff: Client, heat: Movie, keep: str
) -> None:
    twin = make_movie(title="Heat Again")
    asked = act(staff, "merge", heat, twin, keep=keep).content.decode()
    assert "Which film should be kept?" in asked
    assert Movie.objects.count() == 2


def test_one_film_is_not_merged(staff: Client, heat: Movie) -> None:
    assert (
        "Select 2 to 10 duplicate films"
        in act(staff, "merge", heat, keep=str(heat.pk)).content.decode()
    )


def test_who_may_only_look_neither_hides_nor_merges(heat: Movie) -> None:
    looker, twin = make_user(is_staff=True), make_movie(title="Heat Again")
    looker.user_permissions.add(Permission.objects.get(codename="view_movie"))
    for action in ("hide", "merge"):
        act(browser_of(looker), action, heat, twin, keep=str(heat.pk))
    assert not Movie.objects.filter(is_hidden=True).exists()
    assert Movie.objects.count() == 2
