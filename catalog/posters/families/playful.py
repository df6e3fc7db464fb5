"""Balls, fans, piano keys, and the words alone."""

from random import Random
from typing import NamedTuple

from catalog.posters.colours import ink_on, mix
from catalog.posters.palettes import Palette
from catalog.posters.scene import (
    HEIGHT,
    MIDDLE,
    RIGHT,
    WIDTH,
    Composition,
    Credit,
    Scene,
    TitleBox,
    credit_at_foot,
    credit_ink_on_dark,
    title_at_foot,
)
from catalog.posters.shapes import circle, group, path, polygon, rect

_STAR = [
    (150, 196), (155, 212), (171, 212), (158, 222), (163, 238),
    (150, 228), (137, 238), (142, 222), (129, 212), (145, 212),
]  # fmt: skip
_LONG_WORD = 8
_CURTAIN = "M-5 452V250A155 92 0 0 1 305 250V452Z"
_OUTER_LINE = "M8 452V256A142 82 0 0 1 292 256V452"
_INNER_LINE = "M14 452V258A136 77 0 0 1 286 258V452"


class _Ball(NamedTuple):
    x: float
    y: float
    radius: int


def balloons(scene: Scene) -> Composition:
    """Balls of all sizes, some with faces."""
    dice, tone = scene.dice, scene.palette
    ground = dice.choice([tone.accent, tone.mid, tone.light])
    art = rect(0, 0, WIDTH, HEIGHT, ground)
    order = (tone.deep, tone.mid, tone.accent, tone.light, tone.dark)
    colours = [colour for colour in order if colour != ground]
    for place, ball in enumerate(_balls(dice)):
        colour, other = (colours[(place + step) % len(colours)] for step in (0, 1))
        art += circle(*ball, colour)
        face = tone.light if colour != tone.light else tone.dark
        match dice.randint(0, 4):
            case 0:
                art += circle(ball.x, ball.y, ball.radius * 0.55, other)
            case 1:
                art += _lower_half(ball, other)
            case 2:
                art += _shine(ball, tone.light)
            case 3:
                art += _face(ball, face)
    title = title_at_foot(316, tone.dark, largest=60, anchor=MIDDLE, margin=20)
    return Composition(art, title, credit_at_foot(tone.dark, anchor=MIDDLE))


def _balls(dice: Random) -> list[_Ball]:
    """Up to 400 balls, as many as fit above the title."""
    placed: list[_Ball] = []
    for _ in range(400):
        radius = dice.choice([16, 22, 30, 40, 52])
        ball = _Ball(dice.uniform(24, 276), dice.uniform(28, 286), radius)
        if _is_inside(ball) and not any(_touch(ball, other) for other in placed):
            placed.append(ball)
    return placed


def _is_inside(ball: _Ball) -> bool:
    x, y, radius = ball
    return radius + 14 < x < WIDTH - radius - 14 and radius + 16 < y < 300 - radius


def _touch(ball: _Ball, other: _Ball) -> bool:
    apart = ball.radius + other.radius + 5
    return (ball.x - other.x) ** 2 + (ball.y - other.y) ** 2 <= apart**2


def _lower_half(ball: _Ball, colour: str) -> str:
    x, y, radius = ball
    return path(f"M{x - radius:.1f} {y:.1f}a{radius} {radius} 0 0 0 {2 * radius} 0Z", colour)


def _shine(ball: _Ball, colour: str) -> str:
    x, y, radius = ball
    return circle(x + radius * 0.3, y - radius * 0.3, radius * 0.26, colour)


def _face(ball: _Ball, colour: str) -> str:
    x, y, radius = ball
    eyes = (x - radius * 0.3, x + radius * 0.3)
    art = "".join(circle(eye, y - radius * 0.1, radius * 0.13, colour) for eye in eyes)
    arc = f"a{radius * 0.4:.1f} {radius * 0.36:.1f} 0 0 0 {radius * 0.8:.1f} 0"
    smile = f"M{x - radius * 0.4:.1f} {y + radius * 0.25:.1f}{arc}"
    line = {"stroke": colour, "stroke_width": f"{radius * 0.1:.1f}", "stroke_linecap": "round"}
    return art + path(smile, "none", **line)


