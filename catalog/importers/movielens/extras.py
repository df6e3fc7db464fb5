"""The optional parts of a MovieLens release: tags and users."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from catalog.external_ids import whole_number
from catalog.importers.errors import ImportFailed
from catalog.importers.movielens.layouts import Layout
from catalog.importers.refusals import Ledger
from catalog.importers.rows import KeywordsRow, Ref
from catalog.importers.tables import csv_rows, split_rows
from recommender.core.data.dataset import FEMALE, MALE, UNKNOWN_GENDER, Profile
from recommender.core.data.profiles import AGE_BANDS

_GENDERS = {"F": FEMALE, "M": MALE}
# The occupations of 100k by their codes in 1M; those without a counterpart are 0, "other".
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


def profiles_of(folder: Path, layout: Layout, ledger: Ledger) -> list[Profile]:
    """Return each user's age band, gender and occupation, where the release has them."""
    if not layout.has_profiles:
        return []
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
    """Return the start of the age band; for ages below all bands, the first band's."""
    return AGE_BANDS[max(bisect_right(AGE_BANDS, age), 1) - 1]


def tag_counts(
    folder: Path, layout: Layout, known: Collection[int], ledger: Ledger
) -> dict[int, Counter[str]]:
    """Return, by film, the number of users per tag, in lower case."""
    givers: dict[int, set[tuple[str, str]]] = {}
    for path, rows in _tag_files(folder, layout):
        for line, user, film, tag in rows:
            ledger.of(path.name).read += 1
            word = " ".join(tag.lower().split())[:_MAX_TAG]
            number = whole_number(film)
            if number is None or number not in known:
                ledger.refuse(path.name, "film rejected or not listed", [(line, f"{film},{tag}")])
            elif not word:
                ledger.refuse(path.name, "empty tag", [(line, f"{user},{film}")])
            else:
                givers.setdefault(number, set()).add((word, user))
    return {film: Counter(word for word, _ in pairs) for film, pairs in givers.items()}


def _tag_files(
    folder: Path, layout: Layout
) -> Iterator[tuple[Path, Iterator[tuple[int, str, str, str]]]]:
    path = folder / layout.tags
    if path.is_file():
        columns = ("userId", "movieId", "tag")
        rows = csv_rows(path, columns)
        yield path, ((line, cell["userId"], cell["movieId"], cell["tag"]) for line, cell in rows)
    path = folder / "tags.dat"
    if path.is_file():
        yield (
            path,
            ((line, cells[0], cells[1], cells[2]) for line, cells in split_rows(path, "::", 4)),
        )


def keywords_of(tags: dict[int, Counter[str]], numbering: str) -> Iterator[KeywordsRow]:
    """Yield the tags that two or more users gave a film, most frequent first; ties alphabetically."""
    for film, counts in sorted(tags.items()):
        common = [word for word, people in counts.items() if people >= _LEAST_TAGGERS]
        best = sorted(common, key=lambda word: (-counts[word], word))[:_KEYWORDS_A_FILM]
        if best:
            yield KeywordsRow(Ref(numbering, film), tuple(best))
