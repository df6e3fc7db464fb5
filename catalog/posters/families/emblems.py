"""One strong sign in the middle."""

import math
from random import Random

from catalog.posters.palettes import Palette
from catalog.posters.scene import HEIGHT, WIDTH, Composition, Credit, Scene, TitleBox
from catalog.posters.shapes import circle, glow, gradient, ink_on, mix, path, person, polygon, rect


def vertigo(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """A whirl and somebody falling in it."""
    dark, deep, mid, accent, light = palette
    flip = dice.random() < 0.6
    bg, ln, ink = (mid, light, dark) if flip else (dark, accent, light)
    art = rect(0, 0, WIDTH, HEIGHT, bg)
    v = dice.randint(0, 2)
    cy = 164
    ink = ink_on(bg, ink, light, dark)
    if v == 0:
        n = dice.choice([14, 18, 22])
        ry = dice.choice([34, 46, 58])
        for i in range(n):
            art += f'<ellipse cx="150" cy="{cy}" rx="124" ry="{ry}" fill="none" stroke="{ln}" stroke-width="1.1" transform="rotate({i * 180 / n:.1f} 150 {cy})"/>'
        art += circle(150, cy, ry - 6, bg)
    elif v == 1:
        for i in range(13):
            r = 128 - i * 9.2
            o = 2.4 * i
            art += circle(
                150 + o * math.cos(i * 0.55),
                cy + o * math.sin(i * 0.55),
                r,
                "none",
                f' stroke="{ln}" stroke-width="{4.6 - i * 0.22:.1f}"',
            )
    else:
        for arm in range(6):
            d1, d2_ = ([], [])
            for i in range(41):
                r = 8 + 128 * (i / 40) ** 1.1
                t = arm * math.tau / 6 + i * 0.17
                w = 0.02 + 0.3 * (i / 40)
                d1.append((150 + r * math.cos(t), cy + r * math.sin(t)))
                d2_.append((150 + r * math.cos(t + w), cy + r * math.sin(t + w)))
            art += polygon(d1 + d2_[::-1], ln)
        art += circle(150, cy, 30, bg)
    art += (
        f'<g transform="rotate({dice.choice([-28, 22, 158])} 150 {cy})">'
        + person(150, cy + 26, 52, ink)
        + "</g>"
    )
    return Composition(
        art,
        TitleBox(box=(22, 316, 256, 96), fill=ink, align="c", valign="b", cap=74),
        Credit(150, 431, ink if flip else ink_on(bg, accent, light), 0.5),
    )


def eye(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """An eye with a figure in its iris."""
    dark, deep, mid, accent, light = palette
    beam = dice.random() < 0.4
    bg, ink = (accent, dark) if beam else (dark, light)
    art = rect(0, 0, WIDTH, HEIGHT, bg)
    cy = 172
    for i in range(15):
        a = math.radians(200 + i * 10)
        art += f'<line x1="{150 + 128 * math.cos(a):.0f}" y1="{cy + 40 + 120 * math.sin(a):.0f}" x2="{150 + (158 + i % 2 * 18) * math.cos(a):.0f}" y2="{cy + 40 + (152 + i % 2 * 16) * math.sin(a):.0f}" stroke="{(ink if beam else mid)}" stroke-width="{(4 if i % 2 else 2.4)}"/>'
    eye = f"M18 {cy}C70 {cy - 92} 230 {cy - 92} 282 {cy}C230 {cy + 84} 70 {cy + 84} 18 {cy}Z"
    art += (
        f'<defs><clipPath id="k"><path d="{eye}"/></clipPath></defs>'
        + path(eye, light)
        + '<g clip-path="url(#k)">'
        + circle(150, cy - 4, 66, deep)
    )
    for i in range(36):
        a = i * math.pi / 18
        r1 = 30 + dice.randint(-3, 3)
        r2 = 62 - dice.randint(0, 14)
        art += f'<line x1="{150 + r1 * math.cos(a):.1f}" y1="{cy - 4 + r1 * math.sin(a):.1f}" x2="{150 + r2 * math.cos(a):.1f}" y2="{cy - 4 + r2 * math.sin(a):.1f}" stroke="{(accent if not beam else mid)}" stroke-width="2"/>'
    art += (
        circle(150, cy - 4, 29, mix(dark, "#000000", 0.4))
        + person(150, cy + 20, 44, accent if not beam else light)
        + path(
            f"M18 {cy}C70 {cy - 92} 230 {cy - 92} 282 {cy}C230 {cy - 62} 70 {cy - 62} 18 {cy}Z",
            dark,
            ' opacity=".55"',
        )
        + "</g>"
    )
    art += path(
        f"M26 {cy + 52}C80 {cy + 118} 220 {cy + 118} 274 {cy + 52}",
        "none",
        f' stroke="{(ink if beam else mid)}" stroke-width="2.4"',
    )
    return Composition(
        art,
        TitleBox(box=(22, 318, 256, 94), fill=ink, align="c", valign="b", cap=64),
        Credit(150, 431, ink if beam else ink_on(bg, accent, ink), 0.5),
    )


def orbit(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """A planet with its ring or moons."""
    dark, deep, mid, accent, light = palette
    cx, cy, r = dice.choice([(206, 186, 112), (96, 200, 104), (150, 320, 190)])
    big = r > 150
    art = (
        f'''<defs>{gradient("s", [(0, dark, 1), (1, deep, 1)])}{gradient("b", [(0, accent, 1), (0.55, mid, 1), (1, deep, 1)], 0.8, 1)}<clipPath id="k"><circle cx="{cx}" cy="{cy}" r="{r}"/></clipPath>{glow("h", accent, 0.5)}</defs>'''
        + rect(0, 0, WIDTH, HEIGHT, "url(#s)")
    )
    for _ in range(46):
        art += circle(
            dice.random() * WIDTH,
            dice.random() * 330,
            dice.choice([0.5, 0.5, 0.8, 1.2]),
            light,
            f' opacity="{dice.uniform(0.35, 1):.2f}"',
        )
    art += circle(cx, cy, r * 1.45, "url(#h)") + circle(cx, cy, r, "url(#b)")
    art += '<g clip-path="url(#k)">'
    for i in range(7):
        art += f'<ellipse cx="{cx + 10}" cy="{cy - r + i * r * 0.34:.0f}" rx="{r * 1.1:.0f}" ry="{dice.randint(3, 9)}" fill="{dice.choice([light, accent, deep])}" opacity=".16"/>'
    art += circle(cx + r * 0.42, cy + r * 0.3, r * 1.02, dark, ' opacity=".62"') + "</g>"
    if not big:
        for k in (1.5, 1.62, 1.68):
            art += f'<ellipse cx="{cx}" cy="{cy}" rx="{r * k:.0f}" ry="{r * k * 0.2:.0f}" fill="none" stroke="{light}" stroke-width="{(1.6 if k == 1.5 else 0.7)}" opacity=".8" transform="rotate(-17 {cx} {cy})"/>'
        art += f'<g clip-path="url(#k)"><path d="M0 {cy - r}H{WIDTH}V{cy}L0 {cy + 76}Z" fill="url(#b)" opacity=".0"/></g>'
    art += circle(
        cx - r * 1.05 if not big else 84,
        cy - r * 0.72 if not big else 92,
        8 if not big else 26,
        accent if big else light,
    )
    tb = TitleBox(
        box=(22, 342, 256, 70), fill=light, align="l" if not big else "c", valign="b", cap=56
    )
    return Composition(
        art
        + (
            f"<defs>{gradient('f', [(0, dark, 0), (0.7, dark, 0.94)])}</defs>"
            + rect(0, 250, WIDTH, 200, "url(#f)")
        ),
        tb,
        Credit(22, 431, ink_on(dark, accent, light, least=5), 0)
        if not big
        else Credit(150, 431, ink_on(dark, accent, light, least=5), 0.5),
    )


def monolith(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """A slab against a low sun."""
    dark, deep, mid, accent, light = palette
    art = (
        f"<defs>{gradient('s', [(0, dark, 1), (0.5, deep, 1), (0.76, accent, 1), (0.78, light, 1)])}{glow('h', light, 0.95)}</defs>"
        + rect(0, 0, WIDTH, 330, "url(#s)")
    )
    art += circle(150, 252, 120, "url(#h)", ' opacity=".7"') + rect(0, 300, WIDTH, 150, dark)
    art += polygon(
        [(114, 92), (176, 92), (176, 316), (114, 316)], mix(dark, "#000000", 0.5)
    ) + polygon([(176, 92), (188, 99), (188, 309), (176, 316)], deep)
    for i in range(5):
        art += f'<ellipse cx="150" cy="{318 + i * 9}" rx="{64 + i * 34}" ry="{3 + i * 2}" fill="none" stroke="{accent}" stroke-width="1" opacity="{0.7 - i * 0.12:.2f}"/>'
    art += person(226, 318, 34, mix(dark, "#000000", 0.5))
    return Composition(
        art,
        TitleBox(box=(22, 352, 256, 60), fill=light, align="c", valign="b", cap=48),
        Credit(150, 431, ink_on(dark, accent, light, least=5), 0.5),
    )


def meet(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Two shapes that come together."""
    dark, deep, mid, accent, light = palette
    beam = dice.random() < 0.5
    bg, ink = (light, dark) if beam else (deep, light)
    v = dice.randint(0, 1)
    art = rect(0, 0, WIDTH, HEIGHT, bg)
    if v == 0:
        a, b = (mid, accent) if beam else (accent, mid)
        r = dice.randint(82, 92)
        x1, x2, y1, y2 = (
            150 - 44,
            150 + 44,
            168 + dice.randint(-14, 14),
            168 + dice.randint(-14, 14),
        )
        art += (
            f'<defs><clipPath id="k"><circle cx="{x1}" cy="{y1}" r="{r}"/></clipPath></defs>'
            + circle(x1, y1, r, a)
            + circle(x2, y2, r, b)
        )
        art += '<g clip-path="url(#k)">' + circle(x2, y2, r, dark if beam else light) + "</g>"
        for i in range(1, 5):
            art += circle(
                x1, y1, r - i * 15, "none", f' stroke="{bg}" stroke-width=".9" opacity=".55"'
            ) + circle(
                x2, y2, r - i * 15, "none", f' stroke="{bg}" stroke-width=".9" opacity=".55"'
            )
    else:
        art = rect(0, 0, WIDTH, HEIGHT, dark if not beam else mid)
        fr = accent if not beam else light
        art += path("M66 306V132A84 84 0 0 1 234 132V306Z", fr) + path(
            "M66 306V132A84 84 0 0 1 150 48V306Z", mix(fr, mid, 0.28)
        )
        art += circle(dice.choice([112, 190]), 128, 26, light if not beam else accent)
        bg = dark if not beam else mid
        art += person(128, 306, 118, dark) + person(
            170, 306, 108, deep if beam else mix(dark, deep, 0.35)
        )
        art += rect(0, 304, WIDTH, 4, dark)
        ink = ink_on(bg, light, dark)
    return Composition(
        art,
        TitleBox(box=(22, 322, 256, 90), fill=ink, align="c", valign="b", cap=54),
        Credit(150, 431, ink, 0.5),
    )


def petals(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """A flower seen from above."""
    dark, deep, mid, accent, light = palette
    beam = dice.random() < 0.6
    bg, ink = (light, dark) if beam else (dark, light)
    art = rect(0, 0, WIDTH, HEIGHT, bg)
    n = dice.choice([7, 8, 9, 11])
    off = dice.random() * 40
    for ring, (rr, k, col) in enumerate(
        ((62, 1, mid), (44, 0.74, accent), (26, 0.46, deep if beam else light))
    ):
        for i in range(n):
            art += f'<ellipse cx="0" cy="{-rr}" rx="{34 * k:.0f}" ry="{66 * k:.0f}" fill="{col}" opacity="{(0.84 if ring < 2 else 0.95)}" transform="translate(150 160) rotate({off + i * 360 / n + ring * 180 / n:.1f})"/>'
    art += circle(150, 160, 11, bg) + path("M150 172C150 250 146 280 138 320", "none", "").replace(
        "/>", f' stroke="{deep}" stroke-width="0"/>'
    )
    return Composition(
        art,
        TitleBox(box=(22, 318, 256, 94), fill=ink, align="c", valign="b", cap=52),
        Credit(150, 431, deep if beam else accent, 0.5),
    )


def rays(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Rays from behind a figure in a sun."""
    dark, deep, mid, accent, light = palette
    cx, cy = (150 + dice.randint(-30, 30), 206)
    a, b = dice.choice([(mid, accent), (deep, mid), (accent, light)])
    art = rect(0, 0, WIDTH, HEIGHT, a)
    n = 18
    o = dice.random()
    for i in range(n):
        t0, t1 = ((i + o) * math.tau / n, (i + o + 0.5) * math.tau / n)
        art += polygon(
            [
                (cx, cy),
                (cx + 460 * math.cos(t0), cy + 460 * math.sin(t0)),
                (cx + 460 * math.cos(t1), cy + 460 * math.sin(t1)),
            ],
            b,
        )
    art += circle(cx, cy, 74, deep if b == light or a == mid else dark) + circle(
        cx, cy, 62, light if a != accent else accent
    )
    art += (
        person(cx, 261 - cx * 0.04, 112, dark)
        + path("M0 262L300 250V450H0Z", dark)
        + path("M0 262L300 250V256L0 270Z", accent if a != mid else light)
    )
    return Composition(
        art,
        TitleBox(box=(22, 290, 256, 122), fill=light, align="c", valign="b", cap=70, justify=True),
        Credit(150, 431, ink_on(dark, accent, light, least=5), 0.5),
    )
