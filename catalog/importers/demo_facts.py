"""People and keywords of the demo's best known films: demo/facts.tsv, written for NextFlex.

A line is movieId, title with year (for the reader), directors, actors and keywords, separated by tabs;
names within a cell by "|". An empty cell means unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from catalog.credits import CreditFact, set_credits, set_keywords
from catalog.importers.errors import ImportFailed
from catalog.importers.tables import split_rows
from catalog.models import Credit, ExternalId, Source
from catalog.search.index import index_films
from nextflex.base.chunks import batches
from nextflex.base.progress import Progress

_CELLS = 5
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one film; number: its MovieLens id."""

    number: int
    title: str
    directors: tuple[str, ...]
    actors: tuple[str, ...]
    keywords: tuple[str, ...]

    @property
    def credits(self) -> list[CreditFact]:
        """Return the credits in the order of the file."""
        return [
            CreditFact(name, role, place)
            for role, names in (
                (Credit.Role.DIRECTOR, self.directors),
                (Credit.Role.ACTOR, self.actors),
            )
            for place, name in enumerate(names)
        ]


def facts_path() -> Path:
    return Path(settings.BASE_DIR) / "demo" / "facts.tsv"


def read_facts(path: Path) -> list[Facts]:
    """Read all facts, in the order of the file. Raises ImportFailed, with the line, for a bad one."""
    found: list[Facts] = []
    for line, (key, title, *lists) in split_rows(path, "\t", _CELLS):
        directors, actors, keywords = (tuple(filter(None, one.split("|"))) for one in lists)
        if not key.isdecimal() or (found and int(key) <= found[-1].number):
            raise ImportFailed(f"{path.name}, line {line}: {key!r} is not an id in ascending order")
        found.append(Facts(int(key), title, directors, actors, keywords))
    return found


def load_facts(facts: Sequence[Facts], *, progress: Progress) -> int:
    """Write the facts of the films in the catalogue; return the number of changed films."""
    changed: set[int] = set()
    for place, some in enumerate(batches(facts, size=_BATCH)):
        progress("writing credits", place * _BATCH / len(facts))
        numbers = {one.number: one for one in some}
        rows = ExternalId.objects.filter(source=Source.MOVIELENS, external_id__in=numbers)
        given = {row.movie_id: numbers[row.external_id] for row in rows}
        credits_ = {movie_id: one.credits for movie_id, one in given.items()}
        words = {movie_id: one.keywords for movie_id, one in given.items()}
        new = set_credits(credits_, source=Source.DEMO)
        index_films(new)
        changed |= new | set_keywords(words, source=Source.DEMO)
    progress("done", 1.0)
    return len(changed)
