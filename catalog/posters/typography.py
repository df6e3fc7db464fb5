"""Setting words: as large as the box allows, in even lines that never end with a small word."""

import html
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from catalog.posters.atlas import faces
from catalog.posters.scene import TitleBox

CREDIT_FACE = "jostl"
_FALLBACK_FACE = "jost"
_SMALL_WORDS = set(
    "the of a an and in to or for with on at de la le el from by my is vs. &".split()  # noqa: SIM905
)
_CAPITALS = {
    "gothic", "shoulders", "lime", "cinzel", "michroma", "poiret", "slab", "jost", "syne",
}  # fmt: skip
_TRACKING = {
    "michroma": 0.0, "jost": 0.01, "syne": -0.01, "poiret": 0.03, "lime": 0.02, "cinzel": 0.02,
    "bodoni": -0.015, "playi": -0.01, "abril": -0.005, "gothic": 0.008, "shoulders": 0.0, "corm": -0.01,
}  # fmt: skip
_LEADING = {
    "gothic": 0.86, "shoulders": 0.88, "lime": 0.92, "cinzel": 0.92, "michroma": 1.06, "poiret": 1.0,
    "slab": 0.94, "jost": 0.9, "syne": 0.88,
}  # fmt: skip
_DESCENDERS = set("gjpqyçQ")
_MOST_WORDS, _MOST_LINES = 11, 7
_WIDE_SCRIPTS = 0x2E7F  # CJK and beyond: about as wide as high
ANCHORS = {"l": 0.0, "c": 0.5, "r": 1.0}


@dataclass(frozen=True, slots=True)
class Ink:
    """How a line is painted; anchor: 0 left, 0.5 middle, 1 right of x; size in units of the poster."""

    face: str
    size: float
    fill: str
    tracking: float = 0.0
    anchor: float = 0.0


class Lines(NamedTuple):
    """widest: in units of the type size."""

    cost: float
    lines: list[str]
    widest: float


class SetTitle(NamedTuple):
    """bottom: the base line of the last line."""

    shapes: str
    bottom: float


def width(face: str, text: str, tracking: float = 0.0) -> float:
    """How wide a line is at size 1; characters that the atlas lacks are estimated."""
    glyphs, kerning = faces()[face].glyphs, faces()[face].kerning
    total = 0
    for place, char in enumerate(text):
        wide = 1000 if ord(char) > _WIDE_SCRIPTS else 640
        total += glyphs[char].advance if char in glyphs else wide
        total += kerning.get(text[place - 1 : place + 1], 0) if place else 0
    return total / 1000 + tracking * max(0, len(text) - 1)


def set_line(text: str, x: float, y: float, ink: Ink, extra: str = "") -> str:
    """One line as an outline; a script that the atlas lacks is left to the reader's own fonts."""
    face = faces()[ink.face]
    wide = width(ink.face, text, ink.tracking) * ink.size
    left = x - wide * ink.anchor
    if not face.has(text):
        return (
            f'<text x="{left:.1f}" y="{y:.1f}" font-family="system-ui, sans-serif" '
            f'font-weight="800" font-size="{ink.size:.1f}" textLength="{wide:.1f}" '
            f'lengthAdjust="spacingAndGlyphs" fill="{ink.fill}"{extra}>{html.escape(text)}</text>'
        )
    scale = ink.size / 1000
    place = f'transform="translate({left:.1f} {y:.1f}) scale({scale:.4f})"'
    return f'<path {place} d="{_outline(text, ink)}" fill="{ink.fill}"{extra}/>'


def _outline(text: str, ink: Ink) -> str:
    face = faces()[ink.face]
    pen, outline = 0.0, ""
    for place, char in enumerate(text):
        glyph = face.glyphs[char]
        if place:
            pen += face.kerning.get(text[place - 1 : place + 1], 0) + ink.tracking * 1000
        if glyph.outline:
            outline += f"M{round(pen + glyph.x)} {glyph.y}{glyph.outline}"
        pen += glyph.advance
    return outline


def breaks(face: str, words: list[str], count: int, tracking: float) -> Lines:
    """Split words into `count` lines of even width, sparing line ends on small words."""
    options = (
        _costed(face, words, (0, *ends, len(words)), tracking)
        for ends in combinations(range(1, len(words)), count - 1)
    )
    return min(options, key=lambda option: option.cost)


