"""A training that is killed between any two of its steps, and what is true after that.

Real kills of real processes are in tests/security/test_artifact_processes.py.
"""

import os
import signal
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from catalog.models import Movie
from recommender import overview, services, tasks, training
from recommender.core.artifacts import store as stores
from recommender.core.artifacts.files import only_one
from recommender.core.artifacts.store import KEPT_VERSIONS, ArtifactStore
from recommender.core.errors import ArtifactError
from recommender.core.pipeline.checkpoints import Checkpoints
from recommender.core.pipeline.gate import Verdict
from recommender.management.commands import prepare
from recommender.management.commands import train as command
from recommender.models import Fit, PublishedModel, TrainingRun
from tests.builders import browser_of, make_movies, make_rating, make_user
from tests.core.stores import add_chart
from tests.engine_fixture import Camps
from tests.kills import Killed, Seam

pytestmark = pytest.mark.django_db

RUNS = reverse("admin:recommender_trainingrun_changelist")
LOST = "ended without an error message"


def train() -> None:
    call_command("train", "--only", "popular")


def killed_training(seam: Seam) -> None:
    with seam.deadly(), pytest.raises(Killed):
        train()


@pytest.fixture
def films(own_engine: Path) -> list[Movie]:
    """Enough of them with a rating to train `popular` on."""
    user = make_user()
    films = make_movies(25)
    for movie in films:
        make_rating(user=user, movie=movie)
    return films


@pytest.fixture
def full(films: list[Movie], own_engine: Path) -> ArtifactStore:
    """A store with as many versions as are kept, the last one live: the next training prunes v1."""
    store = ArtifactStore(own_engine)
    for _ in range(KEPT_VERSIONS):
        store.publish(add_chart(store))
    services.mirror_store()
    return store


def check_rows(store: ArtifactStore) -> None:
    """The database says of trainings and versions what is so."""
    stored = {
        (version, name, version == store.current())
        for version in store.versions()
        for name in store.verify(version).models
    }
    assert set(PublishedModel.objects.values_list("version", "name", "is_live")) == stored
    for run in TrainingRun.objects.all():
        assert run.state != TrainingRun.State.RUNNING
        assert run.finished_at is not None
        assert run.is_published == (run.version in store.once_live())
        assert bool(run.error) == (run.state == TrainingRun.State.FAILED)
        assert run.fits.exists() == bool(run.version)


class State:
    """How far the new version, v6, came."""

    ABSENT, STORED, NOTED, LIVE = range(4)


SEAMS = {
    "the run begins": (Seam(services, "begin_run", "after"), State.ABSENT),
    "the data is loaded": (Seam(command, "training_data", "after"), State.ABSENT),
    "a first fit": (Seam(services, "note_progress", "after", 2), State.ABSENT),
    "the draft is written": (Seam(Path, "rename", "before"), State.ABSENT),
    "the draft is renamed": (Seam(Path, "rename", "after"), State.STORED),
    "the version is stored": (Seam(training, "train", "after"), State.STORED),
    "the fits are noted": (Seam(Fit, "bulk_create", "after"), State.STORED),
    "the version is noted": (Seam(services, "note_version", "after"), State.NOTED),
    "the live one is noted": (Seam(stores, "write_atomically", "after"), State.NOTED),
    "the new one is live": (Seam(stores, "write_atomically", "after", 2), State.LIVE),
    "the checkpoints are gone": (Seam(Checkpoints, "forget", "after"), State.LIVE),
    "the last progress": (Seam(services, "prune", "before"), State.LIVE),
    "the old rows are gone": (Seam(ArtifactStore, "prune", "before"), State.LIVE),
    "a file of the old one is gone": (Seam(os, "unlink", "after"), State.LIVE),
    "the old folder is gone": (Seam(ArtifactStore, "prune", "after"), State.LIVE),
    "a row is mirrored": (Seam(PublishedModel, "update_or_create", "after", 6), State.LIVE),
    "the rows are mirrored": (Seam(services, "prune", "after"), State.LIVE),
}


def check_versions(store: ArtifactStore, state: int) -> None:
    """Check that versions are intact, v6 has its expected rows, and no row names a deleted version."""
    for version in store.versions():
        store.verify(version)
    assert ("v6" in store.versions()) == (state != State.ABSENT)
    assert store.current() == ("v6" if state == State.LIVE else "v5")
    assert ("v6" in store.once_live()) == (state == State.LIVE)
    named = set(PublishedModel.objects.values_list("version", flat=True))
    assert named <= set(store.versions())


@pytest.fixture(params=list(SEAMS.values()), ids=list(SEAMS))
def killed(request: pytest.FixtureRequest, full: ArtifactStore) -> tuple[ArtifactStore, int]:
    """The store after a training that was killed there, and how far v6 came."""
    seam, state = request.param
    killed_training(seam)
    return full, state


def test_a_kill_leaves_whole_versions_and_a_repair_makes_the_rows_true(
    killed: tuple[ArtifactStore, int],
) -> None:
    store, state = killed
    check_versions(store, state)
    assert [line.state.word for line in overview.trainings().past] == ["killed"]
    assert services.repair_if_idle()
    check_rows(store)
    run = TrainingRun.objects.get()
    assert (run.state, run.error) == (TrainingRun.State.FAILED, LOST)
    assert run.version == ("v6" if state >= State.NOTED else "")


