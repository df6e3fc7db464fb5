"""All words of the index in memory, to complete and to correct words.

Each process has its own copy, and checks every few seconds whether the index has grown. Whole words are
always looked up in the database, so a slightly outdated vocabulary only misses completions.
"""

import time
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Max
from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalog.models import SearchWord

_FRESH_S = 10.0
_MOST_COMPLETIONS = 400
_SHORTEST_PREFIX = 2
_MOST_CORRECTIONS = 12


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words. words: sorted; by_length: the same, by their number of characters."""

    words: list[str]
    by_length: dict[int, list[str]]

    @classmethod
    def of(cls, words: list[str]) -> "Vocabulary":
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in words:
            by_length[len(word)].append(word)
        return cls(sorted(words), dict(by_length))

    def completions(self, prefix: str) -> list[str]:
        """Return the words with this prefix, sorted, at most 400; none for a single letter."""
        if len(prefix) < _SHORTEST_PREFIX:
            return []
        start = bisect_left(self.words, prefix)
        found = []
        for word in self.words[start : start + _MOST_COMPLETIONS]:
            if not word.startswith(prefix):
                break
            found.append(word)
        return found

    def corrections(self, word: str) -> list[str]:
        """Return words at an edit distance of one or two, nearest first, at most 12; ties in order.

        The optimal string alignment distance counts insertions, deletions, substitutions and swaps: one
        is allowed from four letters on, two from eight on. Numbers are never corrected: 2001 is not
        2010.
        """
        slips = 0 if len(word) < 4 or any(map(str.isdigit, word)) else 1 + (len(word) >= 8)
        if not slips:
            return []
        near = [
            other
            for length in range(len(word) - slips, len(word) + slips + 1)
            for other in self.by_length.get(length, ())
        ]
        found = process.extract(
            word, near, scorer=OSA.distance, score_cutoff=slips, limit=_MOST_CORRECTIONS
        )
        ranked = sorted((distance, other) for other, distance, _ in found if other != word)
        return [other for _, other in ranked]


_State = tuple[int, int]
_kept: Vocabulary | None = None
_kept_state: _State = (0, 0)
_looked_at_s = 0.0


def vocabulary() -> Vocabulary:
    """Return the words of the index, at most ten seconds old."""
    global _kept, _kept_state, _looked_at_s  # noqa: PLW0603 - one vocabulary a process
    now_s = time.monotonic()
    if _kept is None or now_s - _looked_at_s > _FRESH_S:
        found = SearchWord.objects.aggregate(words=Count("key"), last=Max("key"))
        state = (found["words"], found["last"] or 0)
        if _kept is None or state != _kept_state:
            _kept = Vocabulary.of(list(SearchWord.objects.values_list("text", flat=True)))
            _kept_state = state
        _looked_at_s = now_s
    return _kept


def forget() -> None:
    """Reload the words at the next use; called after this process changed the index."""
    global _kept  # noqa: PLW0603 - one vocabulary a process
    _kept = None
