"""Plots as lines, dots and words in SVG units; the template plot.svg draws them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 400.0
_TEXT_HEIGHT = 13.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line. points: in a polyline's form; kind: classes of static/css/plots.css, here and below."""

    points: str
    kind: str

    @classmethod
    def through(cls, points: Sequence[tuple[float, float]], kind: str) -> "Stroke":
        return cls(" ".join(f"{x:.1f},{y:.1f}" for x, y in points), kind)


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    kind: str


@dataclass(frozen=True, slots=True)
class Word:
    """A text. y: of its base line."""

    x: float
    y: float
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Table:
    """The plot's numbers. The first cell of each row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot. name: for files and URLs; aria: a description of the plot."""

    name: str
    title: str
    aria: str
    height: float
    strokes: tuple[Stroke, ...]
    dots: tuple[Dot, ...]
    words: tuple[Word, ...]
    table: Table
    width: float = WIDTH


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale: values from low to high on pixels from start to end."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


@dataclass(frozen=True, slots=True)
class Axis:
    scale: Scale
    ticks: tuple[float, ...]

    @classmethod
    def over(cls, low: float, high: float, *, start: float, end: float) -> "Axis":
        """Return a scale with round numbers that cover the range from low to high."""
        ticks = round_steps(low, high)
        return cls(Scale(ticks[0], ticks[-1], start, end), ticks)

    def label(self, tick: float) -> str:
        step = self.ticks[1] - self.ticks[0]
        return f"{tick:.{max(0, -math.floor(math.log10(step) + 1e-9))}f}"


def round_steps(low: float, high: float, *, about: int = 4) -> tuple[float, ...]:
    """Return at least two multiples of 1, 2 or 5 times a power of ten, which cover low to high."""
    wide = (high - low) or abs(high) or 1.0
    power = 10.0 ** math.floor(math.log10(wide / about))
    step = next(power * each for each in (1, 2, 5, 10) if power * each * about >= wide * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(round(step * place, 10) for place in range(first, max(last, first + 1) + 1))


def apart(wanted: Sequence[float], *, low: float, high: float) -> list[float]:
    """Return the heights in the same order, moved within the bounds so that no labels overlap.

    If there are too many for the bounds, they keep their distance and pass the upper bound.
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    moved = list(wanted)
    least = low
    for place in order:
        moved[place] = max(wanted[place], least)
        least = moved[place] + _TEXT_HEIGHT
    most = max(high, low + _TEXT_HEIGHT * (len(order) - 1))
    for place in reversed(order):
        moved[place] = min(moved[place], most)
        most = moved[place] - _TEXT_HEIGHT
    return moved
