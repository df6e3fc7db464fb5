"""The site's record of its trainings and models."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from conftest import require
from recommender import services
from recommender.core.algorithms.registry import ALGORITHMS
from recommender.core.artifacts.store import MANIFEST
from recommender.core.errors import ArtifactError
from recommender.core.pipeline.gate import Verdict
from recommender.core.pipeline.train import training_lock
from recommender.models import EvaluationRun, PublishedModel, TrainingRun
from tests.engine_fixture import Camps
from tests.reports import FIGURES, make_report

pytestmark = pytest.mark.django_db
NO = Verdict(False, ("It is worse", "It is late"))
YES = Verdict(True, ("It is better",))


def finished(camps: Camps, verdict: Verdict) -> TrainingRun:
    run = services.begin_run()
    services.note_version(run, camps.store.manifest("v1"), verdict, fitted=[])
    services.finish_run(run, verdict)
    return run


def test_a_training_that_was_killed_is_marked_as_failed_by_the_next() -> None:
    killed = services.begin_run()
    before = timezone.now()
    running = services.begin_run()
    killed.refresh_from_db()
    assert (killed.state, killed.error) == (
        TrainingRun.State.FAILED,
        "ended without an error message",
    )
    assert killed.finished_at is not None
    assert killed.finished_at >= before
    assert running.state == TrainingRun.State.RUNNING
    assert running.finished_at is None


def test_a_training_that_ended_is_left_as_it_is_by_the_next(published_models: Camps) -> None:
    done = finished(published_models, YES)
    services.begin_run()
    done.refresh_from_db()
    assert (done.state, done.error) == (TrainingRun.State.DONE, "")


@pytest.mark.databases
def test_the_step_of_a_training_is_cut_to_its_column() -> None:
    run = services.begin_run()
    services.note_progress(run, "x" * 121, 0.25)
    run.refresh_from_db()
    assert (run.step, run.progress) == ("x" * 120, 0.25)


@pytest.mark.databases
def test_noting_a_step_leaves_what_another_process_wrote() -> None:
    run = services.begin_run()
    TrainingRun.objects.filter(pk=run.pk).update(error="by another")
    services.note_progress(run, "fitting", 0.5)
    run.refresh_from_db()
    assert run.error == "by another"


def test_a_failed_training_has_its_error_and_its_end() -> None:
    run, before = services.begin_run(), timezone.now()
    services.fail_run(run, "no space left")
    run.refresh_from_db()
    assert (run.state, run.error) == (TrainingRun.State.FAILED, "no space left")
    assert run.finished_at is not None
    assert run.finished_at >= before


def test_a_finished_training_has_its_version_and_the_verdict(published_models: Camps) -> None:
    run = finished(published_models, NO)
    run.refresh_from_db()
    assert (run.state, run.version) == (TrainingRun.State.DONE, "v1")
    assert (run.is_published, run.verdict) == (False, "It is worse. It is late.")
    assert run.finished_at is not None


@pytest.mark.parametrize(("verdict", "refused"), [(NO, True), (YES, False)])
def test_whether_the_newest_training_was_refused(
    published_models: Camps, verdict: Verdict, refused: bool
) -> None:
    finished(published_models, YES if refused else NO)
    finished(published_models, verdict)
    services.fail_run(services.begin_run(), "which does not count")
    assert services.last_was_refused() is refused


def test_before_the_first_training_none_was_refused() -> None:
    assert services.last_was_refused() is False


def test_a_training_is_seen_while_it_holds_its_lock(camps: Camps) -> None:
    assert not services.is_training()
    with training_lock(camps.store.root):
        assert services.is_training()


def test_an_empty_store_serves_nothing_and_lacks_every_sequence_model(camps: Camps) -> None:
    require("torch")
    trainable = [one.name for one in ALGORITHMS if one.framework and one.is_trainable]
    assert services.serves_default() is False
    assert services.lacking_sequences() == trainable
    assert {"sasrec", "bert4rec", "bst", "neural-mf"} <= set(trainable)


def test_a_version_that_was_trained_here_lacks_nothing(published_models: Camps) -> None:
    assert services.serves_default() is True
    assert services.lacking_sequences() == []


def test_a_stored_version_that_is_not_live_serves_nothing(camps: Camps) -> None:
    camps.add()
    assert services.serves_default() is False
    assert "sasrec" in services.lacking_sequences()


def test_publishing_says_what_the_gate_says(camps: Camps) -> None:
    camps.add()
    before = services.verdict_of("v1")
    assert services.publish("v1") == before
    assert before.accepted
    assert camps.store.current() == "v1"


def test_rolling_back_names_the_version_that_is_live_again(camps: Camps) -> None:
    camps.publish()
    camps.publish()
    assert services.roll_back() == "v1"
    assert set(PublishedModel.objects.filter(is_live=True).values_list("version", flat=True)) == {
        "v1"
    }


def test_a_version_that_is_not_stored_has_no_verdict(camps: Camps) -> None:
    with pytest.raises(ArtifactError):
        services.verdict_of("v1")


def test_a_damaged_version_is_not_shown_and_hides_no_other(camps: Camps) -> None:
    camps.publish()
    camps.publish()
    services.mirror_store()
    manifest = camps.store.folder("v1") / MANIFEST
    manifest.chmod(0o644)
    manifest.write_text("{}")
    services.mirror_store()
    assert set(PublishedModel.objects.values_list("version", flat=True)) == {"v2"}
    assert PublishedModel.objects.count() == len(ALGORITHMS)


def test_a_shown_version_has_the_time_of_its_training(published_models: Camps) -> None:
    services.mirror_store()
    row = PublishedModel.objects.get(name="ease")
    assert row.trained_at == datetime(2026, 1, 1, tzinfo=UTC)
    assert row.figures["ndcg@10"] == 0.2


@pytest.mark.databases
def test_an_evaluation_is_kept_whole() -> None:
    kept = services.keep_evaluation(make_report())
    run = EvaluationRun.objects.get()
    assert run == kept
    assert (run.protocol, run.data_name, run.data_sha256) == (
        "leave-last-out",
        "tiny.zip",
        "ab" * 32,
    )
    assert run.app_version == "0.1.0"
    assert run.started_at == datetime(2026, 3, 1, 10, tzinfo=UTC)
    assert run.finished_at - run.started_at == timedelta(minutes=6)
    assert run.report["models"] == FIGURES
    assert run.report == make_report().as_dict()


@pytest.mark.databases
def test_each_fit_is_kept_with_all_that_makes_it_again(published_models: Camps) -> None:
    run = services.begin_run()
    manifest = published_models.store.manifest("v1")
    services.note_version(run, manifest, YES, fitted=["sasrec", "bst"])
    assert sorted(run.fits.values_list("name", flat=True)) == ["bst", "sasrec"]
    fit, entry = run.fits.get(name="sasrec"), manifest.models["sasrec"]
    assert (fit.config, fit.figures) == (entry.config, entry.figures)
    assert (fit.seed, fit.data_sha256, fit.seconds) == (0, "0" * 64, 0.1)
    assert fit.machine == {"device": "by hand"}
    assert [epoch["loss"] for epoch in fit.curve] == [2.0, 1.5]


@pytest.mark.databases
def test_a_noted_version_leaves_what_another_process_wrote(published_models: Camps) -> None:
    run = services.begin_run()
    TrainingRun.objects.filter(pk=run.pk).update(step="by another")
    services.note_version(run, published_models.store.manifest("v1"), NO, fitted=[])
    run.refresh_from_db()
    assert (run.version, run.verdict, run.step) == ("v1", "It is worse. It is late.", "by another")
    assert run.state == TrainingRun.State.RUNNING


@pytest.mark.parametrize("is_live", [True, False])
def test_a_training_that_failed_after_publishing_was_published(camps: Camps, is_live: bool) -> None:
    camps.add()
    run = services.begin_run()
    services.note_version(run, camps.store.manifest("v1"), YES, fitted=[])
    if is_live:
        camps.store.publish("v1")
    services.fail_run(run, "killed")
    run.refresh_from_db()
    assert run.is_published is is_live


def test_pruning_names_the_versions_that_it_removed(camps: Camps) -> None:
    for _ in range(3):
        camps.publish()
    services.mirror_store()
    assert sorted(services.prune(1)) == ["v1", "v2"]
    assert set(PublishedModel.objects.values_list("version", flat=True)) == {"v3"}
    assert camps.store.versions() == ["v3"]


@pytest.mark.databases
def test_what_a_killed_training_left_is_corrected_unless_one_runs(published_models: Camps) -> None:
    killed = services.begin_run()
    PublishedModel.objects.all().delete()
    with training_lock(published_models.store.root):
        assert services.repair_if_idle() is False
    killed.refresh_from_db()
    assert killed.state == TrainingRun.State.RUNNING
    assert services.repair_if_idle() is True
    killed.refresh_from_db()
    assert (killed.state, killed.error) == (
        TrainingRun.State.FAILED,
        "ended without an error message",
    )
    assert PublishedModel.objects.count() == len(ALGORITHMS)
