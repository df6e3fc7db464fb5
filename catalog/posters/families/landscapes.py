"""Open land and water."""

from random import Random

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
    title_at_foot,
)
from catalog.posters.shapes import Point, Stop, circle, defs, gradient, path, polygon, rect
from catalog.posters.silhouettes import person, rider


def mesa(scene: Scene) -> Composition:
    """Table mountains before a large sun, a rider on the ridge."""
    dice, tone = scene.dice, scene.palette
    hot = dice.random() < 0.5
    sky = tone.accent if hot else tone.light
    x, y, radius = dice.choice([92, 150, 214]), dice.randint(168, 196), dice.randint(66, 88)
    art = rect(0, 0, WIDTH, HEIGHT, sky)
    art += circle(x, y, radius * 1.62, mix(sky, tone.mid, 0.16))
    art += circle(x, y, radius * 1.28, mix(sky, tone.mid, 0.34))
    art += circle(x, y, radius, tone.mid)
    far, near = mix(tone.mid, tone.deep, 0.45), mix(tone.deep, tone.dark, 0.55)
    for row, colour in enumerate((far, tone.deep, near)):
        art += polygon(_table_mountains(dice, 268 + 30 * row, likely=0.55 - 0.12 * row), colour)
    art += path("M0 344C70 328 150 336 210 330S280 338 300 332V450H0Z", tone.dark)
    art += rider(x if x != 150 else 176, 336, 0.5, tone.dark)
    top, ink = (28, tone.dark) if hot else (26, tone.deep)
    title = TitleBox(20, top, 260, 124 - top, ink, 58, MIDDLE, valign="top", justified=True)
    return Composition(art, title, credit_at_foot(tone.light, anchor=MIDDLE, y=424))


def _table_mountains(dice: Random, base: float, *, likely: float) -> list[Point]:
    """A skyline; likely: how often a stretch of it is a mountain."""
    points: list[Point] = [(0, HEIGHT), (0, base + dice.randint(-6, 10))]
    x = 0
    while x < WIDTH:
        width = dice.randint(24, 60)
        rise = dice.randint(16, 54) if dice.random() < likely else 0
        y = base + dice.randint(-3, 6)
        end = x + width
        if rise:
            points += [
                (x, y),
                (x + 7, y - rise),
                (end, y - rise + dice.randint(-2, 3)),
                (end + 9, y),
            ]
            x = end + 9
        else:
            points.append((end, y))
            x = end
    return [*points, (WIDTH, HEIGHT)]


def ridges(scene: Scene) -> Composition:
    """Mountain ridges that fade with distance."""
    dice, tone = scene.dice, scene.palette
    haze = mix(tone.mid, tone.light, 0.35)
    above, below = mix(tone.mid, tone.light, 0.25), mix(tone.accent, tone.light, 0.35)
    art = defs(gradient("s", Stop(0, above), Stop(0.62, below)))
    art += rect(0, 0, WIDTH, HEIGHT, "url(#s)")
    x, y = dice.randint(80, 220), dice.randint(150, 190)
    art += circle(x, y, dice.randint(30, 44), tone.light)
    for row in range(6):
        colour = mix(haze, tone.dark, (row / 5) ** 0.8)
        art += polygon(_ridge(dice, 206 + row * 32, rise=54 - row * 6), colour)
    art += person(x, 372, 30, tone.dark) if dice.random() < 0.8 else ""
    art += rect(0, 371, WIDTH, 80, tone.dark)
    title = TitleBox(22, 28, 256, 92, tone.dark, 56, valign="top")
    return Composition(art, title, credit_at_foot(tone.light, y=428))


def _ridge(dice: Random, base: float, *, rise: float) -> list[Point]:
    points: list[Point] = [(-5, HEIGHT)]
    x, y = -5, base
    upward = dice.random() < 0.5
    while x < WIDTH + 30:
        points.append((x, y))
        x += dice.randint(18, 46)
        upward = not upward
        y = base + (-dice.random() * rise if upward else dice.random() * 12)
    return [*points, (WIDTH + 5, HEIGHT)]


def sea(scene: Scene) -> Composition:
    """A sun or moon over water and a small sail."""
    dice, tone = scene.dice, scene.palette
    horizon = 214
    x = dice.choice([92, 150, 208])
    sky = gradient("s", Stop(0, tone.deep), Stop(1, tone.mid))
    water = gradient("w", Stop(0, mix(tone.mid, tone.deep, 0.4)), Stop(1, tone.dark))
    art = defs(sky, water) + rect(0, 0, WIDTH, horizon, "url(#s)")
    radius, y = dice.randint(44, 66), dice.randint(118, 150)
    art += circle(x, y, radius, tone.accent) + rect(0, horizon, WIDTH, 240, "url(#w)")
    for row in range(17):
        width = (radius * 1.5) * (1 - row / 24) * dice.uniform(0.45, 1.1)
        left = x - width / 2 + dice.uniform(-10, 10)
        colour = tone.accent if row % 3 else tone.light
        opacity = f"{0.95 - row * 0.035:.2f}"
        art += rect(left, horizon + 4 + row * 5.4, width, 2.2, colour, opacity=opacity)
    boat = x + dice.choice([-64, 60])
    art += _sailing_boat(min(max(boat, 50), 250), horizon, tone)
    title = title_at_foot(330, tone.light, largest=58, anchor=MIDDLE)
    return Composition(art, title, credit_at_foot(tone.light, anchor=MIDDLE))


def _sailing_boat(x: int, y: int, tone: Palette) -> str:
    hull = f"M{x - 17} {y + 3}H{x + 17}L{x + 10} {y + 11}H{x - 11}Z"
    mainsail = f"M{x} {y + 1}V{y - 44}C{x + 20} {y - 26} {x + 19} {y - 8} {x + 16} {y - 3}Z"
    jib = f"M{x - 2} {y + 1}V{y - 36}L{x - 15} {y - 3}Z"
    return path(hull, tone.dark) + path(f"{mainsail} {jib}", tone.light)
