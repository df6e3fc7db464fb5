"""manage.py train where it must not train."""

import fcntl
import json

import pytest
from django.core.management import CommandError, call_command

from recommender import services
from recommender.models import TrainingRun
from tests.builders import make_movies, make_rating, make_user
from tests.engine_fixture import Camps

pytestmark = pytest.mark.django_db


def test_a_site_without_ratings_is_told_what_to_do(own_engine: object) -> None:
    with pytest.raises(CommandError, match="0 ratings are too few to train on; run load_demo"):
        call_command("train")


def test_too_few_ratings_publish_nothing(own_engine: object) -> None:
    user = make_user()
    for movie in make_movies(19):
        make_rating(user=user, movie=movie)
    with pytest.raises(CommandError, match="19 ratings are too few"):
        call_command("train")
    assert services.store().versions() == []


def test_a_refused_training_leaves_the_live_version(published_models: Camps) -> None:
    with pytest.raises(CommandError):
        call_command("train")
    assert published_models.store.current() == "v1"


def test_a_refused_training_is_noted_with_its_reason(own_engine: object) -> None:
    with pytest.raises(CommandError):
        call_command("train")
    run = TrainingRun.objects.get()
    assert (run.state, run.version) == (TrainingRun.State.FAILED, "")
    assert "too few" in run.error
    assert run.finished_at is not None


def test_an_unknown_model_is_refused_by_name(own_engine: object) -> None:
    user = make_user()
    for movie in make_movies(25):
        make_rating(user=user, movie=movie)
    with pytest.raises(CommandError, match="no model is named 'svd'"):
        call_command("train", "--only", "svd")
    assert services.store().versions() == []


def test_a_second_training_is_refused_and_not_noted(camps: Camps) -> None:
    lock = camps.store.root / "training.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(CommandError, match="another training holds"):
            call_command("train")
    assert not TrainingRun.objects.exists()


def test_a_training_that_was_killed_is_marked_as_failed_by_the_next(own_engine: object) -> None:
    killed = services.begin_run()
    services.begin_run()
    killed.refresh_from_db()
    assert (killed.state, killed.error) == ("failed", "ended without a word")


def test_models_that_need_no_spark_are_trained_and_published(camps: Camps) -> None:
    for place in range(10):
        user = make_user()
        for movie in camps.films[place : place + 8]:
            make_rating(user=user, movie=movie)
    call_command("train", "--only", "content", "latest")
    assert camps.store.current() == "v1"
    assert set(camps.store.manifest("v1").models) == {"popular", "content", "latest"}
    assert TrainingRun.objects.get().version == "v1"


def test_a_manifest_is_plain_json(published_models: Camps) -> None:
    path = published_models.store.folder("v1") / "manifest.json"
    assert json.loads(path.read_text())["version"] == "v1"
