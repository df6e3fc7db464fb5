"""Draw docs/architecture.svg: the rooms of the project and which may import which.

    .venv/bin/python script/build_architecture_picture.py [FILE]

Reads the two layers contracts of import-linter in pyproject.toml, so that the picture shows what
`lint-imports` enforces. A test draws it again and compares.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_PICTURE = _ROOT / "docs/architecture.svg"
_CORE = "recommender.core"

_COLUMN, _GUTTER, _MARGIN = 430, 60, 24
_GAP, _LINE, _PAD = 30, 17, 12  # between layers, of text, inside a room
_TOP = 64
_LINE_LETTERS = 48
_STYLE = """
text { font: 14px system-ui, sans-serif; fill: #1c1b1f }
.title { font-weight: 600; font-size: 16px }
.room { fill: #ede7f6; stroke: #5e35b1 }
.core { fill: #d1c4e9 }
.small { font-size: 12px; fill: #49454f }
.arrow, .link { stroke: #5e35b1; fill: none }
.link { stroke-dasharray: 4 4 }
.head { fill: #5e35b1 }
.ground { fill: #ffffff }
@media (prefers-color-scheme: dark) {
  text { fill: #e6e1e5 } .small { fill: #cac4d0 } .ground { fill: #14171a }
  .room { fill: #2d2540; stroke: #b39ddb } .core { fill: #45366b }
  .arrow, .link { stroke: #b39ddb } .head { fill: #b39ddb }
}
"""


@dataclass(frozen=True, slots=True)
class Room:
    """A box: one module or package, or several modules of one package that may import each other."""

    name: str
    modules: tuple[str, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The modules in lines that fit into the box."""
        found = [""]
        for module in self.modules:
            longer = f"{found[-1]}, {module}".removeprefix(", ")
            if len(longer) > _LINE_LETTERS:
                found.append(module)
            else:
                found[-1] = longer
        return [line for line in found if line]


@dataclass(frozen=True, slots=True)
class Box:
    """A room where it is drawn."""

    room: Room
    x: float
    y: float
    width: float
    height: float


def contracts() -> list[dict[str, object]]:
    """The contracts of import-linter."""
    text = (_ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found: list[dict[str, object]] = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    return [one for one in found if one["type"] == "layers"]


def layers(container: str) -> list[list[Room]]:
    """The layers inside a container, highest first; of the whole project for an empty name."""
    (contract,) = (one for one in contracts() if one.get("containers", [""]) == [container])
    return [_rooms(layer) for layer in contract["layers"]]  # type: ignore[union-attr]


def _rooms(layer: str) -> list[Room]:
    """`a | b` are rooms of their own; `p.a : p.b` are modules of the room p; `(a)` is optional."""
    rooms = []
    for part in layer.replace("(", "").replace(")", "").split("|"):
        names = [name.strip() for name in part.split(":")]
        if len(names) == 1:
            rooms.append(Room(names[0]))
        else:
            package = names[0].partition(".")[0]
            rooms.append(Room(package, tuple(name.removeprefix(f"{package}.") for name in names)))
    return rooms


def placed(rows: list[list[Room]], left: float) -> Iterator[list[Box]]:
    """The boxes of each layer, under each other."""
    y: float = _TOP
    for rooms in rows:
        width = (_COLUMN - 12 * (len(rooms) - 1)) / len(rooms)
        height = 2 * _PAD + _LINE * (1 + max(len(room.lines) for room in rooms))
        yield [
            Box(room, left + place * (width + 12), y, width, height)
            for place, room in enumerate(rooms)
        ]
        y += height + _GAP


def _drawn(box: Box) -> Iterator[str]:
    kind = "room core" if box.room.name == _CORE else "room"
    yield (
        f'<rect class="{kind}" x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" '
        f'height="{box.height:g}" rx="8"/>'
    )
    middle, baseline = box.x + box.width / 2, box.y + _PAD + 13
    lines = box.room.lines
    if not lines:
        baseline = box.y + box.height / 2 + 5
    yield f'<text x="{middle:g}" y="{baseline:g}" text-anchor="middle">{escape(box.room.name)}</text>'
    for place, line in enumerate(lines, 1):
        yield (
            f'<text class="small" x="{middle:g}" y="{baseline + _LINE * place:g}" '
            f'text-anchor="middle">{escape(line)}</text>'
        )


def _arrow(upper: list[Box], lower: list[Box]) -> str:
    x = upper[0].x + _COLUMN / 2
    start, end = upper[0].y + upper[0].height + 4, lower[0].y - 4
    return (
        f'<path class="arrow" d="M{x:g} {start:g}V{end - 6:g}"/>'
        f'<path class="head" d="M{x - 5:g} {end - 8:g}h10l-5 8z"/>'
    )


def _column(title: str, rows: list[list[Box]]) -> Iterator[str]:
    yield f'<text class="title" x="{rows[0][0].x:g}" y="40">{escape(title)}</text>'
    for boxes in rows:
        for box in boxes:
            yield from _drawn(box)
    for upper, lower in pairwise(rows):
        yield _arrow(upper, lower)


def _words(title: str, rows: list[list[Room]]) -> str:
    named = "; ".join(", ".join(room.name for room in rooms) for rooms in rows)
    return f"{title}, from top to bottom: {named}."


def picture() -> str:
    """The whole SVG file."""
    apps, core = layers(""), layers(_CORE)
    right = _MARGIN + _COLUMN + _GUTTER
    left_rows, right_rows = list(placed(apps, _MARGIN)), list(placed(core, right))
    ends = [box.y + box.height for rows in (left_rows, right_rows) for box in rows[-1]]
    width, height = right + _COLUMN + _MARGIN, max(ends) + 62
    (door,) = (box for boxes in left_rows for box in boxes if box.room.name == _CORE)
    edge, middle = door.x + door.width, door.y + door.height / 2
    bend = right - _GUTTER / 2
    about = " ".join([_words("The apps", apps), _words(f"Inside {_CORE}", core)])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" role="img" aria-label="{escape(about)}">',
        f"<style>{' '.join(_STYLE.split())}</style>",
        f'<rect class="ground" width="{width:g}" height="{height:g}"/>',
        *_column("The apps", left_rows),
        *_column(f"Inside {_CORE}", right_rows),
        f'<path class="link" d="M{edge:g} {middle:g}H{bend:g}V36H{right - 8:g}"/>',
        f'<text class="small" x="{_MARGIN}" y="{height - 34:g}">'
        "A room may import every room below it, not only the next one, and never one above it.</text>",
        f'<text class="small" x="{_MARGIN}" y="{height - 16:g}">'
        "Rooms side by side do not import each other.</text>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else _PICTURE
    target.write_text(picture(), encoding="utf-8")
