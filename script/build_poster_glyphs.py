"""Build catalog/posters/glyphs.json: outlines and kerning of the poster faces. Run manually, rarely.

    npm pack @fontsource/league-gothic …       each package of FACES, unpacked to FOLDER/<package>/
    pip install fonttools uharfbuzz brotli
    python script/build_poster_glyphs.py FOLDER

The file is {face: {cap, xh, g: {char: [advance, x, y, outline, left bearing]}, k: {pair: kerning}}},
in thousandths of the type size, outlines relative to (x, y). The site needs no font library.
"""

import io
import json
import sys
from pathlib import Path

import uharfbuzz
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

FACES = {
    "gothic": ("league-gothic", "400-normal"),
    "jost": ("jost", "700-normal"),
    "jostl": ("jost", "500-normal"),
    "bodoni": ("bodoni-moda", "800-normal"),
    "playi": ("playfair-display", "800-italic"),
    "michroma": ("michroma", "400-normal"),
    "shrik": ("shrikhand", "400-normal"),
    "slab": ("alfa-slab-one", "400-normal"),
    "lime": ("limelight", "400-normal"),
    "lilita": ("lilita-one", "400-normal"),
    "cinzel": ("cinzel", "700-normal"),
    "shoulders": ("big-shoulders-display", "800-normal"),
    "abril": ("abril-fatface", "400-normal"),
    "corm": ("cormorant-garamond", "600-italic"),
    "syne": ("syne", "800-normal"),
    "poiret": ("poiret-one", "400-normal"),
}
ASCII = "".join(map(chr, range(32, 127)))
ACCENTED = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœŒ"
SIGNS = "½²³·’‘“”–—…¡¿"
PLAIN = {"liga": False, "clig": False, "dlig": False, "calt": False}
LEAST_KERNING = 4


class Outline:
    """Convert a recorded glyph to a relative SVG path in thousandths, y downwards."""

    def __init__(self, scale):
        self.scale = scale
        self.first = None
        self.path = ""
        self.x = self.y = self.start_x = self.start_y = 0

    def draw(self, operations):
        for name, points in operations:
            if name == "qCurveTo" and points[-1] is None:
                points = self.open_closed_curve(points[:-1])
            rounded = [self.rounded(point) for point in points]
            getattr(self, f"on_{name}")(rounded)
        return self

    def rounded(self, point):
        return round(point[0] * self.scale), round(-point[1] * self.scale)

    def open_closed_curve(self, points):
        """Start a TrueType contour without an on-curve point between its last and first points."""
        start = ((points[-1][0] + points[0][0]) / 2, (points[-1][1] + points[0][1]) / 2)
        self.move(*self.rounded(start))
        return [*points, start]

    def move(self, x, y):
        if self.first is None:
            self.first = (x, y)
        else:
            self.path += f"m{x - self.x} {y - self.y}"
        self.x, self.y = self.start_x, self.start_y = x, y

    def on_moveTo(self, points):
        self.move(*points[0])

    def on_lineTo(self, points):
        x, y = points[0]
        if y == self.y:
            self.path += f"h{x - self.x}"
        elif x == self.x:
            self.path += f"v{y - self.y}"
        else:
            self.path += f"l{x - self.x} {y - self.y}"
        self.x, self.y = x, y

    def on_qCurveTo(self, points):
        for place, control in enumerate(points[:-1]):
            following = points[place + 1]
            middle = (
                round((control[0] + following[0]) / 2),
                round((control[1] + following[1]) / 2),
            )
            end = following if place == len(points) - 2 else middle
            self.path += (
                f"q{control[0] - self.x} {control[1] - self.y} {end[0] - self.x} {end[1] - self.y}"
            )
            self.x, self.y = end

    def on_curveTo(self, points):
        self.path += "c" + " ".join(f"{x - self.x} {y - self.y}" for x, y in points)
        self.x, self.y = points[-1]

    def on_closePath(self, points):
        self.path += "z"
        self.x, self.y = self.start_x, self.start_y

    on_endPath = on_closePath


def face_of(path):
    font = TTFont(path)
    font.flavor = None
    plain = io.BytesIO()
    font.save(plain)
    scale = 1000 / font["head"].unitsPerEm
    names, glyphs = font.getBestCmap(), font.getGlyphSet()
    present = [char for char in ASCII + ACCENTED + SIGNS if ord(char) in names]
    shaper = uharfbuzz.Font(uharfbuzz.Face(plain.getvalue()))
    drawn = {}
    for char in present:
        name = names[ord(char)]
        outline = Outline(scale).draw(recorded(glyphs, name).value)
        advance, bearing = (round(value * scale) for value in font["hmtx"][name])
        x, y = outline.first or (0, 0)
        drawn[char] = [advance, x, y, outline.path.replace(" -", "-"), bearing]
    return {
        "cap": height(glyphs, names[ord("H")], scale),
        "xh": height(glyphs, names[ord("x")], scale),
        "g": drawn,
        "k": kerning(shaper, present, scale),
    }


def recorded(glyphs, name):
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen


def height(glyphs, name, scale):
    points = (point for _, points in recorded(glyphs, name).value for point in points if point)
    return round(max(point[1] for point in points) * scale)


def kerning(shaper, present, scale):
    single = {char: advance(shaper, char) for char in present}
    first = [char for char in present if char != " "]
    pairs = {}
    for left in first:
        for right in first:
            if ord(left) <= 126 and ord(right) <= 126:
                value = (advance(shaper, left + right) - single[left] - single[right]) * scale
                if abs(value) >= LEAST_KERNING:
                    pairs[left + right] = round(value)
    return pairs


def advance(shaper, text):
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper, buffer, PLAIN)
    return sum(position.x_advance for position in buffer.glyph_positions)


def main(folder):
    atlas = {}
    for face, (package, style) in FACES.items():
        atlas[face] = face_of(folder / package / "files" / f"{package}-latin-{style}.woff")
        print(face, len(atlas[face]["g"]), "glyphs", len(atlas[face]["k"]), "pairs")
    target = Path(__file__).resolve().parent.parent / "catalog" / "posters" / "glyphs.json"
    target.write_text(
        json.dumps(atlas, separators=(",", ":"), ensure_ascii=False), encoding="utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