def _costed(face: str, words: list[str], ends: tuple[int, ...], tracking: float) -> Lines:
    lines = [" ".join(words[a:b]) for a, b in pairwise(ends)]
    widths = [width(face, line, tracking) for line in lines]
    bad = sum(line.split()[-1].lower() in _SMALL_WORDS for line in lines[:-1]) * 0.35
    bad += sum(len(line) <= 2 for line in lines) * 0.2
    widest = max(widths)
    return Lines(widest * (1 + bad) + (widest - min(widths)) * 0.12, lines, widest)


class Setting(NamedTuple):
    """A face in a box; cap and leading in units of the type size."""

    face: str
    where: TitleBox
    tracking: float
    cap: float
    leading: float


def set_title(text: str, face: str, where: TitleBox) -> SetTitle:
    """Set a title in its box as large as it fits."""
    text = text.replace("'", "’")
    tracking = _TRACKING.get(face, 0.0)
    if not faces()[face].has(text):
        face = _FALLBACK_FACE
    cap, leading = faces()[face].cap / 1000, _LEADING.get(face, 0.98)
    if face in _CAPITALS:
        text, leading = text.upper(), max(leading, cap + 0.12)
    setting = Setting(face, where, tracking, cap, leading)
    size, lines = _fitted(_words(text), setting)
    justified = where.justify and len(lines) > 1
    sizes = _justified(lines, size, setting) if justified else [size] * len(lines)
    gap = max(5, size * 0.12) if justified else size * (leading - cap)
    base = _top(lines, sizes, gap, setting, descent=size * 0.17)
    return _stacked(lines, sizes, gap, setting, base)


def _words(text: str) -> list[str]:
    words = text.split() or ["Untitled"]
    return words if len(words) <= _MOST_WORDS else [*words[:10], "…"]


def _fitted(words: list[str], setting: Setting) -> tuple[float, list[str]]:
    """The size and lines that look best: large, even and few."""
    _, _, wide, high = setting.where.box
    options = []
    for count in range(1, min(len(words), _MOST_LINES) + 1):
        cost, lines, widest = breaks(setting.face, words, count, setting.tracking)
        lowest = high / (setting.cap + setting.leading * (count - 1) + 0.08)
        size = min(wide / widest, lowest, setting.where.cap)
        options.append((size * (1 - 0.035 * count) / (cost / widest) ** 0.5, size, lines))
    _, size, lines = max(options, key=lambda option: option[0])
    return size, lines


def _justified(lines: list[str], size: float, setting: Setting) -> list[float]:
    """A size for each line that fills the width, all smaller when they are too high together."""
    _, _, wide, high = setting.where.box
    widths = [width(setting.face, line, setting.tracking) for line in lines]
    sizes = [min(wide / one, size * 1.9) for one in widths]
    total = sum(one * setting.cap for one in sizes) + size * 0.13 * (len(lines) - 1)
    return [one * high / total for one in sizes] if total > high else sizes


def _top(
    lines: list[str], sizes: list[float], gap: float, setting: Setting, *, descent: float
) -> float:
    """Where the first line's capitals begin; descenders at the foot get room above the credit."""
    _, y, _, high = setting.where.box
    total = sum(size * setting.cap for size in sizes) + gap * (len(lines) - 1)
    lowers = setting.face not in _CAPITALS and bool(set(lines[-1]) & _DESCENDERS)
    if setting.where.valign == "b" and lowers:
        high -= descent
    return {"t": y, "m": y + (high - total) / 2, "b": y + high - total}[setting.where.valign]


def _stacked(
    lines: list[str], sizes: list[float], gap: float, setting: Setting, base: float
) -> SetTitle:
    x, _, wide, _ = setting.where.box
    anchor, shapes = ANCHORS[setting.where.align], ""
    for line, size in zip(lines, sizes, strict=True):
        base += size * setting.cap
        edge = x + wide * anchor - _optical_edge(line, setting.face, size, anchor)
        ink = Ink(setting.face, size, setting.where.fill, setting.tracking, anchor)
        shapes += set_line(line, edge, base, ink)
        base += gap
    return SetTitle(shapes, base - gap)


def _optical_edge(line: str, face: str, size: float, anchor: float) -> float:
    """How far the first letter's own bearing would push a left-aligned line in."""
    glyph = faces()[face].glyphs.get(line[0])
    return glyph.left_bearing / 1000 * size if glyph and anchor == 0 else 0.0


def set_credit(text: str, x: float, y: float, ink: Ink) -> str:
    return set_line(text.upper().replace("'", "’"), x, y, ink)
