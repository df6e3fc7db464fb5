"""What a MovieLens release may hold beside films and ratings: links, tags, the tag genome, users."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from catalog.importers.errors import ImportFailed
from catalog.importers.movielens.layouts import Layout
from catalog.importers.refusals import Ledger
from catalog.importers.rows import KeywordsRow, LinkRow, Ref
from catalog.importers.tables import csv_rows, split_rows
from recommender.core.data.dataset import FEMALE, MALE, UNKNOWN_GENDER, Profile
from recommender.core.data.profiles import AGE_BANDS

_ID = re.compile(r"[0-9]{1,9}")
_GENDERS = {"F": FEMALE, "M": MALE}
# The words of 100k in the codes of 1M; what has no like there is 0, "other".
_OCCUPATIONS = {
    "educator": 1,
    "artist": 2,
    "administrator": 3,
    "student": 4,
    "doctor": 6,
    "healthcare": 6,
    "executive": 7,
    "homemaker": 9,
    "lawyer": 11,
    "programmer": 12,
    "retired": 13,
    "marketing": 14,
    "salesman": 14,
    "scientist": 15,
    "engineer": 17,
    "technician": 17,
    "writer": 20,
}
_LEAST_TAGGERS = 2
_KEYWORDS_A_FILM = 12
_MAX_TAG = 100


def links_of(folder: Path, layout: Layout, ledger: Ledger) -> dict[int, LinkRow]:
    """The ids at IMDb and TMDB by film; a missing one is noted, one that came before is not taken."""
    path = folder / "links.csv"
    if not path.is_file():
        return {}
    links: dict[int, LinkRow] = {}
    seen: set[object] = set()
    for line, cell in csv_rows(path, ("movieId", "imdbId", "tmdbId")):
        ledger.of(path.name).read += 1
        key, imdb, tmdb = cell["movieId"], cell["imdbId"], cell["tmdbId"]
        if not _ID.fullmatch(key):
            raise ImportFailed(f"{path.name}, line {line}: {key[:80]!r} is not the id of a film")
        imdb_id = f"tt{int(imdb):07}" if _ID.fullmatch(imdb) else None
        tmdb_id = int(tmdb) if _ID.fullmatch(tmdb) else None
        row = ",".join((key, imdb, tmdb))
        for name, value in (("imdb", imdb_id), ("tmdb", tmdb_id)):
            if value is None:
                ledger.note(path.name, f"no {name} id", line, row)
            elif value in seen:
                ledger.note(path.name, f"{name} id of another film", line, row)
        links[int(key)] = LinkRow(
            Ref(layout.numbering, int(key)),
            None if imdb_id in seen else imdb_id,
            None if tmdb_id in seen else tmdb_id,
        )
        seen |= {imdb_id, tmdb_id} - {None}
    return links


def profiles_of(folder: Path, ledger: Ledger) -> list[Profile]:
    """Each user's age band, gender and occupation, where the release has them."""
    for name, separator, profile in (
        ("users.dat", "::", _profile_1m),
        ("u.user", "|", _profile_100k),
    ):
        if (folder / name).is_file():
            return list(_profiles(folder / name, separator, profile, ledger))
    return []


def _profiles(
    path: Path, separator: str, profile: Callable[[list[str]], Profile], ledger: Ledger
) -> Iterator[Profile]:
    for line, cells in split_rows(path, separator, 5):
        ledger.of(path.name).read += 1
        try:
            yield profile(cells)
        except ValueError as error:
            raise ImportFailed(f"{path.name}, line {line}: {error}; download it again") from error


def _profile_1m(cells: list[str]) -> Profile:
    user, gender, age, occupation, _zip = cells
    return Profile(
        int(user), _band(int(age)), _GENDERS.get(gender, UNKNOWN_GENDER), int(occupation)
    )


def _profile_100k(cells: list[str]) -> Profile:
    user, age, gender, occupation, _zip = cells
    return Profile(
        int(user),
        _band(int(age)),
        _GENDERS.get(gender, UNKNOWN_GENDER),
        _OCCUPATIONS.get(occupation, 0),
    )


def _band(age: int) -> int:
    """The start of the band; of no age at all, the first band's."""
    return AGE_BANDS[max(bisect_right(AGE_BANDS, age), 1) - 1]


def tag_counts(folder: Path, known: Collection[int], ledger: Ledger) -> dict[int, Counter[str]]:
    """By film, how many people gave each tag, in lower case."""
    givers: dict[int, set[tuple[str, str]]] = {}
    for path, rows in _tag_files(folder):
        for line, user, film, tag in rows:
            ledger.of(path.name).read += 1
            word = " ".join(tag.lower().split())[:_MAX_TAG]
            if not _ID.fullmatch(film) or int(film) not in known:
                ledger.refuse(path.name, "film refused or not listed", [(line, f"{film},{tag}")])
            elif not word:
                ledger.refuse(path.name, "empty tag", [(line, f"{user},{film}")])
            else:
                givers.setdefault(int(film), set()).add((word, user))
    return {film: Counter(word for word, _ in pairs) for film, pairs in givers.items()}


def _tag_files(folder: Path) -> Iterator[tuple[Path, Iterator[tuple[int, str, str, str]]]]:
    path = folder / "tags.csv"
    if path.is_file():
        columns = ("userId", "movieId", "tag")
        yield (
            path,
            (
                (line, cell["userId"], cell["movieId"], cell["tag"])
                for line, cell in csv_rows(path, columns)
            ),
        )
    path = folder / "tags.dat"
    if path.is_file():
        yield (
            path,
            ((line, cells[0], cells[1], cells[2]) for line, cells in split_rows(path, "::", 4)),
        )


def keywords_of(tags: dict[int, Counter[str]], numbering: str) -> Iterator[KeywordsRow]:
    """What two people or more say of a film, the most said first; ties by the alphabet."""
    for film, counts in sorted(tags.items()):
        common = [word for word, people in counts.items() if people >= _LEAST_TAGGERS]
        best = sorted(common, key=lambda word: (-counts[word], word))[:_KEYWORDS_A_FILM]
        if best:
            yield KeywordsRow(Ref(numbering, film), tuple(best))
