"""The outlines of the sixteen faces, so that posters need no font where they are looked at."""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("glyphs.json")


class Glyph(NamedTuple):
    """In thousandths of the type size; the outline starts at (x, y) and is relative to it."""

    advance: int
    x: int
    y: int
    outline: str
    left_bearing: int


class Face(NamedTuple):
    """cap: height of a capital; kerning: by pair of characters. In thousandths of the type size."""

    cap: int
    glyphs: dict[str, Glyph]
    kerning: dict[str, int]

    def has(self, text: str) -> bool:
        return all(char in self.glyphs for char in text)


@cache
def faces() -> dict[str, Face]:
    """Read once, when the first poster is drawn: about 10 ms and 2 MB."""
    raw = json.loads(_FILE.read_text(encoding="utf-8"))
    return {
        name: Face(
            face["cap"],
            {char: Glyph(*glyph) for char, glyph in face["g"].items()},
            face["k"],
        )
        for name, face in raw.items()
    }
