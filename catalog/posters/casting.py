"""Choose a film's composition, palette and typeface, by its most distinctive genre and its decade.

The choices come from a random generator that is seeded with the film's id and title, so that the same
film always gets the same poster. Do not change SALT: it would change every poster of every site.
"""

import hashlib
from random import Random
from typing import NamedTuple

from catalog.posters.styles import STYLES

SALT = "nf9982:"
_LAST_YEARS = (1959, 1981, 2004)  # the last years of the first three eras
_UNKNOWN_YEAR = 2000
_PLAIN_GENRE = "Drama"
_MIXED = 0.3  # how often the second genre determines the composition


class Cast(NamedTuple):
    """The choices; dice: in the state from which the composition continues."""

    dice: Random
    era: int
    composition: str
    palette: str
    face: str


def cast(movie_id: int, title: str, year: int | None, genres: tuple[str, ...]) -> Cast:
    """Choose for a film; without a known genre it counts as a drama. title: without lone surrogates."""
    dice, era = _dice(movie_id, title), era_of(year)
    telling = [genre for genre in STYLES if genre in genres] or [_PLAIN_GENRE]
    style = STYLES[telling[0]]
    compositions = style.compositions
    if len(telling) > 1 and dice.random() < _MIXED:
        compositions = (*compositions, STYLES[telling[1]].compositions[0])
    return Cast(
        dice,
        era,
        composition=dice.choice(compositions),
        palette=dice.choice(style.palettes[era]),
        face=dice.choice(style.faces[era]),
    )


def era_of(year: int | None) -> int:
    """Return 0 before 1960, 1 to 1981, 2 to 2004, 3 later; an unknown year counts as 2000."""
    return sum((year or _UNKNOWN_YEAR) > last for last in _LAST_YEARS)


def _dice(movie_id: int, title: str) -> Random:
    seed = hashlib.blake2b(f"{SALT}{movie_id}:{title}".encode(), digest_size=8).digest()
    return Random(int.from_bytes(seed, "big"))
