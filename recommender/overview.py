"""The admin overview of the stored versions and of the trainings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from recommender import runtime, services
from recommender.core.algorithms.registry import ALGORITHMS, BASELINE
from recommender.core.data.interface import DEFAULT
from recommender.core.errors import ArtifactError
from recommender.models import PublishedModel, TrainingRun
from recommender.tasks import train_models

_RUNS = 8
_START = timedelta(minutes=1)  # until a training that was taken from the queue records its run
_LABELS = {one.name: one.label for one in ALGORITHMS}
_COLOURS = {
    "live": "success",
    "published": "success",
    "refused": "warning",
    "running": "info",
    "queued": "info",
    "failed": "danger",
    "killed": "danger",
}


@dataclass(frozen=True, slots=True)
class State:
    """A state as one word, and the colour of its label in unfold."""

    word: str

    @property
    def colour(self) -> str:
        return _COLOURS.get(self.word, "default")


@dataclass(frozen=True, slots=True)
class ModelLine:
    """A model's metrics beside the baseline's; share and baseline_share: 0 to 100, for a bar."""

    name: str
    label: str
    ndcg: float | None
    hit_rate: float | None
    rmse: float | None
    share: float
    baseline_share: float
    times_baseline: float | None
    is_baseline: bool


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A stored version with the metrics of the site's default model; verdict: of its training."""

    name: str
    state: State
    trained_at: datetime
    ndcg: float | None
    baseline_ndcg: float | None
    hit_rate: float | None
    rmse: float | None
    verdict: str

    @property
    def is_live(self) -> bool:
        return self.state.word == "live"


@dataclass(frozen=True, slots=True)
class RunLine:
    """A training. words: its current step, its error, or the verdict; percent: 0 to 100."""

    state: State
    version: str
    started_at: datetime
    took: timedelta
    words: str
    percent: float


@dataclass(frozen=True, slots=True)
class Overview:
    live: VersionLine | None
    problem: str
    before: str | None
    models: tuple[ModelLine, ...]
    versions: tuple[VersionLine, ...]


@dataclass(frozen=True, slots=True)
class Trainings:
    """The current training, and the last finished ones, newest first."""

    running: RunLine | None
    is_queued: bool
    past: tuple[RunLine, ...]

    @property
    def is_busy(self) -> bool:
        return self.running is not None or self.is_queued

    @property
    def now(self) -> str:
        if self.running is None:
            return "Waiting for the trainer process"
        return self.running.words or "Training is starting"


def overview() -> Overview:
    """Return the stored versions, newest first, and which one is live. Reads no manifest."""
    rows: dict[str, dict[str, PublishedModel]] = {}
    for row in PublishedModel.objects.all():
        rows.setdefault(row.version, {})[row.name] = row
    problem, before, once_live = runtime.problem(), None, []
    try:
        before, once_live = services.store().before_live(), services.store().once_live()
    except ArtifactError as error:
        problem = str(error)
    versions = _versions(rows, once_live)
    live = next((one for one in versions if one.is_live), None)
    models = _models(rows[live.name].values()) if live else ()
    return Overview(live, problem, before, models, versions)


def trainings() -> Trainings:
    rows = list(TrainingRun.objects.all()[:_RUNS])
    killed = killed_among(rows)
    runs = tuple(_run(one, is_killed=one.pk in killed) for one in rows)
    running = next((one for one in runs if one.state.word == "running"), None)
    past = tuple(one for one in runs if one is not running)
    return Trainings(running, _is_awaited(rows[0].started_at if rows else None), past)


def killed_among(runs: Iterable[TrainingRun]) -> set[int]:
    """Return the keys of the runs that are marked as running although their process is gone.

    A running training holds the lock. If nobody holds it, the rows are read again: a training that has
    ended meanwhile has recorded its end before it released the lock.
    """
    running = [run.pk for run in runs if run.state == TrainingRun.State.RUNNING]
    if not running or services.is_training():
        return set()
    still = TrainingRun.objects.filter(pk__in=running, state=TrainingRun.State.RUNNING)
    return set(still.values_list("pk", flat=True))


