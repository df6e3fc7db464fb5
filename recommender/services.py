"""Changes to the site's records of its models."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from recommender.core.algorithms.registry import ALGORITHMS
from recommender.core.artifacts.files import is_held, only_one
from recommender.core.artifacts.manifest import Manifest
from recommender.core.artifacts.store import KEPT_VERSIONS, ArtifactStore
from recommender.core.data.interface import DEFAULT
from recommender.core.errors import ArtifactError, TrainingError
from recommender.core.evaluation.report import Report
from recommender.core.pipeline.gate import Verdict, verdict_on
from recommender.models import EvaluationRun, Fit, PublishedModel, TrainingRun


def store() -> ArtifactStore:
    return ArtifactStore(Path(settings.MODEL_STORE))


@transaction.atomic
def mirror_store() -> None:
    """Update the admin's rows from the store; to be called after every change there."""
    live = store().readable_current()
    wanted = {}
    for version in store().versions():
        try:
            manifest = store().manifest(version)
        except ArtifactError:  # damaged: neither served nor displayed
            continue
        for name, entry in manifest.models.items():
            wanted[version, name] = {
                "is_live": version == live,
                "figures": entry.figures,
                "trained_at": datetime.fromisoformat(manifest.created_at),
            }
    for row in PublishedModel.objects.all():
        if (row.version, row.name) not in wanted:
            row.delete()
    for (version, name), values in wanted.items():
        PublishedModel.objects.update_or_create(version=version, name=name, defaults=values)


def publish(version: str) -> Verdict:
    """Publish a version regardless of the gate, and return the gate's verdict. Raises ArtifactError."""
    verdict = verdict_of(version)
    store().publish(version)
    mirror_store()
    return verdict


def roll_back() -> str:
    """Publish the previous live version again. Raises ArtifactError when there is none."""
    version = store().rollback()
    mirror_store()
    return version


def prune(keep: int = KEPT_VERSIONS) -> list[str]:
    """Remove old versions and return their names. Raises ArtifactError.

    Their rows are deleted first, so that no row refers to a deleted version.
    """
    PublishedModel.objects.filter(version__in=store().surplus(keep)).delete()
    removed = store().prune(keep)
    mirror_store()
    return removed


def is_training() -> bool:
    return is_held(store().training_lock)


def verdict_of(version: str) -> Verdict:
    """Return the gate's current verdict on a stored version. Raises ArtifactError."""
    return verdict_on(store(), version, margin=settings.PROMOTION_MARGIN)


def serves_default() -> bool:
    """Whether the live version has the site's default model. Raises ArtifactError."""
    live = store().current()
    return live is not None and DEFAULT in store().manifest(live).models


def lacking_sequences() -> list[str]:
    """Return trainable models that the live version lacks or has only as pretrained ones."""
    live = store().current()
    models = store().manifest(live).models if live else {}
    return [
        one.name
        for one in ALGORITHMS
        if one.framework
        and one.is_trainable
        and (one.name not in models or models[one.name].is_shipped)
    ]


def last_was_refused() -> bool:
    """Whether the gate refused the version of the newest training."""
    last = TrainingRun.objects.filter(state=TrainingRun.State.DONE).first()
    return last is not None and not last.is_published


def repair() -> None:
    """Correct the database after killed trainings; to be called with the training lock.

    A run that is still marked as running was killed, and is marked as failed. The rows of the stored
    versions are updated from the store.
    """
    for run in TrainingRun.objects.filter(state=TrainingRun.State.RUNNING):
        fail_run(run, "ended without an error message")
    mirror_store()


def repair_if_idle() -> bool:
    """Repair unless a training is running, which repairs at its start. Returns whether it was done."""
    try:
        with only_one(store().training_lock):
            repair()
    except TrainingError:
        return False
    return True


def begin_run() -> TrainingRun:
    """Record the start of a training, after a repair; to be called with the training lock."""
    repair()
    return TrainingRun.objects.create()


def note_progress(run: TrainingRun, step: str, share: float) -> None:
    run.step, run.progress = step[:120], share
    run.save(update_fields=["step", "progress"])


def fail_run(run: TrainingRun, error: str) -> None:
    """Record a failed training, and whether its version was live by then."""
    run.state, run.error, run.finished_at = TrainingRun.State.FAILED, error, timezone.now()
    run.is_published = run.version in store().once_live()
    run.save()


def finish_run(run: TrainingRun, verdict: Verdict) -> None:
    """Record a successful training, with its version published if the gate accepted it."""
    run.state, run.finished_at = TrainingRun.State.DONE, timezone.now()
    run.is_published = verdict.accepted
    run.save()


@transaction.atomic
def note_version(
    run: TrainingRun, manifest: Manifest, verdict: Verdict, *, fitted: Iterable[str]
) -> None:
    """Record the version of a training, its fits and the gate's verdict, before it is live."""
    entries = [(name, manifest.models[name]) for name in fitted]
    Fit.objects.bulk_create(
        Fit(
            run=run,
            name=name,
            config=entry.config,
            seed=entry.record["seed"],
            data_sha256=entry.record["data"],
            machine=entry.record["machine"],
            seconds=entry.fit_seconds,
            curve=entry.record["curve"],
            figures=entry.figures,
        )
        for name, entry in entries
    )
    run.version, run.verdict = manifest.version, str(verdict)
    run.save(update_fields=["version", "verdict"])


def keep_evaluation(report: Report) -> EvaluationRun:
    """Store a finished evaluation. Raises django.db.Error when the database cannot."""
    return EvaluationRun.objects.create(
        protocol=report.protocol,
        data_name=report.data.path,
        data_sha256=report.data.sha256,
        app_version=report.version,
        report=report.as_dict(),
        started_at=datetime.fromisoformat(report.started_at),
        finished_at=datetime.fromisoformat(report.finished_at),
    )
