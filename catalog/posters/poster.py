"""Draw a film's poster: a deterministic, self-contained SVG of 300 by 450 units."""

import html
import re
from dataclasses import dataclass
from random import Random

from catalog.posters.casting import Cast, cast
from catalog.posters.families import COMPOSITIONS
from catalog.posters.palettes import PALETTES
from catalog.posters.scene import HEIGHT, WIDTH, Scene
from catalog.posters.text import set_credit, set_names

# Characters that XML 1.0 cannot hold, even escaped: most controls, lone surrogates, two non-characters.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LIGHT = (
    '<linearGradient id="v" x1="0" y1="0" x2="1" y2="1">'
    '<stop stop-color="#fff" stop-opacity=".10"/>'
    '<stop offset=".4" stop-color="#fff" stop-opacity="0"/>'
    '<stop offset="1" stop-color="#000" stop-opacity=".16"/></linearGradient>'
)


@dataclass(frozen=True, slots=True)
class PosterSubject:
    """A film's data for a poster; director may be empty."""

    movie_id: int
    title: str
    year: int | None
    genres: tuple[str, ...]
    director: str = ""


def palette_of(subject: PosterSubject) -> str:
    """Return the name of the film's palette, without drawing the poster."""
    return _cast(subject).palette


def draw_poster(subject: PosterSubject) -> str:
    """Return a complete SVG document, about 9 kB, which needs no font and no network."""
    name, chosen = _printable(subject.title), _cast(subject)
    scene = Scene(chosen.dice, PALETTES[chosen.palette], chosen.era, name)
    shapes, box, place = COMPOSITIONS[chosen.composition](scene)
    names = set_names(name, chosen.face, box)
    credit = set_credit(_printable(subject.director), subject.year, place, box, names.bottom)
    year = f" ({subject.year})" if subject.year else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{html.escape(name)}{year}">'
        f"{shapes}{names.shapes}{credit}{_grain_and_light(chosen.dice)}</svg>"
    )


def _cast(subject: PosterSubject) -> Cast:
    return cast(subject.movie_id, _printable(subject.title), subject.year, subject.genres)


def _printable(text: str) -> str:
    return _NOT_XML.sub("", text)


def _grain_and_light(dice: Random) -> str:
    """Return the top layer of grain and light; the light comes from the top left."""
    grain = (
        '<filter id="n" x="0" y="0" width="1" height="1">'
        '<feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="2" '
        f'seed="{dice.randint(1, 99)}"/>'
        '<feColorMatrix values="0 0 0 0 .5 0 0 0 0 .48 0 0 0 0 .44 0 0 0 1.4 -.62"/></filter>'
    )
    sheet = f'<rect width="{WIDTH}" height="{HEIGHT}"'
    return (
        f"<defs>{grain}{_LIGHT}</defs>"
        f'{sheet} filter="url(#n)" opacity=".22"/>{sheet} fill="url(#v)"/>'
    )
