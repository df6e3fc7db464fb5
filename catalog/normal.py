"""Titles in the form in which they are searched and sorted."""

import re
import unicodedata
from collections.abc import Iterable

_NOT_WORD = re.compile(r"[\W_]+")
_MAX_SEARCH_TEXT = 1000


def normalised(text: str) -> str:
    """Lower case, without accents; anything but letters and digits becomes one space."""
    bare = "".join(
        char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
    )
    return _NOT_WORD.sub(" ", bare.casefold()).strip()


def search_text(titles: Iterable[str]) -> str:
    """The titles, normalised, each once between bars, so that a match can be told to be at a start."""
    forms = dict.fromkeys(form for form in map(normalised, titles) if form)
    return ("|" + "|".join(forms) + "|")[:_MAX_SEARCH_TEXT]
