"""The people in the posters, as silhouettes."""

from catalog.posters.shapes import path

_PERSON = (
    "M-10.5 0L-9 -15L-13.5 -17C-12.5 -34 -16.5 -46 -14.5 -62C-14 -71 -8 -75 -3.4 -77L-3 -83"
    "L3 -83L3.4 -77C8 -75 14 -71 14.5 -62C16.5 -46 12 -34 13 -17L8.5 -15L10 0L3 0L1 -15"
    "L-1.5 -15L-3.5 0Z"
)
_HORSE = (
    "M-34 0L-30 -26C-38 -30 -40 -24 -44 -10C-46 -22 -42 -36 -30 -38L14 -40C22 -46 28 -58 36 -60"
    "L38 -66L42 -60C48 -54 52 -48 50 -44C44 -46 40 -46 38 -44C34 -36 30 -28 26 -24L30 0L25 0"
    "L18 -22L-18 -22L-24 -14L-28 0Z"
)
_RIDER = "M-8 -38C-10 -58 -8 -70 0 -74C10 -72 12 -62 10 -52L14 -34L4 -24Z"
_RIDERS_HAT = "M-13 -85L17 -85C14 -88 10 -88 9 -90L7 -98L-3 -98L-5 -90C-8 -88 -10 -88 -13 -85Z"
_COAT = "M-128 200C-122 104 -86 82 -40 66L-22 44L22 44L40 66C86 82 122 104 128 200Z"
_COLLAR = "M-40 66L-58 40L-20 58Z M40 66L58 40L20 58Z"
_FACE = "M-31 -34C-34 6 -20 50 0 52C20 50 34 6 31 -34Z"
_BRIM = (
    "M-84 -24C-60 -30 -30 -38 0 -38C34 -38 62 -44 86 -58C80 -32 44 -16 0 -15"
    "C-40 -14 -70 -16 -84 -24Z"
)
_CROWN = "M-45 -28C-44 -62 -38 -92 -22 -96C-10 -98 -4 -90 4 -92C22 -102 36 -90 45 -44Z"


def person(x: float, y: float, height: float, fill: str) -> str:
    """A standing person from behind, feet at (x, y)."""
    scale = height / 100
    body = path(_PERSON, fill, transform=f"translate({x:.1f} {y:.1f}) scale({scale:.3f})")
    radii = f'rx="{6.4 * scale:.1f}" ry="{8.2 * scale:.1f}"'
    return f'{body}<ellipse cx="{x:.1f}" cy="{y - 89 * scale:.1f}" {radii} fill="{fill}"/>'


def rider(x: float, y: float, scale: float, fill: str) -> str:
    """A rider on a horse, hooves at (x, y)."""
    head = '<circle cx="2" cy="-82" r="7"/>'
    return _silhouette(
        x, y, scale, fill, f"{_unfilled(_HORSE, _RIDER)}{head}{_unfilled(_RIDERS_HAT)}"
    )


def stranger_in_hat(x: float, y: float, scale: float, fill: str) -> str:
    """Head and shoulders of a person in a fedora, brim at (x, y)."""
    return _silhouette(x, y, scale, fill, _unfilled(_COAT, _COLLAR, _FACE, _BRIM, _CROWN))


def _silhouette(x: float, y: float, scale: float, fill: str, shapes: str) -> str:
    return f'<g transform="translate({x} {y}) scale({scale})" fill="{fill}">{shapes}</g>'


def _unfilled(*outlines: str) -> str:
    """Return outlines without a fill; the enclosing group fills them."""
    return "".join(f'<path d="{outline}"/>' for outline in outlines)
