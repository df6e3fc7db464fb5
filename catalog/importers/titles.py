"""MovieLens titles, such as "City of Lost Children, The (Cité des enfants perdus, La) (1995)"."""

import re
from dataclasses import dataclass

_YEAR = re.compile(r"\s*\((\d{4})([–-]\d{0,4})?\)\s*$")
_TRAILING_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_ARTICLE = re.compile(
    r"^(.*), (The|A|An|Les|Le|La|L'|Il|Lo|I|El|Los|Las|Un|Une|Una|Der|Die|Das|Den|Det|Ein|Eine|Os|O)$"
)
_ALSO_KNOWN = re.compile(r"^a\.?k\.?a\.?:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParsedTitle:
    """title: as it is said; sort_title: with the article last; alternatives: other titles.

    is_dated: whether the source gives one plain year; a range, as of a series, gives its first.
    """

    title: str
    sort_title: str
    alternatives: tuple[str, ...]
    year: int | None
    is_dated: bool = True


def parse_title(text: str) -> ParsedTitle:
    """Take a title apart; one that follows no pattern is kept as it is. An empty one stays empty."""
    rest, year, is_dated = " ".join(text.split()), None, False
    if found := _YEAR.search(rest):
        rest, year, is_dated = rest[: found.start()], int(found.group(1)), not found.group(2)
    others: list[str] = []
    while (found := _TRAILING_BRACKETS.search(rest)) and found.start() > 0:
        others.insert(0, _article_first(_ALSO_KNOWN.sub("", found.group(1))))
        rest = rest[: found.start()]
    title = _article_first(rest)
    alternatives = tuple(dict.fromkeys(other for other in others if other and other != title))
    return ParsedTitle(title, rest, alternatives, year, is_dated)


def _article_first(title: str) -> str:
    found = _ARTICLE.match(title)
    if not found:
        return title
    name, article = found.groups()
    return f"{article}{name}" if article.endswith("'") else f"{article} {name}"
