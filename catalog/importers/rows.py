"""The rows of all sources in one form, stored as lines of JSON."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from catalog.credits import CreditFact
from catalog.titles import ParsedTitle

Row = TypeVar("Row", "FilmRow", "LinkRow", "CreditsRow", "KeywordsRow")


@dataclass(frozen=True, slots=True)
class Ref:
    """A film by its number at a source; for the source "tmdb", by its TMDB id."""

    source: str
    number: int


@dataclass(frozen=True, slots=True)
class FilmDetails:
    """Film details that few sources have; empty where this one does not.

    languages: (code, name) pairs.
    """

    original_title: str = ""
    overview: str = ""
    runtime_min: int | None = None
    original_language: str = ""
    languages: tuple[tuple[str, str], ...] = ()
    countries: tuple[str, ...] = ()
    poster_path: str = ""
    backdrop_path: str = ""


@dataclass(frozen=True, slots=True)
class FilmRow:
    """One film. `ref` is None for a source without its own numbering, which has TMDB ids."""

    ref: Ref | None
    titles: ParsedTitle
    genres: tuple[str, ...]
    imdb_id: str | None = None
    tmdb_id: int | None = None
    details: FilmDetails = FilmDetails()

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "FilmRow":
        titles = ParsedTitle(
            **raw["titles"]
            | {name: tuple(raw["titles"].get(name, ())) for name in ("alternatives", "not_titles")}
        )
        details = raw["details"]
        details["languages"] = tuple((code, name) for code, name in details["languages"])
        details["countries"] = tuple(details["countries"])
        return cls(
            Ref(**raw["ref"]) if raw["ref"] else None,
            titles,
            tuple(raw["genres"]),
            raw["imdb_id"],
            raw["tmdb_id"],
            FilmDetails(**details),
        )


@dataclass(frozen=True, slots=True)
class LinkRow:
    """The IMDb and TMDB ids of a film, known by `ref`."""

    ref: Ref
    imdb_id: str | None
    tmdb_id: int | None

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "LinkRow":
        return cls(Ref(**raw["ref"]), raw["imdb_id"], raw["tmdb_id"])


@dataclass(frozen=True, slots=True)
class CreditsRow:
    """A source's cast and crew of a film."""

    ref: Ref
    credits: tuple[CreditFact, ...]

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "CreditsRow":
        return cls(Ref(**raw["ref"]), tuple(CreditFact(**one) for one in raw["credits"]))


@dataclass(frozen=True, slots=True)
class KeywordsRow:
    """A source's keywords of a film."""

    ref: Ref
    keywords: tuple[str, ...]

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "KeywordsRow":
        return cls(Ref(**raw["ref"]), tuple(raw["keywords"]))


def write_rows(path: Path, rows: Iterable[FilmRow | LinkRow | CreditsRow | KeywordsRow]) -> int:
    """Write rows as lines of JSON; return their number."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(asdict(row), ensure_ascii=False, separators=(",", ":")) + "\n")
            count += 1
    return count


def read_batches(path: Path, kind: type[Row], *, size: int) -> Iterator[Sequence[Row]]:
    """Yield the rows of a file in batches; none when the file does not exist."""
    if not path.is_file():
        return
    batch: list[Row] = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            batch.append(kind.from_json(json.loads(line)))
            if len(batch) == size:
                yield batch
                batch = []
    if batch:
        yield batch
