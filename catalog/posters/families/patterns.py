"""Shapes that repeat."""

import math
from random import Random

from catalog.posters.palettes import Palette
from catalog.posters.scene import HEIGHT, WIDTH, Composition, Credit, Scene, TitleBox
from catalog.posters.shapes import (
    circle,
    fedora,
    glow,
    gradient,
    ink_on,
    mix,
    path,
    person,
    polygon,
    rect,
)


def bass(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Cut-paper bars hanging from the top."""
    dark, deep, mid, accent, light = palette
    paper = dice.random() < 0.5
    bg, bar, ink = (light, dark, dark) if paper else (accent if scene.era < 2 else mid, dark, light)
    ink = ink_on(bg, ink, dark, light)
    art = rect(0, 0, WIDTH, HEIGHT, bg)
    art += polygon(
        [(150 + dice.randint(-8, 8), 0), (300, 0), (300, 268), (140, 258)],
        accent if paper else deep,
    )
    x: float = 14 + dice.randint(0, 8)
    n = dice.choice([5, 6, 7])
    wd = 272 / n
    k = dice.randint(1, n - 2)
    for i in range(n):
        h = 130 + dice.randint(-60, 40) + (92 if i == k else 0)
        a, b = (dice.randint(-5, 5), dice.randint(-16, 16))
        art += polygon(
            [(x, -2), (x + wd - 9, -2), (x + wd - 9 + a, h + b), (x + a * 1.4, h - b)],
            bar if i != k else light if not paper else deep,
        )
        x += wd
    fx = 14 + wd * (k + 0.4)
    art += person(fx, 316, 46, ink)
    art += polygon([(0, 312), (300, 306), (300, 320), (0, 316)], ink)
    return Composition(
        art,
        TitleBox(box=(22, 334, 256, 78), fill=ink, align="l", valign="b", cap=60),
        Credit(22, 431, ink, 0),
    )


def tiles(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """A quilt of geometric tiles."""
    dark, deep, mid, accent, light = palette
    cols = [deep, mid, accent, dark]
    art = rect(0, 0, WIDTH, HEIGHT, light)
    k = 65
    ox, oy = (20, 20)
    last = None
    for j in range(4):
        for i in range(4):
            x, y = (ox + i * k, oy + j * k)
            a, b = dice.sample([*cols, light], 2)
            if a == last:
                a, b = (b, a)
            last = a
            art += rect(x, y, k + 0.3, k + 0.3, a)
            q = dice.randint(0, 6)
            if q <= 2:
                cx, cy, sw = dice.choice(
                    [(x, y, 1), (x + k, y, 1), (x, y + k, 1), (x + k, y + k, 1)]
                )
                e, f_ = (1 if cx == x else -1, 1 if cy == y else -1)
                art += path(
                    f"M{cx} {cy}h{e * k}A{k} {k} 0 0 {(1 if e * f_ > 0 else 0)} {cx} {cy + f_ * k}Z",
                    b,
                )
            elif q == 3:
                art += circle(x + k / 2, y + k / 2, k * 0.36, b) + circle(
                    x + k / 2, y + k / 2, k * 0.14, a
                )
            elif q == 4:
                art += path(f"M{x} {y + k / 2}a{k / 2} {k / 2} 0 0 1 {k} 0Z", b) + path(
                    f"M{x} {y + k}a{k / 2} {k / 2} 0 0 1 {k} 0Z", b
                )
            elif q == 5:
                art += polygon([(x, y + k), (x + k, y), (x + k, y + k)], b)
            else:
                art += circle(x + k * 0.5, y + k * 0.5, k * 0.5, b)
    return Composition(
        art,
        TitleBox(box=(20, 304, 260, 104), fill=dark, align="l", valign="b", cap=60),
        Credit(20, 431, ink_on(light, deep, dark), 0),
    )


def bands(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Bands that bend across the sheet."""
    dark, deep, mid, accent, light = palette
    art = rect(0, 0, WIDTH, HEIGHT, light if dice.random() < 0.6 else dark)
    ink = dark if art.find(light) > 0 else light
    cols = [
        dark if ink == dark else deep,
        deep if ink == dark else mid,
        mid if ink == dark else accent,
        accent if ink == dark else light,
    ]
    v = dice.randint(0, 2)
    wd = 30
    for i, col in enumerate(cols):
        o = i * wd
        if v == 0:
            bend = max(14, 108 - o)
            d = f"M-20 {292 - o}H96A{bend} {bend} 0 0 0 {204 - o} 184V-20"
        elif v == 1:
            d = f"M{150 - 128 + o} 300V{168}A{128 - o} {128 - o} 0 0 1 {150 + 128 - o} 168V300"
        else:
            d = f"M-20 {60 + o}H{110}A{96} {96} 0 0 1 {206} {156 + o}V{170 + o}A96 96 0 0 0 {302} {266 + o}H330"
        art += path(d, "none", f' stroke="{col}" stroke-width="{wd - 4}"')
    if v == 1:
        art += circle(150, 176, 26, mid if ink == dark else accent) + rect(
            0, 298, WIDTH, 152, light if ink == dark else dark
        )
    if v == 0:
        art += circle(60, 86, 40, accent)
    if v == 2:
        art += circle(232, 70, 36, accent) + rect(
            0, 312, WIDTH, 140, light if ink == dark else dark, ' opacity=".0"'
        )
    if v == 2:
        return Composition(
            art,
            TitleBox(box=(20, 326, 190, 86), fill=ink, align="l", valign="b", cap=58),
            Credit(20, 431, ink, 0),
        )
    return Composition(
        art,
        TitleBox(box=(20, 318, 260, 94), fill=ink, align="l", valign="b", cap=66),
        Credit(20, 431, ink, 0),
    )


def lines(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Lines of a plotted signal."""
    dark, deep, mid, accent, light = palette
    beam = dice.random() < 0.5
    bg, ln, ink = (light, dark, dark) if beam else (dark, light, light)
    art = rect(0, 0, WIDTH, HEIGHT, bg)
    art += circle(dice.choice([96, 204, 150]), 112, 54, accent)
    px = dice.uniform(110, 190)
    ks = [
        (px + dice.uniform(-46, 46), dice.uniform(14, 30), dice.uniform(0.5, 1)) for _ in range(4)
    ]
    for i in range(20):
        y = 98 + i * 10.6
        d = ""
        for x in range(30, 271, 6):
            e = math.exp(-(((x - 150) / 78) ** 4))
            v = sum(
                (
                    a * math.exp(-(((x - kx - math.sin(i * 0.9 + kx) * 12) / w) ** 2))
                    for kx, w, a in ks
                )
            ) * 30 * math.sin(math.pi * (i + 1) / 22) * e * dice.uniform(0.75, 1.15) + dice.uniform(
                0, 1.6
            )
            d += f"{('L' if d else 'M')}{x} {y - v:.1f}"
        art += (
            path(d, bg if i > 3 else "none", f' stroke="{ln}" stroke-width="1.3"')
            if i > 3
            else path(d, "none", f' stroke="{ln}" stroke-width="1.3"')
        )
    return Composition(
        art,
        TitleBox(box=(22, 322, 256, 90), fill=ink, align="l", valign="b", cap=48),
        Credit(22, 431, ink_on(bg, deep if beam else accent, ink), 0),
    )


def routes(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Lines of a map that cross."""
    dark, deep, mid, accent, light = palette
    beam = dice.random() < 0.6
    bg, ink = (light, dark) if beam else (dark, light)
    art = rect(0, 0, WIDTH, HEIGHT, bg)
    cols = [mid, deep if beam else light, accent, dark if beam else mix(mid, light, 0.4)]
    g = 36
    for i, col in enumerate(cols):
        x, y = (42 + i * g * 1.4, -12)
        d = f"M{x:.0f} {y}"
        stops = []
        dr = (0, 1)
        for _st in range(7):
            L = g * dice.randint(1, 2)
            nx, ny = (x + dr[0] * L, y + dr[1] * L)
            if not 24 < nx < 276:
                dr = (-dr[0], 1)
                nx, ny = (x + dr[0] * L, y + dr[1] * L)
            if ny > 286:
                break
            x, y = (nx, ny)
            d += f"L{x:.0f} {y:.0f}"
            stops.append((x, y))
            dr = dice.choice([(0, 1), (1, 1), (-1, 1), (0, 1)])
        art += path(
            d,
            "none",
            f' stroke="{col}" stroke-width="11" stroke-linejoin="round" stroke-linecap="round"',
        )
        for q in stops[:-1]:
            if dice.random() < 0.6:
                art += circle(*q, 4, bg)
        if stops:
            art += circle(*stops[-1], 12, col) + circle(*stops[-1], 6.5, bg)
    return Composition(
        art,
        TitleBox(box=(20, 318, 260, 94), fill=ink, align="l", valign="b", cap=64),
        Credit(20, 431, ink, 0),
    )


def blinds(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """A hat behind window blinds."""
    dark, deep, mid, accent, light = palette
    art = (
        f"""<defs>{glow("w", light, 0.9)}<clipPath id="k"><path d="M52 62L262 40L262 300L52 308Z"/></clipPath></defs>"""
        + rect(0, 0, WIDTH, HEIGHT, dark)
        + rect(0, 0, WIDTH, HEIGHT, deep, ' opacity=".55"')
    )
    art += '<g clip-path="url(#k)">' + rect(0, 0, WIDTH, HEIGHT, mix(accent, light, 0.35))
    for i in range(17):
        art += path(f"M40 {58 + i * 16.5}L270 {36 + i * 16.5}v7.5L40 {65.5 + i * 16.5}Z", dark)
    art += rect(150, 0, 5, 330, dark) + "</g>"
    art += fedora(dice.choice([112, 128, 176]), 214, 1.16, mix(dark, "#000000", 0.35))
    art += f"<defs>{gradient('f', [(0, dark, 0), (0.55, dark, 1)])}</defs>" + rect(
        0, 250, WIDTH, 200, "url(#f)"
    )
    return Composition(
        art,
        TitleBox(box=(22, 330, 256, 82), fill=light, align="l", valign="b", cap=62),
        Credit(22, 431, ink_on(dark, accent, light, least=5), 0),
    )
