"""Trees, near or on distant hills."""

from random import Random
from typing import NamedTuple

from catalog.posters.colours import mix
from catalog.posters.palettes import Palette
from catalog.posters.scene import (
    HEIGHT,
    MIDDLE,
    WIDTH,
    Composition,
    Scene,
    TitleBox,
    credit_at_foot,
    credit_ink_on_dark,
    title_at_foot,
)
from catalog.posters.shapes import Stop, circle, defs, glow, gradient, path, polygon, rect
from catalog.posters.silhouettes import person


class _Row(NamedTuple):
    """Trunks at one distance; clearing: the minimum distance from the middle of the picture."""

    trunks: int
    thinnest: int
    thickest: int
    branches: int
    clearing: int = 0


_ROWS = (_Row(13, 3, 7, 2), _Row(9, 7, 14, 3), _Row(6, 14, 30, 4, clearing=52))
_CLOUD = "M-34 0a15 15 0 0 1 12 -20a20 20 0 0 1 38 -4a16 16 0 0 1 22 24Z"


def woods(scene: Scene) -> Composition:
    """Tall trunks with a figure between them."""
    dice, tone = scene.dice, scene.palette
    x, y = 150 + dice.randint(-40, 40), 158
    sky = gradient("s", Stop(0, tone.deep), Stop(1, tone.mid))
    art = defs(sky, glow("h", tone.accent, 0.95)) + rect(0, 0, WIDTH, HEIGHT, "url(#s)")
    art += circle(x, y, 150, "url(#h)", opacity=".75") + circle(x, y, 46, tone.light)
    for nearness, row in enumerate(_ROWS):
        art += _trunks(dice, row, x, mix(tone.mid, tone.dark, 0.35 + 0.32 * nearness))
        if nearness == 1:
            art += person(x, 326, 54, tone.dark)
    art += path("M0 318C60 302 110 326 160 318S260 304 300 318V450H0Z", tone.dark)
    title = title_at_foot(340, tone.light, largest=52, anchor=MIDDLE)
    return Composition(art, title, credit_at_foot(credit_ink_on_dark(tone), anchor=MIDDLE))


def _trunks(dice: Random, row: _Row, middle: int, colour: str) -> str:
    art = ""
    for place in range(row.trunks):
        x = (place + dice.random()) * WIDTH / row.trunks
        if abs(x - middle) < row.clearing:
            continue
        width, lean = dice.randint(row.thinnest, row.thickest), dice.randint(-5, 5)
        foot, head = width / 2, width * 0.36
        corners = [(x - foot, 340), (x - head + lean, -5), (x + head + lean, -5), (x + foot, 340)]
        art += polygon(corners, colour)
        art += "".join(_branch(dice, x, lean, colour) for _ in range(row.branches))
    return art


def _branch(dice: Random, x: float, lean: int, colour: str) -> str:
    y, side, length = dice.randint(10, 190), dice.choice([-1, 1]), dice.randint(14, 40)
    stem = f"{x + lean * 0.5:.0f}"
    bend = f"{x + side * length * 0.5:.0f} {y + 4}"
    tip = f"{x + side * length:.0f} {y - length * 0.5:.0f}"
    return path(f"M{stem} {y + 12}Q{bend} {tip}L{stem} {y + 20}Z", colour)


def hills(scene: Scene) -> Composition:
    """Round hills with trees and a house."""
    dice, tone = scene.dice, scene.palette
    warm = mix(tone.accent, tone.light, 0.45)
    sky = dice.choice([mix(tone.mid, tone.light, 0.55), warm, tone.light])
    sun = dice.choice([78, 222])
    art = rect(0, 0, WIDTH, HEIGHT, sky)
    art += circle(sun, 178, 40, tone.accent if sky != warm else tone.deep)
    cloud = tone.light if sky != tone.light else mix(tone.mid, tone.light, 0.6)
    art += "".join(_cloud(dice, cloud) for _ in range(3))
    misty = mix(tone.mid, tone.light, 0.2)
    shaded, dim = mix(tone.mid, tone.dark, 0.35), mix(tone.mid, tone.dark, 0.7)
    for row, colour in enumerate((misty, tone.mid, shaded, dim, tone.dark)):
        base = 240 + row * 40
        art += _hill(dice, base, colour)
        if row < 3:
            art += "".join(_tree(dice, base, tone) for _ in range(4))
        if row == 1:
            art += _house(300 - sun, base, tone)
    title = TitleBox(20, 26, 260, 94, tone.dark, 62, MIDDLE, valign="top")
    return Composition(art, title, credit_at_foot(tone.light, anchor=MIDDLE))


def _cloud(dice: Random, colour: str) -> str:
    x, y, scale = dice.randint(20, 240), dice.randint(136, 214), dice.uniform(0.6, 1)
    place = f'transform="translate({x} {y}) scale({scale:.2f})"'
    return f'<path {place} d="{_CLOUD}" fill="{colour}"/>'


def _hill(dice: Random, base: int, colour: str) -> str:
    top, side = dice.randint(-46, 10), dice.randint(-30, 40)
    left = f"M-10 {base + side}C70 {base + top - 20} 120 {base + 30 + side}"
    right = f"190 {base + top * 0.4:.0f}S280 {base + side * 0.6 - 12:.0f} 310 {base}"
    return path(f"{left} {right}V460H-10Z", colour)


def _tree(dice: Random, base: int, tone: Palette) -> str:
    x, y, size = dice.randint(10, 290), base + 30 + dice.randint(0, 14), dice.randint(7, 13)
    trunk = rect(x - 1, y - 4, 2, 14, tone.dark)
    if dice.random() < 0.6:
        leaves = dice.choice([tone.deep, tone.accent, mix(tone.mid, tone.dark, 0.5)])
        return trunk + circle(x, y - size, size, leaves)
    needles = [(x - size, y), (x, y - size * 2.6), (x + size, y)]
    return trunk + polygon(needles, mix(tone.mid, tone.dark, 0.55))


def _house(x: int, base: int, tone: Palette) -> str:
    roof = [(x - 21, base - 8), (x, base - 30), (x + 21, base - 8)]
    walls = rect(x - 15, base - 10, 30, 26, tone.light)
    return walls + polygon(roof, tone.deep) + rect(x - 4, base + 2, 9, 14, tone.dark)
