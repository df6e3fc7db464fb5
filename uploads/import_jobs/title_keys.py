"""Keys that are equal for titles that differ only in spelling, and the titles within a title.

same   "Rocky II", "ROCKY 2": case, accents, punctuation, "&" and Roman numerals do not matter
loose  "The Fast and the Furious", "Fast & Furious": nor do articles, "and", spaces, words for numbers
parts  "Star Wars" and "A New Hope" in "Star Wars: Episode IV - A New Hope"
"""

import re
from collections.abc import Iterator
from enum import Enum
from itertools import islice
from typing import NamedTuple

from catalog.normalisation import normalised

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = {
    tens + ones: str(10 * place + number)
    for place, tens in enumerate(("", "X"))
    for number, ones in enumerate(_ONES)
    if tens + ones
}
_CLEAR = "|".join(sorted((name for name in _ROMAN if len(name) > 1), key=len, reverse=True))
# A lone I, V or X is a word, unless it follows "part" or the like, or V or X ends a title or its name.
_NUMERAL = re.compile(
    rf"(?<=\w)(?P<gap>[ :,.]+)(?P<clear>{_CLEAR})(?![\w'’])"
    r"|(?P<word>\b(?:part|episode|chapter|volume|vol\.?) )(?P<after>[IVX])(?![\w'’])"
    r"|(?<=\w )(?P<last>[VX])(?=$|:| [-–—(])",
    re.IGNORECASE,
)
_HAS_NUMERAL = re.compile(r"[ :,.][IVX]", re.IGNORECASE)  # most titles have none
_FRACTION = re.compile(r"(?<=\d)(?=[¼-¾⅐-⅞])")  # "8½" is "8 1/2", not "81/2"
_EPISODE = re.compile(r":\s*episode \w{1,5}\s*[-‐-―:]\s*", re.IGNORECASE)
_INITIALS = re.compile(r"(?<=\b[^\W\d_]) (?=[^\W\d_]\b)")  # between the letters of "M*A*S*H"
_FILLERS = frozenset({"a", "an", "and", "the"})
_WRITTEN = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "thirteen": "13",
    "vol": "volume",
    "pt": "part",
    "colour": "color",
    "colours": "colors",
    "grey": "gray",
    "theatre": "theater",
}
_SUBTITLE = re.compile(r"\s*[:;]\s+|\s+[-‐-―]\s+|\s+(?=\()")
_OR = re.compile(r"(?:[,:;]\s*or|\s+or(?=[:,]|\s+\())\b[:,]?\s*", re.IGNORECASE)
_HERO = re.compile(r"[\w.'’-]+(?: [\w.'’-]+)? and the ", re.IGNORECASE)
_MAKER = re.compile(r"(?:[\w.-]+ ){0,2}(?P<owner>[\w.-]+)(?:['’]s|(?<=s)['’]) ", re.IGNORECASE)
_NO_OWNERS = frozenset({"he", "here", "how", "it", "let", "she", "that", "there", "what", "who"})
_MOST_CUTS = 4  # titles have no more, but a malicious file may
_IS_EPISODE = re.compile(r"episode\b", re.IGNORECASE)
# These words alone identify no film.
_NUMBERED = frozenset({"part", "volume", "episode", "chapter", "book", "generation"})
_KINDS = frozenset({"movie", "film", "motion", "picture", "story", "love", "sequel"})
_PLACES = frozenset(
    {"new", "first", "last", "final", "next", "beginning", "end", "return", "returns"}
)
_COMMON = _FILLERS | _NUMBERED | _KINDS | _PLACES | {"of", "in", "to", "for"}


class Keys(NamedTuple):
    """The keys of a title. loose: "" for a title too short for loose comparison, such as "s" or "06"."""

    same: str
    loose: str

    @classmethod
    def of(cls, title: str) -> "Keys":
        same = same_key(title)
        bare = same_key(_EPISODE.sub(": ", title)) if _EPISODE.search(title) else same
        words = _INITIALS.sub("", bare).split()
        telling = [_WRITTEN.get(word, word) for word in words if word not in _FILLERS]
        loose = "".join(_without_part(telling) or words)
        return cls(same, loose if says_something(loose) else "")


class Kind(Enum):
    """The kind of a part of a title: the name before a subtitle, or a title that can stand alone.

    EPISODE: the name before "Episode IV"; some use it alone as the film's title. But "Thor: Tales of
    Asgard" is not "Thor".
    """

    NAME = "name"
    EPISODE = "episode"
    TITLE = "title"


class Part(NamedTuple):
    """A title within a title, by its loose key."""

    key: str
    kind: Kind


def says_something(key: str) -> bool:
    """Whether a key may identify a film with another title, too: "x2" may, "s" and "06" may not."""
    if not any(char.isalpha() for char in key):
        return False
    return len(key) >= 3 or not key.isascii() or (len(key) == 2 and not key.isalpha())


def parts_of(title: str) -> Iterator[Part]:
    """Yield the parts before and after a subtitle or an "or", and after a hero's name."""
    for cut in islice(_SUBTITLE.finditer(title), _MOST_CUTS):
        before, after = title[: cut.start()], title[cut.end() :]
        yield from _part(before, Kind.EPISODE if _IS_EPISODE.match(after) else Kind.NAME)
        if _names_a_film(after):
            yield from _part(after, Kind.TITLE)
    for cut in islice(_OR.finditer(title), _MOST_CUTS):
        yield from _part(title[: cut.start()], Kind.TITLE)
    hero = _HERO.match(title)
    if hero and _names_a_film(title[hero.end() :]):
        yield from _part(title[hero.end() :], Kind.TITLE)


def without_maker(title: str) -> str:
    """Return "Life of Brian" for "Monty Python's Life of Brian"; "" without a maker at the beginning."""
    found = _MAKER.match(title)
    if not found or found["owner"].lower() in _NO_OWNERS:
        return ""
    rest = title[found.end() :]
    return rest if _names_a_film(rest) else ""


def _part(text: str, kind: Kind) -> Iterator[Part]:
    if key := Keys.of(text).loose:
        yield Part(key, kind)


def _without_part(words: list[str]) -> list[str]:
    """Drop "Vol.", since some write "Guardians of the Galaxy 2" for "Guardians of the Galaxy Vol. 2"."""
    if _NUMBERED.isdisjoint(words):
        return words
    pairs = zip(words, [*words[1:], ""], strict=False)
    return [word for word, after in pairs if not (word in _NUMBERED and after.isdigit())]


def _names_a_film(text: str) -> bool:
    """Whether a text identifies a film: not "Resurrection" (too common), "The Movie" or "Part 2"."""
    words = [word for word in normalised(text).split() if not word.isdigit()]
    return len(words) > 1 and not _COMMON.issuperset(words)


def same_key(title: str) -> str:
    text = title.replace("&", " and ") if "&" in title else title
    if not text.isascii():
        text = _FRACTION.sub(" ", text)
    return normalised(_NUMERAL.sub(_in_digits, text) if _HAS_NUMERAL.search(text) else text)


def _in_digits(found: re.Match[str]) -> str:
    before = found["gap"] or found["word"] or ""
    numeral = found["clear"] or found["after"] or found["last"]
    return before + _ROMAN[numeral.upper()]
