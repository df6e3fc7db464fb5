"""Set a title as large as its box allows."""

from dataclasses import dataclass
from typing import NamedTuple

from catalog.posters.atlas import faces
from catalog.posters.lettering import Ink, curly, set_line, width
from catalog.posters.line_breaks import Paragraph, shortened
from catalog.posters.scene import LEFT, TitleBox

_FALLBACK_FACE = "jost"
_CAPITALS = frozenset(
    ["gothic", "shoulders", "lime", "cinzel", "michroma", "poiret", "slab", "jost", "syne"]
)
_TRACKING = {
    "jost": 0.01,
    "syne": -0.01,
    "poiret": 0.03,
    "lime": 0.02,
    "cinzel": 0.02,
    "bodoni": -0.015,
    "playi": -0.01,
    "abril": -0.005,
    "gothic": 0.008,
    "corm": -0.01,
}
_LEADING = {
    "gothic": 0.86,
    "shoulders": 0.88,
    "lime": 0.92,
    "cinzel": 0.92,
    "michroma": 1.06,
    "poiret": 1.0,
    "slab": 0.94,
    "jost": 0.9,
    "syne": 0.88,
}
_LEADING_OF_OTHERS = 0.98
_DESCENDERS = frozenset("gjpqyçQ")
_MOST_LINES = 7


class SetTitle(NamedTuple):
    """A set title. bottom: the base line of the last line."""

    shapes: str
    bottom: float


@dataclass(frozen=True, slots=True)
class _Setting:
    """A typeface in a box; cap and leading in units of the type size."""

    face: str
    box: TitleBox
    tracking: float
    cap: float
    leading: float

    def width(self, line: str) -> float:
        return width(self.face, line, self.tracking)

    def height(self, sizes: list[float], gap: float) -> float:
        """Return the height from the top of the first line's capitals to the last line's base."""
        return sum(size * self.cap for size in sizes) + gap * (len(sizes) - 1)


def set_title(text: str, face: str, box: TitleBox) -> SetTitle:
    """Set a title; a typeface that lacks a character is replaced by one that has more of them."""
    text, tracking = curly(text), _TRACKING.get(face, 0.0)
    if not faces()[face].has(text):
        face = _FALLBACK_FACE
    cap, leading = faces()[face].cap / 1000, _LEADING.get(face, _LEADING_OF_OTHERS)
    if face in _CAPITALS:
        text, leading = text.upper(), max(leading, cap + 0.12)
    setting = _Setting(face, box, tracking, cap, leading)
    size, lines = _fitted(shortened(text.split() or ["Untitled"]), setting)
    if box.justified and len(lines) > 1:
        sizes, gap = _justified(lines, size, setting), max(5, size * 0.12)
    else:
        sizes, gap = [size] * len(lines), size * (leading - cap)
    descent = size * 0.17 if _descends(lines[-1], face) else 0.0
    top = _top(setting.height(sizes, gap), descent, box)
    return _stacked(list(zip(lines, sizes, strict=True)), gap, top, setting)


def _fitted(words: list[str], setting: _Setting) -> tuple[float, list[str]]:
    """Return the best size and lines: large, even and few."""
    paragraph, box = Paragraph(setting.face, words, setting.tracking), setting.box
    options = []
    for count in range(1, min(len(words), _MOST_LINES) + 1):
        cost, lines, widest = paragraph.broken(count)
        lowest = box.height / (setting.cap + setting.leading * (count - 1) + 0.08)
        size = min(box.width / widest, lowest, box.largest)
        looks = size * (1 - 0.035 * count) / (cost / widest) ** 0.5
        options.append((looks, size, lines))
    _, size, lines = max(options, key=lambda option: option[0])
    return size, lines


def _justified(lines: list[str], size: float, setting: _Setting) -> list[float]:
    """Return a size for each line that fills the width; all shrink if they are too high together."""
    box = setting.box
    sizes = [min(box.width / setting.width(line), size * 1.9) for line in lines]
    total = setting.height(sizes, size * 0.13)
    return [one * box.height / total for one in sizes] if total > box.height else sizes


def _descends(line: str, face: str) -> bool:
    return face not in _CAPITALS and not _DESCENDERS.isdisjoint(line)


def _top(total: float, descent: float, box: TitleBox) -> float:
    """Return the top of the first line's capitals; descenders at the foot get room above the credit."""
    match box.valign:
        case "top":
            return box.y
        case "middle":
            return box.y + (box.height - total) / 2
        case "bottom":
            return box.y + (box.height - descent) - total


def _stacked(lines: list[tuple[str, float]], gap: float, top: float, setting: _Setting) -> SetTitle:
    """Set lines of the given sizes, one below the other."""
    box, base, shapes = setting.box, top, ""
    for line, size in lines:
        base += size * setting.cap
        x = box.x + box.width * box.anchor - _optical_edge(line, size, setting)
        ink = Ink(setting.face, size, box.ink, setting.tracking, box.anchor)
        shapes += set_line(line, x, base, ink)
        base += gap
    return SetTitle(shapes, base - gap)


def _optical_edge(line: str, size: float, setting: _Setting) -> float:
    """Return the indent of a left-aligned line that its first letter's bearing causes."""
    glyph = faces()[setting.face].glyphs.get(line[0])
    return glyph.left_bearing / 1000 * size if glyph and setting.box.anchor == LEFT else 0.0
