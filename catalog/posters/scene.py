"""The input of a composition, and its output, in which the words are set."""

from dataclasses import dataclass
from random import Random
from typing import Literal, NamedTuple

from catalog.posters.colours import ink_on
from catalog.posters.palettes import Palette
from catalog.posters.shapes import Stop, defs, gradient, rect

WIDTH, HEIGHT = 300, 450
LEFT, MIDDLE, RIGHT = 0.0, 0.5, 1.0  # anchors: the share of a line to the left of its position
_FOOT = 412  # a title at the foot ends here, above the credit
_CREDIT_LINE = 431
_MARGIN = 22


@dataclass(frozen=True, slots=True)
class Scene:
    """The input of a composition.

    dice: the random generator of every choice, used in a fixed order.

    era: 0 before 1960, 1 to 1981, 2 to 2004, 3 later.
    """

    dice: Random
    palette: Palette
    era: int
    title: str


@dataclass(frozen=True, slots=True)
class TitleBox:
    """The area of the title; largest: the maximum type size.

    justified: every line has the full width; climbs: the title runs upwards.
    """

    x: float
    y: float
    width: float
    height: float
    ink: str
    largest: float
    anchor: float = LEFT
    valign: Literal["top", "middle", "bottom"] = "bottom"
    justified: bool = False
    climbs: bool = False


class Credit(NamedTuple):
    """The position of director and year; y is None where they follow the title."""

    x: float
    y: float | None
    ink: str
    anchor: float


class Composition(NamedTuple):
    """A composition. shapes: SVG elements, without the words."""

    shapes: str
    title: TitleBox
    credit: Credit


def title_at_foot(
    top: float, ink: str, *, largest: float, anchor: float = LEFT, margin: float = _MARGIN
) -> TitleBox:
    return TitleBox(margin, top, WIDTH - 2 * margin, _FOOT - top, ink, largest, anchor)


def credit_at_foot(
    ink: str, *, anchor: float = LEFT, margin: float = _MARGIN, y: float = _CREDIT_LINE
) -> Credit:
    return Credit(margin + (WIDTH - 2 * margin) * anchor, y, ink, anchor)


def credit_ink_on_dark(tone: Palette) -> str:
    """Return a readable ink; small type needs slightly more contrast than a title."""
    return ink_on(tone.dark, tone.accent, tone.light, least=5)


def fade_to_dark(tone: Palette, top: int, *, full: float, opacity: float = 1) -> str:
    """Darken the foot to make a title readable; full: where the darkest part begins, as a share."""
    shade = gradient("f", Stop(0, tone.dark, 0), Stop(full, tone.dark, opacity))
    return defs(shade) + rect(0, top, WIDTH, HEIGHT - top, "url(#f)")