def fan(scene: Scene) -> Composition:
    """Fans in rows, a star, and a curtain for the title."""
    tone = scene.palette
    art = rect(0, 0, WIDTH, HEIGHT, tone.dark)
    for row in range(7):
        for column in range(-1, 7):
            x = column * 50 + (25 if row % 2 else 0)
            rim = (tone.mid, tone.deep, tone.accent)[(column + row) % 3]
            rim = rim if (column * 3 + row) % 4 else tone.deep
            art += _one_fan(tone, x, 43 + row * 25, rim)
    art += path(_CURTAIN, tone.dark)
    art += path(_OUTER_LINE, "none", stroke=tone.accent, stroke_width="1.6")
    art += path(_INNER_LINE, "none", stroke=tone.accent, stroke_width=".7")
    art += polygon(_STAR, tone.accent)
    title = TitleBox(30, 256, 240, 148, tone.light, 50, MIDDLE, valign="middle")
    return Composition(art, title, credit_at_foot(credit_ink_on_dark(tone), anchor=MIDDLE))


def _one_fan(tone: Palette, x: float, y: float, rim: str) -> str:
    rings = (
        (25, rim),
        (21.5, tone.dark),
        (19, tone.accent),
        (15.5, tone.dark),
        (13, mix(tone.deep, tone.mid, 0.5)),
        (7, tone.accent),
    )
    return "".join(circle(x, y, radius, colour) for radius, colour in rings)


def keys(scene: Scene) -> Composition:
    """Tilted piano keys before a disc."""
    tone = scene.palette
    keyboard = ""
    for key in range(-3, 15):
        x = -10 + key * 26
        keyboard += rect(x, 110, 24.6, 150, tone.light)
        keyboard += rect(x + 17, 110, 15, 92, tone.dark) if key % 7 not in (2, 6) else ""
    keyboard += rect(-120, 98, 560, 14, tone.mid)
    art = rect(0, 0, WIDTH, HEIGHT, tone.deep) + circle(150, 176, 116, tone.accent)
    art += group("rotate(-18 150 180)", keyboard) + rect(0, 320, WIDTH, 130, tone.deep)
    art += polygon([(0, 310), (300, 296), (300, 330), (0, 330)], tone.deep)
    credit = credit_at_foot(ink_on(tone.deep, tone.accent, tone.light, least=5))
    return Composition(art, title_at_foot(334, tone.light, largest=56), credit)


def words_alone(scene: Scene) -> Composition:
    """Large words and a bar; long words run up the poster."""
    dice, tone = scene.dice, scene.palette
    triples = [
        (tone.light, tone.dark, tone.accent),
        (tone.accent, tone.dark, tone.light),
        (tone.deep, tone.light, tone.accent),
    ]
    ground, ink, bar = dice.choice(triples)
    art = rect(0, 0, WIDTH, HEIGHT, ground)
    if max(map(len, scene.title.split()), default=0) > _LONG_WORD:
        art += rect(0, 0, 104, HEIGHT, bar)
        for line in range(1, 7):
            art += rect(104 + line * 9, 0, 9 - line * 1.1, HEIGHT, bar)
        art += circle(52, 72, 30, ground)
        return Composition(
            art, TitleBox(26, 142, 394, 128, ink, 110, climbs=True), Credit(278, 26, ink, RIGHT)
        )
    art += rect(20, 20, 260, 92, bar) + circle(dice.choice([66, 234]), 66, 30, ground)
    title = TitleBox(20, 132, 260, 270, ink, 120, justified=True)
    return Composition(art, title, credit_at_foot(ink, margin=20))
