"""Films that a file says were seen: kept with their days, whatever else it says of them."""

from datetime import UTC, date, datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from pytest_django import Settings

from accounts.models import User
from catalog.merging import merge_movies
from catalog.models import Movie
from tests.builders import make_movie, make_rating
from uploads.import_jobs import applying, taking_back
from uploads.import_jobs.starting import take_up_again
from uploads.lists.services import add_list_entry
from uploads.models import FilmNote, ImportRow, NotInterested, Rating, Viewing, WatchlistEntry
from uploads.ratings.services import rate_movie, undo_last_change
from uploads.tests.exports import LETTERBOXD, Cells, csv_of, zip_of
from uploads.tests.exports import film as letterboxd_film
from uploads.tests.imports import (
    applied,
    assert_all_rows_are_told,
    imported,
    outcomes,
    taken_back,
    worked,
)
from uploads.tests.test_import_jobs import Killed, dead, killed_after
from uploads.viewings import mark_seen, remove_viewings

pytestmark = pytest.mark.django_db
COLUMNS = ("Title", "Year", "Rating", "WatchedDate", "Rewatch", "Review", "RatedAt")
LONG_AGO = datetime(2020, 2, 3, 4, 5, 6, tzinfo=UTC)
MAY, JUNE, JULY = "2024-05-03", "2024-06-04", "2024-07-05"


def watched(title: str, day: str = "", **more: str) -> Cells:
    return {
        "Title": title,
        "Year": "1995",
        "WatchedDate": day,
        "Rewatch": "false" if day else "",
    } | more


def rated(title: str, day: str, stars: str = "4") -> Cells:
    return watched(title, day, Rating=stars, RatedAt=day)


def file_of(*rows: Cells) -> bytes:
    return csv_of(COLUMNS, *rows)


def days(user: User, movie: Movie) -> list[str]:
    rows = Viewing.objects.filter(user=user, movie=movie).order_by("watched_on")
    return [str(day or "") for day in rows.values_list("watched_on", flat=True)]


def test_a_row_that_says_only_seen_marks_the_film_as_seen(alice: User, heat: Movie) -> None:
    job = imported(alice, file_of(watched("Heat")))
    assert (job.counts, days(alice, heat)) == ({"seen": 1}, [])
    job = applied(job)
    assert (job.counts, days(alice, heat)) == ({"seen": 1}, [""])


def test_a_seen_film_keeps_its_review_as_a_note_until_it_is_taken_back(
    alice: User, heat: Movie
) -> None:
    job = imported(alice, file_of(watched("Heat", MAY, Review="Still great.")), dry_run=False)
    (row,) = job.rows.all()
    assert (row.outcome, row.reason) == ("seen", "its review is saved as a note")
    assert days(alice, heat) == [MAY]
    assert FilmNote.objects.get().text == "Still great."
    taken_back(job)
    assert (days(alice, heat), FilmNote.objects.count()) == ([], 0)


@pytest.mark.databases
def test_every_row_of_a_film_counts_as_a_viewing(alice: User, heat: Movie) -> None:
    rows = [rated("Heat", MAY), watched("Heat", JUNE), watched("Heat", JULY), watched("Heat")]
    job = imported(alice, file_of(*rows), dry_run=False)
    assert job.counts == {"imported": 1, "duplicate": 3}
    assert_all_rows_are_told(job, 4)
    assert days(alice, heat) == [MAY, JUNE, JULY]
    assert not job.rows.filter(applied_at=None).exists()


@pytest.mark.databases
def test_the_same_file_again_adds_nothing(alice: User, heat: Movie) -> None:
    raw = file_of(rated("Heat", MAY), watched("Heat", JUNE), watched("Heat"))
    imported(alice, raw, dry_run=False)
    job = imported(alice, raw, dry_run=False)
    assert job.counts == {"duplicate": 2, "unchanged": 1}
    assert days(alice, heat) == [MAY, JUNE]


