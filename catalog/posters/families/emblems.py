"""One strong symbol in the middle: a whirl, an eye, a sun."""

import math
from random import Random

from catalog.posters.colours import darker, ink_on
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
from catalog.posters.shapes import (
    Point,
    circle,
    defs,
    ellipse,
    group,
    path,
    polygon,
    rect,
    seen_through,
    window,
)
from catalog.posters.silhouettes import person

_WHIRL_Y = 164
_EYE_Y = 172
_LIDS = "M18 172C70 80 230 80 282 172C230 256 70 256 18 172Z"
_LID_SHADOW = "M18 172C70 80 230 80 282 172C230 110 70 110 18 172Z"
_BROW_BELOW = "M26 224C80 290 220 290 274 224"


def vertigo(scene: Scene) -> Composition:
    """A whirl of one of three kinds, with a falling figure."""
    dice, tone = scene.dice, scene.palette
    on_mid = dice.random() < 0.6
    ground, line = (tone.mid, tone.light) if on_mid else (tone.dark, tone.accent)
    ink = ink_on(ground, tone.dark if on_mid else tone.light, tone.light, tone.dark)
    art = rect(0, 0, WIDTH, HEIGHT, ground)
    whirl = dice.choice([_ellipses, _drifting_circles, _spiral_arms])
    art += whirl(dice, line, ground)
    angle = dice.choice([-28, 22, 158])
    art += group(f"rotate({angle} 150 {_WHIRL_Y})", person(150, _WHIRL_Y + 26, 52, ink))
    title = title_at_foot(316, ink, largest=74, anchor=MIDDLE)
    credit_ink = ink if on_mid else ink_on(ground, tone.accent, tone.light)
    return Composition(art, title, credit_at_foot(credit_ink, anchor=MIDDLE))


def _ellipses(dice: Random, line: str, ground: str) -> str:
    """Ellipses, rotated about one centre."""
    count, height = dice.choice([14, 18, 22]), dice.choice([34, 46, 58])
    art = ""
    for place in range(count):
        turn = f"rotate({place * 180 / count:.1f} 150 {_WHIRL_Y})"
        stroke = {"stroke": line, "stroke_width": 1.1}
        art += ellipse(150, _WHIRL_Y, 124, height, "none", **stroke, transform=turn)
    return art + circle(150, _WHIRL_Y, height - 6, ground)


def _drifting_circles(_dice: Random, line: str, _ground: str) -> str:
    art = ""
    for place in range(13):
        drift, turn = 2.4 * place, place * 0.55
        x, y = 150 + drift * math.cos(turn), _WHIRL_Y + drift * math.sin(turn)
        stroke_width = f"{4.6 - place * 0.22:.1f}"
        art += circle(x, y, 128 - place * 9.2, "none", stroke=line, stroke_width=stroke_width)
    return art


def _spiral_arms(_dice: Random, line: str, ground: str) -> str:
    arms = "".join(polygon(_spiral_arm(arm * math.tau / 6), line) for arm in range(6))
    return arms + circle(150, _WHIRL_Y, 30, ground)


def _spiral_arm(start: float) -> list[Point]:
    """An arm that runs out along one side and back along the other; it widens outwards."""
    out: list[Point] = []
    back: list[Point] = []
    for step in range(41):
        share = step / 40
        radius, turn, width = 8 + 128 * share**1.1, start + step * 0.17, 0.02 + 0.30 * share
        out.append(_on_circle(radius, turn))
        back.append(_on_circle(radius, turn + width))
    return out + back[::-1]


def _on_circle(radius: float, turn: float) -> Point:
    return 150 + radius * math.cos(turn), _WHIRL_Y + radius * math.sin(turn)


