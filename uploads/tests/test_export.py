"""What people take away: all of it, in a form that other sites read."""

import csv
import io
import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from rest_framework.test import APIClient

from accounts.models import User
from accounts.services import make_api_token, save_demographics
from catalog.models import Movie
from tests.builders import api_of, make_movie, make_movies, make_rating, make_user
from uploads.lists.services import add_list_entry
from uploads.models import LIST_KINDS, FilmNote, Rating, Viewing
from uploads.onboarding import skip_film
from uploads.ratings.notes import write_note
from uploads.tests.exports import RATINGS, csv_of, film
from uploads.tests.imports import imported
from uploads.viewings import mark_seen

pytestmark = pytest.mark.django_db
EXPORT = "/api/v1/me/export/"
LETTERBOXD = f"{EXPORT}letterboxd/"
THEN = datetime(2024, 5, 3, 12, tzinfo=UTC)
DAYS = (date(2014, 5, 6), date(2019, 1, 2), date(2024, 6, 4))


def text_of(answer: Any) -> str:
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode()


def everything(user: User) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(text_of(api_of(user).get(EXPORT)))
    return shown


def letterboxd(user: User, **query: str) -> list[dict[str, str]]:
    answer = api_of(user).get(LETTERBOXD, query)
    return list(csv.DictReader(io.StringIO(text_of(answer), newline="")))


def test_all_that_somebody_gave_is_told(alice: User, bob: User) -> None:
    heat, alien, solaris = make_movies(3)
    make_rating(user=alice, movie=heat, stars=4.5, rated_at=THEN)
    make_rating(user=bob, movie=heat, stars=1)
    for kind, movie in zip(LIST_KINDS, (alien, solaris), strict=True):
        add_list_entry(kind, user=alice, movie_id=movie.pk)
    write_note(user=alice, movie_id=heat.pk, text='The "bank" – über.')
    skip_film(alice, solaris.pk)
    job = imported(alice, csv_of(RATINGS, film("Heat?", rating="4")))
    shown = everything(alice)
    ids = {"id": heat.pk, "title": heat.title, "year": 1995, "imdb_id": None, "tmdb_id": None}
    assert shown["ratings"] == [{"movie": ids, "rating": 4.5, "rated_at": "2024-05-03T12:00:00Z"}]
    assert [one["rating"] for one in shown["rating_history"]] == [4.5]
    assert [one["movie"]["id"] for one in shown["watchlist"]] == [alien.pk]
    assert [one["movie"]["id"] for one in shown["not_interested"]] == [solaris.pk]
    assert [one["movie"]["id"] for one in shown["not_seen"]] == [solaris.pk]
    assert [one["text"] for one in shown["notes"]] == ['The "bank" – über.']
    assert [one["id"] for one in shown["imports"]] == [str(job.pk)]
    assert [one["title"] for one in shown["import_rows"]] == ["Heat?"]


def test_somebody_who_gave_nothing_gets_empty_lists(alice: User) -> None:
    shown = everything(alice)
    assert shown["ratings"] == shown["notes"] == shown["imports"] == shown["posts"] == []


def test_so_is_the_account_and_what_opens_it_but_no_key(alice: User) -> None:
    save_demographics(alice, age_band=25)
    _, text = make_api_token(alice, name="script", scopes=["read"], days=1)
    shown = everything(alice)
    assert (shown["account"]["email"], shown["account"]["about"]["age_band"]) == (alice.email, 25)
    assert [one["kind"] for one in shown["sessions"]] == ["client"]
    assert [one["name"] for one in shown["tokens"]] == ["script"]
    assert text not in str(shown)
    assert alice.password not in str(shown)


