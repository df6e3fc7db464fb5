"""SVG elements as text: the few shapes and colours that every composition is made of."""

from collections.abc import Iterable

_PERSON = "M-10.5 0L-9 -15L-13.5 -17C-12.5 -34 -16.5 -46 -14.5 -62C-14 -71 -8 -75 -3.4 -77L-3 -83L3 -83L3.4 -77C8 -75 14 -71 14.5 -62C16.5 -46 12 -34 13 -17L8.5 -15L10 0L3 0L1 -15L-1.5 -15L-3.5 0Z"  # noqa: E501
_RIDER = '<path d="M-34 0L-30 -26C-38 -30 -40 -24 -44 -10C-46 -22 -42 -36 -30 -38L14 -40C22 -46 28 -58 36 -60L38 -66L42 -60C48 -54 52 -48 50 -44C44 -46 40 -46 38 -44C34 -36 30 -28 26 -24L30 0L25 0L18 -22L-18 -22L-24 -14L-28 0Z"/><path d="M-8 -38C-10 -58 -8 -70 0 -74C10 -72 12 -62 10 -52L14 -34L4 -24Z"/><circle cx="2" cy="-82" r="7"/><path d="M-13 -85L17 -85C14 -88 10 -88 9 -90L7 -98L-3 -98L-5 -90C-8 -88 -10 -88 -13 -85Z"/>'  # noqa: E501
_FEDORA = '<path d="M-128 200C-122 104 -86 82 -40 66L-22 44L22 44L40 66C86 82 122 104 128 200Z"/><path d="M-40 66L-58 40L-20 58Z M40 66L58 40L20 58Z"/><path d="M-31 -34C-34 6 -20 50 0 52C20 50 34 6 31 -34Z"/><path d="M-84 -24C-60 -30 -30 -38 0 -38C34 -38 62 -44 86 -58C80 -32 44 -16 0 -15C-40 -14 -70 -16 -84 -24Z"/><path d="M-45 -28C-44 -62 -38 -92 -22 -96C-10 -98 -4 -90 4 -92C22 -102 36 -90 45 -44Z"/>'  # noqa: E501


def rect(x: float, y: float, width: float, height: float, fill: str, extra: str = "") -> str:
    size = f'width="{width:.1f}" height="{height:.1f}"'
    return f'<rect x="{x:.1f}" y="{y:.1f}" {size} fill="{fill}"{extra}/>'


def circle(x: float, y: float, radius: float, fill: str, extra: str = "") -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}"{extra}/>'


def path(outline: str, fill: str, extra: str = "") -> str:
    return f'<path d="{outline}" fill="{fill}"{extra}/>'


def polygon(points: Iterable[tuple[float, float]], fill: str, extra: str = "") -> str:
    corners = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return path(f"M{corners}Z", fill, extra)


def mix(first: str, second: str, share: float) -> str:
    """A colour between two, `share` of the way to the second."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio, 1 to 21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(ground: str, *inks: str, least: float = 4.5) -> str:
    """The first ink that reads on the ground, else the one that reads best."""
    readable = (ink for ink in inks if contrast(ground, ink) >= least)
    return next(readable, max(inks, key=lambda ink: contrast(ground, ink)))


def gradient(
    name: str, stops: Iterable[tuple[float, str, float]], x2: float = 0, y2: float = 1
) -> str:
    """A linear gradient; stops are (offset, colour, opacity)."""
    marks = "".join(
        f'<stop offset="{offset}" stop-color="{colour}"'
        + (f' stop-opacity="{opacity}"' if opacity < 1 else "")
        + "/>"
        for offset, colour, opacity in stops
    )
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="{x2}" y2="{y2}">{marks}</linearGradient>'


def glow(name: str, colour: str, opacity: float = 1) -> str:
    """A radial gradient that fades to nothing."""
    inner = f'<stop offset="0" stop-color="{colour}" stop-opacity="{opacity}"/>'
    outer = f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/>'
    return f'<radialGradient id="{name}">{inner}{outer}</radialGradient>'


def person(x: float, y: float, height: float, fill: str) -> str:
    """A small standing figure seen from behind, feet at (x, y)."""
    scale = height / 100
    body = path(_PERSON, fill, f' transform="translate({x:.1f} {y:.1f}) scale({scale:.3f})"')
    radii = f'rx="{6.4 * scale:.1f}" ry="{8.2 * scale:.1f}"'
    return f'{body}<ellipse cx="{x:.1f}" cy="{y - 89 * scale:.1f}" {radii} fill="{fill}"/>'


def rider(x: float, y: float, scale: float, fill: str) -> str:
    """Somebody on a horse, hooves at (x, y)."""
    return f'<g transform="translate({x} {y}) scale({scale})" fill="{fill}">{_RIDER}</g>'


def fedora(x: float, y: float, scale: float, fill: str) -> str:
    """Head and shoulders of somebody in a hat."""
    return f'<g transform="translate({x} {y}) scale({scale})" fill="{fill}">{_FEDORA}</g>'
