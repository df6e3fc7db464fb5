"""Streets and houses at night."""

from random import Random
from typing import NamedTuple

from catalog.posters.colours import darker, mix
from catalog.posters.palettes import Palette
from catalog.posters.scene import (
    HEIGHT,
    LEFT,
    RIGHT,
    WIDTH,
    Composition,
    Scene,
    credit_at_foot,
    credit_ink_on_dark,
    fade_to_dark,
    title_at_foot,
)
from catalog.posters.shapes import (
    Stop,
    circle,
    defs,
    ellipse,
    glow,
    gradient,
    path,
    polygon,
    rect,
)
from catalog.posters.silhouettes import person


class _Skyline(NamedTuple):
    """One row of towers.

    lowered: how much lower it stays below the moon than the rearmost row.

    lit: the share of lit windows; 0 where the row is too far away for windows.
    """

    colour: str
    lowest: int
    highest: int
    lowered: int
    lit: float


def city(scene: Scene) -> Composition:
    """A skyline with lit windows and the moon, at the water."""
    dice, tone = scene.dice, scene.palette
    sky = gradient("s", Stop(0, tone.dark), Stop(0.75, tone.mid), Stop(1, tone.accent))
    art = defs(sky) + rect(0, 0, WIDTH, 322, "url(#s)")
    moon = dice.choice([86, 206])
    art += circle(moon, 176, 62, tone.accent) + circle(moon, 176, 62, tone.light, opacity=".25")
    for skyline in (
        _Skyline(mix(tone.mid, tone.deep, 0.5), 70, 150, 0, 0),
        _Skyline(tone.deep, 60, 190, 7, 0.20),
        _Skyline(tone.dark, 30, 130, 14, 0.13),
    ):
        art += _towers(scene, skyline, moon)
    art += rect(0, 318, WIDTH, 132, tone.dark)
    for row in range(6):
        left, width = moon - 52 + dice.randint(-8, 8) + row * 2, 104 - row * 7
        width += dice.randint(-10, 10)
        opacity = f"{0.75 - row * 0.07:.2f}"
        art += rect(left, 326 + row * 5.2, width, 1.8, tone.accent, opacity=opacity)
    credit = credit_at_foot(credit_ink_on_dark(tone), y=432)
    return Composition(art, title_at_foot(352, tone.light, largest=66), credit)


def _towers(scene: Scene, skyline: _Skyline, moon: int) -> str:
    dice, art = scene.dice, ""
    x = -dice.randint(0, 20)
    while x < WIDTH:
        width, height = dice.randint(20, 42), dice.randint(skyline.lowest, skyline.highest)
        if abs(x + width / 2 - moon) < 46:
            height = min(height, dice.randint(66, 98) - skyline.lowered)
        top = 320 - height
        art += rect(x, top, width + 0.6, height, skyline.colour)
        if dice.random() < 0.25:
            art += rect(x + width / 2 - 1, top - 18, 2, 18, skyline.colour)
        if skyline.lit:
            art += _lit_windows(scene, skyline.lit, x, top, width)
        x += width
    return art


def _lit_windows(scene: Scene, lit: float, x: int, top: int, width: int) -> str:
    dice, tone, art = scene.dice, scene.palette, ""
    for y in range(top + 9, 306, 11):
        for left in range(5, width - 5, 8):
            if dice.random() < lit:
                colour = tone.accent if dice.random() < 0.8 else tone.light
                art += rect(x + left, y, 3.6, 5, colour)
    return art


