"""Streets, houses and rooms."""

from random import Random

from catalog.posters.palettes import Palette
from catalog.posters.scene import HEIGHT, WIDTH, Composition, Credit, Scene, TitleBox
from catalog.posters.shapes import circle, glow, gradient, ink_on, mix, path, person, polygon, rect


def city(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """A skyline at night with lit windows."""
    dark, deep, mid, accent, light = palette
    art = f"<defs>{gradient('s', [(0, dark, 1), (0.75, mid, 1), (1, accent, 1)])}</defs>" + rect(
        0, 0, WIDTH, 322, "url(#s)"
    )
    cx = dice.choice([86, 206])
    art += circle(cx, 176, 62, accent) + circle(cx, 176, 62, light, ' opacity=".25"')
    for layer, (col, lo, hi) in enumerate(
        ((mix(mid, deep, 0.5), 70, 150), (deep, 60, 190), (dark, 30, 130))
    ):
        x = -dice.randint(0, 20)
        while x < WIDTH:
            w = dice.randint(20, 42)
            h = dice.randint(lo, hi)
            if abs(x + w / 2 - cx) < 46:
                h = min(h, dice.randint(66, 98) - layer * 7)
            y = 320 - h
            art += rect(x, y, w + 0.6, h, col)
            if dice.random() < 0.25:
                art += rect(x + w / 2 - 1, y - 18, 2, 18, col)
            if layer:
                for wy in range(int(y) + 9, 306, 11):
                    for wx in range(5, w - 5, 8):
                        if dice.random() < (0.2 if layer == 1 else 0.13):
                            art += rect(
                                x + wx, wy, 3.6, 5, accent if dice.random() < 0.8 else light
                            )
            x += w
    art += rect(0, 318, WIDTH, 132, dark)
    for i in range(6):
        art += rect(
            cx - 52 + dice.randint(-8, 8) + i * 2,
            326 + i * 5.2,
            104 - i * 7 + dice.randint(-10, 10),
            1.8,
            accent,
            f' opacity="{0.75 - i * 0.07:.2f}"',
        )
    return Composition(
        art,
        TitleBox(box=(22, 352, 256, 60), fill=light, align="l", valign="b", cap=66),
        Credit(22, 432, ink_on(dark, accent, light, least=5), 0),
    )


def facade(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """A house front, a few windows lit."""
    dark, deep, mid, accent, light = palette
    art = rect(0, 0, WIDTH, HEIGHT, mix(dark, deep, 0.35))
    k = dice.randint(0, 14)
    lit = dice.sample(range(15), 4)
    for i in range(15):
        x, y = (24 + i % 3 * 88, 22 + i // 3 * 61)
        on = i == k
        art += rect(x - 3, y + 46, 82, 4, mix(dark, "#000000", 0.35)) + rect(
            x,
            y,
            76,
            46,
            accent if on else mix(mid, accent, 0.3) if i in lit else mix(dark, deep, 0.75),
        )
        if on:
            art += (
                person(x + 30, y + 58, 50, dark).replace("/>", ' clip-path="url(#c)"/>', 0)
                + rect(x, y + 46, 76, 4, mix(dark, "#000000", 0.35))
                + rect(x - 4, y + 50, 84, 10, mix(dark, deep, 0.35))
            )
        elif dice.random() < 0.5:
            for b in range(dice.randint(3, 8)):
                art += rect(x, y + b * 4.6, 76, 1.6, mix(dark, deep, 0.2))
        if dice.random() < 0.5:
            art += rect(x + 37, y, 2.4, 46, mix(dark, deep, 0.25))
        if dice.random() < 0.3:
            art += rect(x, y, 18, 46, mix(dark, deep, 0.45))
    art += f"<defs>{gradient('f', [(0, dark, 0), (0.5, dark, 0.96)])}</defs>" + rect(
        0, 220, WIDTH, 230, "url(#f)"
    )
    return Composition(
        art,
        TitleBox(box=(22, 322, 256, 90), fill=light, align="l", valign="b", cap=66),
        Credit(22, 431, ink_on(dark, accent, light, least=5), 0),
    )


def lamp(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Somebody under a street lamp."""
    dark, deep, mid, accent, light = palette
    left = dice.random() < 0.5
    x = 96 if left else 204
    sg = 1 if left else -1
    art = (
        f"<defs>{gradient('s', [(0, dark, 1), (1, mix(deep, mid, 0.45), 1)])}{gradient('b', [(0, mix(accent, light, 0.4), 0.95), (1, accent, 0.18)])}{glow('h', accent, 0.75)}</defs>"
        + rect(0, 0, WIDTH, 316, "url(#s)")
    )
    art += (
        polygon([(0, 60), (62, 84), (62, 316), (0, 316)], mix(dark, deep, 0.5))
        if not left
        else polygon([(300, 60), (238, 84), (238, 316), (300, 316)], mix(dark, deep, 0.5))
    )
    wx = 18 if not left else 258
    for j in range(3):
        art += rect(
            wx, 118 + j * 58, 24, 32, accent if j == dice.randint(0, 2) else mix(dark, deep, 0.85)
        )
    art += (
        rect(0, 312, WIDTH, 140, dark)
        + f'<ellipse cx="{x + sg * 34}" cy="322" rx="112" ry="17" fill="{accent}" opacity=".55"/>'
    )
    art += circle(x + sg * 34, 74, 74, "url(#h)") + polygon(
        [
            (x + sg * 34 - 12, 78),
            (x + sg * 34 + 12, 78),
            (x + sg * 34 + 98, 322),
            (x + sg * 34 - 98, 322),
        ],
        "url(#b)",
        ' opacity=".62"',
    )
    art += (
        rect(x - 3, 60, 6, 262, mix(dark, "#000000", 0.4))
        + path(
            f"M{x} 64C{x} 44 {x + sg * 34} 44 {x + sg * 34} 66",
            "none",
            f''' stroke="{mix(dark, "#000000", 0.4)}" stroke-width="5"''',
        )
        + polygon(
            [
                (x + sg * 34 - 15, 78),
                (x + sg * 34 - 8, 66),
                (x + sg * 34 + 8, 66),
                (x + sg * 34 + 15, 78),
            ],
            mix(dark, "#000000", 0.4),
        )
        + rect(x + sg * 34 - 10, 78, 20, 4, light)
    )
    px = x + sg * 44
    art += person(px, 322, 104, mix(dark, "#000000", 0.4)) + path(
        f"M{px - 15} 228.500C{px - 8} 231 {px + 8} 231 {px + 15} 228C{px + 9} 226 {px + 8} 226 {px + 7} 224C{px + 6} 217 {px - 6} 217 {px - 7} 224C{px - 8} 226 {px - 9} 226 {px - 15} 228.500Z",
        mix(dark, "#000000", 0.4),
    )
    for _ in range(46):
        rx, ry = (dice.uniform(0, WIDTH), dice.uniform(0, 300))
        art += f'<path d="M{rx:.0f} {ry:.0f}l-4 17" stroke="{light}" stroke-width=".7" opacity="{dice.uniform(0.12, 0.4):.2f}"/>'
    return Composition(
        art,
        TitleBox(
            box=(22, 346, 256, 66), fill=light, align="l" if left else "r", valign="b", cap=62
        ),
        Credit(22, 431, ink_on(dark, accent, light, least=5), 0)
        if left
        else Credit(278, 431, ink_on(dark, accent, light, least=5), 1),
    )


def stairs(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """A stairway with one figure."""
    dark, deep, mid, accent, light = palette
    art = rect(0, 0, WIDTH, HEIGHT, dark)
    m = dice.random() < 0.5
    o = ""
    n = 9
    sw, sh = (30, 27)
    o += polygon([(0, 0), (300, 0), (300, 96), (0, 356)], deep) + circle(226, 74, 34, accent)
    for i in range(n):
        x, y = (i * sw + 14, 330 - i * sh)
        o += rect(x, y, 300, sh + 0.5, mix(dark, mid, 0.25 + i * 0.07)) + rect(
            x, y, 300, 4, mix(mid, accent, 0.5) if i % 1 == 0 else mid
        )
        o += polygon(
            [(x, y), (x + sw, y), (x + sw - 40, y + 150), (x - 40, y + 150)], dark, ' opacity=".10"'
        )
    o += person(4 * sw + 30, 330 - 4 * sh, 78, mix(dark, "#000000", 0.35)) + polygon(
        [(4 * sw + 22, 222), (4 * sw + 38, 222), (4 * sw - 50, 340), (4 * sw - 96, 340)],
        dark,
        ' opacity=".55"',
    )
    art += (f'<g transform="translate(300 0) scale(-1 1)">{o}</g>' if m else o) + rect(
        0, 318, WIDTH, 140, dark
    )
    return Composition(
        art,
        TitleBox(box=(22, 336, 256, 76), fill=light, align="l", valign="b", cap=64),
        Credit(22, 431, ink_on(dark, accent, light, least=5), 0),
    )


def door(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """A figure in a lit doorway."""
    dark, deep, mid, accent, light = palette
    left = dice.random() < 0.5
    x = 52 if left else 190
    art = (
        f"<defs>{gradient('b', [(0, accent, 0.9), (1, accent, 0.06)])}</defs>"
        + rect(0, 0, WIDTH, HEIGHT, deep)
        + rect(0, 0, WIDTH, 268, dark)
    )
    art += rect(x, 96, 58, 172, mix(accent, light, 0.3)) + polygon(
        [
            (x, 268),
            (x + 58, 268),
            ((x + 58) * 1 + (120 if left else 10), 452),
            (x - (10 if left else 150), 452),
        ],
        "url(#b)",
    )
    art += polygon(
        [
            (x + (58 if left else 0), 96),
            (x + (84 if left else -26), 86),
            (x + (84 if left else -26), 282),
            (x + (58 if left else 0), 268),
        ],
        mid,
    )
    fx = x + 29
    art += person(fx, 270, 122, mix(dark, "#000000", 0.4))
    art += polygon(
        [
            (fx - 10, 270),
            (fx + 10, 270),
            (fx + (70 if left else -52), 452),
            (fx + (20 if left else -100), 452),
        ],
        dark,
        ' opacity=".8"',
    )
    return Composition(
        art,
        TitleBox(
            box=(150, 44, 130, 190) if left else (22, 44, 130, 190),
            fill=light,
            align="l",
            valign="t",
            cap=46,
        ),
        Credit(150, 250, ink_on(dark, accent, light, least=5), 0)
        if left
        else Credit(22, 250, ink_on(dark, accent, light, least=5), 0),
    )


def corridor(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Frames within frames, somebody at the end."""
    dark, deep, mid, accent, light = palette
    vx, vy = (150 + dice.randint(-16, 16), 176)
    art = rect(0, 0, WIDTH, HEIGHT, dark)
    n = 10
    hexa = dice.random() < 0.45
    for i in range(n):
        t = (i / n) ** 0.62
        hw, hh = (176 * (1 - t) + 15, 214 * (1 - t) + 24)
        col = mix(dark, mid, i / n) if i % 2 else mix(deep, accent, (i / n) ** 1.6)
        if hexa:
            art += polygon(
                [
                    (vx - hw, vy - hh * 0.5),
                    (vx - hw * 0.55, vy - hh),
                    (vx + hw * 0.55, vy - hh),
                    (vx + hw, vy - hh * 0.5),
                    (vx + hw, vy + hh),
                    (vx - hw, vy + hh),
                ],
                col,
            )
        else:
            art += rect(vx - hw, vy - hh, hw * 2, hh * 2, col)
    art += rect(vx - 15, vy - 24, 30, 48, light) + person(vx, vy + 26, 30, dark)
    art += polygon(
        [(vx - 15, vy + 24), (vx + 15, vy + 24), (vx + 84, 452), (vx - 84, 452)],
        light,
        ' opacity=".16"',
    )
    art += f"<defs>{gradient('f', [(0, dark, 0), (0.6, dark, 0.96)])}</defs>" + rect(
        0, 266, WIDTH, 184, "url(#f)"
    )
    return Composition(
        art,
        TitleBox(box=(22, 338, 256, 74), fill=light, align="c", valign="b", cap=64),
        Credit(150, 431, ink_on(dark, accent, light, least=5), 0.5),
    )