def is_queued(*, quick: bool | None = None) -> bool:
    """Whether a training is queued for the trainer process; quick: without or with PyTorch only."""
    waiting = _tasks().filter(status=TaskResultStatus.READY)
    given = [
        one["kwargs"].get("quick", False) for one in waiting.values_list("args_kwargs", flat=True)
    ]
    return bool(given) if quick is None else quick in given


def _tasks() -> QuerySet[DBTaskResult[..., Any]]:
    return DBTaskResult.objects.filter(task_path=train_models.module_path)


def _is_awaited(latest_run: datetime | None) -> bool:
    """Whether a training is queued, or the trainer has just taken it and no run is recorded yet.

    latest_run: when the newest run started.
    """
    lately = timezone.now() - _START
    taken = Q(status=TaskResultStatus.RUNNING, started_at__gt=max(lately, latest_run or lately))
    return _tasks().filter(Q(status=TaskResultStatus.READY) | taken).exists()


def _versions(
    rows: dict[str, dict[str, PublishedModel]], once_live: list[str]
) -> tuple[VersionLine, ...]:
    verdicts = {
        run.version: run
        for run in TrainingRun.objects.filter(version__in=rows).order_by("started_at")
    }
    lines = [
        _version(name, models, verdicts.get(name), was_live=name in once_live)
        for name, models in rows.items()
    ]
    return tuple(sorted(lines, key=lambda one: int(one.name[1:]), reverse=True))


def _version(
    name: str, models: dict[str, PublishedModel], run: TrainingRun | None, *, was_live: bool
) -> VersionLine:
    one = next(iter(models.values()))
    return VersionLine(
        name,
        State("live" if one.is_live else "previously live" if was_live else _fate(run)),
        one.trained_at,
        _figure(models, DEFAULT, "ndcg@10"),
        _figure(models, BASELINE, "ndcg@10"),
        _figure(models, DEFAULT, "hr@10"),
        _figure(models, DEFAULT, "rmse"),
        run.verdict if run else "",
    )


def _fate(run: TrainingRun | None) -> str:
    """Return the state of a version that was never live: refused only if its run finished."""
    is_refused = run and run.state == TrainingRun.State.DONE and not run.is_published
    return "refused" if is_refused else "stored"


def _figure(models: dict[str, PublishedModel], name: str, figure: str) -> float | None:
    return models[name].figure(figure) if name in models else None


def _models(rows: Iterable[PublishedModel]) -> tuple[ModelLine, ...]:
    """Return the models, best first; those without metrics last."""
    by_name = {row.name: row for row in rows}
    measured = {name: row.figure("ndcg@10") or 0.0 for name, row in by_name.items()}
    highest, base = max(measured.values()) or 1.0, measured.get(BASELINE, 0.0)
    return tuple(
        ModelLine(
            name,
            _LABELS.get(name, name),
            by_name[name].figure("ndcg@10"),
            by_name[name].figure("hr@10"),
            by_name[name].figure("rmse"),
            100 * measured[name] / highest,
            100 * base / highest,
            measured[name] / base if base else None,
            name == BASELINE,
        )
        for name in sorted(by_name, key=lambda name: -measured[name])
    )


def _run(run: TrainingRun, *, is_killed: bool) -> RunLine:
    word = run.state
    if is_killed:
        word = "killed"  # the next training records this permanently
    elif run.state == TrainingRun.State.DONE:
        word = "published" if run.is_published else "refused"
    words = run.step if word in {"running", "killed"} else run.error or run.verdict
    took = (run.finished_at or timezone.now()) - run.started_at
    whole = timedelta(seconds=round(took.total_seconds()))
    return RunLine(State(word), run.version, run.started_at, whole, words, 100 * run.progress)
