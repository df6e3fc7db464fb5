"""Indoors: stairs, doors, corridors, windows."""

from catalog.posters.colours import darker, mix
from catalog.posters.palettes import Palette
from catalog.posters.scene import (
    HEIGHT,
    LEFT,
    MIDDLE,
    WIDTH,
    Composition,
    Credit,
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
    group,
    path,
    polygon,
    rect,
    seen_through,
    window,
)
from catalog.posters.silhouettes import person, stranger_in_hat

_STEPS, _TREAD, _RISER = 9, 30, 27


def stairs(scene: Scene) -> Composition:
    """A stairway with one figure and its shadow, rising to either side."""
    dice, tone = scene.dice, scene.palette
    is_mirrored = dice.random() < 0.5
    flight = _flight_of_stairs(tone)
    art = rect(0, 0, WIDTH, HEIGHT, tone.dark)
    art += group("translate(300 0) scale(-1 1)", flight) if is_mirrored else flight
    art += rect(0, 318, WIDTH, 140, tone.dark)
    credit = credit_at_foot(credit_ink_on_dark(tone))
    return Composition(art, title_at_foot(336, tone.light, largest=64), credit)


def _flight_of_stairs(tone: Palette) -> str:
    art = polygon([(0, 0), (300, 0), (300, 96), (0, 356)], tone.deep)
    art += circle(226, 74, 34, tone.accent)
    for step in range(_STEPS):
        x, y = step * _TREAD + 14, 330 - step * _RISER
        art += rect(x, y, 300, _RISER + 0.5, mix(tone.dark, tone.mid, 0.25 + step * 0.07))
        art += rect(x, y, 300, 4, mix(tone.mid, tone.accent, 0.5))
        shadow = [(x, y), (x + _TREAD, y), (x + _TREAD - 40, y + 150), (x - 40, y + 150)]
        art += polygon(shadow, tone.dark, opacity=".10")
    x, y = 4 * _TREAD + 30, 330 - 4 * _RISER
    art += person(x, y, 78, darker(tone.dark, 0.35))
    long_shadow = [(x - 8, y), (x + 8, y), (x - 80, 340), (x - 126, 340)]
    return art + polygon(long_shadow, tone.dark, opacity=".55")


def door(scene: Scene) -> Composition:
    """A figure in a lit doorway, the title beside it."""
    dice, tone = scene.dice, scene.palette
    is_left = dice.random() < 0.5
    x = 52 if is_left else 190
    beam = gradient("b", Stop(0, tone.accent, 0.9), Stop(1, tone.accent, 0.06))
    art = defs(beam) + rect(0, 0, WIDTH, HEIGHT, tone.deep) + rect(0, 0, WIDTH, 268, tone.dark)
    art += rect(x, 96, 58, 172, mix(tone.accent, tone.light, 0.3))
    art += polygon(_cast_light(x, is_left=is_left), "url(#b)")
    hinge, edge = (x + 58, x + 84) if is_left else (x, x - 26)
    art += polygon([(hinge, 96), (edge, 86), (edge, 282), (hinge, 268)], tone.mid)
    feet = x + 29
    art += person(feet, 270, 122, darker(tone.dark, 0.4))
    near, far = (feet + 70, feet + 20) if is_left else (feet - 52, feet - 100)
    shadow = [(feet - 10, 270), (feet + 10, 270), (near, 452), (far, 452)]
    art += polygon(shadow, tone.dark, opacity=".8")
    words_x = 150 if is_left else 22
    title = TitleBox(words_x, 44, 130, 190, tone.light, 46, valign="top")
    return Composition(art, title, Credit(words_x, None, credit_ink_on_dark(tone), LEFT))


def _cast_light(x: int, *, is_left: bool) -> list[Point]:
    right, left = (x + 178, x - 10) if is_left else (x + 68, x - 150)
    return [(x, 268), (x + 58, 268), (right, 452), (left, 452)]


def corridor(scene: Scene) -> Composition:
    """Frames within frames, with a figure at the end."""
    dice, tone = scene.dice, scene.palette
    x, y = 150 + dice.randint(-16, 16), 176
    art = rect(0, 0, WIDTH, HEIGHT, tone.dark)
    frame = _hexagonal_frame if dice.random() < 0.45 else _square_frame
    for place in range(10):
        depth = place / 10
        nearness = 1 - depth**0.62
        colour = mix(tone.deep, tone.accent, depth**1.6)
        if place % 2:
            colour = mix(tone.dark, tone.mid, depth)
        art += frame((x, y), 176 * nearness + 15, 214 * nearness + 24, colour)
    art += rect(x - 15, y - 24, 30, 48, tone.light) + person(x, y + 26, 30, tone.dark)
    beam = [(x - 15, y + 24), (x + 15, y + 24), (x + 84, 452), (x - 84, 452)]
    art += polygon(beam, tone.light, opacity=".16")
    art += fade_to_dark(tone, 266, full=0.6, opacity=0.96)
    title = title_at_foot(338, tone.light, largest=64, anchor=MIDDLE)
    return Composition(art, title, credit_at_foot(credit_ink_on_dark(tone), anchor=MIDDLE))


def _square_frame(centre: Point, half_width: float, half_height: float, colour: str) -> str:
    x, y = centre
    return rect(x - half_width, y - half_height, half_width * 2, half_height * 2, colour)


def _hexagonal_frame(centre: Point, half_width: float, half_height: float, colour: str) -> str:
    """A frame with two cut corners above; the two below are outside the picture."""
    x, y = centre
    left, right, top = x - half_width, x + half_width, y - half_height
    shoulder, ceiling = y - half_height * 0.5, half_width * 0.55
    above = [(left, shoulder), (x - ceiling, top), (x + ceiling, top), (right, shoulder)]
    return polygon([*above, (right, y + half_height), (left, y + half_height)], colour)


def blinds(scene: Scene) -> Composition:
    """A figure in a hat before window blinds."""
    dice, tone = scene.dice, scene.palette
    pane = window("k", '<path d="M52 62L262 40L262 300L52 308Z"/>')
    art = defs(glow("w", tone.light, 0.9), pane) + rect(0, 0, WIDTH, HEIGHT, tone.dark)
    art += rect(0, 0, WIDTH, HEIGHT, tone.deep, opacity=".55")
    view = rect(0, 0, WIDTH, HEIGHT, mix(tone.accent, tone.light, 0.35))
    for slat in range(17):
        y = slat * 16.5
        view += path(f"M40 {58 + y}L270 {36 + y}v7.5L40 {65.5 + y}Z", tone.dark)
    art += seen_through("k", view + rect(150, 0, 5, 330, tone.dark))
    art += stranger_in_hat(dice.choice([112, 128, 176]), 214, 1.16, darker(tone.dark, 0.35))
    art += fade_to_dark(tone, 250, full=0.55)
    credit = credit_at_foot(credit_ink_on_dark(tone))
    return Composition(art, title_at_foot(330, tone.light, largest=62), credit)
