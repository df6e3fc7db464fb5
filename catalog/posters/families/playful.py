"""Music, games and plain type."""

from random import Random

from catalog.posters.palettes import Palette
from catalog.posters.scene import HEIGHT, WIDTH, Composition, Credit, Scene, TitleBox
from catalog.posters.shapes import circle, ink_on, mix, path, polygon, rect


def hills(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Round hills with trees and a house."""
    dark, deep, mid, accent, light = palette
    sky = dice.choice([mix(mid, light, 0.55), mix(accent, light, 0.45), light])
    art = rect(0, 0, WIDTH, HEIGHT, sky)
    cx = dice.choice([78, 222])
    art += circle(cx, 178, 40, accent if sky != mix(accent, light, 0.45) else deep)
    for _ in range(3):
        x, y, k = (dice.randint(20, 240), dice.randint(136, 214), dice.uniform(0.6, 1))
        art += f'<path transform="translate({x} {y}) scale({k:.2f})" d="M-34 0a15 15 0 0 1 12 -20a20 20 0 0 1 38 -4a16 16 0 0 1 22 24Z" fill="{(light if sky != light else mix(mid, light, 0.6))}"/>'
    greens = [mix(mid, light, 0.2), mid, mix(mid, dark, 0.35), mix(mid, dark, 0.7), dark]
    for i, col in enumerate(greens):
        y = 240 + i * 40
        a, b = (dice.randint(-46, 10), dice.randint(-30, 40))
        art += path(
            f"M-10 {y + b}C70 {y + a - 20} 120 {y + 30 + b} 190 {y + a * 0.4:.0f}S280 {y + b * 0.6 - 12:.0f} 310 {y}V460H-10Z",
            col,
        )
        if i < 3:
            for _ in range(4):
                x = dice.randint(10, 290)
                yy = y + 30 + dice.randint(0, 14)
                k = dice.randint(7, 13)
                art += rect(x - 1, yy - 4, 2, 14, dark) + (
                    circle(x, yy - k, k, dice.choice([deep, accent, mix(mid, dark, 0.5)]))
                    if dice.random() < 0.6
                    else polygon(
                        [(x - k, yy), (x, yy - k * 2.6), (x + k, yy)], mix(mid, dark, 0.55)
                    )
                )
        if i == 1:
            x = 300 - cx
            art += (
                rect(x - 15, y - 10, 30, 26, light)
                + polygon([(x - 21, y - 8), (x, y - 30), (x + 21, y - 8)], deep)
                + rect(x - 4, y + 2, 9, 14, dark)
            )
    return Composition(
        art,
        TitleBox(box=(20, 26, 260, 94), fill=dark, align="c", valign="t", cap=62),
        Credit(150, 431, light, 0.5),
    )


def balloons(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Balls and faces of all sizes."""
    dark, deep, mid, accent, light = palette
    bg = dice.choice([accent, mid, light])
    art = rect(0, 0, WIDTH, HEIGHT, bg)
    cols = [x for x in (deep, mid, accent, light, dark) if x != bg]
    spots: list[tuple[float, float, int]] = []
    for _ in range(400):
        r = dice.choice([16, 22, 30, 40, 52])
        x, y = (dice.uniform(24, 276), dice.uniform(28, 286))
        if (
            all(((x - a) ** 2 + (y - b) ** 2 > (r + q + 5) ** 2 for a, b, q in spots))
            and r + 14 < x < WIDTH - r - 14
            and (r + 16 < y < 300 - r)
        ):
            spots.append((x, y, r))
    for i, (x, y, r) in enumerate(spots):
        col = cols[i % len(cols)]
        o = cols[(i + 1) % len(cols)]
        art += circle(x, y, r, col)
        q = dice.randint(0, 4)
        if q == 0:
            art += circle(x, y, r * 0.55, o)
        elif q == 1:
            art += path(f"M{x - r:.1f} {y:.1f}a{r} {r} 0 0 0 {2 * r} 0Z", o)
        elif q == 2:
            art += circle(x + r * 0.3, y - r * 0.3, r * 0.26, light)
        elif q == 3:
            art += (
                circle(x - r * 0.3, y - r * 0.1, r * 0.13, light if col != light else dark)
                + circle(x + r * 0.3, y - r * 0.1, r * 0.13, light if col != light else dark)
                + path(
                    f"M{x - r * 0.4:.1f} {y + r * 0.25:.1f}a{r * 0.4:.1f} {r * 0.36:.1f} 0 0 0 {r * 0.8:.1f} 0",
                    "none",
                    f' stroke="{(light if col != light else dark)}" stroke-width="{r * 0.1:.1f}" stroke-linecap="round"',
                )
            )
    return Composition(
        art,
        TitleBox(box=(20, 316, 260, 96), fill=dark, align="c", valign="b", cap=60),
        Credit(150, 431, dark, 0.5),
    )


def fan(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Fans in rows, and a star."""
    dark, deep, mid, accent, light = palette
    art = rect(0, 0, WIDTH, HEIGHT, dark)
    k = 50
    for j in range(7):
        for i in range(-1, 7):
            x, y = (i * k + (k / 2 if j % 2 else 0), 18 + j * 25)
            art += "".join(
                (
                    circle(x, y + 25, r, col)
                    for r, col in (
                        (25, [mid, deep, accent][(i + j) % 3] if (i * 3 + j) % 4 else deep),
                        (21.5, dark),
                        (19, accent),
                        (15.5, dark),
                        (13, mix(deep, mid, 0.5)),
                        (7, accent),
                    )
                )
            )
    art += (
        path("M-5 452V250A155 92 0 0 1 305 250V452Z", dark)
        + path(
            "M8 452V256A142 82 0 0 1 292 256V452", "none", f' stroke="{accent}" stroke-width="1.6"'
        )
        + path(
            "M14 452V258A136 77 0 0 1 286 258V452", "none", f' stroke="{accent}" stroke-width=".7"'
        )
    )
    art += polygon(
        [
            (150, 196),
            (155, 212),
            (171, 212),
            (158, 222),
            (163, 238),
            (150, 228),
            (137, 238),
            (142, 222),
            (129, 212),
            (145, 212),
        ],
        accent,
    )
    return Composition(
        art,
        TitleBox(box=(30, 256, 240, 148), fill=light, align="c", valign="m", cap=50),
        Credit(150, 431, ink_on(dark, accent, light, least=5), 0.5),
    )


def keys(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """Piano keys askew."""
    dark, deep, mid, accent, light = palette
    art = rect(0, 0, WIDTH, HEIGHT, deep)
    art += circle(150, 176, 116, accent)
    art += '<g transform="rotate(-18 150 180)">'
    for i in range(-3, 15):
        art += rect(-10 + i * 26, 110, 24.6, 150, light) + (
            rect(-10 + i * 26 + 17, 110, 15, 92, dark) if i % 7 not in (2, 6) else ""
        )
    art += rect(-120, 98, 560, 14, mid) + "</g>"
    art += rect(0, 320, WIDTH, 130, deep) + polygon(
        [(0, 310), (300, 296), (300, 330), (0, 330)], deep
    )
    return Composition(
        art,
        TitleBox(box=(22, 334, 256, 78), fill=light, align="l", valign="b", cap=56),
        Credit(22, 431, ink_on(deep, accent, light, least=5), 0),
    )


def words_alone(dice: Random, palette: Palette, scene: Scene) -> Composition:
    """The words alone."""
    dark, deep, mid, accent, light = palette
    bg, ink, bar = dice.choice(
        [(light, dark, accent), (accent, dark, light), (deep, light, accent)]
    )
    art = rect(0, 0, WIDTH, HEIGHT, bg)
    words = scene.name.split()
    if max(map(len, words)) > 8:
        art += (
            rect(0, 0, 104, HEIGHT, bar)
            + "".join(rect(104 + i * 9, 0, 9 - i * 1.1, HEIGHT, bar) for i in range(1, 7))
            + circle(52, 72, 30, bg)
        )
        return Composition(
            art,
            TitleBox(box=(26, 142, 394, 128), fill=ink, align="l", valign="b", cap=110, rot=True),
            Credit(278, 26, ink, 1),
        )
    art += rect(20, 20, 260, 92, bar) + circle(dice.choice([66, 234]), 66, 30, bg)
    return Composition(
        art,
        TitleBox(box=(20, 132, 260, 270), fill=ink, align="l", valign="b", cap=120, justify=True),
        Credit(20, 431, ink, 0),
    )
