"""Normalise titles for search and sorting."""

import re
import unicodedata
from collections.abc import Iterable

_NOT_WORD = re.compile(r"[\W_]+")
_MAX_SEARCH_TEXT = 1000
# Letters that Unicode does not decompose into a base letter and an accent, as people type them.
LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "ng",
        "ı": "i",
        "ƒ": "f",
    }
)


def normalised(text: str) -> str:
    """Return lower case, without accents and ligatures; other characters become single spaces."""
    if not text.isascii():
        text = "".join(
            char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
        )
        text = text.casefold().translate(LETTERS)
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def search_text(titles: Iterable[str]) -> str:
    """Join the normalised titles, each once, between bars, which mark the start of a title."""
    forms = dict.fromkeys(form for form in map(normalised, titles) if form)
    return ("|" + "|".join(forms) + "|")[:_MAX_SEARCH_TEXT]
