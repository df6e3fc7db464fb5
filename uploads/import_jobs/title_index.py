"""An index of the catalogue's titles in memory, to find the films of a row's titles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from catalog.titles import parse_title
from uploads.import_jobs.title_keys import (
    Keys,
    Kind,
    parts_of,
    same_key,
    says_something,
    without_maker,
)

_NONE: frozenset[int] = frozenset()


@dataclass(slots=True)
class Found:
    """Films by strength of evidence.

    same: the title is equal; loose: it is loosely equal; parts: the year is equal, and one title
    contains the other; hints: the year is equal, but only a name is shared, such as that of a series.
    """

    same: set[int] = field(default_factory=set)
    loose: set[int] = field(default_factory=set)
    parts: set[int] = field(default_factory=set)
    hints: set[int] = field(default_factory=set)

    def in_order(self) -> list[list[int]]:
        """Return the four lists, with each film only in the first one that has it."""
        seen: set[int] = set()
        lists = []
        for films in (self.same, self.loose, self.parts, self.hints):
            lists.append(sorted(films - seen))
            seen |= films
        return lists


@dataclass(slots=True)
class TitleIndex:
    """Films by the keys of their titles, of the parts of titles, and of the names before subtitles."""

    same: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    loose: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    parts: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    names: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    year_of: dict[int, int | None] = field(default_factory=dict)

    def add(
        self,
        film: int,
        year: int | None,
        main: Sequence[str],
        sort_title: str,
        others: Iterable[str],
    ) -> None:
        """Add a film. main: its main titles; others: other titles; too general ones are left out."""
        self.year_of[film] = year
        if sort_title not in main and (sort_key := same_key(sort_title)):
            self.same[sort_key].add(film)
        for title in dict.fromkeys(filter(None, main)):
            self._add(film, title, Keys.of(title))
        for title in others:
            keys = Keys.of(title)
            if says_something(keys.same):
                self._add(film, title, keys)

    def _add(self, film: int, title: str, keys: Keys) -> None:
        if keys.same:
            self.same[keys.same].add(film)
        for key in _loose_keys(title, keys):
            self.loose[key].add(film)
        for part in parts_of(title):
            (self.parts if part.kind == Kind.TITLE else self.names)[part.key].add(film)

    def find(self, titles: Sequence[str], year: int | None) -> Found:
        """Return the films that one of the titles may refer to."""
        found = Found()
        for title in titles:
            keys = Keys.of(title)
            found.same |= self.same.get(keys.same, _NONE)
            for key in _loose_keys(title, keys):
                found.loose |= self.loose.get(key, _NONE)
            if year and keys.loose:
                found.parts |= self._of_year(self.parts, keys.loose, year)
                self._find_by_name(keys.loose, year, found)
            if year:
                self._find_by_parts(title, year, found)
        return found

    def _find_by_name(self, key: str, year: int, found: Found) -> None:
        """Find a film by the name before its subtitle; of a series, only the first film."""
        films = self.names.get(key, _NONE)
        first = min((self.year_of[film] or year for film in films), default=year)
        of_year = self._of_year(self.names, key, year)
        if first == year:
            found.parts |= of_year
        else:
            found.hints |= of_year

    def _find_by_parts(self, title: str, year: int, found: Found) -> None:
        """Find films with a title inside the row's, or with the same subtitle."""
        for part in parts_of(title):
            whole = self._of_year(self.loose, part.key, year)
            if part.kind == Kind.NAME:
                found.hints |= whole
            else:
                found.parts |= whole
            if part.kind == Kind.TITLE:
                found.parts |= self._of_year(self.parts, part.key, year)

    def _of_year(self, films: dict[str, set[int]], key: str, year: int) -> set[int]:
        return {film for film in films.get(key, _NONE) if self.year_of[film] == year}


def titles_of(title: str) -> list[str]:
    """Return a title as given, and without the year or other title in a bracket at its end."""
    parsed = parse_title(title)
    return list(dict.fromkeys((title, parsed.title, *parsed.alternatives)))


def _loose_keys(title: str, keys: Keys) -> Iterator[str]:
    if keys.loose:
        yield keys.loose
    rest = without_maker(title)
    if rest and (key := Keys.of(rest).loose):
        yield key
