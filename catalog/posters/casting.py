"""Which composition, palette and face a film gets: its most telling genre and its decade decide.

Each of a film's choices is drawn from dice that its id and title seed, so that the same film always
gets the same poster. Do not change SALT: it would change every poster of every site.
"""

import hashlib
from random import Random
from typing import NamedTuple

from catalog.posters.styles import STYLES

SALT = "nf9982:"
_LAST_YEARS = (1959, 1981, 2004)  # of the first three eras
_UNKNOWN_YEAR = 2000
_PLAIN_GENRE = "Drama"
_MIXED = 0.3  # how often the second genre lends a composition


class Cast(NamedTuple):
    """What was chosen; dice: in the state in which the composition goes on with them."""

    dice: Random
    era: int
    composition: str
    palette: str
    face: str


def era_of(year: int | None) -> int:
    """0 before 1960, 1 to 1981, 2 to 2004, 3 later; an unknown year counts as 2000."""
    return sum((year or _UNKNOWN_YEAR) > last for last in _LAST_YEARS)


def cast(movie_id: int, title: str, year: int | None, genres: tuple[str, ...]) -> Cast:
    seed = hashlib.blake2b(_utf8(f"{SALT}{movie_id}:{title}"), digest_size=8).digest()
    dice = Random(int.from_bytes(seed, "big"))
    telling = [genre for genre in STYLES if genre in genres] or [_PLAIN_GENRE]
    style, compositions = STYLES[telling[0]], STYLES[telling[0]].compositions
    if len(telling) > 1 and dice.random() < _MIXED:
        compositions = (*compositions, STYLES[telling[1]].compositions[0])
    era = era_of(year)
    return Cast(
        dice,
        era,
        dice.choice(compositions),
        dice.choice(style.palettes[era]),
        dice.choice(style.faces[era]),
    )


def _utf8(text: str) -> bytes:
    """A lone surrogate has no UTF-8; any bytes will do, as long as they are always the same."""
    return text.encode(errors="surrogatepass")
