"""The training use case: fit, store, publish, prune and record. A kill at any point can be repaired.

A training holds the store's training lock, which the system frees when the process ends. A run that
is marked as running while nobody holds the lock was therefore killed, and the admin and /models/ show
it as killed at once. `services.repair` marks it as failed and makes the rows of the models agree with
the store. It runs when a training starts, when the site starts (`manage.py prepare`), and when the
child process of a queued training fails. If the default model is still missing when the site starts,
`prepare` queues a training again.

    killed after                 what is left, besides the run     what fixes it
    the run is created           nothing                           -
    some fits                    checkpoints                       the next training resumes from them
    a part of the draft          a draft folder                    the next training deletes it
    the version is stored        a version without rows            the repair adds them
    the version is noted         the same; the run has version,    the repair adds the rows
                                 fits and verdict
    the live version is recorded the same: it was true before      the repair adds the rows
    the version is published     a live version without rows       the repair adds them, and marks the
                                                                   failed run as published
    checkpoints are deleted      the same                          the same
    rows of old versions go      old versions without rows         the repair adds them; the next
                                                                   training prunes again
    old folders are renamed      folders that are no versions      the next pruning deletes them
    all rows are written         nothing                           -
    the run is finished          fits missing from MLflow, where   nothing: the admin has all fits
                                 one may seem to run for ever

A version becomes visible by one rename and live by another, and rows of old versions go before their
folders. So no row ever names a version that is gone, and no version that is live is incomplete.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from recommender import services
from recommender.core.algorithms.base import Progress
from recommender.core.data.training import TrainingData
from recommender.core.errors import CoreError
from recommender.core.pipeline.train import Trained, TrainingPlan, train, training_lock
from recommender.models import TrainingRun


@dataclass(frozen=True, slots=True)
class FinishedTraining:
    """A finished training. problems: why the tracking server has no record of it; else empty."""

    trained: Trained
    problems: tuple[str, ...]


def run_training(
    plan: TrainingPlan,
    *,
    load: Callable[[], TrainingData],
    track: Callable[[TrainingRun], Iterable[str]],
    progress: Progress,
) -> FinishedTraining:
    """Train a plan's models on what `load` returns and publish them if the gate accepts them.

    track: logs the fits of a finished run elsewhere and returns what went wrong, in words. Raises
    TrainingError, and notes no run, while another training holds the lock; raises CoreError, which
    the failed run has noted, when a step fails.
    """
    with training_lock(plan.store):
        run = services.begin_run()
        try:
            trained = _trained(run, plan, load, progress)
        except CoreError as error:
            services.fail_run(run, str(error))
            raise
        return FinishedTraining(trained, tuple(track(run)))


def _trained(
    run: TrainingRun, plan: TrainingPlan, load: Callable[[], TrainingData], progress: Progress
) -> Trained:
    def tell(step: str, share: float) -> None:
        progress(step, share)
        services.note_progress(run, step, share)

    trained = train(load(), plan, progress=tell)
    version, verdict = trained.manifest.version, trained.verdict
    services.note_version(run, trained.manifest, verdict, fitted=trained.fitted)
    if verdict.accepted:
        services.store().publish(version)
    plan.checkpoints.forget()
    tell(f"{'published' if verdict.accepted else 'refused'} {version}", 1.0)
    services.prune()
    services.finish_run(run, verdict)
    return trained
