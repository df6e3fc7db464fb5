"""A site before its first training: other models stand in, and `prepare` queues the training."""

import sys
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from recommender import overview, runtime, services, tasks
from recommender.core.artifacts.files import only_one
from recommender.core.artifacts.store import MANIFEST
from recommender.core.artifacts.versions import add_version, load_version
from recommender.core.pipeline.gate import Verdict
from recommender.management.commands import prepare
from tests.builders import api_of, browser_of, make_movies, make_rating, make_user
from tests.engine_fixture import Camps

pytestmark = pytest.mark.django_db

PAGES = ["/", "/for-you/", "/for-you/?model=for-you", "/for-you/?diversity=1&popularity=0"]
PAGES += ["/models/", "/lab/", "/similar/", "/start/", "/ratings/", "/charts/popular/"]
FOR_YOU = reverse("pages:for_you")
READY = "/api/v1/health/ready/"


def publish_only(camps: Camps, *names: str) -> None:
    """Make a version with only these models live."""
    full = load_version(camps.store, camps.add())
    manifest = add_version(
        camps.store,
        {name: full.trained(name) for name in names},
        full.item_ids,
        data=full.manifest.data,
        protocol=full.manifest.protocol,
        created_at=full.manifest.created_at,
    )
    camps.store.publish(manifest.version)


@pytest.fixture
def untrained(camps: Camps) -> Camps:
    """What a site serves before its first training."""
    publish_only(camps, "popular", "content", "sasrec")
    return camps


@pytest.fixture
def fan(untrained: Camps) -> User:
    user = make_user()
    make_rating(user=user, movie=untrained.crime[5], stars=5)
    return user


def recommended(user: User) -> dict[str, Any]:
    answer = api_of(user).get("/api/v1/me/recommendations/", {"k": 5})
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def page_of(user: User, page: str = FOR_YOU) -> str:
    return browser_of(user).get(page).content.decode()


# --- what is served -------------------------------------------------------------------------------
def test_a_pretrained_model_stands_in_and_is_named(untrained: Camps, fan: User) -> None:
    found = recommended(fan)
    assert found["model"] == {"name": "sasrec", "version": "v2"}
    assert len(found["results"]) == 5
    assert untrained.crime[5].pk not in [one["movie"]["id"] for one in found["results"]]


def test_the_chart_answers_where_the_stand_in_knows_no_rated_film(untrained: Camps) -> None:
    user = make_user()
    make_rating(user=user, movie=make_movies(1)[0], stars=5)  # newer than the model
    assert recommended(user)["model"]["name"] == "popular"


def test_the_lab_is_answered_by_the_stand_in(untrained: Camps) -> None:
    sequence = [movie.pk for movie in untrained.crime[:3]]
    answer = Client().post(
        "/api/v1/recommend/sequence/", {"sequence": sequence}, content_type="application/json"
    )
    assert (answer.status_code, answer.json()["model"]["name"]) == (200, "sasrec")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_works_and_says_what_is_missing(fan: User, page: str) -> None:
    answer = browser_of(fan).get(page)
    assert answer.status_code == 200
    assert "own recommendation model is not published yet" in answer.content.decode()


@pytest.mark.parametrize("query", ["", "?similar=ratings"])
def test_a_film_lacks_no_ratings_but_models(untrained: Camps, fan: User, query: str) -> None:
    page = page_of(fan, untrained.crime[6].get_absolute_url() + query)
    assert "Predictions appear once" in page
    assert "too few ratings" not in page


def test_for_you_names_the_model_that_made_the_list(fan: User) -> None:
    page = page_of(fan)
    assert "this list comes from “Next film (self-attention)”." in page
    assert 'href="/for-you/?model=sasrec" aria-current="page"' in page


def test_a_rating_changes_the_list_of_the_stand_in(untrained: Camps, fan: User) -> None:
    before = recommended(fan)["results"]
    make_rating(user=fan, movie=untrained.musicals[0], stars=5)
    assert [one["movie"]["id"] for one in recommended(fan)["results"]] != [
        one["movie"]["id"] for one in before
    ]


def test_readiness_is_degraded_until_the_default_model_is_published(untrained: Camps) -> None:
    reported = Client().get(READY).json()
    assert (reported["status"], reported["model_version"]) == ("degraded", "v2")
    assert "for-you is not published yet" in reported["reasons"][0]


def test_the_site_switches_over_by_itself(untrained: Camps, fan: User) -> None:
    page_of(fan)
    untrained.publish()
    runtime.holder.refresh()  # as the web workers do every two seconds
    assert Client().get(READY).json()["status"] == "ok"
    assert recommended(fan)["model"] == {"name": "for-you", "version": "v3"}
    page = page_of(fan)
    assert "not published yet" not in page
    assert "this list comes from" not in page


# --- the progress ---------------------------------------------------------------------------------
def test_for_you_follows_a_queued_training(fan: User) -> None:
    tasks.train_models.enqueue(quick=True)
    page = page_of(fan)
    assert "Waiting for the trainer process" in page
    assert 'hx-get="/models/"' in page


