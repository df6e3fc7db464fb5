"""Titles in the form in which they are searched and sorted."""

import re
import unicodedata
from collections.abc import Iterable

_NOT_WORD = re.compile(r"[\W_]+")
_MAX_SEARCH_TEXT = 1000
# Letters that Unicode does not split into a base letter and an accent, as people type them without.
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
    """Lower case, without accents and ligatures; anything but letters and digits becomes one space."""
    if not text.isascii():
        text = "".join(
            char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
        )
        text = text.casefold().translate(LETTERS)
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def search_text(titles: Iterable[str]) -> str:
    """The titles, normalised, each once between bars, so that a match can be told to be at a start."""
    forms = dict.fromkeys(form for form in map(normalised, titles) if form)
    return ("|" + "|".join(forms) + "|")[:_MAX_SEARCH_TEXT]
