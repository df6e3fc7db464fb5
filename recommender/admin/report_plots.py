"""The plots of one evaluation: accuracy, accuracy for new users, and catalogue coverage."""

from collections.abc import Iterator
from dataclasses import dataclass

from recommender.admin.metric_labels import cell_of, digits_of, label_of
from recommender.admin.plotting import WIDTH, Axis, Dot, Plot, Stroke, Table, Word, apart
from recommender.core.algorithms.registry import BASELINE
from recommender.core.artifacts.manifest import Figures
from recommender.core.evaluation.protocols import is_error
from recommender.core.evaluation.report import Report

_ACCURACY = ("ndcg@10", "hr@10", "rmse", "mae")
_CURVES = ("rmse", "hr@10", "ndcg@10")
_YARDSTICK = "item-mean"
_COLOURS = 6
_ROW, _LEFT, _RIGHT, _TOP = 24.0, 112.0, 340.0, 12.0
_CURVE_LEFT, _CURVE_RIGHT, _CURVE_BASE = 40.0, 292.0, 214.0
_GAP, _LETTER = 9.0, 6.5  # the space beside a dot, and a typical letter's width


def plots_of(report: Report) -> list[Plot]:
    """Return the plots of the report's metrics, accuracy first; none for metrics not measured."""
    return [*_accuracy(report), *_curves(report), *_coverage(report)]


def at_best(report: Report, metric: str) -> str:
    """Return the metric at the protocol's ranking k, such as "hr@10 k=15"."""
    return metric + "".join(report.facts.best_by.partition(" ")[1:])


def _kinds(report: Report) -> dict[str, str]:
    """Return a colour for each model, the same in all plots of a report."""
    named = sorted(set(report.models) - {BASELINE, _YARDSTICK})
    colours = {name: f"s{place % _COLOURS}" for place, name in enumerate(named)}
    return colours | {BASELINE: "base", _YARDSTICK: "mean"}


# --- accuracy: one row per model -----------------------------------------------------------------
def _accuracy(report: Report) -> Iterator[Plot]:
    for metric in _ACCURACY:
        values = {
            name: report.models[name] for name in report.ranked() if metric in report.models[name]
        }
        if values:
            yield _dots(metric, values, _kinds(report))


def _dots(metric: str, models: dict[str, Figures], kinds: dict[str, str]) -> Plot:
    lows, highs = zip(*(_reach(one, metric) for one in models.values()), strict=True)
    axis = Axis.over(
        min(lows) if is_error(metric) else 0.0, max(highs), start=_LEFT + 8, end=_RIGHT - 8
    )
    base = _TOP + _ROW * len(models)
    strokes, dots, words = [*_grid_down(axis, base)], [], [*_numbers_below(axis, base)]
    if BASELINE in models:
        x = axis.scale.at(models[BASELINE][metric])
        strokes.append(Stroke.through([(x, _TOP), (x, base)], "base dash"))
    for place, (name, figures) in enumerate(models.items()):
        y = _TOP + _ROW * (place + 0.5)
        low, high = (axis.scale.at(value) for value in _reach(figures, metric))
        strokes += _whisker((low, y), (high, y), kinds[name])
        dots.append(Dot(axis.scale.at(figures[metric]), y, kinds[name]))
        words.append(Word(_LEFT - 8, y + 4, name, "end"))
        digits = digits_of(figures[metric])
        words.append(Word(WIDTH, y + 4, f"{figures[metric]:.{digits}f}", "end strong"))
    rows = tuple((name, cell_of(figures, metric)) for name, figures in models.items())
    return Plot(
        metric.replace("@", "-"),
        label_of(metric),
        f"{label_of(metric)} of each model: " + "; ".join(": ".join(row) for row in rows) + ".",
        base + 22,
        tuple(strokes),
        tuple(dots),
        tuple(words),
        Table(("Model", f"{label_of(metric)} ± standard error"), rows),
    )


def _reach(figures: Figures, metric: str) -> tuple[float, float]:
    """Return the range of one standard error to either side."""
    error = figures.get(f"{metric}:se", 0.0)
    return figures[metric] - error, figures[metric] + error