def test_for_you_follows_a_running_training(untrained: Camps, fan: User) -> None:
    with only_one(untrained.store.training_lock):
        services.note_progress(services.begin_run(), "ease (on all data)", 0.625)
        page = page_of(fan)
    assert "Training this site's models: ease (on all data)" in page.replace("&#39;", "'")
    assert 'value="62.5"' in page


def test_a_training_that_the_trainer_has_just_taken_is_still_awaited(untrained: Camps) -> None:
    tasks.train_models.enqueue(quick=True)
    now = timezone.now()
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=now)
    assert overview.trainings().is_busy
    services.fail_run(services.begin_run(), "ended")
    assert not overview.trainings().is_busy


def test_a_training_that_was_taken_long_ago_is_not_awaited(untrained: Camps) -> None:
    tasks.train_models.enqueue(quick=True)
    long_ago = timezone.now() - timedelta(minutes=5)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=long_ago)
    assert not overview.trainings().is_busy


@pytest.mark.parametrize("page", [FOR_YOU, "/models/"])
def test_a_failed_first_training_is_announced(fan: User, page: str) -> None:
    services.fail_run(services.begin_run(), "the disk is full at /srv/var")
    shown = page_of(fan, page)
    assert "The last training failed. The next start of the site tries again." in shown
    assert "/srv/var" not in shown


def test_a_killed_first_training_is_announced(fan: User) -> None:
    services.begin_run()
    assert "The last training was interrupted." in page_of(fan)


def test_the_progress_costs_two_queries(
    fan: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        overview.trainings()


# --- prepare --------------------------------------------------------------------------------------
@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    """`prepare` has only the models left to care for."""
    for step in ("_migrate", "_collect", "_load"):
        monkeypatch.setattr(prepare.Command, step, lambda self: False)
    monkeypatch.setattr(prepare, "note_prepared", lambda: None)


def queued() -> list[bool]:
    """Which trainings wait, in the trainer's order: True for one without PyTorch."""
    waiting = DBTaskResult.objects.ready().filter(task_path=tasks.train_models.module_path)
    return [one.args_kwargs["kwargs"].get("quick", False) for one in waiting]


@pytest.mark.usefixtures("untrained", "prepared")
def test_a_start_queues_the_first_training_once() -> None:
    call_command("prepare")
    call_command("prepare")
    assert queued() == [True]


@pytest.mark.usefixtures("untrained", "prepared")
def test_the_first_training_comes_before_that_of_the_sequence_models(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(services, "lacking_sequences", lambda: ["sasrec"])
    tasks.train_models.enqueue()
    call_command("prepare", sequences=True)
    assert queued() == [True, False]


@pytest.mark.usefixtures("prepared")
def test_a_trained_site_is_not_trained_again(published_models: Camps) -> None:
    call_command("prepare")
    assert queued() == []
    assert published_models.store.current() == "v1"


@pytest.mark.usefixtures("untrained", "prepared")
def test_a_failed_training_is_queued_again_by_the_next_start() -> None:
    services.fail_run(services.begin_run(), "no memory")
    call_command("prepare")
    assert queued() == [True]


@pytest.mark.usefixtures("untrained", "prepared")
def test_a_refused_training_is_not_queued_again() -> None:
    services.finish_run(services.begin_run(), Verdict(False, ("It is worse",)))
    call_command("prepare")
    assert queued() == []


@pytest.mark.usefixtures("prepared")
def test_no_training_is_queued_while_one_runs(untrained: Camps) -> None:
    with only_one(untrained.store.training_lock):
        call_command("prepare")
    assert queued() == []


@pytest.mark.usefixtures("prepared")
def test_a_damaged_live_version_stops_the_start(published_models: Camps) -> None:
    (published_models.store.folder("v1") / MANIFEST).unlink()
    with pytest.raises(CommandError, match="v1"):
        call_command("prepare")


@pytest.mark.usefixtures("untrained", "prepared")
def test_a_quiet_preparation_prints_only_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("prepare", verbosity=0)
    shown = capsys.readouterr().out
    assert "Models: done" in shown
    assert "Database" not in shown


# --- the trainer's child --------------------------------------------------------------------------
def test_a_training_passes_its_output_on_and_keeps_the_end(
    capfd: pytest.CaptureFixture[str],
) -> None:
    code = "import sys; [print(n) for n in range(50)]; sys.exit('out of memory')"
    status, kept = tasks._run([sys.executable, "-c", code])
    assert status == 1
    assert capfd.readouterr().out.splitlines()[0] == "0"
    assert "out of memory" in kept
    assert "0" not in kept.splitlines()


@pytest.mark.parametrize(("quick", "words"), [(True, ["train", "--quick"]), (False, ["train"])])
def test_a_first_training_leaves_pytorch_out(
    monkeypatch: pytest.MonkeyPatch, quick: bool, words: list[str]
) -> None:
    commands: list[list[str]] = []

    def run(command: list[str]) -> tuple[int, str]:
        commands.append(command)
        return 0, "v2 is live"

    monkeypatch.setattr(tasks, "_run", run)
    assert tasks.train_models.func(quick=quick) == "v2 is live"
    assert commands[0][-len(words) :] == words
