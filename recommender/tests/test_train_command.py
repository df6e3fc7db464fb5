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
    with pytest.raises(CommandError, match="unknown model 'svd'"):
        call_command("train", "--only", "svd")
    assert services.store().versions() == []


def test_73_a_second_training_is_refused_and_not_noted(camps: Camps) -> None:
    lock = camps.store.root / "training.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(CommandError, match="another training run holds"):
            call_command("train")
    assert not TrainingRun.objects.exists()


def test_73_a_training_that_was_killed_is_marked_as_failed_by_the_next(own_engine: object) -> None:
    killed = services.begin_run()
    services.begin_run()
    killed.refresh_from_db()
    assert (killed.state, killed.error) == ("failed", "ended without an error message")


def test_models_that_need_no_spark_are_trained_and_published(camps: Camps) -> None:
    for place in range(10):
        user = make_user()
        for movie in camps.films[place : place + 8]:
            make_rating(user=user, movie=movie)
    call_command("train", "--only", "content", "latest")
    assert camps.store.current() == "v1"
    assert set(camps.store.manifest("v1").models) == {"popular", "content", "latest"}
    run = TrainingRun.objects.get()
    assert (run.version, run.is_published) == ("v1", True)


@pytest.fixture
def refused(published_models: Camps, capsys: pytest.CaptureFixture[str]) -> str:
    """What a training says that has no `for-you`, which the live v1 has."""
    user = make_user()
    for movie in published_models.films[:25]:
        make_rating(user=user, movie=movie)
    call_command("train", "--only", "latest")
    return capsys.readouterr().out


def test_81_a_refused_version_is_stored_and_the_live_one_stays(
    refused: str, published_models: Camps
) -> None:
    assert published_models.store.versions() == ["v1", "v2"]
    assert published_models.store.current() == "v1"


def test_81_a_refusal_is_told_with_its_reason_and_the_way_around(refused: str) -> None:
    assert "v2 is stored but NOT published. It lacks for-you" in refused
    assert "manage.py models publish v2" in refused


def test_81_a_refusal_is_noted(refused: str) -> None:
    run = TrainingRun.objects.get()
    assert (run.state, run.version, run.is_published) == (TrainingRun.State.DONE, "v2", False)
    assert run.verdict.startswith(
        "It lacks for-you, which the site uses and the live version v1 has."
    )


def test_81_a_refused_version_can_be_published_by_hand_with_a_warning(
    refused: str, published_models: Camps, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("models", "publish", "v2")
    assert "v2 does not pass the publication check. It lacks for-you" in capsys.readouterr().err
    assert published_models.store.current() == "v2"


def test_a_version_that_the_gate_likes_is_published_without_a_warning(
    published_models: Camps, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("models", "publish", published_models.add())
    assert capsys.readouterr().err == ""


def test_a_manifest_is_plain_json(published_models: Camps) -> None:
    path = published_models.store.folder("v1") / "manifest.json"
    assert json.loads(path.read_text())["version"] == "v1"
