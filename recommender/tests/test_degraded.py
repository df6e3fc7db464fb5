"""Without a model that can be served, people get the charts and the site says that it is degraded."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from accounts.models import User
from recommender.core.artifacts.store import MANIFEST
from tests.builders import api_of, browser_of, make_rating, make_user
from tests.engine_fixture import Camps


def ready() -> dict[str, Any]:
    answer = Client().get("/api/v1/health/ready/")
    assert answer.status_code == 200
    reported: dict[str, Any] = answer.json()
    return reported


def recommended(camps: Camps) -> dict[str, Any]:
    user = make_user()
    make_rating(user=user, movie=camps.crime[5], stars=5)
    answer = api_of(user).get("/api/v1/me/recommendations/", {"k": 5})
    assert answer.status_code == 200
    reported: dict[str, Any] = answer.json()
    return reported


def damage(camps: Camps, version: str, name: str) -> None:
    path = camps.store.folder(version) / name
    path.chmod(0o644)
    path.write_bytes(b"x" + path.read_bytes()[1:])


def test_with_a_model_it_is_ready(published_models: Camps) -> None:
    assert ready() == {"status": "ok", "reasons": [], "model_version": "v1"}


def test_before_the_first_training_people_get_the_charts(camps: Camps) -> None:
    reported = recommended(camps)
    assert reported["model"] == {"name": "popular", "version": "live"}
    assert len(reported["results"]) == 5


def test_before_the_first_training_every_result_has_a_reason(camps: Camps) -> None:
    assert all(one["because"] for one in recommended(camps)["results"])


def test_before_the_first_training_the_film_that_was_rated_is_left_out(camps: Camps) -> None:
    shown = [one["movie"]["id"] for one in recommended(camps)["results"]]
    assert camps.crime[5].pk not in shown


def test_before_the_first_training_it_is_degraded_and_says_what_to_do(camps: Camps) -> None:
    reported = ready()
    assert reported["status"] == "degraded"
    assert "manage.py train" in reported["reasons"][0]


def test_before_the_first_training_a_film_is_like_none(camps: Camps) -> None:
    reported = Client().get(f"/api/v1/movies/{camps.crime[0].pk}/similar/").json()
    assert reported["results"] == []


def test_before_the_first_training_the_list_of_models_is_empty(camps: Camps) -> None:
    reported = Client().get("/api/v1/models/").json()
    assert reported["version"] is None
    assert reported["results"] == []


DAMAGED = ["item_ids.npy", "als/item_factors.npy", "content/traits.json", MANIFEST]


@pytest.mark.parametrize("name", DAMAGED)
def test_69_a_damaged_version_gives_the_charts(published_models: Camps, name: str) -> None:
    damage(published_models, "v1", name)
    assert recommended(published_models)["model"]["name"] == "popular"


@pytest.mark.parametrize("name", DAMAGED)
def test_69_a_damaged_version_is_degraded_and_named(published_models: Camps, name: str) -> None:
    damage(published_models, "v1", name)
    reported = ready()
    assert reported["status"] == "degraded"
    assert "train again" in reported["reasons"][0]


def test_69_a_missing_file_is_damage_too(published_models: Camps) -> None:
    (published_models.store.folder("v1") / "als/item_factors.npy").unlink()
    assert ready()["status"] == "degraded"


def test_69_a_live_name_of_no_version_is_degraded(published_models: Camps) -> None:
    (published_models.store.root / "current").write_text("v99")
    (published_models.store.folder("v1") / MANIFEST).unlink()
    assert ready()["status"] == "degraded"


def test_69_an_older_whole_version_stands_in_for_a_damaged_one(published_models: Camps) -> None:
    published_models.publish()
    damage(published_models, "v2", "als/item_factors.npy")
    assert recommended(published_models)["model"] == {"name": "for-you", "version": "v1"}


def test_69_standing_in_is_degraded(published_models: Camps) -> None:
    published_models.publish()
    damage(published_models, "v2", "als/item_factors.npy")
    reported = ready()
    assert (reported["status"], reported["model_version"]) == ("degraded", "v1")


@pytest.fixture
def partial(camps: Camps) -> Camps:
    """A live version that has neither `for-you` nor a model of likeness."""
    user = make_user()
    for movie in camps.films[:25]:
        make_rating(user=user, movie=movie)
    call_command("train", "--only", "latest")
    assert camps.store.current() == "v1"
    return camps


def test_a_version_without_for_you_gives_the_charts(partial: Camps) -> None:
    assert recommended(partial)["model"]["name"] == "popular"


@pytest.mark.parametrize("by", ["content", "ratings"])
def test_a_version_without_likeness_knows_no_similar_film(partial: Camps, by: str) -> None:
    page = f"/api/v1/movies/{partial.crime[0].pk}/similar/"
    assert Client().get(page, {"by": by}).json()["results"] == []


def test_a_version_of_few_models_breaks_no_page(partial: Camps) -> None:
    film = partial.crime[0]
    browser = browser_of(User.objects.get())
    for page in ("/", "/for-you/", film.get_absolute_url(), "/models/"):
        assert browser.get(page, follow=True).status_code == 200
