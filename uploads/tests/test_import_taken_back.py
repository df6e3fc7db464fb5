"""An import undone: everything is as it was, but for what its owner did since."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from catalog.models import Movie
from tests.builders import make_movies
from uploads.import_jobs import running, taking_back
from uploads.import_jobs.correcting import choose_film
from uploads.import_jobs.errors import NotNow
from uploads.import_jobs.starting import apply_import, take_back_import, take_up_again
from uploads.lists.services import add_list_entry, remove_list_entry
from uploads.models import FilmNote, ImportJob, Rating, WatchlistEntry
from uploads.ratings.notes import write_note
from uploads.ratings.services import rate_movie, remove_rating
from uploads.tests.exports import LETTERBOXD, RATINGS, REVIEWS, csv_of, film, zip_of
from uploads.tests.figures import assert_figures_agree
from uploads.tests.imports import applied, assert_all_rows_are_told, imported, taken_back, worked
from uploads.tests.test_import_jobs import Killed, dead, killed_after

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2020, 2, 3, 4, 5, 6, 789, tzinfo=UTC)


def all_of(user: User) -> list[Sequence[Any]]:
    """Every rating, note and place on the watchlist with its times, but those of a note."""
    ratings = Rating.objects.filter(user=user).order_by("movie")
    notes = FilmNote.objects.filter(user=user).order_by("movie")
    listed = WatchlistEntry.objects.filter(user=user).order_by("movie")
    return [
        *ratings.values_list("movie", "half_stars", "rated_at"),
        *notes.values_list("movie", "text"),
        *listed.values_list("movie", "created_at"),
    ]


@pytest.fixture
def films(db: None) -> list[Movie]:
    return make_movies(6)


@pytest.fixture
def whole(films: list[Movie]) -> bytes:
    """A zip that rates films 0 to 2, the third without a date, has a review of 0, and wishes for 4."""
    names = [movie.title for movie in films]
    rated = [film(name, rating="4") for name in names[:2]] + [film(names[2], rating="3", date="")]
    return zip_of(
        {
            "ratings.csv": csv_of(RATINGS, *rated, film(names[0], rating="4")),
            "reviews.csv": csv_of(REVIEWS, film(names[0], rating="4", review="Two men talk.")),
            "watchlist.csv": csv_of(LETTERBOXD, film(names[4])),
        }
    )


@pytest.mark.databases
def test_everything_is_as_it_was(alice: User, films: list[Movie], whole: bytes) -> None:
    rate_movie(user=alice, movie_id=films[1].pk, stars=1.5, rated_at=LONG_AGO)
    add_list_entry(WatchlistEntry, user=alice, movie_id=films[1].pk, at=LONG_AGO)
    add_list_entry(WatchlistEntry, user=alice, movie_id=films[2].pk, at=LONG_AGO)
    before = all_of(alice)
    job = imported(alice, whole, name="all.zip")
    report = dict(job.rows.values_list("line", "outcome"))
    applied(job)
    assert len(all_of(alice)) == 5  # three ratings, a note, and one place on the watchlist
    job = taken_back(job)
    assert all_of(alice) == before
    assert (job.state, job.is_dry_run, job.progress) == ("done", True, 1.0)
    assert dict(job.rows.values_list("line", "outcome")) == report
    assert not job.rows.exclude(applied_at=None).exists()
    assert_all_rows_are_told(job, len(report))
    for movie in films:
        assert_figures_agree(movie)


@pytest.mark.databases
def test_it_can_be_applied_again(alice: User, films: list[Movie], whole: bytes) -> None:
    def written() -> tuple[int, dict[int, int]]:
        return len(all_of(alice)), dict(Rating.objects.values_list("movie", "half_stars"))

    job = applied(imported(alice, whole, name="all.zip"))
    at_first = written()
    for _ in range(2):
        job = applied(taken_back(job))
        assert written() == at_first
    assert not job.is_dry_run


def test_a_row_that_was_corrected_meanwhile_does_not_tell_of_the_film_twice(
    alice: User, films: list[Movie]
) -> None:
    name = films[0].title
    raw = csv_of(RATINGS, film(name, rating="4"), film("Nobody knows", rating="2"))
    job = applied(imported(alice, raw))
    choose_film(job, line=3, movie_id=films[0].pk)
    job = taken_back(job)
    assert job.counts == {"imported": 1, "duplicate": 1}


@pytest.mark.databases
def test_what_was_changed_since_stays(alice: User, films: list[Movie], whole: bytes) -> None:
    job = applied(imported(alice, whole, name="all.zip"))
    rate_movie(user=alice, movie_id=films[0].pk, stars=5)
    write_note(user=alice, movie_id=films[0].pk, text="Two men talk. And shoot.")
    # Given anew with the same stars, and listed anew: both are their own now.
    remove_rating(user=alice, movie_id=films[1].pk)
    rate_movie(user=alice, movie_id=films[1].pk, stars=4)
    remove_list_entry(WatchlistEntry, user=alice, movie_id=films[4].pk)
    add_list_entry(WatchlistEntry, user=alice, movie_id=films[4].pk)
    rate_movie(user=alice, movie_id=films[5].pk, stars=2)
    kept = [row for row in all_of(alice) if row[0] != films[2].pk]
    assert len(kept) == 5
    job = taken_back(job)
    assert all_of(alice) == kept
    reasons = dict(job.rows.filter(outcome="unchanged").values_list("movie", "reason"))
    assert reasons == {
        films[0].pk: "you rated it 5 on this site more recently",
        films[1].pk: "you have given it the same rating, 4",
        films[4].pk: "it is already on your watchlist",
    }


@pytest.mark.databases
def test_what_was_removed_since_does_not_come_back(
    alice: User, films: list[Movie], whole: bytes
) -> None:
    rate_movie(user=alice, movie_id=films[0].pk, stars=1, rated_at=LONG_AGO)
    job = applied(imported(alice, whole, name="all.zip"))
    remove_rating(user=alice, movie_id=films[0].pk)
    taken_back(job)
    assert not Rating.objects.filter(user=alice).exists()


def test_a_film_that_is_gone_since_is_told(alice: User, films: list[Movie], whole: bytes) -> None:
    job = applied(imported(alice, whole, name="all.zip"))
    remove_rating(user=alice, movie_id=films[2].pk)
    films[2].delete()
    job = taken_back(job)
    assert job.rows.get(outcome="unmatched").reason == "the film was removed"
    assert all_of(alice) == []


@pytest.mark.databases
@pytest.mark.parametrize("calls", [0, 1, 3])
def test_a_worker_killed_meanwhile_is_finished_by_the_next(
    alice: User,
    films: list[Movie],
    whole: bytes,
    monkeypatch: pytest.MonkeyPatch,
    calls: int,
) -> None:
    job = applied(imported(alice, whole, name="all.zip"))
    with monkeypatch.context() as patch:
        killed_after(patch, taking_back, "_take_back_row", calls)
        with pytest.raises(Killed):
            taken_back(job)
    assert job.rows.filter(same_as=None, applied_at=None).count() == calls
    job = worked(take_up_again(dead(job)))
    assert (job.state, job.is_dry_run, all_of(alice)) == ("done", True, [])


def test_a_long_one_lets_others_have_their_turn(
    alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    movies = make_movies(120)
    raw = csv_of(RATINGS, *(film(movie.title, rating="4") for movie in movies))
    job = applied(imported(alice, raw))
    monkeypatch.setattr(running, "_A_TURN_S", 0.0)
    job, seen = taken_back(job), []
    while job.state == "queued":
        seen.append((job.percent, Rating.objects.count(), job.is_dry_run))
        job = worked(job)
    assert seen == [(42, 70, False), (83, 20, False)]
    assert (job.state, Rating.objects.count(), job.is_dry_run) == ("done", 0, True)


def test_an_import_that_broke_off_can_be_taken_back(
    alice: User, films: list[Movie], whole: bytes
) -> None:
    job = applied(imported(alice, whole, name="all.zip"))
    ImportJob.objects.update(state="failed", error="It was interrupted.", applied_at=None)
    job = taken_back(job)
    assert (job.state, job.error, all_of(alice)) == ("done", "", [])


def test_when_there_is_nothing_to_take_back_it_says_so(
    alice: User, films: list[Movie], whole: bytes
) -> None:
    job = imported(alice, whole, name="all.zip")
    with pytest.raises(NotNow, match="This import has not been applied"):
        take_back_import(job)
    taken_back(applied(job))
    with pytest.raises(NotNow, match="This import has not been applied"):
        take_back_import(job)


def test_one_thing_at_a_time(alice: User, films: list[Movie], whole: bytes) -> None:
    job = imported(alice, whole, name="all.zip")
    apply_import(job)
    with pytest.raises(NotNow, match="in progress"):
        take_back_import(job)
    job = take_back_import(worked(job))
    assert take_back_import(job).state == "queued"  # asked twice
    with pytest.raises(NotNow, match="in progress"):
        apply_import(job)
    worked(job)
    assert all_of(alice) == []


def test_the_history_tells_it(alice: User, films: list[Movie], whole: bytes) -> None:
    rate_movie(user=alice, movie_id=films[1].pk, stars=1.5, rated_at=LONG_AGO)
    taken_back(applied(imported(alice, whole, name="all.zip")))
    shown = alice.changes.filter(movie=films[1]).order_by("id").values_list("before", "after")
    assert list(shown) == [(None, 3), (3, 8), (8, 3)]
    assert timezone.now() > alice.changes.latest("id").at
