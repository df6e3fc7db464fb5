"""Draw the icons of static/favicon.svg into static/icons. Run manually after a change.

.venv/bin/python script/build_icons.py
"""

from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parent.parent / "static" / "icons"
BOX = 28  # the side of the drawing in its own units
GROUND = "#121110"
SHEETS = ((4, 5, "#f2c14e", 255), (9.5, 6.5, "#ff6f84", 224), (15, 8, "#4fc3cc", 224))
FINER = 8  # the supersampling factor


def icon(side: int, *, corner: float = 6, inset: float = 0) -> Image.Image:
    """Draw an icon. corner: the ground's radius; inset: the sheets' distance from the edge, in units."""
    scale = side * FINER / BOX
    whole = Image.new("RGBA", (side * FINER,) * 2)
    ImageDraw.Draw(whole).rounded_rectangle((0, 0, *whole.size), corner * scale, GROUND)
    shrink = (BOX - 2 * inset) / BOX
    for x, y, colour, alpha in SHEETS:
        layer = Image.new("RGBA", whole.size)
        edges = [(inset + shrink * place) * scale for place in (x, y, x + 9, y + 15)]
        ImageDraw.Draw(layer).rounded_rectangle(edges, 2 * shrink * scale, colour)
        layer.putalpha(layer.getchannel("A").point(lambda a, most=alpha: a * most // 255))
        whole.alpha_composite(layer)
    return whole.resize((side, side), Image.Resampling.LANCZOS)


def main() -> None:
    for side in (192, 512):
        icon(side).save(FOLDER / f"icon-{side}.png", optimize=True)
    icon(512, corner=0, inset=4).save(FOLDER / "icon-maskable-512.png", optimize=True)
    icon(180, corner=0, inset=2).save(FOLDER / "apple-touch-icon.png", optimize=True)
    icon(64).save(FOLDER / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])


main()
