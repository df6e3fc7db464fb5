"""Parse titles as MovieLens, IMDb and TMDB write them, such as "Matrix, The (1999)".

This parser serves both the imports of data sets and of users' own files; it needs no Django.
"""

import re
from dataclasses import dataclass, field

FIRST_YEAR, LAST_YEAR = 1870, 2100
_YEAR = re.compile(
    r"(?P<year>[0-9]{4})(?:/[IVXL]+)?(?P<range>\s*[-‐-―−~/]\s*(?:[0-9]{2}|[0-9]{4})?)?"
)
_UNKNOWN_YEAR = re.compile(r"\?{4}(?:/[IVXL]+)?")
# IMDb's markers of the kind of title, and of several titles with one name and year.
_MARKER = re.compile(
    r"TV(?:[ -](?:movie|film|special|short|(?:mini[ -]?)?series|episode|mini))?|V|VG|(?-i:[IVXL]+)"
    r"|video(?: game)?|mini[ -]?series|short(?: film)?|film|movie|documentary|IMAX|3-?D",
    re.IGNORECASE,
)
# These brackets distinguish two films or two editions, so they stay in the title.
_PART = re.compile(
    r"(?:part|pt\.?|vol(?:ume|\.)?|episode|chapter|season|series|book|disc)\s*"
    r"(?:[0-9]+|(?-i:[IVXL]+)|one|two|three|four|five|six)\b.*|.*\b(?:cut|edition|version|redux)",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"(?:\b(?:or|and)|[:;,&+/–—-])$", re.IGNORECASE)
_CONTINUES = re.compile(r"(?:or|and|but|not|&)\b", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(.*), (The|A|An|Les|Le|La|L'|Un|Une|Il|Lo|I|Gli|Una|El|Los|Las|Os|O|Der|Die|Das|Ein|Eine|Den|Det"
    r"|En|De|Da)"
)
_ALSO_KNOWN = re.compile(r"(?:^|,\s*)a\.?k\.?a\.?:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParsedTitle:
    """A parsed title.

    title: in reading order; sort_title: with the article last; alternatives: other titles.

    A title with alternatives in brackets is itself one of them, as a whole. is_dated: whether the
    source has one plain year; the range of a series counts as its first year. not_titles: bracketed
    parts that are not titles, such as "V" or "1993"; older versions took them for titles.
    """

    title: str
    sort_title: str
    alternatives: tuple[str, ...]
    year: int | None
    is_dated: bool = True
    not_titles: tuple[str, ...] = ()


@dataclass(slots=True)
class _Parts:
    """A title during the removal of its brackets, last one first. kept: brackets that belong to it."""

    rest: str
    year: int | None = None
    is_dated: bool = False
    others: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def take(self, bracket: str) -> None:
        """Sort the content of a bracket that follows a space."""
        if _PART.fullmatch(bracket) or not _has_letters(bracket):
            self.kept.insert(0, bracket)
        elif not _MARKER.fullmatch(bracket):
            self.others.insert(0, bracket)

    def take_year(self, bracket: str) -> bool:
        """Return whether the bracket holds a year; of several years the last one counts."""
        found = _YEAR.fullmatch(bracket)
        if not found or not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
            return bool(_UNKNOWN_YEAR.fullmatch(bracket))
        if self.year is None:
            self.year, self.is_dated = int(found["year"]), not found["range"]
        return True


def parse_title(text: str) -> ParsedTitle:
    """Parse a title; one without a known pattern is kept as it is. An empty one stays empty."""
    whole = " ".join(text.split())
    parts = _Parts(whole)
    while found := _last_bracket(parts.rest):
        before, bracket = found
        if not parts.take_year(bracket):
            if not before.endswith(" ") or _belongs_to_title(before.rstrip(), bracket):
                break
            parts.take(bracket)
        parts.rest = before.rstrip()
    kept = "".join(f" ({bracket})" for bracket in parts.kept)
    title, sort_title = _article_first(parts.rest) + kept, parts.rest + kept
    others = [_article_first(name) for bracket in parts.others for name in _names_in(bracket)]
    if others:
        others.append(
            parts.rest + "".join(f" ({bracket})" for bracket in (*parts.others, *parts.kept))
        )
    alternatives = tuple(dict.fromkeys(other for other in others if other and other != title))
    wrong = tuple(one for one in _once_titles(whole) if one not in (title, *alternatives))
    return ParsedTitle(title, sort_title, alternatives, parts.year, parts.is_dated, wrong)


def _last_bracket(text: str) -> tuple[str, str] | None:
    """Return the text before the last bracket, and its content; None without a bracket or a text."""
    if not text.endswith(")"):
        return None
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[place], 0)
        if depth == 0:
            return (text[:place], text[place + 1 : -1].strip()) if text[:place].strip() else None
    return None


def _belongs_to_title(before: str, bracket: str) -> bool:
    """Whether the bracket belongs to the title, as in "To Have (Or Not)".

    Another such title is "Birdman: Or (The Unexpected Virtue of Ignorance)".
    """
    return bool(_UNFINISHED.search(before) or _CONTINUES.match(bracket))


def _has_letters(text: str) -> bool:
    """Whether there are letters, or characters such as the one for a half in "8 1/2 (8½)"."""
    return any(char.isalpha() or (char.isnumeric() and not char.isdigit()) for char in text)


def _names_in(bracket: str) -> list[str]:
    """Return the titles in "a.k.a. Sydney, a.k.a. Hard Eight"; any other bracket holds one."""
    return [name.strip() for name in _ALSO_KNOWN.split(bracket) if name.strip()]


def _once_titles(text: str) -> list[str]:
    """Return the parts that older versions, which had fewer rules, took for titles."""
    found = []
    while last := _last_bracket(text):
        text, bracket = last[0].rstrip(), last[1]
        found.append(_article_first(_ALSO_KNOWN.sub("", bracket, count=1)))
    return found


def _article_first(title: str) -> str:
    found = _ARTICLE.fullmatch(title)
    if not found:
        return title
    name, article = found.groups()
    return f"{article}{name}" if article.endswith("'") else f"{article} {name}"
