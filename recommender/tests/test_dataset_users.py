from pathlib import Path

import numpy as np
import pytest
from django.test import Client

from catalog.importers.rating_histograms import datasets_root
from catalog.tests.releases import bring_in, write_release
from tests.engine_fixture import Camps

pytestmark = pytest.mark.django_db


@pytest.fixture
def data_set(tmp_path: Path) -> None:
    bring_in(write_release(tmp_path / "tiny"))


def test_the_history_of_a_user_of_the_data_set_is_theirs_newest_first(data_set: None) -> None:
    answer = Client().get("/api/v1/dataset-users/2/history/").json()
    assert [(one["movie"]["title"], one["rating"]) for one in answer] == [
        ("Amelie", 0.5),
        ("Toy Story", 3.5),
    ]
    assert answer[0]["rated_at"] == "2001-09-12T01:46:40Z"


# As data sets were kept before imports looked at the unit of times.
ABSURD = {
    1_000_000_000_000: "2001-09-09T01:46:40Z",  # milliseconds
    1_000_000_000_000_000: "2001-09-09T01:46:40Z",
    2**63 - 1: "2262-04-11T23:47:16Z",
    -(2**63): "1970-01-01T00:00:00Z",
}


@pytest.mark.parametrize("time", ABSURD)
@pytest.mark.parametrize("what", ["history", "recommendations"])
def test_an_absurd_time_in_a_data_set_is_no_error(
    data_set: None, published_models: Camps, what: str, time: int
) -> None:
    path = datasets_root() / "tiny" / "histories" / "times.npy"
    times = np.load(path)
    np.save(path, np.full_like(times, time))
    answer = Client().get(f"/api/v1/dataset-users/2/{what}/")
    assert answer.status_code == 200
    if what == "history":
        assert {one["rated_at"] for one in answer.json()} == {ABSURD[time]}


def test_a_user_of_the_data_set_gets_recommendations(
    data_set: None, published_models: Camps
) -> None:
    answer = Client().get("/api/v1/dataset-users/1/recommendations/?k=3").json()
    assert len(answer["results"]) == 3
    assert "title" in answer["results"][0]["movie"]


def test_without_metadata_films_are_their_ids(data_set: None, published_models: Camps) -> None:
    answer = Client().get("/api/v1/dataset-users/1/recommendations/?k=3&metadata=false").json()
    assert [list(one["movie"]) for one in answer["results"]] == [["id"]] * 3


@pytest.mark.parametrize("what", ["history", "recommendations"])
@pytest.mark.parametrize("user", ["4", "0", "999999999999"])
def test_an_unknown_user_is_not_found_and_named(data_set: None, what: str, user: str) -> None:
    answer = Client().get(f"/api/v1/dataset-users/{user}/{what}/")
    assert answer.status_code == 404
    assert f"no user {user}" in answer.json()["error"]["message"]


def test_without_a_data_set_the_answer_says_what_to_do() -> None:
    answer = Client().get("/api/v1/dataset-users/1/history/")
    assert answer.status_code == 404
    assert "load_demo" in answer.json()["error"]["message"]


@pytest.mark.parametrize("k", ["0", "101", "many"])
def test_a_wrong_number_is_refused(data_set: None, k: str) -> None:
    answer = Client().get(f"/api/v1/dataset-users/1/recommendations/?k={k}")
    assert answer.status_code == 400
