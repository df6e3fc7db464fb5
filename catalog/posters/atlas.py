"""The outlines of the sixteen typefaces, so that drawn posters need no fonts."""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("glyphs.json")


class Glyph(NamedTuple):
    """A glyph in thousandths of the type size; the outline starts at (x, y) and is relative to it."""

    advance: int
    x: int
    y: int
    outline: str
    left_bearing: int


class Face(NamedTuple):
    """A typeface, in thousandths of the type size. cap: a capital's height; kerning: by pair."""

    cap: int
    glyphs: dict[str, Glyph]
    kerning: dict[str, int]

    def has(self, text: str) -> bool:
        return all(char in self.glyphs for char in text)


@cache
def faces() -> dict[str, Face]:
    """Return the faces, read once when the first poster is drawn: about 10 ms and 2 MB."""
    raw = json.loads(_FILE.read_text(encoding="utf-8"))
    return {
        name: Face(
            face["cap"],
            {char: Glyph(*glyph) for char, glyph in face["g"].items()},
            face["k"],
        )
        for name, face in raw.items()
    }