def _whisker(one: tuple[float, float], other: tuple[float, float], kind: str) -> list[Stroke]:
    """Return a line between two points with a bar across each end."""
    dx, dy = (3.0, 0.0) if one[0] == other[0] else (0.0, 4.0)
    ends = [
        Stroke.through([(x - dx, y - dy), (x + dx, y + dy)], f"{kind} thin")
        for x, y in (one, other)
    ]
    return [Stroke.through([one, other], f"{kind} thin"), *ends]


def _grid_down(axis: Axis, base: float) -> Iterator[Stroke]:
    for tick in axis.ticks:
        x = axis.scale.at(tick)
        yield Stroke.through([(x, _TOP), (x, base)], "grid")


def _numbers_below(axis: Axis, base: float) -> Iterator[Word]:
    for tick in axis.ticks:
        yield Word(axis.scale.at(tick), base + 16, axis.label(tick), "middle quiet")


# --- curves: one line per model, by the number of known films ------------------------------------
@dataclass(frozen=True, slots=True)
class _Curve:
    """A curve. points: figure by k, with the standard error, 0 where there is none."""

    name: str
    points: dict[int, tuple[float, float]]

    @classmethod
    def of(cls, name: str, figures: Figures, metric: str) -> "_Curve":
        found = {}
        for each, value in figures.items():
            word, _, k = each.partition(" k=")
            if word == metric and k.isdigit():
                found[int(k)] = (value, figures.get(f"{each}:se", 0.0))
        return cls(name, dict(sorted(found.items())))


def _curves(report: Report) -> Iterator[Plot]:
    for metric in _CURVES:
        every = [_Curve.of(name, figures, metric) for name, figures in report.models.items()]
        curves = [one for one in every if one.points]
        if any(len(one.points) > 1 for one in curves):
            yield _lines(metric, curves, _kinds(report))


def _lines(metric: str, curves: list[_Curve], kinds: dict[str, str]) -> Plot:
    ks = sorted({k for one in curves for k in one.points})
    lows = [value - error for one in curves for value, error in one.points.values()]
    highs = [value + error for one in curves for value, error in one.points.values()]
    across = Axis.over(0, max(ks), start=_CURVE_LEFT, end=_CURVE_RIGHT)
    lowest = min(lows) if is_error(metric) else 0.0
    up = Axis.over(lowest, max(highs), start=_CURVE_BASE, end=_TOP)
    strokes, dots, words = [*_grid_across(up)], [], [*_numbers_beside(up)]
    words += _numbers_below(across, _CURVE_BASE)
    words.append(
        Word((_CURVE_LEFT + _CURVE_RIGHT) / 2, _CURVE_BASE + 32, "known ratings", "middle quiet")
    )
    for one in curves:
        kind = kinds[one.name]
        points = [(across.scale.at(k), up.scale.at(v)) for k, (v, _) in one.points.items()]
        if len(points) == 1:  # the baseline is the same for every k
            points = [(_CURVE_LEFT, points[0][1]), (_CURVE_RIGHT, points[0][1])]
        else:
            dots += [Dot(x, y, kind) for x, y in points]
            strokes += _errors(one, across, up, kind)
        strokes.append(Stroke.through(points, f"{kind} line"))
    words += _names_at_the_end(curves, up, kinds)
    label = label_of(metric)
    return Plot(
        f"cold-{metric.replace('@', '-')}",
        f"{label} by known ratings",
        f"{label} with {ks[0]} to {ks[-1]} known ratings. "
        + " ".join(_spoken(one) for one in curves),
        _CURVE_BASE + 40,
        tuple(strokes),
        tuple(dots),
        tuple(words),
        _table_by_k(ks, curves),
    )


def _errors(one: _Curve, across: Axis, up: Axis, kind: str) -> Iterator[Stroke]:
    for k, (value, error) in one.points.items():
        x = across.scale.at(k)
        ends = [(x, up.scale.at(value - error)), (x, up.scale.at(value + error))]
        yield Stroke.through(ends, f"{kind} thin")


def _grid_across(up: Axis) -> Iterator[Stroke]:
    for tick in up.ticks:
        y = up.scale.at(tick)
        yield Stroke.through([(_CURVE_LEFT, y), (_CURVE_RIGHT, y)], "grid")


