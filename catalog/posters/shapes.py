"""SVG elements as text, the parts of every composition.

Further attributes are passed by name (`stroke_width` becomes `stroke-width`), in the given order and
notation: ".5" and "0.5" look the same, but a poster must keep its bytes.
"""

from collections.abc import Iterable
from typing import NamedTuple

Point = tuple[float, float]


class Stop(NamedTuple):
    """A colour at a position (0 to 1) of a gradient."""

    offset: float
    colour: str
    opacity: float = 1


def rect(x: float, y: float, width: float, height: float, fill: str, **more: object) -> str:
    size = f'width="{width:.1f}" height="{height:.1f}"'
    return f'<rect x="{x:.1f}" y="{y:.1f}" {size} fill="{fill}"{_attributes(more)}/>'


def circle(x: float, y: float, radius: float, fill: str, **more: object) -> str:
    place = f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"'
    return f'<circle {place} fill="{fill}"{_attributes(more)}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **more: object) -> str:
    """Return an ellipse; numbers are not rounded."""
    place = f'cx="{x}" cy="{y}" rx="{rx}" ry="{ry}"'
    return f'<ellipse {place} fill="{fill}"{_attributes(more)}/>'


def path(outline: str, fill: str, **more: object) -> str:
    return f'<path d="{outline}" fill="{fill}"{_attributes(more)}/>'


def polygon(points: Iterable[Point], fill: str, **more: object) -> str:
    corners = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return path(f"M{corners}Z", fill, **more)


def group(transform: str, shapes: str) -> str:
    return f'<g transform="{transform}">{shapes}</g>'


def defs(*definitions: str) -> str:
    return f"<defs>{''.join(definitions)}</defs>"


def gradient(name: str, *stops: Stop, x2: float = 0, y2: float = 1) -> str:
    """Return a linear gradient from the top left to (x2, y2), as shares of the filled shape."""
    marks = "".join(_mark(stop) for stop in stops)
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="{x2}" y2="{y2}">{marks}</linearGradient>'


def glow(name: str, colour: str, opacity: float = 1) -> str:
    """Return a radial gradient that fades to nothing."""
    inner = f'<stop offset="0" stop-color="{colour}" stop-opacity="{opacity}"/>'
    outer = f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/>'
    return f'<radialGradient id="{name}">{inner}{outer}</radialGradient>'


def window(name: str, shape: str) -> str:
    """Return a clip path for `seen_through`: only the part inside the shape is visible."""
    return f'<clipPath id="{name}">{shape}</clipPath>'


def seen_through(name: str, shapes: str) -> str:
    return f'<g clip-path="url(#{name})">{shapes}</g>'


def _mark(stop: Stop) -> str:
    opacity = f' stop-opacity="{stop.opacity}"' if stop.opacity < 1 else ""
    return f'<stop offset="{stop.offset}" stop-color="{stop.colour}"{opacity}/>'


def _attributes(values: dict[str, object]) -> str:
    return "".join(f' {name.replace("_", "-")}="{value}"' for name, value in values.items())