def eye(scene: Scene) -> Composition:
    """A wide eye with a figure in its pupil."""
    dice, tone = scene.dice, scene.palette
    is_light = dice.random() < 0.4
    ground, ink = (tone.accent, tone.dark) if is_light else (tone.dark, tone.light)
    line = ink if is_light else tone.mid
    art = rect(0, 0, WIDTH, HEIGHT, ground) + "".join(_lash(lash, line) for lash in range(15))
    art += defs(window("k", f'<path d="{_LIDS}"/>')) + path(_LIDS, tone.light)
    art += seen_through("k", _iris(dice, tone, is_light=is_light))
    art += path(_BROW_BELOW, "none", stroke=line, stroke_width=2.4)
    title = title_at_foot(318, ink, largest=64, anchor=MIDDLE)
    credit_ink = ink if is_light else ink_on(ground, tone.accent, ink)
    return Composition(art, title, credit_at_foot(credit_ink, anchor=MIDDLE))


def _lash(place: int, colour: str) -> str:
    """An eyelash; every other one is long and thick."""
    turn = math.radians(200 + place * 10)
    is_long = place % 2
    reach, rise, width = (176, 168, 4) if is_long else (158, 152, 2.4)
    cos, sin = math.cos(turn), math.sin(turn)
    root = f'x1="{150 + 128 * cos:.0f}" y1="{_EYE_Y + 40 + 120 * sin:.0f}"'
    tip = f'x2="{150 + reach * cos:.0f}" y2="{_EYE_Y + 40 + rise * sin:.0f}"'
    return f'<line {root} {tip} stroke="{colour}" stroke-width="{width}"/>'


def _iris(dice: Random, tone: Palette, *, is_light: bool) -> str:
    y = _EYE_Y - 4
    fibre, figure = (tone.mid, tone.light) if is_light else (tone.accent, tone.accent)
    art = circle(150, y, 66, tone.deep)
    art += "".join(_fibre(dice, place * math.pi / 18, fibre) for place in range(36))
    art += circle(150, y, 29, darker(tone.dark, 0.4)) + person(150, _EYE_Y + 20, 44, figure)
    return art + path(_LID_SHADOW, tone.dark, opacity=".55")


def _fibre(dice: Random, turn: float, colour: str) -> str:
    inner, outer = 30 + dice.randint(-3, 3), 62 - dice.randint(0, 14)
    y, cos, sin = _EYE_Y - 4, math.cos(turn), math.sin(turn)
    root = f'x1="{150 + inner * cos:.1f}" y1="{y + inner * sin:.1f}"'
    tip = f'x2="{150 + outer * cos:.1f}" y2="{y + outer * sin:.1f}"'
    return f'<line {root} {tip} stroke="{colour}" stroke-width="2"/>'


def rays(scene: Scene) -> Composition:
    """Rays from behind a figure that stands before the sun."""
    dice, tone = scene.dice, scene.palette
    x, y = 150 + dice.randint(-30, 30), 206
    pairs = [(tone.mid, tone.accent), (tone.deep, tone.mid), (tone.accent, tone.light)]
    sky, ray = dice.choice(pairs)
    art = rect(0, 0, WIDTH, HEIGHT, sky) + _sunburst(x, y, ray, offset=dice.random())
    art += circle(x, y, 74, tone.dark if sky == tone.deep else tone.deep)
    art += circle(x, y, 62, tone.accent if sky == tone.accent else tone.light)
    art += person(x, 261 - x * 0.04, 112, tone.dark) + path("M0 262L300 250V450H0Z", tone.dark)
    edge = tone.light if sky == tone.mid else tone.accent
    art += path("M0 262L300 250V256L0 270Z", edge)
    title = TitleBox(22, 290, 256, 122, tone.light, 70, MIDDLE, justified=True)
    return Composition(art, title, credit_at_foot(credit_ink_on_dark(tone), anchor=MIDDLE))


def _sunburst(x: int, y: int, colour: str, *, offset: float) -> str:
    art = ""
    for ray in range(18):
        corners: list[Point] = [(x, y)]
        for edge in (ray + offset, ray + offset + 0.5):
            turn = edge * math.tau / 18
            corners.append((x + 460 * math.cos(turn), y + 460 * math.sin(turn)))
        art += polygon(corners, colour)
    return art
