"""Meetings of two, and flowers."""

from random import Random

from catalog.posters.colours import ink_on, mix
from catalog.posters.palettes import Palette
from catalog.posters.scene import (
    HEIGHT,
    MIDDLE,
    WIDTH,
    Composition,
    Scene,
    credit_at_foot,
    title_at_foot,
)
from catalog.posters.shapes import circle, defs, ellipse, path, rect, seen_through, window
from catalog.posters.silhouettes import person

_ARCH = "M66 306V132A84 84 0 0 1 234 132V306Z"
_ARCH_LEFT_HALF = "M66 306V132A84 84 0 0 1 150 48V306Z"


def meet(scene: Scene) -> Composition:
    """Two circles that overlap, or two people at a window."""
    dice, tone = scene.dice, scene.palette
    is_light = dice.random() < 0.5
    if dice.randint(0, 1) == 0:
        ground, ink = (tone.light, tone.dark) if is_light else (tone.deep, tone.light)
        art = _two_circles(dice, tone, ground, is_light=is_light)
    else:
        ground = tone.mid if is_light else tone.dark
        ink = ink_on(ground, tone.light, tone.dark)
        art = _two_at_a_window(dice, tone, ground, is_light=is_light)
    title = title_at_foot(322, ink, largest=54, anchor=MIDDLE)
    return Composition(art, title, credit_at_foot(ink, anchor=MIDDLE))


def _two_circles(dice: Random, tone: Palette, ground: str, *, is_light: bool) -> str:
    first, second, shared = (tone.accent, tone.mid, tone.light)
    if is_light:
        first, second, shared = (tone.mid, tone.accent, tone.dark)
    radius = dice.randint(82, 92)
    left, right = 106, 194
    left_y, right_y = 168 + dice.randint(-14, 14), 168 + dice.randint(-14, 14)
    art = rect(0, 0, WIDTH, HEIGHT, ground)
    art += defs(window("k", f'<circle cx="{left}" cy="{left_y}" r="{radius}"/>'))
    art += circle(left, left_y, radius, first) + circle(right, right_y, radius, second)
    art += seen_through("k", circle(right, right_y, radius, shared))
    for ring in range(1, 5):
        line = {"stroke": ground, "stroke_width": ".9", "opacity": ".55"}
        art += circle(left, left_y, radius - ring * 15, "none", **line)
        art += circle(right, right_y, radius - ring * 15, "none", **line)
    return art


def _two_at_a_window(dice: Random, tone: Palette, ground: str, *, is_light: bool) -> str:
    pane, moon, second = (tone.accent, tone.light, mix(tone.dark, tone.deep, 0.35))
    if is_light:
        pane, moon, second = (tone.light, tone.accent, tone.deep)
    art = rect(0, 0, WIDTH, HEIGHT, ground)
    art += path(_ARCH, pane) + path(_ARCH_LEFT_HALF, mix(pane, tone.mid, 0.28))
    art += circle(dice.choice([112, 190]), 128, 26, moon)
    art += person(128, 306, 118, tone.dark) + person(170, 306, 108, second)
    return art + rect(0, 304, WIDTH, 4, tone.dark)


def petals(scene: Scene) -> Composition:
    """A flower seen from above."""
    dice, tone = scene.dice, scene.palette
    is_light = dice.random() < 0.6
    ground, ink = (tone.light, tone.dark) if is_light else (tone.dark, tone.light)
    count, turned = dice.choice([7, 8, 9, 11]), dice.random() * 40
    inner = tone.deep if is_light else tone.light
    art = rect(0, 0, WIDTH, HEIGHT, ground)
    for ring, (distance, size, colour) in enumerate(
        ((62, 1, tone.mid), (44, 0.74, tone.accent), (26, 0.46, inner))
    ):
        rx, ry, opacity = round(34 * size), round(66 * size), 0.84 if ring < 2 else 0.95
        for petal in range(count):
            angle = turned + petal * 360 / count + ring * 180 / count
            turn = f"translate(150 160) rotate({angle:.1f})"
            art += ellipse(0, -distance, rx, ry, colour, opacity=opacity, transform=turn)
    art += circle(150, 160, 11, ground)
    unseen = "M150 172C150 250 146 280 138 320"  # invisible; keeps each poster's bytes
    art += path(unseen, "none", stroke=tone.deep, stroke_width=0)
    title = title_at_foot(318, ink, largest=52, anchor=MIDDLE)
    credit_ink = tone.deep if is_light else tone.accent
    return Composition(art, title, credit_at_foot(credit_ink, anchor=MIDDLE))
