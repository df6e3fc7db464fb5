"""A film's rating histogram as an SVG of 300 by 150, with the visitor's and the predicted rating."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.rating_scale import predicted_stars, rated

_STEP, _WIDTH, _LEFT = 30.0, 24.0, 3.0
_TOP, _BASE = 22.0, 124.0
_LEAST_HEIGHT = 1.3


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """prediction_x, mine_x: the positions of both ratings, or None. aria: a description in words."""

    bars: tuple[Bar, ...]
    aria: str
    prediction_x: float | None
    mine_x: float | None


def histogram_of(
    title: str,
    counts: Sequence[int],
    *,
    prediction: float | None,
    mine: float | None,
    scale: int = 5,
) -> Histogram:
    """Return the histogram. counts: ratings of 0.5, 1 … 5 stars; scale: the highest rating shown."""
    highest = max(*counts, 1)
    bars = tuple(
        _bar(place, count, (_BASE - _TOP) * count / highest, scale)
        for place, count in enumerate(counts)
    )
    spoken = [
        f"{count:,} gave {rated((place + 1) / 2, scale)}"
        for place, count in enumerate(counts)
        if count
    ]
    words = f"Ratings of {title}: {', '.join(spoken) or 'none yet'}."
    if prediction is not None:
        words += f" Predicted for you: {predicted_stars(prediction, scale)}."
    if mine is not None:
        words += f" Your rating: {rated(mine, scale)}."
    return Histogram(bars, words, _middle(prediction), _middle(mine))


def _bar(place: int, count: int, height: float, scale: int) -> Bar:
    tall = max(height, _LEAST_HEIGHT)
    label = rated((place + 1) / 2, scale)
    return Bar(_LEFT + place * _STEP, round(_BASE - tall, 1), _WIDTH, round(tall, 1), label, count)


def _middle(stars: float | None) -> float | None:
    return None if stars is None else round(_LEFT + (stars * 2 - 1) * _STEP + _WIDTH / 2, 1)