def test_a_film_that_is_seen_here_is_unchanged(alice: User, heat: Movie) -> None:
    mark_seen(user=alice, movie_id=heat.pk, watched_on=date(2024, 5, 3))
    job = imported(alice, file_of(watched("Heat")))
    assert job.rows.get().reason == "you have already marked it as seen"
    assert outcomes(job) == {2: "unchanged"}


def test_viewings_are_new_where_the_rating_is_not(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4)
    job = imported(alice, file_of(rated("Heat", MAY), watched("Heat", JUNE)), dry_run=False)
    row = job.rows.get(outcome="seen")
    assert (job.counts, row.reason) == (
        {"seen": 1, "duplicate": 1},
        "you have given it the same rating, 4",
    )
    assert days(alice, heat) == [MAY, JUNE]


def test_a_day_stays_that_day_in_any_time_zone(
    alice: User, heat: Movie, settings: Settings
) -> None:
    settings.TIME_ZONE = "America/New_York"
    raw = file_of(watched("Heat", MAY), watched("Heat", "2024-06-05T02:30:00Z"))
    imported(alice, raw, dry_run=False)
    assert days(alice, heat) == [MAY, JUNE]  # 2:30 in UTC is the evening before in New York


def test_it_leaves_the_watchlist_until_it_is_taken_back(alice: User, heat: Movie) -> None:
    add_list_entry(WatchlistEntry, user=alice, movie_id=heat.pk, at=LONG_AGO)
    job = imported(alice, file_of(watched("Heat", MAY)), dry_run=False)
    assert not WatchlistEntry.objects.exists()
    taken_back(job)
    assert WatchlistEntry.objects.get().created_at == LONG_AGO
    assert days(alice, heat) == []


def test_a_film_that_is_seen_and_wished_for_in_one_upload_is_both(alice: User, heat: Movie) -> None:
    raw = zip_of(
        {
            "watched.csv": csv_of(LETTERBOXD, letterboxd_film("Heat")),
            "watchlist.csv": csv_of(LETTERBOXD, letterboxd_film("Heat")),
        }
    )
    job = imported(alice, raw, name="all.zip", dry_run=False)
    assert job.counts == {"duplicate": 1, "watchlisted": 1}
    assert (WatchlistEntry.objects.count(), days(alice, heat)) == (1, ["2024-05-03"])
    taken_back(job)
    assert (WatchlistEntry.objects.count(), days(alice, heat)) == (0, [])


def test_a_rating_leaves_not_interested_until_it_is_taken_back(alice: User, heat: Movie) -> None:
    for kind in (NotInterested, WatchlistEntry):
        add_list_entry(kind, user=alice, movie_id=heat.pk, at=LONG_AGO)
    job = imported(alice, file_of(rated("Heat", MAY)), dry_run=False)
    assert not NotInterested.objects.exists()
    taken_back(job)
    assert not Rating.objects.exists()
    assert NotInterested.objects.get().created_at == LONG_AGO
    assert WatchlistEntry.objects.get().created_at == LONG_AGO


def test_undoing_an_imported_rating_restores_the_lists_that_the_film_left(
    alice: User, heat: Movie
) -> None:
    for kind in (NotInterested, WatchlistEntry):
        add_list_entry(kind, user=alice, movie_id=heat.pk, at=LONG_AGO)
    imported(alice, file_of(rated("Heat", MAY)), dry_run=False)
    undo_last_change(alice)
    assert NotInterested.objects.get().created_at == LONG_AGO
    assert WatchlistEntry.objects.get().created_at == LONG_AGO


