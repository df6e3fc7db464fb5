"""The admin page of one training: its fits, and the learning curves of those trained in epochs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from recommender import overview
from recommender.admin.metric_labels import label_of
from recommender.admin.plotting import Axis, Dot, Plot, Stroke, Table, Word
from recommender.models import Fit, TrainingRun

_LEFT, _RIGHT, _TOP, _BASE = 48.0, 380.0, 12.0, 180.0
_MINUTE_S = 60
_NO_FIGURES = {"epoch", "seconds"}


@dataclass(frozen=True, slots=True)
class FitPart:
    """A fit. facts: its origin, name and value; plots: one for each metric of the curve."""

    name: str
    took: str
    settings: str
    facts: tuple[tuple[str, str], ...]
    plots: tuple[Plot, ...]


@dataclass(frozen=True, slots=True)
class TrainingPage:
    """A training's page. curved: fits that were trained in epochs; others: the rest."""

    run: TrainingRun
    state: str
    curved: tuple[FitPart, ...]
    others: tuple[FitPart, ...]


def training_page(run: TrainingRun) -> TrainingPage:
    parts = [_part(fit) for fit in run.fits.all()]
    return TrainingPage(
        run,
        state_of(run),
        tuple(part for part in parts if part.plots),
        tuple(part for part in parts if not part.plots),
    )


def state_of(run: TrainingRun) -> str:
    """Return the state as one word; a run without a process is not shown as running."""
    return "killed" if overview.killed_among([run]) else run.get_state_display()


def _part(fit: Fit) -> FitPart:
    facts = (
        ("Machine", _shown(fit.machine)),
        ("Seed", str(fit.seed)),
        ("Data, SHA-256", fit.data_sha256),
    )
    settings = _shown(fit.config) or "none"
    return FitPart(fit.name, _took(fit.seconds), settings, facts, tuple(_plots(fit)))


def _took(seconds: float) -> str:
    if seconds < _MINUTE_S:
        return f"{seconds:.1f} s"
    return str(timedelta(seconds=round(seconds)))


def _shown(values: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in values.items())


def _plots(fit: Fit) -> Iterator[Plot]:
    if not fit.curve:
        return
    for metric in fit.curve[0]:
        if metric not in _NO_FIGURES:
            points = [(int(line["epoch"]), float(line[metric])) for line in fit.curve]
            yield _plot(fit.name, metric, points)


def _plot(name: str, metric: str, points: Sequence[tuple[int, float]]) -> Plot:
    """Return a line over epochs with a dot at the best: the lowest loss or error, else the highest."""
    label = "Loss" if metric == "loss" else f"{label_of(metric)} on validation"
    values = [value for _, value in points]
    is_lower = metric in {"loss", "mae", "rmse"}
    best_epoch, best = min(points, key=lambda one: one[1] if is_lower else -one[1])
    across = Axis.over(0, points[-1][0], start=_LEFT, end=_RIGHT)
    up = Axis.over(min(values), max(values), start=_BASE, end=_TOP)
    line = [(across.scale.at(epoch), up.scale.at(value)) for epoch, value in points]
    strokes = [
        Stroke.through([(_LEFT, up.scale.at(tick)), (_RIGHT, up.scale.at(tick))], "grid")
        for tick in up.ticks
    ]
    words = [
        *(Word(_LEFT - 6, up.scale.at(t) + 4, up.label(t), "end quiet") for t in up.ticks),
        *(
            Word(across.scale.at(t), _BASE + 16, across.label(t), "middle quiet")
            for t in across.ticks
        ),
        Word((_LEFT + _RIGHT) / 2, _BASE + 32, "epoch", "middle quiet"),
    ]
    aria = (
        f"{label} of {name} over {len(points)} epochs: from {values[0]:.4f} to {values[-1]:.4f}, "
        f"best {best:.4f} in epoch {best_epoch}."
    )
    return Plot(
        f"{name}-{metric.replace('@', '-')}",
        label,
        aria,
        _BASE + 40,
        (*strokes, Stroke.through(line, "s0 line")),
        (Dot(across.scale.at(best_epoch), up.scale.at(best), "s0"),),
        tuple(words),
        Table(("Epoch", label), tuple((str(epoch), f"{value:.4f}") for epoch, value in points)),
    )
