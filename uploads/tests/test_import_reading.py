"""A file read again in another way, before it is applied; and rows whose kind decides."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from catalog.models import Movie
from tests.builders import api_of, make_movie
from uploads.import_jobs.correcting import choose_film
from uploads.import_jobs.errors import NotNow
from uploads.models import ImportJob, Rating, WatchlistEntry
from uploads.tests.exports import zip_of
from uploads.tests.imports import applied, imported, outcomes, row, taken_back, worked

pytestmark = pytest.mark.django_db
IMPORTS = "/api/v1/me/import/"
TABLE = b"Title,Year,Rating,Own\nHeat,1995,4,9\nFargo,1996,3,7\n"


@pytest.fixture
def fargo(db: None) -> Movie:
    return make_movie(title="Fargo", year=1996)


def change(user: User, job: ImportJob, **how: Any) -> Any:
    answer = api_of(user).put(f"{IMPORTS}{job.pk}/reading/", how, format="json")
    if answer.status_code == 202:
        worked(job)
    return answer


def stars(job: ImportJob) -> list[float | None]:
    return [one.stars for one in job.rows.order_by("line")]


def test_the_report_has_what_was_detected(alice: User, heat: Movie) -> None:
    job = imported(alice, TABLE, name="mine.csv")
    shown = api_of(alice).get(f"{IMPORTS}{job.pk}/").json()["result"]
    assert shown["readings"] == [
        {
            "file": "mine.csv",
            "format": "generic",
            "kind": "ratings",
            "scale": 5,
            "columns": {"title": "Title", "year": "Year", "rating": "Rating"},
            "available": ["Title", "Year", "Rating", "Own"],
            "date_order": None,
            "thumbs": None,
        }
    ]


def test_the_scale_is_changed_and_detected_again(alice: User, heat: Movie, fargo: Movie) -> None:
    job = imported(alice, TABLE)
    assert stars(job) == [4.0, 3.0]
    assert change(alice, job, scale=10).status_code == 202
    assert stars(job) == [2.0, 1.5]
    assert change(alice, job).status_code == 202
    assert stars(job) == [4.0, 3.0]


def test_columns_are_changed(alice: User, heat: Movie, fargo: Movie) -> None:
    job = imported(alice, TABLE)
    assert change(alice, job, columns={"rating": "Own"}).status_code == 202
    assert stars(job) == [4.5, 3.5]


def test_a_file_becomes_a_watchlist(alice: User, heat: Movie, fargo: Movie) -> None:
    job = imported(alice, TABLE)
    change(alice, job, kind="watchlist")
    assert set(outcomes(job).values()) == {"watchlisted"}
    applied(job)
    assert (WatchlistEntry.objects.count(), Rating.objects.count()) == (2, 0)


def test_one_of_several_files_is_changed(alice: User, heat: Movie, fargo: Movie) -> None:
    raw = zip_of(
        {
            "a.csv": b"Title,Year,Rating\nHeat,1995,4\n",
            "b.csv": b"Title,Year,Rating\nFargo,1996,4\n",
        }
    )
    job = imported(alice, raw, name="all.zip")
    answer = change(alice, job, scale=10)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "unknown_column")
    assert "a.csv, b.csv" in answer.json()["error"]["message"]
    assert change(alice, job, file="c.csv", scale=10).status_code == 404
    assert change(alice, job, file="b.csv", scale=10).status_code == 202
    assert stars(job) == [4.0, 2.0]


@pytest.mark.parametrize(
    "how",
    [
        {"scale": 7},
        {"scale": True},
        {"kind": "liked"},
        {"kind": "neither"},
        {"columns": {"rating": "Nowhere"}},
        {"columns": {"rating": 3}},
        {"columns": {"rating": "!"}},
        {"columns": {"director": "Own"}},
        {"columns": ["Own"]},
        {"date_order": "year_first"},
        {"thumbs": {"up": 5.5}},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    alice: User, heat: Movie, how: dict[str, Any]
) -> None:
    job = imported(alice, TABLE)
    assert change(alice, job, **how).status_code == 400
    assert stars(job) == [4.0, 3.0]


def test_films_that_were_chosen_or_left_out_stay_so(alice: User, fargo: Movie) -> None:
    other = make_movie(title="Something else")
    job = imported(alice, TABLE)
    choose_film(job, line=2, movie_id=other.pk)
    choose_film(job, line=3, movie_id=None)
    change(alice, job, scale=10)
    assert (row(job, 2).movie, row(job, 2).stars) == (other, 2.0)
    assert row(job, 3).outcome == "skipped"


def test_what_was_applied_is_not_read_again(alice: User, heat: Movie, fargo: Movie) -> None:
    job = applied(imported(alice, TABLE))
    for _ in range(2):
        answer = change(alice, job, scale=10)
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "conflict")
        assert "upload the file again" in answer.json()["error"]["message"]
        job = taken_back(job) if Rating.objects.exists() else job


def test_an_upload_may_say_scale_and_kind_at_once(alice: User, heat: Movie, fargo: Movie) -> None:
    form = {"file": SimpleUploadedFile("mine.csv", TABLE), "scale": "10", "dry_run": "false"}
    assert api_of(alice).post(IMPORTS, form).status_code == 202
    worked(ImportJob.objects.get())
    assert sorted(Rating.objects.values_list("half_stars", flat=True)) == [3, 4]


def test_an_unknown_type_is_a_film_when_its_id_is_one_here(alice: User, heat: Movie) -> None:
    Movie.objects.filter(pk=heat.pk).update(imdb_id="tt0113277", tmdb_id=949)
    raw = (
        b"Title,Year,Type,IMDb ID,TMDB ID,Rating\n"
        b"Heat,1995,anime,tt0113277,949,9\n"
        b"Heat,1995,anime,tt0999999,949,9\n"
        b"Heat,1995,anime,,,9\n"
    )
    job = imported(alice, raw)
    assert outcomes(job) == {2: "imported", 3: "not_a_film", 4: "not_a_film"}
    assert "'anime'" in row(job, 3).reason


def test_a_series_is_no_film_whatever_its_numbers(alice: User, heat: Movie) -> None:
    Movie.objects.filter(pk=heat.pk).update(imdb_id="tt0113277", tmdb_id=949)
    raw = b"Title,Year,Type,IMDb ID,TMDB ID,Rating\nHeat,1995,tv,tt0113277,949,9\n"
    assert outcomes(imported(alice, raw)) == {2: "not_a_film"}


def test_a_row_of_a_list_is_left_out_and_cannot_be_chosen(alice: User, heat: Movie) -> None:
    job = imported(alice, b"Title,Year\nHeat,1995\n", name="films.csv")
    assert outcomes(job) == {2: "skipped"}
    with pytest.raises(NotNow):
        choose_film(job, line=2, movie_id=heat.pk)
    change(alice, job, kind="watchlist")
    assert outcomes(job) == {2: "watchlisted"}
