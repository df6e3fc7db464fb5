"""One film in, one poster out: a deterministic, self-contained SVG of 300 by 450 units."""

import html
import math
from dataclasses import dataclass, replace
from random import Random

from catalog.posters.casting import Cast, cast
from catalog.posters.families import COMPOSITIONS
from catalog.posters.palettes import PALETTES
from catalog.posters.scene import HEIGHT, WIDTH, Credit, Scene, TitleBox
from catalog.posters.typography import (
    ANCHORS,
    CREDIT_FACE,
    Ink,
    breaks,
    set_credit,
    set_line,
    set_title,
    width,
)

_CREDIT_SIZE, _CREDIT_TRACKING = 9.6, 0.14
_SUBTITLE_SIZE, _SUBTITLE_TRACKING, _SUBTITLE_STEP = 11, 0.06, 14
_LONG_TITLE = 22  # from here on, what follows a colon becomes a subtitle
_LIGHT = (
    '<linearGradient id="v" x1="0" y1="0" x2="1" y2="1">'
    '<stop stop-color="#fff" stop-opacity=".10"/>'
    '<stop offset=".4" stop-color="#fff" stop-opacity="0"/>'
    '<stop offset="1" stop-color="#000" stop-opacity=".16"/></linearGradient>'
)


@dataclass(frozen=True, slots=True)
class PosterSubject:
    """What a poster shows of a film; director may be empty."""

    movie_id: int
    title: str
    year: int | None
    genres: tuple[str, ...]
    director: str = ""


def palette_of(subject: PosterSubject) -> str:
    """The name of the palette that the film's poster is drawn in; nothing is drawn."""
    return _cast(subject).palette


def draw_poster(subject: PosterSubject) -> str:
    """A complete SVG document, about 9 kB; titles are outlines, so it needs no font and no network."""
    name = _printable(subject.title)
    chosen = _cast(subject)
    composition = COMPOSITIONS[chosen.composition](
        chosen.dice, PALETTES[chosen.palette], Scene(chosen.era, name)
    )
    ink, bottom = _set_words(name, chosen.face, composition.title)
    place = composition.credit
    if chosen.composition == "door":
        place = place._replace(y=bottom + 20)
    credit = _set_credit(subject, place, composition.title.box[2])
    year = f" ({subject.year})" if subject.year else ""
    label = f'role="img" aria-label="{html.escape(name)}{year}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {label}>'
        f"{composition.shapes}{ink}{credit}{_finish(chosen.dice)}</svg>"
    )


def _cast(subject: PosterSubject) -> Cast:
    return cast(subject.movie_id, _printable(subject.title), subject.year, subject.genres)


def _printable(text: str) -> str:
    """Without the characters that XML cannot hold: most controls, surrogates, U+FFFE and U+FFFF."""
    return "".join(char for char in text if char in "\t\n\r" or _is_xml(ord(char)))


def _is_xml(code: int) -> bool:
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def _set_words(name: str, face: str, where: TitleBox) -> tuple[str, float]:
    """The title's shapes and its bottom; a long second half after a colon becomes a subtitle."""
    main, _, rest = name.partition(": ")
    main = main.removesuffix(" or")
    if not rest or len(name) < _LONG_TITLE or where.rot:
        main, rest = name, ""
    lines = _subtitle_lines(rest, where.box[2]) if rest else []
    room = _SUBTITLE_STEP * len(lines) + 6 if lines else 0
    x, y, wide, high = where.box
    title = set_title(main, face, replace(where, box=(x, y, wide, high - room)))
    anchor = ANCHORS[where.align]
    ink = Ink(CREDIT_FACE, _SUBTITLE_SIZE, where.fill, _SUBTITLE_TRACKING, anchor)
    shapes = title.shapes
    for place, line in enumerate(lines):
        below = title.bottom + 18 + _SUBTITLE_STEP * place
        shapes += set_line(line.replace("'", "’"), x + wide * anchor, below, ink)
    if where.rot:
        shapes = f'<g transform="translate(0 450) rotate(-90)">{shapes}</g>'
    return shapes, title.bottom + _SUBTITLE_STEP * len(lines) + 4 * bool(lines)


def _subtitle_lines(text: str, wide: float) -> list[str]:
    capitals = text.upper()
    needed = width(CREDIT_FACE, capitals, _SUBTITLE_TRACKING) * _SUBTITLE_SIZE / wide
    words = capitals.split()
    count = min(max(1, math.ceil(needed)), len(words))
    return breaks(CREDIT_FACE, words, count, _SUBTITLE_TRACKING).lines


def _set_credit(subject: PosterSubject, place: Credit, wide: float) -> str:
    parts = (_printable(subject.director), str(subject.year or ""))
    text = " · ".join(part for part in parts if part)
    needed = width(CREDIT_FACE, text.upper(), _CREDIT_TRACKING) * _CREDIT_SIZE
    size = min(_CREDIT_SIZE, _CREDIT_SIZE * (wide / needed)) if needed else _CREDIT_SIZE
    ink = Ink(CREDIT_FACE, size, place.fill, _CREDIT_TRACKING, place.anchor)
    return set_credit(text, place.x, place.y, ink)


def _finish(dice: Random) -> str:
    """Grain over all, and a light from the top left."""
    seed = dice.randint(1, 99)
    grain = (
        '<filter id="n" x="0" y="0" width="1" height="1">'
        f'<feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="2" seed="{seed}"/>'
        '<feColorMatrix values="0 0 0 0 .5 0 0 0 0 .48 0 0 0 0 .44 0 0 0 1.4 -.62"/></filter>'
    )
    sheet = f'<rect width="{WIDTH}" height="{HEIGHT}"'
    return (
        f"<defs>{grain}{_LIGHT}</defs>"
        f'{sheet} filter="url(#n)" opacity=".22"/>{sheet} fill="url(#v)"/>'
    )
