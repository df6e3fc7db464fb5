"""Land, sea and sky."""

import math
from random import Random

from catalog.posters.palettes import Palette
from catalog.posters.scene import HEIGHT, WIDTH, Composition, Credit, Scene, TitleBox
from catalog.posters.shapes import (
    circle,
    glow,
    gradient,
    ink_on,
    mix,
    path,
    person,
    polygon,
    rect,
    rider,
)


def mesa(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Table mountains before a large sun, a rider on the ridge."""
    dark, deep, mid, accent, light = palette
    art = ""
    hot = dice.random() < 0.5
    sky = accent if hot else light
    art += rect(0, 0, WIDTH, HEIGHT, sky)
    cx, cy, r = (dice.choice([92, 150, 214]), dice.randint(168, 196), dice.randint(66, 88))
    art += (
        circle(cx, cy, r * 1.62, mix(sky, mid, 0.16))
        + circle(cx, cy, r * 1.28, mix(sky, mid, 0.34))
        + circle(cx, cy, r, mid)
    )
    y = 268
    for i, col in enumerate((mix(mid, deep, 0.45), deep, mix(deep, dark, 0.55))):
        pts = [(0, HEIGHT), (0, y + dice.randint(-6, 10))]
        x = 0
        while x < WIDTH:
            w = dice.randint(24, 60)
            up = dice.randint(16, 54) if dice.random() < 0.55 - 0.12 * i else 0
            yy = y + dice.randint(-3, 6)
            if up:
                pts += [
                    (x, yy),
                    (x + 7, yy - up),
                    (x + w, yy - up + dice.randint(-2, 3)),
                    (x + w + 9, yy),
                ]
                x += w + 9
            else:
                x += w
                pts.append((x, yy))
        pts += [(WIDTH, HEIGHT)]
        art += polygon(pts, col)
        y += 30
    art += path("M0 344C70 328 150 336 210 330S280 338 300 332V450H0Z", dark) + rider(
        cx if cx != 150 else 176, 336, 0.5, dark
    )
    return Composition(
        art,
        TitleBox(
            box=(20, 28, 260, 96) if hot else (20, 26, 260, 98),
            fill=dark if hot else deep,
            align="c",
            valign="t",
            cap=58,
            justify=True,
        ),
        Credit(150, 424, light, 0.5),
    )


def ridges(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Mountain ridges that fade with distance."""
    dark, deep, mid, accent, light = palette
    defs = gradient("s", [(0, mix(mid, light, 0.25), 1), (0.62, mix(accent, light, 0.35), 1)])
    art = f"<defs>{defs}</defs>" + rect(0, 0, WIDTH, HEIGHT, "url(#s)")
    cx, cy = (dice.randint(80, 220), dice.randint(150, 190))
    art += circle(cx, cy, dice.randint(30, 44), light)
    n = 6
    for i in range(n):
        col = mix(mix(mid, light, 0.35), dark, (i / (n - 1)) ** 0.8)
        y = 206 + i * 32
        amp = 54 - i * 6
        pts: list[tuple[float, float]] = [(-5, HEIGHT)]
        x = -5
        up = dice.random() < 0.5
        yy: float = y
        while x < WIDTH + 30:
            pts.append((x, yy))
            x += dice.randint(18, 46)
            up = not up
            yy = y + (-dice.random() * amp if up else dice.random() * 12)
        art += polygon([*pts, (WIDTH + 5, HEIGHT)], col)
    art += person(cx, 372, 30, dark) if dice.random() < 0.8 else ""
    art += rect(0, 371, WIDTH, 80, dark)
    return Composition(
        art,
        TitleBox(box=(22, 28, 256, 92), fill=dark, align="l", valign="t", cap=56),
        Credit(22, 428, light, 0),
    )


def road(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """A road to the horizon."""
    dark, deep, mid, accent, light = palette
    night = dice.random() < 0.5
    vx = dice.choice([108, 150, 196])
    bend = dice.choice([-1, 1])
    hy = 196 if night else 226
    art = (
        f"""<defs>{gradient("s", [(0, deep, 1), (0.6, mid, 1), (1, accent, 1)])}{gradient("nt", [(0, mix(dark, "#000000", 0.3), 1), (1, mix(deep, mid, 0.35), 1)])}{glow("h", light, 0.95)}<clipPath id="k"><path d="M0 0H300V{hy}H0Z"/></clipPath></defs>"""
        + rect(0, 0, WIDTH, hy, "url(#nt)" if night else "url(#s)")
    )
    if night:
        for _ in range(40):
            art += circle(
                dice.uniform(0, WIDTH),
                dice.uniform(0, hy - 20),
                dice.choice([0.5, 0.6, 1]),
                light,
                f' opacity="{dice.uniform(0.3, 0.9):.2f}"',
            )
        art += circle(300 - vx + dice.randint(-20, 20), 74, 24, light) + circle(
            300 - vx + dice.randint(4, 12), 68, 21, mix(dark, deep, 0.3)
        )
    else:
        art += (
            '<g clip-path="url(#k)">'
            + circle(vx, hy - 14, 58, light)
            + "".join(
                rect(0, hy - 44 + i * 9, WIDTH, 1 + i * 0.9, mix(mid, accent, 0.7))
                for i in range(5)
            )
            + "</g>"
        )
    pts = [(0, hy)]
    x = 0
    up = 34 if night else 16
    while x < WIDTH:
        pts += [(x, hy - dice.randint(2, up))]
        x += dice.randint(16, 40)
    art += polygon([*pts, (WIDTH, hy)], deep) + rect(0, hy, WIDTH, 254, dark)
    if not night:
        art += polygon(
            [(vx - 3, hy), (vx + 3, hy), (WIDTH + 40, HEIGHT), (-40, HEIGHT)], mix(dark, deep, 0.6)
        )
        for i in range(7):
            t0, t1 = ((i / 7) ** 2.1, ((i + 0.5) / 7) ** 2.1)
            w0, w1 = (0.6 + 7 * t0, 0.6 + 7 * t1)
            x0, x1 = vx + (150 - vx) * t0, vx + (150 - vx) * t1
            art += polygon(
                [
                    (x0 - w0, hy + 224 * t0),
                    (x0 + w0, hy + 224 * t0),
                    (x1 + w1, hy + 224 * t1),
                    (x1 - w1, hy + 224 * t1),
                ],
                accent,
            )
        return Composition(
            art,
            TitleBox(
                box=(20, 26, 260, 116), fill=light, align="c", valign="t", cap=74, justify=True
            ),
            Credit(150, 431, light, 0.5),
        )

    def at(t: float) -> tuple[float, float]:
        return (150 + bend * (62 * math.sin(t * 3.6) * (1 - t) + 36 * (1 - t)), hy + 140 * t**1.7)

    left: list[tuple[float, float]] = []
    right: list[tuple[float, float]] = []
    for i in range(31):
        t = i / 30
        middle, base = at(t)
        w = 2 + 112 * t**1.9
        left.append((middle - w, base))
        right.append((middle + w, base))
    art += polygon([*left, *right[::-1]], mix(dark, mid, 0.42))
    fx, fy = at(0.62)
    art += polygon(
        [(fx - 16, fy - 3), (fx + 16, fy - 3), (fx + 96, fy + 92), (fx - 96, fy + 92)],
        light,
        ' opacity=".13"',
    )
    for dx in (-10, 10):
        art += circle(fx + dx, fy - 4, 22, "url(#h)") + circle(fx + dx, fy - 4, 4.2, light)
    art += (
        path(
            f"M{fx - 17} {fy + 1}V{fy - 9}L{fx - 11} {fy - 19}H{fx + 11}L{fx + 17} {fy - 9}V{fy + 1}Z",
            mix(dark, "#000000", 0.5),
        )
        + circle(fx - 11, fy - 4, 3.8, light)
        + circle(fx + 11, fy - 4, 3.8, light)
        + rect(fx - 8, fy - 16, 16, 5.5, mix(mid, accent, 0.4))
    )
    return Composition(
        art
        + f"<defs>{gradient('f', [(0, dark, 0), (0.5, dark, 1)])}</defs>"
        + rect(0, 270, WIDTH, 180, "url(#f)"),
        TitleBox(box=(22, 330, 256, 82), fill=light, align="l", valign="b", cap=72),
        Credit(22, 431, ink_on(dark, accent, light, least=5), 0),
    )


def sea(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """A sun or moon over water and a small sail."""
    dark, deep, mid, accent, light = palette
    hy = 214
    cx = dice.choice([92, 150, 208])
    art = (
        f"<defs>{gradient('s', [(0, deep, 1), (1, mid, 1)])}{gradient('w', [(0, mix(mid, deep, 0.4), 1), (1, dark, 1)])}</defs>"
        + rect(0, 0, WIDTH, hy, "url(#s)")
    )
    r = dice.randint(44, 66)
    cy = dice.randint(118, 150)
    art += circle(cx, cy, r, accent) + rect(0, hy, WIDTH, 240, "url(#w)")
    for i in range(17):
        y = hy + 4 + i * 5.4
        w = r * 1.5 * (1 - i / 24) * dice.uniform(0.45, 1.1)
        art += rect(
            cx - w / 2 + dice.uniform(-10, 10),
            y,
            w,
            2.2,
            accent if i % 3 else light,
            f' opacity="{0.95 - i * 0.035:.2f}"',
        )
    bx = cx + dice.choice([-64, 60])
    bx = min(max(bx, 50), 250)
    art += path(f"M{bx - 17} {hy + 3}H{bx + 17}L{bx + 10} {hy + 11}H{bx - 11}Z", dark) + path(
        f"M{bx} {hy + 1}V{hy - 44}C{bx + 20} {hy - 26} {bx + 19} {hy - 8} {bx + 16} {hy - 3}Z M{bx - 2} {hy + 1}V{hy - 36}L{bx - 15} {hy - 3}Z",
        light,
    )
    return Composition(
        art,
        TitleBox(box=(22, 330, 256, 82), fill=light, align="c", valign="b", cap=58),
        Credit(150, 431, light, 0.5),
    )


def woods(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Tall trunks and what moves between them."""
    dark, deep, mid, accent, light = palette
    cx = 150 + dice.randint(-40, 40)
    cy = 158
    art = (
        f"<defs>{gradient('s', [(0, deep, 1), (1, mid, 1)])}{glow('h', accent, 0.95)}</defs>"
        + rect(0, 0, WIDTH, HEIGHT, "url(#s)")
        + circle(cx, cy, 150, "url(#h)", ' opacity=".75"')
        + circle(cx, cy, 46, light)
    )
    for layer, (n, wlo, whi) in enumerate(((13, 3, 7), (9, 7, 14), (6, 14, 30))):
        col = mix(mid, dark, 0.35 + 0.32 * layer)
        for i in range(n):
            x = (i + dice.random()) * WIDTH / n
            if layer == 2 and abs(x - cx) < 52:
                continue
            w = dice.randint(wlo, whi)
            ln = dice.randint(-5, 5)
            art += polygon(
                [
                    (x - w / 2, 340),
                    (x - w * 0.36 + ln, -5),
                    (x + w * 0.36 + ln, -5),
                    (x + w / 2, 340),
                ],
                col,
            )
            for _ in range(2 + layer):
                by = dice.randint(10, 190)
                sd = dice.choice([-1, 1])
                L = dice.randint(14, 40)
                art += path(
                    f"M{x + ln * 0.5:.0f} {by + 12}Q{x + sd * L * 0.5:.0f} {by + 4} {x + sd * L:.0f} {by - L * 0.5:.0f}L{x + ln * 0.5:.0f} {by + 20}Z",
                    col,
                )
        if layer == 1:
            art += person(cx, 326, 54, dark)
    art += path("M0 318C60 302 110 326 160 318S260 304 300 318V450H0Z", dark)
    return Composition(
        art,
        TitleBox(box=(22, 340, 256, 72), fill=light, align="c", valign="b", cap=52),
        Credit(150, 431, ink_on(dark, accent, light, least=5), 0.5),
    )