def _numbers_beside(up: Axis) -> Iterator[Word]:
    for tick in up.ticks:
        yield Word(_CURVE_LEFT - 6, up.scale.at(tick) + 4, up.label(tick), "end quiet")


def _names_at_the_end(curves: list[_Curve], up: Axis, kinds: dict[str, str]) -> Iterator[Word]:
    ends = [up.scale.at(list(one.points.values())[-1][0]) + 4 for one in curves]
    for one, y in zip(curves, apart(ends, low=_TOP, high=_CURVE_BASE), strict=True):
        yield Word(_CURVE_RIGHT + 8, y, one.name, f"name {kinds[one.name]}")


def _spoken(one: _Curve) -> str:
    if len(one.points) == 1:
        return f"{one.name}: {next(iter(one.points.values()))[0]:.4f} throughout."
    values = [value for value, _ in one.points.values()]
    return f"{one.name}: from {values[0]:.4f} to {values[-1]:.4f}."


def _table_by_k(ks: list[int], curves: list[_Curve]) -> Table:
    def cell(one: _Curve, k: int) -> str:
        if len(one.points) == 1:
            k = next(iter(one.points))
        if k not in one.points:
            return "–"
        value, error = one.points[k]
        return f"{value:.4f}" + (f" ± {error:.4f}" if error else "")

    rows = tuple((str(k), *(cell(one, k) for one in curves)) for k in ks)
    return Table(("Known ratings", *(one.name for one in curves)), rows)


# --- accuracy against coverage ------------------------------------------------------------------
def _coverage(report: Report) -> Iterator[Plot]:
    wide, right = at_best(report, "coverage@10"), at_best(report, "ndcg@10")
    models = {
        name: report.models[name]
        for name in report.ranked()
        if wide in report.models[name] and right in report.models[name]
    }
    if models:
        yield _scatter(models, (wide, right), _kinds(report))


def _scatter(models: dict[str, Figures], metrics: tuple[str, str], kinds: dict[str, str]) -> Plot:
    wide, right = metrics
    across = Axis.over(
        0, max(one[wide] for one in models.values()), start=_CURVE_LEFT, end=_CURVE_RIGHT
    )
    highs = [_reach(one, right)[1] for one in models.values()]
    up = Axis.over(0, max(highs), start=_CURVE_BASE, end=_TOP)
    strokes, dots, words = [*_grid_across(up)], [], [*_numbers_beside(up)]
    words += _numbers_below(across, _CURVE_BASE)
    title = f"{label_of(right)} against {label_of(wide)}"
    middle = (_CURVE_LEFT + _CURVE_RIGHT) / 2
    words.append(Word(middle, _CURVE_BASE + 32, "catalogue coverage", "middle quiet"))
    for name, figures in models.items():
        x, kind = across.scale.at(figures[wide]), kinds[name]
        low, high = (up.scale.at(value) for value in _reach(figures, right))
        strokes += _whisker((x, low), (x, high), kind)
        dots.append(Dot(x, up.scale.at(figures[right]), kind))
    words += _names_beside(list(models), dots)
    rows = tuple((name, cell_of(one, wide), cell_of(one, right)) for name, one in models.items())
    spoken = "; ".join(f"{name}: {cover} and {ndcg}" for name, cover, ndcg in rows)
    return Plot(
        "coverage",
        title,
        f"{title}, of each model: {spoken}.",
        _CURVE_BASE + 40,
        tuple(strokes),
        tuple(dots),
        tuple(words),
        Table(("Model", label_of(wide), label_of(right)), rows),
    )


def _names_beside(names: list[str], dots: list[Dot]) -> Iterator[Word]:
    """Yield names to the right of the dots, or to the left where they would cover another name."""
    heights = apart([dot.y + 4 for dot in dots], low=_TOP, high=_CURVE_BASE - 2)
    for name, dot, y in zip(names, dots, heights, strict=True):
        end = dot.x + _GAP + _LETTER * len(name)
        covers = any(dot.x < one.x < end and y - _ROW / 2 < one.y < y + 4 for one in dots)
        if covers and dot.x - _GAP - _LETTER * len(name) > _CURVE_LEFT:
            yield Word(dot.x - _GAP, y, name, f"end name {dot.kind}")
        else:
            yield Word(dot.x + _GAP, y, name, f"name {dot.kind}")
