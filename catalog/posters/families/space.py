"""Planets, and a slab among them."""

from random import Random

from catalog.posters.colours import darker
from catalog.posters.palettes import Palette
from catalog.posters.scene import (
    HEIGHT,
    LEFT,
    MIDDLE,
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
    seen_through,
    window,
)
from catalog.posters.silhouettes import person

_RINGS = ((1.5, 1.6), (1.62, 0.7), (1.68, 0.7))  # radius in radii of the planet, width of the line


def orbit(scene: Scene) -> Composition:
    """A planet with rings and a moon, or a large one that rises at the foot."""
    dice, tone = scene.dice, scene.palette
    x, y, radius = dice.choice([(206, 186, 112), (96, 200, 104), (150, 320, 190)])
    is_large = radius > 150
    art = defs(
        gradient("s", Stop(0, tone.dark), Stop(1, tone.deep)),
        gradient("b", Stop(0, tone.accent), Stop(0.55, tone.mid), Stop(1, tone.deep), x2=0.8),
        window("k", f'<circle cx="{x}" cy="{y}" r="{radius}"/>'),
        glow("h", tone.accent, 0.5),
    )
    art += rect(0, 0, WIDTH, HEIGHT, "url(#s)")
    art += "".join(_star(dice, tone.light) for _ in range(46))
    art += circle(x, y, radius * 1.45, "url(#h)") + circle(x, y, radius, "url(#b)")
    art += _clouds_and_shadow(dice, tone, x, y, radius)
    if is_large:
        art += circle(84, 92, 26, tone.accent)
    else:
        art += _rings(tone, x, y, radius)
        art += circle(x - radius * 1.05, y - radius * 0.72, 8, tone.light)
    art += fade_to_dark(tone, 250, full=0.7, opacity=0.94)
    anchor = MIDDLE if is_large else LEFT
    title = title_at_foot(342, tone.light, largest=56, anchor=anchor)
    return Composition(art, title, credit_at_foot(credit_ink_on_dark(tone), anchor=anchor))


def _star(dice: Random, colour: str) -> str:
    x, y = dice.random() * WIDTH, dice.random() * 330
    radius = dice.choice([0.5, 0.5, 0.8, 1.2])
    return circle(x, y, radius, colour, opacity=f"{dice.uniform(0.35, 1):.2f}")


def _clouds_and_shadow(dice: Random, tone: Palette, x: int, y: int, radius: int) -> str:
    art = ""
    for band in range(7):
        height = dice.randint(3, 9)
        colour = dice.choice([tone.light, tone.accent, tone.deep])
        latitude, width = round(y - radius + band * radius * 0.34), round(radius * 1.1)
        art += ellipse(x + 10, latitude, width, height, colour, opacity=".16")
    night = circle(x + radius * 0.42, y + radius * 0.30, radius * 1.02, tone.dark, opacity=".62")
    return seen_through("k", art + night)


def _rings(tone: Palette, x: int, y: int, radius: int) -> str:
    art = ""
    for share, width in _RINGS:
        rx, ry = round(radius * share), round(radius * share * 0.2)
        line = {"stroke": tone.light, "stroke_width": width, "opacity": ".8"}
        art += ellipse(x, y, rx, ry, "none", **line, transform=f"rotate(-17 {x} {y})")
    unseen = f"M0 {y - radius}H{WIDTH}V{y}L0 {y + 76}Z"  # invisible; keeps each poster's bytes
    return art + seen_through("k", path(unseen, "url(#b)", opacity=".0"))


def monolith(scene: Scene) -> Composition:
    """A slab against a low sun."""
    tone = scene.palette
    dusk = (Stop(0, tone.dark), Stop(0.5, tone.deep), Stop(0.76, tone.accent))
    art = defs(gradient("s", *dusk, Stop(0.78, tone.light)), glow("h", tone.light, 0.95))
    art += rect(0, 0, WIDTH, 330, "url(#s)")
    art += circle(150, 252, 120, "url(#h)", opacity=".7") + rect(0, 300, WIDTH, 150, tone.dark)
    black = darker(tone.dark, 0.5)
    art += polygon([(114, 92), (176, 92), (176, 316), (114, 316)], black)
    art += polygon([(176, 92), (188, 99), (188, 309), (176, 316)], tone.deep)
    for ripple in range(5):
        line = {"stroke": tone.accent, "stroke_width": 1, "opacity": f"{0.7 - ripple * 0.12:.2f}"}
        art += ellipse(150, 318 + ripple * 9, 64 + ripple * 34, 3 + ripple * 2, "none", **line)
    art += person(226, 318, 34, black)
    title = title_at_foot(352, tone.light, largest=48, anchor=MIDDLE)
    return Composition(art, title, credit_at_foot(credit_ink_on_dark(tone), anchor=MIDDLE))
