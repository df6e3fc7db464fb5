"""One line of type: its width and its outline."""

import html
from dataclasses import dataclass

from catalog.posters.atlas import Face, faces

_WIDE_SCRIPTS = 0x2E7F  # above it are CJK and the like: about as wide as high
_WIDE_ADVANCE, _ADVANCE = 1000, 640  # estimates for characters that the atlas lacks


@dataclass(frozen=True, slots=True)
class Ink:
    """How to set a line; size in units of the poster, tracking in multiples of the size.

    anchor: the share of the line to the left of its position.
    """

    face: str
    size: float
    fill: str
    tracking: float = 0.0
    anchor: float = 0.0


def width(face: str, text: str, tracking: float = 0.0) -> float:
    """Return a line's width at size 1; characters that the atlas lacks are estimated."""
    total = _advance(faces()[face], text)
    return total / 1000 + tracking * max(0, len(text) - 1)


def curly(text: str) -> str:
    """Return the text with typographic apostrophes."""
    return text.replace("'", "’")


def set_line(text: str, x: float, y: float, ink: Ink) -> str:
    """Return a line as an outline; scripts that the atlas lacks use the viewer's fonts."""
    wide = width(ink.face, text, ink.tracking) * ink.size
    left = x - wide * ink.anchor
    if not faces()[ink.face].has(text):
        return (
            f'<text x="{left:.1f}" y="{y:.1f}" font-family="system-ui, sans-serif" '
            f'font-weight="800" font-size="{ink.size:.1f}" textLength="{wide:.1f}" '
            f'lengthAdjust="spacingAndGlyphs" fill="{ink.fill}">{html.escape(text)}</text>'
        )
    place = f'transform="translate({left:.1f} {y:.1f}) scale({ink.size / 1000:.4f})"'
    return f'<path {place} d="{_outline(text, ink)}" fill="{ink.fill}"/>'


def _advance(face: Face, text: str) -> int:
    total, before = 0, ""
    for char in text:
        glyph = face.glyphs.get(char)
        estimate = _WIDE_ADVANCE if ord(char) > _WIDE_SCRIPTS else _ADVANCE
        total += (glyph.advance if glyph else estimate) + face.kerning.get(before + char, 0)
        before = char
    return total


def _outline(text: str, ink: Ink) -> str:
    """Return the glyphs side by side, in thousandths of the type size."""
    face = faces()[ink.face]
    pen, outline, before = 0.0, "", ""
    for char in text:
        glyph = face.glyphs[char]
        if before:
            pen += face.kerning.get(before + char, 0) + ink.tracking * 1000
        if glyph.outline:
            outline += f"M{round(pen + glyph.x)} {glyph.y}{glyph.outline}"
        pen += glyph.advance
        before = char
    return outline
