"""Convert ratings in many notations and scales to half stars."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from uploads.imports.cells import shown, text
from uploads.imports.rows import BadCell

SCALES = (5, 10, 20, 100)
_OF = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/|out of|of|von|sur|su)\s*(\d{1,3})", re.IGNORECASE)
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_COUNTED = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:stars?|★|⭐|sterne?|points?)", re.IGNORECASE)
_STARS = re.compile(r"([★⭐✭*]*)(½|\.5|1/2)?[☆✩\ufe0f]*")
_NONE = frozenset(
    {"-", "–", "—", "?", "null", "none", "n/a", "unrated", "not rated", "no rating", "nr"}
)


@dataclass(frozen=True, slots=True)
class Thumbs:
    """The half stars that thumbs stand for."""

    down: int = 2
    up: int = 8
    two_up: int = 10


_THUMBS: Mapping[str, str] = {
    **dict.fromkeys(("thumbs down", "thumb down", "👎", "down", "dislike", "disliked"), "down"),
    **dict.fromkeys(("thumbs up", "thumb up", "👍", "up", "like", "liked"), "up"),
    **dict.fromkeys(("two thumbs up", "👍👍", "love", "loved"), "two_up"),
}


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale of a file's ratings.

    top: its best rating; is_exact: whether every rating must be one that the site can give (half stars
    of five, or whole ones of ten); has_zero: whether 0 is the worst rating rather than none.
    """

    top: int
    is_exact: bool = False
    has_zero: bool = False
    thumbs: Thumbs = Thumbs()


@dataclass(frozen=True, slots=True)
class Given:
    """A rating as written; top: the best of its own scale, if it names one, or None."""

    amount: Decimal
    top: int | None = None


def half_stars(cell: str, scale: Scale) -> tuple[int | None, str]:
    """Return 1 to 10, None for an empty cell; and a remark when it was rounded."""
    cell = text(cell)
    if thumb := thumb_of(cell):
        return getattr(scale.thumbs, thumb), ""
    given = given_of(cell)
    if given is None:
        return None, ""
    halves = given.amount * 10 / (given.top or scale.top)
    if halves == 0:
        return (
            (1, "0, the lowest rating there, becomes half a star") if scale.has_zero else (None, "")
        )
    if scale.is_exact and given.top is None:
        return _exact(cell, halves, scale), ""
    if not 0 < halves <= 10:
        raise BadCell(f"{shown(cell)} is not a rating of at most {given.top or scale.top}")
    rounded = max(1, int(halves.to_integral_value(ROUND_HALF_UP)))
    remark = f"{shown(cell)} was rounded to {rounded / 2:g} stars" if rounded != halves else ""
    return rounded, remark


def _exact(cell: str, halves: Decimal, scale: Scale) -> int:
    if halves not in range(1, 11):
        first, step = (0.5, " in steps of 0.5") if scale.top == 5 else (1, "")
        raise BadCell(f"{shown(cell)} is not a rating from {first} to {scale.top}{step}")
    return int(halves)


def thumb_of(cell: str) -> str:
    """Return the name of a field of Thumbs, or ""."""
    return _THUMBS.get(" ".join(cell.casefold().replace("_", " ").split()), "")


def given_of(cell: str) -> Given | None:
    """Parse a rating; None for a cell without one. Raises BadCell for anything else."""
    if not cell or cell.casefold() in _NONE:
        return None
    if found := _OF.fullmatch(cell):
        if not int(found[2]):
            raise BadCell(f"{shown(cell)} is not a rating")
        return Given(_decimal(found[1]), int(found[2]))
    if found := _PERCENT.fullmatch(cell):
        return Given(_decimal(found[1]), 100)
    if (found := _STARS.fullmatch(cell)) and (found[1] or found[2]):
        return Given(Decimal(len(found[1])) + (Decimal("0.5") if found[2] else 0), 5)
    counted = _COUNTED.fullmatch(cell)
    return Given(_decimal(counted[1] if counted else cell))


def _decimal(cell: str) -> Decimal:
    try:
        amount = Decimal(cell.replace(",", "."))
    except ArithmeticError as error:
        raise BadCell(f"{shown(cell)} is not a rating") from error
    if not amount.is_finite() or not -(10**6) < amount < 10**6:
        raise BadCell(f"{shown(cell)} is not a rating")
    return amount


def is_rating(cell: str) -> bool:
    """Whether a cell can be read as a rating of some scale."""
    try:
        return bool(thumb_of(text(cell))) or given_of(text(cell)) is not None
    except BadCell:
        return False


@dataclass(frozen=True, slots=True)
class Inferred:
    """The inferred scale, and the reason; is_sure: whether the ratings rule out the next one."""

    top: int
    why: str
    is_sure: bool


def inferred(cells: Iterable[str]) -> Inferred:
    """Infer the scale from the whole file: a rating above 5 is out of 10, one above 10 out of 100."""
    amounts = [given.amount for given in map(_readable, cells) if given and given.top is None]
    highest = max(amounts, default=Decimal(0))
    if highest > 5:
        top = 10 if highest <= 10 else 100
        return Inferred(top, f"the highest rating is {_short(highest)}", is_sure=True)
    has_halves = any(amount % 1 == Decimal("0.5") for amount in amounts)
    why = "half stars occur" if has_halves else f"the highest rating is {_short(highest)}"
    return Inferred(5, f"no rating is above 5, and {why}", is_sure=has_halves)


def _readable(cell: str) -> Given | None:
    return given_of(text(cell)) if is_rating(cell) and not thumb_of(text(cell)) else None


def _short(amount: Decimal) -> str:
    return f"{amount:f}".rstrip("0").rstrip(".") if "." in f"{amount:f}" else f"{amount:f}"
