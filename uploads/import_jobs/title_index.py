"""The catalogue's titles in memory, and which films a row's titles may mean."""

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
    """Films by how much speaks for them.

    same: has the title; loose: has it loosely; parts: of the row's year, and one title is in the other;
    hints: of that year, too, but only a name is shared, such as that of a series.
    """

    same: set[int] = field(default_factory=set)
    loose: set[int] = field(default_factory=set)
    parts: set[int] = field(default_factory=set)
    hints: set[int] = field(default_factory=set)

    def in_order(self) -> list[list[int]]:
        """The four lists, with each film in the first that it belongs to."""
        seen: set[int] = set()
        lists = []
        for films in (self.same, self.loose, self.parts, self.hints):
            lists.append(sorted(films - seen))
            seen |= films
        return lists


@dataclass(slots=True)
class TitleIndex:
    """Films by the keys of their titles, of the titles in them, and of the names before subtitles."""

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
        """main: what the film is called; others: other titles; those that say nothing are left out."""
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
        """The films that one of the titles may mean."""
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
        """A film that is called by the name before its subtitle; of a series, only the first one is."""
        films = self.names.get(key, _NONE)
        first = min((self.year_of[film] or year for film in films), default=year)
        of_year = self._of_year(self.names, key, year)
        if first == year:
            found.parts |= of_year
        else:
            found.hints |= of_year

    def _find_by_parts(self, title: str, year: int, found: Found) -> None:
        """Films whose titles are in the row's, or share a subtitle with it."""
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
    """A title as given, and without the year or other title that a bracket at its end may hold."""
    parsed = parse_title(title)
    return list(dict.fromkeys((title, parsed.title, *parsed.alternatives)))


def _loose_keys(title: str, keys: Keys) -> Iterator[str]:
    if keys.loose:
        yield keys.loose
    rest = without_maker(title)
    if rest and (key := Keys.of(rest).loose):
        yield key
