"""Bars, tiles, bands and lines: only shapes, sometimes with a small figure."""

import math
from random import Random
from typing import NamedTuple

from catalog.posters.colours import ink_on, mix
from catalog.posters.scene import (
    HEIGHT,
    WIDTH,
    Composition,
    Scene,
    TitleBox,
    credit_at_foot,
    title_at_foot,
)
from catalog.posters.shapes import Point, circle, path, polygon, rect
from catalog.posters.silhouettes import person

_TILE = 65
_BAND = 30
_BLOCK = 36  # the shortest part of a route
_Heading = tuple[int, int]  # right and down, in blocks
_HEADINGS: list[_Heading] = [(0, 1), (1, 1), (-1, 1), (0, 1)]


def bass(scene: Scene) -> Composition:
    """Cut-paper bars that hang from the top, a figure below the longest."""
    dice, tone = scene.dice, scene.palette
    is_paper = dice.random() < 0.5
    if is_paper:
        ground, sheet, longest = tone.light, tone.accent, tone.deep
    else:
        ground = tone.accent if scene.era < 2 else tone.mid
        sheet, longest = tone.deep, tone.light
    ink = ink_on(ground, tone.dark if is_paper else tone.light, tone.dark, tone.light)
    art = rect(0, 0, WIDTH, HEIGHT, ground)
    art += polygon([(150 + dice.randint(-8, 8), 0), (300, 0), (300, 268), (140, 258)], sheet)
    x: float = 14 + dice.randint(0, 8)
    count = dice.choice([5, 6, 7])
    step, chosen = 272 / count, dice.randint(1, count - 2)
    for place in range(count):
        length = 130 + dice.randint(-60, 40) + (92 if place == chosen else 0)
        bar = _hanging_bar(dice, x, x + step - 9, length)
        art += polygon(bar, longest if place == chosen else tone.dark)
        x += step
    art += person(14 + step * (chosen + 0.4), 316, 46, ink)
    art += polygon([(0, 312), (300, 306), (300, 320), (0, 316)], ink)
    return Composition(art, title_at_foot(334, ink, largest=60), credit_at_foot(ink))


def _hanging_bar(dice: Random, left: float, right: float, length: int) -> list[Point]:
    lean, slant = dice.randint(-5, 5), dice.randint(-16, 16)
    foot = [(right + lean, length + slant), (left + lean * 1.4, length - slant)]
    return [(left, -2), (right, -2), *foot]


def tiles(scene: Scene) -> Composition:
    """A quilt of geometric tiles."""
    dice, tone = scene.dice, scene.palette
    colours = [tone.deep, tone.mid, tone.accent, tone.dark, tone.light]
    art = rect(0, 0, WIDTH, HEIGHT, tone.light)
    ground_before = ""
    for place in range(16):
        x, y = 20 + place % 4 * _TILE, 20 + place // 4 * _TILE
        ground, colour = dice.sample(colours, 2)
        if ground == ground_before:
            ground, colour = colour, ground
        ground_before = ground
        art += rect(x, y, _TILE + 0.3, _TILE + 0.3, ground) + _tile(dice, x, y, colour, ground)
    credit = credit_at_foot(ink_on(tone.light, tone.deep, tone.dark), margin=20)
    return Composition(art, TitleBox(20, 304, 260, 104, tone.dark, 60), credit)


def _tile(dice: Random, x: int, y: int, colour: str, ground: str) -> str:
    half = _TILE / 2
    middle_x, middle_y, end_x, end_y = x + half, y + half, x + _TILE, y + _TILE
    match dice.randint(0, 6):
        case 0 | 1 | 2:
            return _quarter_disc(dice, x, y, colour)
        case 3:
            eye = circle(middle_x, middle_y, _TILE * 0.36, colour)
            return eye + circle(middle_x, middle_y, _TILE * 0.14, ground)
        case 4:
            dome = f"a{half} {half} 0 0 1 {_TILE} 0Z"
            return path(f"M{x} {middle_y}{dome}", colour) + path(f"M{x} {end_y}{dome}", colour)
        case 5:
            return polygon([(x, end_y), (end_x, y), (end_x, end_y)], colour)
        case _:
            return circle(middle_x, middle_y, half, colour)


def _quarter_disc(dice: Random, x: int, y: int, colour: str) -> str:
    """A quarter disc around one of the tile's corners."""
    end_x, end_y = x + _TILE, y + _TILE
    corner_x, corner_y = dice.choice([(x, y), (end_x, y), (x, end_y), (end_x, end_y)])
    right, down = (1 if corner_x == x else -1), (1 if corner_y == y else -1)
    sweep = 1 if right == down else 0
    arc = f"A{_TILE} {_TILE} 0 0 {sweep} {corner_x} {corner_y + down * _TILE}Z"
    return path(f"M{corner_x} {corner_y}h{right * _TILE}{arc}", colour)


