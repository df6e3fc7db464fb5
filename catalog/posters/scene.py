"""What a composition is given, and what it hands back for the words to be set in."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

WIDTH, HEIGHT = 300, 450

Align = Literal["l", "c", "r"]
VerticalAlign = Literal["t", "m", "b"]


class Scene(NamedTuple):
    """era: 0 before 1960, 1 to 1981, 2 to 2004, 3 later."""

    era: int
    name: str


@dataclass(frozen=True, slots=True)
class TitleBox:
    """Where the title goes: box as (x, y, width, height), cap the largest size of type.

    justify sets every line to the full width; rot stands the title on its side.
    """

    box: tuple[float, float, float, float]
    fill: str
    align: Align = "l"
    valign: VerticalAlign = "b"
    cap: float = 60
    justify: bool = False
    rot: bool = False


class Credit(NamedTuple):
    """Where director and year go; anchor: 0 left, 0.5 middle, 1 right of x."""

    x: float
    y: float
    fill: str
    anchor: float


class Composition(NamedTuple):
    """shapes: SVG elements, without the words."""

    shapes: str
    title: TitleBox
    credit: Credit