def facade(scene: Scene) -> Composition:
    """A house front with fifteen windows; in one of them a figure stands before the light."""
    dice, tone = scene.dice, scene.palette
    art = rect(0, 0, WIDTH, HEIGHT, mix(tone.dark, tone.deep, 0.35))
    watched, lit = dice.randint(0, 14), dice.sample(range(15), 4)
    for place in range(15):
        x, y = 24 + (place % 3) * 88, 22 + (place // 3) * 61
        pane = mix(tone.mid, tone.accent, 0.3) if place in lit else mix(tone.dark, tone.deep, 0.75)
        art += rect(x - 3, y + 46, 82, 4, darker(tone.dark, 0.35))
        art += rect(x, y, 76, 46, tone.accent if place == watched else pane)
        if place == watched:
            art += _watcher(tone, x, y)
        elif dice.random() < 0.5:
            art += _half_drawn_blind(dice, tone, x, y)
        if dice.random() < 0.5:
            art += rect(x + 37, y, 2.4, 46, mix(tone.dark, tone.deep, 0.25))
        if dice.random() < 0.3:
            art += rect(x, y, 18, 46, mix(tone.dark, tone.deep, 0.45))
    art += fade_to_dark(tone, 220, full=0.5, opacity=0.96)
    title = title_at_foot(322, tone.light, largest=66)
    return Composition(art, title, credit_at_foot(credit_ink_on_dark(tone)))


def _watcher(tone: Palette, x: int, y: int) -> str:
    """The figure at the window; the sill and the wall below hide the feet."""
    sill = rect(x, y + 46, 76, 4, darker(tone.dark, 0.35))
    wall = rect(x - 4, y + 50, 84, 10, mix(tone.dark, tone.deep, 0.35))
    return person(x + 30, y + 58, 50, tone.dark) + sill + wall


def _half_drawn_blind(dice: Random, tone: Palette, x: int, y: int) -> str:
    slat = mix(tone.dark, tone.deep, 0.2)
    return "".join(rect(x, y + row * 4.6, 76, 1.6, slat) for row in range(dice.randint(3, 8)))


def lamp(scene: Scene) -> Composition:
    """A figure in a hat under a street lamp, in the rain."""
    dice, tone = scene.dice, scene.palette
    is_left = dice.random() < 0.5
    post, side, anchor = (96, 1, LEFT) if is_left else (204, -1, RIGHT)
    head, black = post + side * 34, darker(tone.dark, 0.4)
    night = gradient("s", Stop(0, tone.dark), Stop(1, mix(tone.deep, tone.mid, 0.45)))
    bulb = mix(tone.accent, tone.light, 0.4)
    beam = gradient("b", Stop(0, bulb, 0.95), Stop(1, tone.accent, 0.18))
    art = defs(night, beam, glow("h", tone.accent, 0.75)) + rect(0, 0, WIDTH, 316, "url(#s)")
    art += _house_across(dice, tone, is_left=not is_left)
    art += rect(0, 312, WIDTH, 140, tone.dark)
    art += ellipse(head, 322, 112, 17, tone.accent, opacity=".55")
    art += circle(head, 74, 74, "url(#h)")
    cone = [(head - 12, 78), (head + 12, 78), (head + 98, 322), (head - 98, 322)]
    art += polygon(cone, "url(#b)", opacity=".62")
    art += _lamp_post(post, head, black) + rect(head - 10, 78, 20, 4, tone.light)
    art += _stranger(post + side * 44, black)
    art += "".join(_raindrop(dice, tone.light) for _ in range(46))
    title = title_at_foot(346, tone.light, largest=62, anchor=anchor)
    return Composition(art, title, credit_at_foot(credit_ink_on_dark(tone), anchor=anchor))


def _house_across(dice: Random, tone: Palette, *, is_left: bool) -> str:
    wall, eaves, pane = (0, 62, 18) if is_left else (300, 238, 258)
    front = [(wall, 60), (eaves, 84), (eaves, 316), (wall, 316)]
    art = polygon(front, mix(tone.dark, tone.deep, 0.5))
    for floor in range(3):
        is_lit = floor == dice.randint(0, 2)
        colour = tone.accent if is_lit else mix(tone.dark, tone.deep, 0.85)
        art += rect(pane, 118 + floor * 58, 24, 32, colour)
    return art


def _lamp_post(post: int, head: int, colour: str) -> str:
    arm = f"M{post} 64C{post} 44 {head} 44 {head} 66"
    shade = [(head - 15, 78), (head - 8, 66), (head + 8, 66), (head + 15, 78)]
    art = rect(post - 3, 60, 6, 262, colour)
    art += path(arm, "none", stroke=colour, stroke_width=5)
    return art + polygon(shade, colour)


def _stranger(x: int, colour: str) -> str:
    crown = f"{x + 9} 226 {x + 8} 226 {x + 7} 224C{x + 6} 217 {x - 6} 217 {x - 7} 224"
    brim = f"M{x - 15} 228.500C{x - 8} 231 {x + 8} 231 {x + 15} 228"
    hat = f"{brim}C{crown}C{x - 8} 226 {x - 9} 226 {x - 15} 228.500Z"
    return person(x, 322, 104, colour) + path(hat, colour)


def _raindrop(dice: Random, colour: str) -> str:
    x, y = dice.uniform(0, WIDTH), dice.uniform(0, 300)
    line = f'stroke="{colour}" stroke-width=".7" opacity="{dice.uniform(0.12, 0.4):.2f}"'
    return f'<path d="M{x:.0f} {y:.0f}l-4 17" {line}/>'