def bands(scene: Scene) -> Composition:
    """Four bands that bend across the sheet: off its edge, into an arch, or down a slide."""
    dice, tone = scene.dice, scene.palette
    ground, ink, ball = tone.dark, tone.light, tone.accent
    colours = [tone.deep, tone.mid, tone.accent, tone.light]
    if dice.random() < 0.6:
        ground, ink, ball = tone.light, tone.dark, tone.mid
        colours = [tone.dark, tone.deep, tone.mid, tone.accent]
    art = rect(0, 0, WIDTH, HEIGHT, ground)
    bent = dice.choice([_corner, _arch, _slide])
    for band, colour in enumerate(colours):
        line = bent(band * _BAND)
        art += path(line, "none", stroke=colour, stroke_width=_BAND - 4)
    title = title_at_foot(318, ink, largest=66, margin=20)
    if bent is _corner:
        art += circle(60, 86, 40, tone.accent)
    elif bent is _arch:
        art += circle(150, 176, 26, ball) + rect(0, 298, WIDTH, 152, ground)
    else:
        art += circle(232, 70, 36, tone.accent)
        art += rect(0, 312, WIDTH, 140, ground, opacity=".0")  # invisible; keeps the poster's bytes
        title = TitleBox(20, 326, 190, 86, ink, 58)
    return Composition(art, title, credit_at_foot(ink, margin=20))


def _corner(offset: int) -> str:
    bend = max(14, 108 - offset)
    return f"M-20 {292 - offset}H96A{bend} {bend} 0 0 0 {204 - offset} 184V-20"


def _arch(offset: int) -> str:
    radius = 128 - offset
    return f"M{150 - radius} 300V168A{radius} {radius} 0 0 1 {150 + radius} 168V300"


def _slide(offset: int) -> str:
    above = f"M-20 {60 + offset}H110A96 96 0 0 1 206 {156 + offset}"
    return f"{above}V{170 + offset}A96 96 0 0 0 302 {266 + offset}H330"


class _Peak(NamedTuple):
    x: float
    width: float
    height: float


def lines(scene: Scene) -> Composition:
    """Twenty lines of one signal; each covers a part of those behind it."""
    dice, tone = scene.dice, scene.palette
    is_light = dice.random() < 0.5
    ground, ink = (tone.light, tone.dark) if is_light else (tone.dark, tone.light)
    art = rect(0, 0, WIDTH, HEIGHT, ground)
    art += circle(dice.choice([96, 204, 150]), 112, 54, tone.accent)
    middle = dice.uniform(110, 190)
    peaks = [
        _Peak(middle + dice.uniform(-46, 46), dice.uniform(14, 30), dice.uniform(0.5, 1))
        for _ in range(4)
    ]
    for row in range(20):
        fill = ground if row > 3 else "none"
        art += path(_signal(dice, peaks, row), fill, stroke=ink, stroke_width=1.3)
    credit_ink = ink_on(ground, tone.deep if is_light else tone.accent, ink)
    return Composition(art, title_at_foot(322, ink, largest=48), credit_at_foot(credit_ink))


def _signal(dice: Random, peaks: list[_Peak], row: int) -> str:
    """One row of the signal: the peaks shift from row to row and flatten at both sides."""
    base, line = 98 + row * 10.6, ""
    for x in range(30, 271, 6):
        at_sides = math.exp(-(((x - 150) / 78) ** 4))
        height = sum(_height(peak, x, row) for peak in peaks) * 30
        height *= math.sin(math.pi * (row + 1) / 22)
        height = height * at_sides * dice.uniform(0.75, 1.15) + dice.uniform(0, 1.6)
        line += f"{'L' if line else 'M'}{x} {base - height:.1f}"
    return line


def _height(peak: _Peak, x: int, row: int) -> float:
    wander = math.sin(row * 0.9 + peak.x) * 12
    return peak.height * math.exp(-(((x - peak.x - wander) / peak.width) ** 2))


def routes(scene: Scene) -> Composition:
    """The lines of a town map, with their stops."""
    dice, tone = scene.dice, scene.palette
    is_light = dice.random() < 0.6
    ground, ink = (tone.light, tone.dark) if is_light else (tone.dark, tone.light)
    colours = [tone.mid, tone.light, tone.accent, mix(tone.mid, tone.light, 0.4)]
    if is_light:
        colours = [tone.mid, tone.deep, tone.accent, tone.dark]
    art = rect(0, 0, WIDTH, HEIGHT, ground)
    for route, colour in enumerate(colours):
        x = 42 + route * _BLOCK * 1.4
        stops = _stops(dice, x)
        line = f"M{x:.0f} -12" + "".join(f"L{x:.0f} {y:.0f}" for x, y in stops)
        ends = {"stroke_linejoin": "round", "stroke_linecap": "round"}
        art += path(line, "none", stroke=colour, stroke_width=11, **ends)
        for x, y in stops[:-1]:
            art += circle(x, y, 4, ground) if dice.random() < 0.6 else ""
        for x, y in stops[-1:]:
            art += circle(x, y, 12, colour) + circle(x, y, 6.5, ground)
    title = title_at_foot(318, ink, largest=64, margin=20)
    return Composition(art, title, credit_at_foot(ink, margin=20))


def _stops(dice: Random, x: float) -> list[Point]:
    """The stops from (x, -12) downwards to the title; the route turns back at the sides."""
    stops: list[Point] = []
    y: float = -12
    heading: _Heading = (0, 1)
    for _ in range(7):
        length = _BLOCK * dice.randint(1, 2)
        if not 24 < x + heading[0] * length < 276:
            heading = (-heading[0], 1)
        x, y = x + heading[0] * length, y + heading[1] * length
        if y > 286:
            break
        stops.append((x, y))
        heading = dice.choice(_HEADINGS)
    return stops