@pytest.mark.parametrize("n", [1, 30])
def test_it_takes_as_many_queries_for_any_number(
    alice: User, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for movie in make_movies(n):
        make_rating(user=alice, movie=movie)
        write_note(user=alice, movie_id=movie.pk, text="x")
    client = api_of(alice)
    # user; what they told, sessions, sign-ins, tokens, ways in; ratings, changes, two lists, viewings,
    # what was not seen, notes, posts, imports, rows
    with django_assert_num_queries(16):
        text_of(client.get(EXPORT))
    with django_assert_num_queries(4):  # user; days, ratings, viewings
        text_of(client.get(LETTERBOXD))


def test_it_is_a_file_that_no_cache_keeps(alice: User) -> None:
    answer = api_of(alice).get(LETTERBOXD)
    assert answer["Content-Disposition"] == 'attachment; filename="nextflex-letterboxd.csv"'
    assert answer["Content-Type"].startswith("text/csv")
    assert "no-store" in answer["Cache-Control"]


def test_the_address_of_before_leads_to_the_csv(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat)
    client = api_of(alice)
    answer = client.get(EXPORT, {"format": "letterboxd", "notes": "false"})
    assert (answer.status_code, answer["Location"]) == (307, f"{LETTERBOXD}?notes=false")
    assert client.get(EXPORT, {"format": "letterboxd"})["Location"] == LETTERBOXD
    assert text_of(client.get(answer["Location"])).startswith("tmdbID,")
    assert client.get(EXPORT, {"format": "json"}).status_code == 200


@pytest.mark.databases
def test_letterboxd_gets_ids_halves_and_days(alice: User, heat: Movie) -> None:
    Movie.objects.filter(pk=heat.pk).update(imdb_id="tt0113277", tmdb_id=949)
    make_rating(user=alice, movie=heat, stars=3.5, rated_at=THEN)
    write_note(user=alice, movie_id=heat.pk, text='A "bank",\nand long.')
    assert letterboxd(alice) == [
        {
            "tmdbID": "949",
            "imdbID": "tt0113277",
            "Title": "Heat",
            "Year": "1995",
            "Rating": "3.5",
            "WatchedDate": "2024-05-03",
            "Rewatch": "",
            "RatedAt": "2024-05-03T12:00:00+00:00",
            "Review": 'A "bank",\nand long.',
        }
    ]
    assert letterboxd(alice, notes="false")[0]["Review"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_note_is_never_a_formula(alice: User, heat: Movie, start: str) -> None:
    make_rating(user=alice, movie=heat)
    FilmNote.objects.create(user=alice, movie=heat, text=f"{start}HYPERLINK(1)")
    assert letterboxd(alice)[0]["Review"] == f"'{start}HYPERLINK(1)"


def test_a_title_is_shielded_only_where_an_id_tells_the_film(alice: User) -> None:
    known, unknown = make_movie(title="+1"), make_movie(title="-2")
    Movie.objects.filter(pk=known.pk).update(tmdb_id=7)
    for movie in (known, unknown):
        make_rating(user=alice, movie=movie)
    assert sorted(row["Title"] for row in letterboxd(alice)) == ["'+1", "-2"]


@pytest.mark.databases
def test_what_was_exported_can_be_imported_again(alice: User) -> None:
    for place, movie in enumerate(make_movies(6)):
        make_rating(user=alice, movie=movie, stars=(place + 1) / 2, rated_at=THEN)
        write_note(user=alice, movie_id=movie.pk, text=f'=Say "{place}",\n\nonce')
    raw = text_of(api_of(alice).get(LETTERBOXD)).encode()
    carol = make_user()
    job = imported(carol, raw, name="nextflex-letterboxd.csv", dry_run=False)
    assert job.counts == {"imported": 6}

    def mine(user: User) -> Any:
        rated = Rating.objects.filter(user=user).order_by("movie")
        noted = FilmNote.objects.filter(user=user).order_by("movie")
        return list(rated.values_list("movie", "half_stars")), list(noted.values_list("text"))

    assert mine(carol) == mine(alice)


def state_of(user: User) -> list[Any]:
    """Ratings, notes and viewings with all of their times."""
    rated = Rating.objects.filter(user=user).order_by("movie")
    noted = FilmNote.objects.filter(user=user).order_by("movie")
    watched = Viewing.objects.filter(user=user).order_by("movie", "watched_on")
    return [
        *rated.values_list("movie", "half_stars", "rated_at"),
        *noted.values_list("movie", "text"),
        *watched.values_list("movie", "watched_on"),
    ]


@pytest.mark.databases
def test_viewings_and_rewatches_survive_the_way_there_and_back(alice: User) -> None:
    rated, rewatched, seen, dated, once = make_movies(5)
    for movie in (rated, rewatched, once):
        make_rating(user=alice, movie=movie, stars=3.5, rated_at=THEN)
    for movie in (rated, rewatched, seen, dated):
        write_note(user=alice, movie_id=movie.pk, text=f"Of {movie.title}")
    for movie in (rewatched, dated):
        for day in DAYS:
            mark_seen(user=alice, movie_id=movie.pk, watched_on=day)
    mark_seen(user=alice, movie_id=seen.pk)
    mark_seen(user=alice, movie_id=once.pk, watched_on=THEN.date())
    carol, raw = make_user(), text_of(api_of(alice).get(LETTERBOXD)).encode()
    job = imported(carol, raw, dry_run=False)
    assert set(job.counts) == {"imported", "seen", "duplicate"}
    assert state_of(carol) == state_of(alice)
    again = imported(alice, raw, dry_run=False)
    assert set(again.counts) == {"unchanged", "duplicate"}
    assert state_of(carol) == state_of(alice)


def test_letterboxd_gets_the_days_of_viewings_and_which_are_rewatches(
    alice: User, heat: Movie
) -> None:
    make_rating(user=alice, movie=heat, stars=4, rated_at=THEN)
    for day in DAYS:
        mark_seen(user=alice, movie_id=heat.pk, watched_on=day)
    shown = [(row["Rating"], row["WatchedDate"], row["Rewatch"]) for row in letterboxd(alice)]
    assert shown == [
        ("4", "2024-06-04", "true"),
        ("", "2019-01-02", "true"),
        ("", "2014-05-06", "false"),
    ]


def test_a_film_seen_on_an_unknown_day_has_no_date(alice: User, heat: Movie) -> None:
    mark_seen(user=alice, movie_id=heat.pk)
    (row,) = letterboxd(alice)
    assert (row["Title"], row["Rating"], row["WatchedDate"], row["Rewatch"]) == ("Heat", "", "", "")


def test_viewings_are_told_with_everything_else(alice: User, heat: Movie) -> None:
    mark_seen(user=alice, movie_id=heat.pk, watched_on=DAYS[0])
    (shown,) = everything(alice)["seen"]
    assert (shown["movie"]["id"], shown["watched_on"]) == (heat.pk, str(DAYS[0]))


@pytest.mark.parametrize("format_name", ["xml", "json'"])
def test_an_unknown_format_is_refused_as_json(alice: User, format_name: str) -> None:
    answer = api_of(alice).get(EXPORT, {"format": format_name})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid")


def test_a_guest_is_asked_for_a_token() -> None:
    assert APIClient().get(EXPORT).status_code == 401