def test_the_next_training_repairs_and_ends_well(killed: tuple[ArtifactStore, int]) -> None:
    store, state = killed
    train()
    check_rows(store)
    last, lost = TrainingRun.objects.all()
    new = "v6" if state == State.ABSENT else "v7"
    assert (last.state, last.version, last.is_published) == (TrainingRun.State.DONE, new, True)
    assert (lost.state, lost.error) == (TrainingRun.State.FAILED, LOST)
    assert store.current() == new
    assert len(store.versions()) == KEPT_VERSIONS
    left = {path.name for path in store.root.iterdir()}
    assert left <= {"versions", "current", "published", "training.lock", "checkpoints"}


def test_a_kill_before_the_run_begins_leaves_nothing(full: ArtifactStore) -> None:
    killed_training(Seam(services, "begin_run", "before"))
    assert not TrainingRun.objects.exists()
    check_rows(full)


def test_a_kill_while_tracking_leaves_a_run_that_ended_well(full: ArtifactStore) -> None:
    killed_training(Seam(command, "tracked", "before"))
    check_rows(full)
    assert TrainingRun.objects.get().state == TrainingRun.State.DONE


def test_a_first_training_that_is_killed_while_publishing_leaves_no_live_version(
    films: list[Movie], own_engine: Path
) -> None:
    killed_training(Seam(stores, "write_atomically", "after"))
    store = ArtifactStore(own_engine)
    assert (store.current(), store.once_live()) == (None, [])
    train()
    assert (store.current(), store.once_live()) == ("v2", ["v2"])
    check_rows(store)


def test_a_version_that_was_stored_and_not_published_is_not_called_refused(
    full: ArtifactStore,
) -> None:
    killed_training(Seam(services, "note_version", "after"))
    services.repair_if_idle()
    newest = overview.overview().versions[0]
    assert (newest.name, newest.state.word) == ("v6", "stored")


def test_a_refused_version_is_noted_as_such_before_a_kill(
    films: list[Movie], published_models: Camps
) -> None:
    killed_training(Seam(services, "prune", "before"))
    services.repair_if_idle()
    check_rows(published_models.store)
    run = TrainingRun.objects.get()
    assert (run.version, run.is_published) == ("v2", False)
    assert run.verdict.startswith("It lacks for-you")


# --- who repairs, and when ------------------------------------------------------------------------
@pytest.mark.databases
def test_no_repair_disturbs_a_training_that_runs(full: ArtifactStore) -> None:
    with only_one(full.training_lock):
        run = services.begin_run()
        assert not services.repair_if_idle()
    run.refresh_from_db()
    assert run.state == TrainingRun.State.RUNNING


def test_a_start_of_the_site_repairs(full: ArtifactStore, monkeypatch: pytest.MonkeyPatch) -> None:
    killed_training(Seam(services, "prune", "before"))
    for step in ("_migrate", "_collect", "_load"):
        monkeypatch.setattr(prepare.Command, step, lambda self: False)
    monkeypatch.setattr(services, "serves_default", lambda: True)
    call_command("prepare")
    check_rows(full)


def test_a_queued_training_whose_child_is_killed_is_noted(
    full: ArtifactStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def child(command: list[str]) -> tuple[int, str]:
        killed_training(Seam(services, "prune", "before"))
        return -signal.SIGKILL, "Training: popular (on all data) (50%)\n"

    monkeypatch.setattr(tasks, "_run", child)
    with pytest.raises(RuntimeError, match="popular \\(on all data\\)"):
        tasks.train_models.func()
    check_rows(full)


def test_the_admin_shows_a_killed_run_as_killed(full: ArtifactStore) -> None:
    killed_training(Seam(services, "prune", "before"))
    browser = browser_of(make_user(is_staff=True, is_superuser=True))
    run = TrainingRun.objects.get()
    assert "killed" in browser.get(RUNS).content.decode()
    page = browser.get(reverse("admin:recommender_trainingrun_change", args=[run.pk]))
    assert "<dd>killed</dd>" in page.content.decode()


@pytest.mark.databases
def test_a_run_that_ends_while_one_looks_is_not_called_killed(full: ArtifactStore) -> None:
    run = services.begin_run()
    services.finish_run(TrainingRun.objects.get(), Verdict(True, ("It is fine",)))
    assert run.state == TrainingRun.State.RUNNING  # as it was read before
    assert overview.killed_among([run]) == set()


# --- a step that fails ----------------------------------------------------------------------------
def test_a_training_that_fails_after_it_published_says_so(
    full: ArtifactStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(keep: int = KEPT_VERSIONS) -> list[str]:
        raise ArtifactError("the disk is gone")

    monkeypatch.setattr(services, "prune", broken)
    with pytest.raises(CommandError, match="the disk is gone"):
        train()
    run = TrainingRun.objects.get()
    assert (run.state, run.error) == (TrainingRun.State.FAILED, "the disk is gone")
    assert (run.version, run.is_published) == ("v6", True)


def test_a_live_version_that_cannot_be_named_stops_no_training(full: ArtifactStore) -> None:
    (full.root / "current").write_bytes(b"\xff")
    train()
    assert full.current() == "v6"
    check_rows(full)


def test_progress_ends_with_the_whole(full: ArtifactStore) -> None:
    train()
    run = TrainingRun.objects.get()
    assert (run.step, run.progress) == ("published v6", 1.0)
