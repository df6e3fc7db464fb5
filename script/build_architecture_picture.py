"""Draw docs/architecture.svg: the packages of the project and their allowed imports.

    .venv/bin/python script/build_architecture_picture.py [FILE]

Reads the contracts of import-linter in pyproject.toml, so that the picture shows what `lint-imports`
enforces. A test redraws and compares it.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[1]
_PICTURE = _ROOT / "docs/architecture.svg"

_COLUMN, _GUTTER, _MARGIN, _TOP = 320, 44, 16, 60
_ROOM, _GAP, _BETWEEN = 42, 30, 12  # a box's height, between layers, between boxes of a layer
_NOTES = (
    "A room may import every room below it, not only the next one, and never one above it.",
    "Rooms side by side do not import each other.",
)
_STYLE = """
text { font: 14px system-ui, sans-serif; fill: #1c1b1f }
.title { font-weight: 600; font-size: 16px }
.room { fill: #ede7f6; stroke: #5e35b1 }
.engine { fill: #d1c4e9 }
.note { font-size: 13px; fill: #49454f }
.arrow, .link { stroke: #5e35b1; fill: none }
.link { stroke-dasharray: 4 4 }
.head { fill: #5e35b1 }
.ground { fill: #ffffff }
@media (prefers-color-scheme: dark) {
  text { fill: #e6e1e5 } .note { fill: #cac4d0 } .ground { fill: #14171a }
  .room { fill: #2d2540; stroke: #b39ddb } .engine { fill: #45366b }
  .arrow, .link { stroke: #b39ddb } .head { fill: #b39ddb }
}
"""


@dataclass(frozen=True, slots=True)
class Box:
    """A package's box at its position; its height is _ROOM."""

    room: str
    x: float
    y: float
    width: float


def contract(name: str) -> dict[str, Any]:
    """Return a contract of import-linter by its id."""
    text = (_ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    return next(one for one in found if one["id"] == name)


def layers(name: str) -> list[list[str]]:
    """Return the packages of each layer of a layers contract, highest layer first."""
    rows: list[str] = contract(name)["layers"]
    return [[room.strip(" ()") for room in re.split("[|:]", row)] for row in rows]


def engine() -> str:
    """Return the package that a separate contract keeps from importing any app."""
    (name,) = contract("engine")["source_modules"]
    return str(name)


def placed(rows: list[list[str]], left: float) -> list[list[Box]]:
    """Return the boxes of each layer, one layer below the other."""
    found = []
    for place, rooms in enumerate(rows):
        y = _TOP + place * (_ROOM + _GAP)
        width = (_COLUMN - _BETWEEN * (len(rooms) - 1)) / len(rooms)
        step = width + _BETWEEN
        found.append([Box(room, left + step * at, y, width) for at, room in enumerate(rooms)])
    return found


def _drawn(box: Box) -> str:
    kind = "room engine" if box.room == engine() else "room"
    middle, baseline = box.x + box.width / 2, box.y + _ROOM / 2 + 5
    return (
        f'<rect class="{kind}" x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" '
        f'height="{_ROOM}" rx="8"/>'
        f'<text x="{middle:g}" y="{baseline:g}" text-anchor="middle">{escape(box.room)}</text>'
    )


def _arrow(upper: list[Box], lower: list[Box]) -> str:
    x = upper[0].x + _COLUMN / 2
    start, end = upper[0].y + _ROOM + 4, lower[0].y - 4
    return (
        f'<path class="arrow" d="M{x:g} {start:g}V{end - 6:g}"/>'
        f'<path class="head" d="M{x - 5:g} {end - 8:g}h10l-5 8z"/>'
    )


def _column(title: str, rows: list[list[Box]]) -> Iterator[str]:
    yield f'<text class="title" x="{rows[0][0].x:g}" y="40">{escape(title)}</text>'
    yield from (_drawn(box) for boxes in rows for box in boxes)
    yield from (_arrow(upper, lower) for upper, lower in pairwise(rows))


def _in_words(title: str, rows: list[list[str]]) -> str:
    return f"{title}, from top to bottom: {'; '.join(', '.join(rooms) for rooms in rows)}."


def picture() -> str:
    """Return the whole SVG file."""
    apps, rooms = [*layers("apps"), [engine()]], layers("engine-rooms")
    titles = "The apps", f"Inside {engine()}"
    right = _MARGIN + _COLUMN + _GUTTER
    columns = placed(apps, _MARGIN), placed(rooms, right)
    width = right + _COLUMN + _MARGIN
    height = _TOP + max(len(apps), len(rooms)) * (_ROOM + _GAP) + 20 * len(_NOTES)
    (door,) = columns[0][-1]
    about = " ".join(map(_in_words, titles, (apps, rooms)))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-label="{escape(about)}">',
        f"<style>{' '.join(_STYLE.split())}</style>",
        f'<rect class="ground" width="{width}" height="{height}"/>',
        *(
            part
            for title, rows in zip(titles, columns, strict=True)
            for part in _column(title, rows)
        ),
        f'<path class="link" d="M{door.x + door.width:g} {door.y + _ROOM / 2:g}'
        f'H{right - _GUTTER / 2:g}V36H{right - 8}"/>',
        *(
            f'<text class="note" x="{_MARGIN}" y="{height - 20 * (len(_NOTES) - place):g}">{note}</text>'
            for place, note in enumerate(_NOTES)
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else _PICTURE
    target.write_text(picture(), encoding="utf-8")
