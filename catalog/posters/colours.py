"""Mix colours, and choose readable combinations. A colour is "#rrggbb"."""

_BLACK = "#000000"


def mix(first: str, second: str, share: float) -> str:
    """Return a colour between two, `share` of the way to the second."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def darker(colour: str, share: float) -> str:
    """Return a colour that is `share` of the way to black."""
    return mix(colour, _BLACK, share)


def contrast(first: str, second: str) -> float:
    """Return the WCAG 2 contrast ratio, 1 to 21."""
    dim, bright = sorted((_luminance(first), _luminance(second)))
    return (bright + 0.05) / (dim + 0.05)


def ink_on(ground: str, *inks: str, least: float = 4.5) -> str:
    """Return the first ink that is readable on the ground, else the one with the most contrast."""
    readable = (ink for ink in inks if contrast(ground, ink) >= least)
    return next(readable, max(inks, key=lambda ink: contrast(ground, ink)))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
