"""The words of a poster: title, subtitle and credit."""

import math
from dataclasses import replace
from typing import NamedTuple

from catalog.posters.lettering import Ink, curly, set_line, width
from catalog.posters.line_breaks import Paragraph, shortened
from catalog.posters.scene import Credit, TitleBox
from catalog.posters.typography import SetTitle, set_title

_FACE = "jostl"  # the typeface of subtitle and credit
_SUBTITLE_SIZE, _SUBTITLE_TRACKING, _SUBTITLE_STEP = 11, 0.06, 14
_CREDIT_SIZE, _CREDIT_TRACKING = 9.6, 0.14
_LONG_TITLE = 22  # longer titles are split at a colon into title and subtitle
_MOST_WAYS = 10_000  # to break a subtitle; more would take too long to compare


class _Names(NamedTuple):
    title: str
    subtitle: str


def set_names(name: str, face: str, box: TitleBox) -> SetTitle:
    """Set the title in its box, with its subtitle below, if any."""
    names = _split(name, box)
    lines = _subtitle_lines(names.subtitle, box.width)
    room = _SUBTITLE_STEP * len(lines) + 6 if lines else 0
    title = set_title(names.title, face, replace(box, height=box.height - room))
    ink = Ink(_FACE, _SUBTITLE_SIZE, box.ink, _SUBTITLE_TRACKING, box.anchor)
    x, shapes = box.x + box.width * box.anchor, title.shapes
    for place, line in enumerate(lines):
        shapes += set_line(curly(line), x, title.bottom + 18 + _SUBTITLE_STEP * place, ink)
    if box.climbs:
        shapes = f'<g transform="translate(0 450) rotate(-90)">{shapes}</g>'
    return SetTitle(shapes, title.bottom + _SUBTITLE_STEP * len(lines) + (4 if lines else 0))


def set_credit(director: str, year: int | None, place: Credit, box: TitleBox, below: float) -> str:
    """Set the credit, at most as wide as the title's box; below: the end of the title."""
    text = " · ".join(part for part in (director, str(year or "")) if part).upper()
    needed = width(_FACE, text, _CREDIT_TRACKING) * _CREDIT_SIZE
    size = min(_CREDIT_SIZE, _CREDIT_SIZE * (box.width / needed)) if needed else _CREDIT_SIZE
    y = below + 20 if place.y is None else place.y
    ink = Ink(_FACE, size, place.ink, _CREDIT_TRACKING, place.anchor)
    return set_line(curly(text), place.x, y, ink)


def _split(name: str, box: TitleBox) -> _Names:
    """Split title and subtitle. "Dr. Strangelove or: How I Learned…" loses its "or" at the colon."""
    title, _, subtitle = name.partition(": ")
    if not subtitle or len(name) < _LONG_TITLE or box.climbs:
        return _Names(name, "")
    return _Names(title.removesuffix(" or"), subtitle)


def _subtitle_lines(text: str, wide: float) -> list[str]:
    """Set the subtitle in capitals, in as many lines as its width needs."""
    words = text.upper().split()
    if not words:
        return []
    paragraph = Paragraph(_FACE, words, _SUBTITLE_TRACKING)
    count = _lines_needed(text.upper(), wide, len(words))
    if paragraph.ways(count) > _MOST_WAYS:
        words = shortened(words)
        paragraph = Paragraph(_FACE, words, _SUBTITLE_TRACKING)
        count = _lines_needed(" ".join(words), wide, len(words))
    return paragraph.broken(count).lines


def _lines_needed(text: str, wide: float, most: int) -> int:
    needed = width(_FACE, text, _SUBTITLE_TRACKING) * _SUBTITLE_SIZE / wide
    return min(max(1, math.ceil(needed)), most)
