"""Break a title into even lines, which should not end with a small word."""

from dataclasses import dataclass, field
from itertools import combinations, pairwise
from math import comb
from typing import NamedTuple

from catalog.posters.lettering import width

_SMALL_WORDS = frozenset(
    ("the", "of", "a", "an", "and", "in", "to", "or", "for", "with", "on", "at", "from", "by")
) | {"my", "is", "vs.", "&", "de", "la", "le", "el"}
_MOST_WORDS = 11
_SHORT_LINE = 2  # a line with so few characters looks lost
_SMALL_WORD_COST, _SHORT_LINE_COST, _UNEVENNESS_COST = 0.35, 0.2, 0.12


class Lines(NamedTuple):
    """Broken lines. cost and widest: in units of the type size."""

    cost: float
    lines: list[str]
    widest: float


class _Line(NamedTuple):
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words to break into lines; each possible line is measured once."""

    face: str
    words: list[str]
    tracking: float
    _measured: dict[tuple[int, int], _Line] = field(default_factory=dict)

    def broken(self, count: int) -> Lines:
        """Return the best of all ways to make `count` lines; count: 1 to the number of words."""
        ways = combinations(range(1, len(self.words)), count - 1)
        return min((self._broken_at(ends) for ends in ways), key=lambda lines: lines.cost)

    def ways(self, count: int) -> int:
        """Return the number of ways to make `count` lines, which determines the running time."""
        return comb(len(self.words) - 1, count - 1)

    def _broken_at(self, ends: tuple[int, ...]) -> Lines:
        """Return lines with breaks at `ends`, the numbers of words before each break."""
        lines = [self._line(*span) for span in pairwise((0, *ends, len(self.words)))]
        widths = [line.width for line in lines]
        flaws = sum(self.words[end - 1].lower() in _SMALL_WORDS for end in ends) * _SMALL_WORD_COST
        flaws += sum(len(line.text) <= _SHORT_LINE for line in lines) * _SHORT_LINE_COST
        widest = max(widths)
        cost = widest * (1 + flaws) + (widest - min(widths)) * _UNEVENNESS_COST
        return Lines(cost, [line.text for line in lines], widest)

    def _line(self, start: int, end: int) -> _Line:
        if (start, end) not in self._measured:
            text = " ".join(self.words[start:end])
            self._measured[start, end] = _Line(text, width(self.face, text, self.tracking))
        return self._measured[start, end]


def shortened(words: list[str]) -> list[str]:
    """Shorten a very long title with an ellipsis."""
    return words if len(words) <= _MOST_WORDS else [*words[: _MOST_WORDS - 1], "…"]
