"""Imports over the API: upload, look, correct, apply."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries
from rest_framework.test import APIClient

from accounts.models import User
from catalog.models import Movie
from tests.builders import api_of, browser_of, make_movie
from uploads.models import ImportJob, Rating
from uploads.tests.exports import RATINGS, csv_of, film, letterboxd_zip
from uploads.tests.imports import applied, imported, worked

pytestmark = pytest.mark.django_db
IMPORTS = "/api/v1/me/import/"
HEAT = csv_of(RATINGS, film("Heat", rating="4.5"))


def upload(client: Any, raw: bytes = HEAT, name: str = "ratings.csv", **form: str) -> Any:
    file = SimpleUploadedFile(name, raw, content_type="text/csv")
    return client.post(IMPORTS, {"file": file} | form)


def only_job() -> ImportJob:
    return ImportJob.objects.get()


def test_a_file_becomes_a_job(alice: User, heat: Movie) -> None:
    client = api_of(alice)
    answer = upload(client)
    shown = answer.json()
    assert (answer.status_code, shown["state"], shown["progress"]) == (202, "queued", 0.0)
    assert set(shown) == {"id", "state", "progress"}
    assert answer["Location"] == f"/api/v1/jobs/{shown['id']}/"
    worked(only_job())
    done = client.get(answer["Location"]).json()
    assert done["state"] == "done"
    assert done["result"] == {
        "format": "letterboxd",
        "file_name": "ratings.csv",
        "dry_run": True,
        "counts": {"imported": 1},
        "rows": 1,
        "notices": [],
        "readings": done["result"]["readings"],
    }
    assert not Rating.objects.exists()


def test_a_whole_zip_goes_in_and_is_applied_at_once(alice: User, heat: Movie) -> None:
    assert upload(api_of(alice), letterboxd_zip(), "all.zip", dry_run="false").status_code == 202
    job = worked(only_job())
    assert (sum(job.counts.values()), Rating.objects.get().stars) == (10, 4.5)


def test_the_job_of_a_file_that_breaks_off_says_why(alice: User) -> None:
    upload(api_of(alice), HEAT + b'2024,"' + b"x" * 200_000)
    job = worked(only_job())
    shown = api_of(alice).get(f"/api/v1/jobs/{job.pk}/").json()
    assert set(shown) == {"id", "state", "progress", "error"}
    assert "line 3" in shown["error"]


def test_applying_answers_with_the_job_and_twice_with_the_same(alice: User, heat: Movie) -> None:
    client, job = api_of(alice), imported(alice, HEAT)
    for _ in range(2):
        answer = client.post(f"{IMPORTS}{job.pk}/apply/")
        assert (answer.status_code, answer.json()["state"]) == (202, "queued")
    worked(job)
    assert Rating.objects.get().stars == 4.5
    assert client.get(f"{IMPORTS}{job.pk}/").json()["result"]["dry_run"] is False


def test_taking_back_answers_with_the_job_and_twice_with_the_same(alice: User, heat: Movie) -> None:
    client, job = api_of(alice), imported(alice, HEAT)
    where = f"{IMPORTS}{job.pk}/take-back/"
    assert client.post(where).status_code == 409
    applied(job)
    for _ in range(2):
        answer = client.post(where)
        assert (answer.status_code, answer.json()["state"]) == (202, "queued")
    assert client.post(f"{IMPORTS}{job.pk}/apply/").status_code == 409
    worked(job)
    assert not Rating.objects.exists()
    assert client.get(f"{IMPORTS}{job.pk}/").json()["result"]["dry_run"] is True


def test_rows_tell_what_becomes_of_them_and_are_corrected(alice: User, heat: Movie) -> None:
    raw = csv_of(RATINGS, film("Heat", 1986, rating="4"), film("Alien", rating="9"))
    client, job = api_of(alice), imported(alice, raw)
    rows = client.get(f"{IMPORTS}{job.pk}/rows/").json()["results"]
    assert [(one["line"], one["outcome"]) for one in rows] == [(2, "ambiguous"), (3, "invalid")]
    assert [one["id"] for one in rows[0]["candidates"]] == [heat.pk]
    only = client.get(f"{IMPORTS}{job.pk}/rows/", {"outcome": "invalid"}).json()
    assert (only["count"], only["results"][0]["line"]) == (1, 3)
    where = f"{IMPORTS}{job.pk}/rows/2/"
    shown = client.put(where, {"movie": heat.pk}, format="json").json()
    assert (shown["outcome"], shown["movie"]["id"]) == ("imported", heat.pk)
    assert client.put(where, {"movie": None}, format="json").json()["outcome"] == "skipped"
    assert (
        client.put(f"{IMPORTS}{job.pk}/rows/3/", {"movie": heat.pk}, format="json").status_code
        == 409
    )
    assert (
        client.put(f"{IMPORTS}{job.pk}/rows/9/", {"movie": None}, format="json").status_code == 404
    )
    assert client.put(where, {"movie": 10**9}, format="json").status_code == 404


@pytest.mark.parametrize("body", ["{}", '{"movie": "x"}', '{"movie": 0}', '{"movie": [1]}', "[]"])
def test_a_bad_choice_is_refused(alice: User, heat: Movie, body: str) -> None:
    job = imported(alice, HEAT)
    where = f"{IMPORTS}{job.pk}/rows/2/"
    assert api_of(alice).put(where, body, content_type="application/json").status_code == 400


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        (b"hello", {}),
        (HEAT, {"format": "imdb"}),
        (HEAT, {"format": "netflix"}),
        (HEAT, {"format": "myspace"}),
        (HEAT, {"scale": "3"}),
        (HEAT, {"kind": "neither"}),
        (HEAT, {"dry_run": "perhaps"}),
        (b"", {}),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(
    alice: User, raw: bytes, form: dict[str, str]
) -> None:
    answer = upload(api_of(alice), raw, **form)
    assert answer.status_code == 400
    assert answer.json()["error"]["message"]
    assert not ImportJob.objects.exists()


def test_a_missing_file_is_told_at_its_field(alice: User) -> None:
    answer = api_of(alice).post(IMPORTS, {"dry_run": "true"})
    assert list(answer.json()["error"]["fields"]) == ["file"]


def test_json_is_no_form(alice: User) -> None:
    assert api_of(alice).post(IMPORTS, {"file": "x"}, format="json").status_code == 415


def test_a_third_import_waits_for_the_first(alice: User) -> None:
    client = api_of(alice)
    assert [upload(client).status_code for _ in range(2)] == [202, 202]
    third = upload(client)
    assert (third.status_code, third["Retry-After"]) == (429, "30")


def test_imports_are_listed_newest_first_and_can_be_forgotten(alice: User, heat: Movie) -> None:
    client = api_of(alice)
    first, second = imported(alice, HEAT), imported(alice, HEAT, name="later.csv")
    shown = client.get(IMPORTS).json()["results"]
    assert [one["file_name"] for one in shown] == ["later.csv", "ratings.csv"]
    assert client.delete(f"{IMPORTS}{first.pk}/").status_code == 204
    assert list(ImportJob.objects.all()) == [second]


@pytest.mark.parametrize("n", [2, 20])
def test_the_rows_take_six_queries(
    alice: User, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    movie = make_movie(title="Known")
    many = [film(f"Known {at}", rating="4") for at in range(n)]
    job = imported(alice, csv_of(RATINGS, film("Known", rating="4"), *many))
    job.rows.filter(movie=None).update(candidates=[movie.pk])
    client = api_of(alice)
    # user, import, number, rows with films and figures, genres; candidates
    with django_assert_num_queries(6):
        client.get(f"{IMPORTS}{job.pk}/rows/", {"page_size": 100})


@pytest.mark.parametrize(
    "path", ["", "{}/", "{}/rows/", "{}/apply/", "{}/take-back/", "{}/reading/", "{}/rows/2/"]
)
def test_a_guest_is_asked_for_a_token(alice: User, heat: Movie, path: str) -> None:
    where = IMPORTS + path.format(imported(alice, HEAT).pk)
    assert {APIClient().get(where).status_code, APIClient().post(where).status_code} <= {401, 405}


@pytest.mark.parametrize("key", ["0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11", "1", "abc", "0" * 32])
def test_an_unknown_job_is_not_found(alice: User, key: str) -> None:
    client = api_of(alice)
    for where in (f"/api/v1/jobs/{key}/", f"{IMPORTS}{key}/", f"{IMPORTS}{key}/rows/"):
        answer = client.get(where)
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


def test_a_browser_uploads_with_its_session_and_a_csrf_token(alice: User, heat: Movie) -> None:
    assert upload(browser_of(alice)).status_code == 202
