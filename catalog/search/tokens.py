"""Split texts into words, and compute their keys in the index."""

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
    """Return the words of the texts; a word with a hyphen, apostrophe or dot also counts as a whole.

    "Spider-Man" is found by spider, man and spiderman.
    """
    return {
        word[:LONGEST]
        for text in texts
        for form in (text, _JOINED_BY.sub("", text))
        for word in normalised(form).split()
    }


def word_key(word: str) -> int:
    """Return 64 bits, signed as in databases, and independent of a database's collation."""
    digest = hashlib.blake2b(word.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