@pytest.mark.databases
def test_only_what_the_import_added_is_taken_back(alice: User, heat: Movie) -> None:
    mark_seen(user=alice, movie_id=heat.pk, watched_on=date(2024, 5, 3))
    job = imported(alice, file_of(watched("Heat", MAY), watched("Heat", JUNE)), dry_run=False)
    mark_seen(user=alice, movie_id=heat.pk, watched_on=date(2024, 7, 5))
    job = taken_back(job)
    assert days(alice, heat) == [MAY, JULY]
    assert job.counts == {"seen": 1, "duplicate": 1}
    applied(job)
    assert days(alice, heat) == [MAY, JUNE, JULY]


@pytest.mark.databases
def test_each_of_two_imports_takes_back_its_own(alice: User, heat: Movie) -> None:
    seen = imported(alice, file_of(watched("Heat")), dry_run=False)
    dated = imported(alice, file_of(watched("Heat", MAY)), dry_run=False)
    taken_back(seen)
    assert days(alice, heat) == [MAY]
    taken_back(dated)
    assert days(alice, heat) == []


def test_what_was_marked_anew_since_stays(alice: User, heat: Movie) -> None:
    add_list_entry(WatchlistEntry, user=alice, movie_id=heat.pk)
    job = imported(alice, file_of(watched("Heat", MAY)), dry_run=False)
    remove_viewings(user=alice, movie_id=heat.pk)
    mark_seen(user=alice, movie_id=heat.pk, watched_on=date(2024, 5, 3))
    taken_back(job)
    assert days(alice, heat) == [MAY]
    assert not WatchlistEntry.objects.exists()


def test_a_film_that_was_rated_since_does_not_return_to_the_watchlist(
    alice: User, heat: Movie
) -> None:
    add_list_entry(WatchlistEntry, user=alice, movie_id=heat.pk)
    job = imported(alice, file_of(watched("Heat", MAY)), dry_run=False)
    rate_movie(user=alice, movie_id=heat.pk, stars=3)
    taken_back(job)
    assert not WatchlistEntry.objects.exists()
    assert days(alice, heat) == []


@pytest.mark.databases
def test_after_films_were_merged_it_is_still_taken_back(alice: User, heat: Movie) -> None:
    twin = make_movie(title="Heat Again")
    job = imported(alice, file_of(watched("Heat Again", MAY)), dry_run=False)
    merge_movies(keep=heat, duplicate=twin)
    assert days(alice, heat) == [MAY]
    taken_back(job)
    assert days(alice, heat) == []


@pytest.mark.databases
def test_rows_of_older_imports_that_only_said_seen_can_be_applied(alice: User, heat: Movie) -> None:
    job = imported(alice, file_of(watched("Heat")))
    job.rows.update(outcome="unrated")
    job.counts = {"unrated": 1}
    job.save()
    migration = import_module("uploads.migrations.0008_seen")
    migration.unrated_is_seen(apps, connection.schema_editor())
    job.refresh_from_db()
    assert job.counts == {"seen": 1}
    applied(job)
    assert days(alice, heat) == [""]


@pytest.mark.databases
@pytest.mark.parametrize("calls", [0, 1])
def test_a_worker_killed_meanwhile_is_finished_by_the_next(
    alice: User, heat: Movie, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    alien = make_movie(title="Alien")
    rows = [watched("Heat", MAY), watched("Heat", JUNE), watched("Alien"), rated("Alien", JULY)]
    job = imported(alice, file_of(*rows))
    with monkeypatch.context() as patch:
        killed_after(patch, applying, "_apply_row", calls)
        with pytest.raises(Killed):
            applied(job)
    written = 2 * calls  # of the first film, both rows or none
    assert Viewing.objects.count() == job.rows.exclude(applied_at=None).count() == written
    job = worked(take_up_again(dead(job)))
    assert (days(alice, heat), days(alice, alien)) == ([MAY, JUNE], [JULY])
    with monkeypatch.context() as patch:
        killed_after(patch, taking_back, "_take_back_row", calls)
        with pytest.raises(Killed):
            taken_back(job)
    worked(take_up_again(dead(job)))
    assert not Viewing.objects.exists()
    assert not ImportRow.objects.exclude(applied_at=None).exists()
