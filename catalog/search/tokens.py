"""Which words lead to a text, and their keys in the index."""

import hashlib
import re
from collections.abc import Iterable

from catalog.normalisation import normalised

LONGEST = 40
STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "der",
        "des",
        "die",
        "du",
        "el",
        "in",
        "la",
        "las",
        "le",
        "les",
        "of",
        "on",
        "or",
        "the",
        "to",
        "und",
        "with",
    ]
)
_JOINED_BY = re.compile(r"(?<=\w)[-'’.·](?=\w)")


def words_of(texts: Iterable[str]) -> set[str]:
    """The words of the texts; those that a hyphen, apostrophe or dot splits, in one piece too.

    "Spider-Man" is found by spider, man and spiderman.
    """
    return {
        word[:LONGEST]
        for text in texts
        for form in (text, _JOINED_BY.sub("", text))
        for word in normalised(form).split()
    }


def word_key(word: str) -> int:
    """64 bits, signed, as databases keep them; the same everywhere, whatever a collation holds equal."""
    digest = hashlib.blake2b(word.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
