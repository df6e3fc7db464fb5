"""Staging: a source's checked content as files, from which the catalogue is written.

<stage>/films.jsonl links.jsonl credits.jsonl keywords.jsonl       rows to apply
<stage>/dataset/                                                    the data set, finished
<stage>/refused.csv                                                 every refused row
<stage>/staged.json                                                 written last: the stage is whole
"""

import json
import shutil
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from catalog.importers.errors import ImportFailed
from catalog.importers.refusals import FileReport, Ledger
from catalog.importers.rows import CreditsRow, FilmRow, KeywordsRow, LinkRow, write_rows
from catalog.models import Source
from recommender.core.data.dataset import DatasetFacts, Profile
from recommender.core.data.dataset_writer import write_dataset
from recommender.core.data.ratings_files import RatingsLayout, read_blocks
from recommender.core.data.spool import Spool
from recommender.core.errors import BadData

FILMS, LINKS, CREDITS, KEYWORDS = (
    "films.jsonl",
    "links.jsonl",
    "credits.jsonl",
    "keywords.jsonl",
)
_WHOLE, _REFUSED, _DATASET, _SPOOL = "staged.json", "refused.csv", "dataset", "spool"


@dataclass(slots=True)
class Stage:
    """The folder in which one source is staged under one checksum.

    now_s: the time of staging, the upper bound of rating times; numbering: the source of the ratings'
    film ids; facts: of the data set, None for a source without ratings.
    """

    folder: Path
    checksum: str
    ledger: Ledger
    now_s: int
    numbering: str = Source.MOVIELENS
    facts: DatasetFacts | None = None
    counts: dict[str, int] = field(default_factory=dict)

    @classmethod
    def at(cls, folder: Path, checksum: str, *, now_s: int) -> "Stage":
        """Return the stage in this folder if it is complete, else an empty one in its place."""
        whole = folder / _WHOLE
        if whole.is_file():
            return cls._of(folder, checksum, now_s, json.loads(whole.read_text(encoding="utf-8")))
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return cls(folder, checksum, Ledger.begun(folder / _REFUSED), now_s)

    @classmethod
    def _of(cls, folder: Path, checksum: str, now_s: int, whole: dict[str, Any]) -> "Stage":
        reports = {name: FileReport(**one) for name, one in whole["files"].items()}
        facts = DatasetFacts(**whole["facts"]) if whole["facts"] else None
        ledger = Ledger(folder / _REFUSED, reports)
        return cls(folder, checksum, ledger, now_s, whole["numbering"], facts, whole["counts"])

    @property
    def is_whole(self) -> bool:
        return (self.folder / _WHOLE).is_file()

    @property
    def dataset(self) -> Path:
        return self.folder / _DATASET

    def films(self, rows: Iterable[FilmRow]) -> None:
        self.counts[FILMS] = write_rows(self.folder / FILMS, rows)

    def links(self, rows: Iterable[LinkRow]) -> None:
        self.counts[LINKS] = write_rows(self.folder / LINKS, rows)

    def credits(self, rows: Iterable[CreditsRow]) -> None:
        self.counts[CREDITS] = write_rows(self.folder / CREDITS, rows)

    def keywords(self, rows: Iterable[KeywordsRow]) -> None:
        self.counts[KEYWORDS] = write_rows(self.folder / KEYWORDS, rows)

    def ratings(
        self,
        path: Path,
        layout: RatingsLayout,
        *,
        name: str,
        known_items: Collection[int],
        profiles: Sequence[Profile] = (),
    ) -> None:
        """Stage a ratings file as the data set of this name. Raises ImportFailed."""
        spool = Spool(self.folder / _SPOOL)
        spool.folder.mkdir()
        self.dataset.mkdir()
        report = self.ledger.of(path.name)
        try:
            blocks = read_blocks(path, layout, known_items=known_items, now_s=self.now_s)
            for block in blocks:
                report.read += block.read
                for reason, rows in block.refused.items():
                    self.ledger.refuse(path.name, reason, rows)
                for reason, rows in block.noted.items():
                    self.ledger.note(path.name, reason, rows)
                spool.append(block.users, block.items, block.ratings, block.times, block.lines)
            self.facts = write_dataset(
                self.dataset, name, spool, profiles=profiles, fingerprint=self.checksum
            )
        except BadData as error:
            shutil.rmtree(spool.folder)
            shutil.rmtree(self.dataset)
            seen = f" (rejected rows: {self.ledger.path})" if report.refused else ""
            raise ImportFailed(f"{path.name}: {error}{seen}") from error
        repeated = [(line, "") for line in sorted(spool.repeated)]
        if repeated:
            self.ledger.refuse(path.name, "duplicate user and film", repeated)
        shutil.rmtree(spool.folder)

    def finish(self) -> None:
        """Mark the stage as complete; from then on an import only applies it."""
        whole = {
            "numbering": str(self.numbering),
            "facts": asdict(self.facts) if self.facts else None,
            "counts": self.counts,
            "files": {name: asdict(report) for name, report in self.ledger.files.items()},
        }
        draft = self.folder / f".{_WHOLE}"
        draft.write_text(json.dumps(whole), encoding="utf-8")
        draft.rename(self.folder / _WHOLE)
