"""The training use case: fit, store, publish, prune and record, safe against a kill at any point.

A training holds the store's training lock, which the system frees when the process ends. So a run that
is marked as running while nobody holds the lock was killed: the admin and /models/ show it as such at
once. `services.repair` corrects the rows; it runs when the next training or the site starts, and when
the child of a queued training fails.

    killed after             leaves, beside a run marked as running       until
    the run begins           -                                            the repair marks it as failed
    fits, a draft is begun   checkpoints; a draft folder                  the next training resumes from
                                                                          them; it deletes the draft
    the version is stored    a version that is not live and has no rows   the repair adds its rows
    the version is noted     the same, with its fits and verdict          the repair adds its rows
    it is published          a live version without rows                  the repair adds its rows; the
                                                                          run is failed and published
    checkpoints are gone     the same                                     the same
    rows of old versions go  old versions without rows                    the repair adds their rows; the
                                                                          next training prunes them
    old folders are renamed  removed-* folders, which are no versions     the next pruning deletes them
    rows are mirrored        -                                            the repair marks it as failed
    the run is finished      fits that the tracking server lacks          not repaired: nothing is lost
                                                                          here, the admin has the fits

A version is written beside the others and appears by one rename; the name of the live one changes by
another. So at no point is a row there whose version is gone, nor a live version that is not whole.
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
    """problems: why the tracking server has no record of it, in words; empty when it has one."""

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
