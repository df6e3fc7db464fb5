"""A road to the horizon, by day or by night."""

import math
from random import Random

from catalog.posters.colours import darker, mix
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
    fade_to_dark,
    title_at_foot,
)
from catalog.posters.shapes import (
    Point,
    Stop,
    circle,
    defs,
    glow,
    gradient,
    path,
    polygon,
    rect,
    seen_through,
    window,
)


def road(scene: Scene) -> Composition:
    """A straight road at sunset, or a winding road at night with one car."""
    dice, tone = scene.dice, scene.palette
    is_night = dice.random() < 0.5
    vanishing_x = dice.choice([108, 150, 196])
    bend = dice.choice([-1, 1])
    horizon = 196 if is_night else 226
    art = _skies(tone, horizon)
    art += rect(0, 0, WIDTH, horizon, "url(#nt)" if is_night else "url(#s)")
    if is_night:
        art += _stars_and_moon(dice, tone, moon_x=300 - vanishing_x, horizon=horizon)
    else:
        art += _setting_sun(tone, vanishing_x, horizon)
    art += polygon(_far_hills(dice, horizon, highest=34 if is_night else 16), tone.deep)
    art += rect(0, horizon, WIDTH, 254, tone.dark)
    if is_night:
        art += _winding_road(tone, bend, horizon) + fade_to_dark(tone, 270, full=0.5)
        credit = credit_at_foot(credit_ink_on_dark(tone))
        return Composition(art, title_at_foot(330, tone.light, largest=72), credit)
    art += _straight_road(tone, vanishing_x, horizon)
    title = TitleBox(20, 26, 260, 116, tone.light, 74, MIDDLE, valign="top", justified=True)
    return Composition(art, title, credit_at_foot(tone.light, anchor=MIDDLE))


def _skies(tone: Palette, horizon: int) -> str:
    night, glimmer = darker(tone.dark, 0.3), mix(tone.deep, tone.mid, 0.35)
    return defs(
        gradient("s", Stop(0, tone.deep), Stop(0.6, tone.mid), Stop(1, tone.accent)),
        gradient("nt", Stop(0, night), Stop(1, glimmer)),
        glow("h", tone.light, 0.95),
        window("k", f'<path d="M0 0H300V{horizon}H0Z"/>'),
    )


def _stars_and_moon(dice: Random, tone: Palette, *, moon_x: int, horizon: int) -> str:
    """Stars and the moon, part of which a disc in the sky's colour covers."""
    stars = "".join(_star(dice, horizon, tone.light) for _ in range(40))
    moon = circle(moon_x + dice.randint(-20, 20), 74, 24, tone.light)
    return (
        stars + moon + circle(moon_x + dice.randint(4, 12), 68, 21, mix(tone.dark, tone.deep, 0.3))
    )


def _star(dice: Random, horizon: int, colour: str) -> str:
    x, y = dice.uniform(0, WIDTH), dice.uniform(0, horizon - 20)
    radius = dice.choice([0.5, 0.6, 1])
    return circle(x, y, radius, colour, opacity=f"{dice.uniform(0.3, 0.9):.2f}")


def _setting_sun(tone: Palette, x: int, horizon: int) -> str:
    haze = mix(tone.mid, tone.accent, 0.7)
    sun = circle(x, horizon - 14, 58, tone.light)
    bars = (rect(0, horizon - 44 + row * 9, WIDTH, 1 + row * 0.9, haze) for row in range(5))
    return seen_through("k", sun + "".join(bars))


def _far_hills(dice: Random, horizon: int, *, highest: int) -> list[Point]:
    points: list[Point] = [(0, horizon)]
    x = 0
    while x < WIDTH:
        points.append((x, horizon - dice.randint(2, highest)))
        x += dice.randint(16, 40)
    return [*points, (WIDTH, horizon)]


def _straight_road(tone: Palette, x: int, horizon: int) -> str:
    edges = [(x - 3, horizon), (x + 3, horizon), (WIDTH + 40, HEIGHT), (-40, HEIGHT)]
    art = polygon(edges, mix(tone.dark, tone.deep, 0.6))
    for dash in range(7):
        far, near = (dash / 7) ** 2.1, ((dash + 0.5) / 7) ** 2.1
        art += polygon([*_across(far, -1, x, horizon), *_across(near, 1, x, horizon)], tone.accent)
    return art


def _across(nearness: float, direction: int, x: int, horizon: int) -> list[Point]:
    """The two ends of a dash's edge; nearness: 0 at the horizon, 1 at the foot."""
    middle, half = x + (150 - x) * nearness, 0.6 + 7 * nearness
    y = horizon + 224 * nearness
    return [(middle + direction * half, y), (middle - direction * half, y)]


def _winding_road(tone: Palette, bend: int, horizon: int) -> str:
    left: list[Point] = []
    right: list[Point] = []
    for step in range(31):
        x, y = _on_winding_road(step / 30, bend, horizon)
        half = 2 + 112 * (step / 30) ** 1.9
        left.append((x - half, y))
        right.append((x + half, y))
    x, y = _on_winding_road(0.62, bend, horizon)
    beam = [(x - 16, y - 3), (x + 16, y - 3), (x + 96, y + 92), (x - 96, y + 92)]
    art = polygon(left + right[::-1], mix(tone.dark, tone.mid, 0.42))
    return art + polygon(beam, tone.light, opacity=".13") + _car(tone, x, y)


def _on_winding_road(nearness: float, bend: int, horizon: int) -> Point:
    sway = 62 * math.sin(nearness * 3.6) * (1 - nearness) + 36 * (1 - nearness)
    return 150 + bend * sway, horizon + 140 * nearness**1.7


def _car(tone: Palette, x: float, y: float) -> str:
    """A car from the front, with its headlights on."""
    art = ""
    for lamp in (x - 10, x + 10):
        art += circle(lamp, y - 4, 22, "url(#h)") + circle(lamp, y - 4, 4.2, tone.light)
    roof = f"V{y - 9}L{x - 11} {y - 19}H{x + 11}L{x + 17} {y - 9}V{y + 1}Z"
    art += path(f"M{x - 17} {y + 1}{roof}", darker(tone.dark, 0.5))
    art += circle(x - 11, y - 4, 3.8, tone.light) + circle(x + 11, y - 4, 3.8, tone.light)
    return art + rect(x - 8, y - 16, 16, 5.5, mix(tone.mid, tone.accent, 0.4))
