"""The Movies Dataset of Kaggle; any of its files may be missing or truncated.

`movies_metadata.csv`, `credits.csv` and `keywords.csv` use TMDB ids, `ratings.csv` uses MovieLens ids;
`links.csv` joins the two. Their cells are Python literals.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from catalog.importers.errors import ImportFailed
from catalog.importers.movielens.layouts import CSV_LAYOUT
from catalog.importers.movielens.links import links_of
from catalog.importers.refusals import Ledger
from catalog.importers.rows import CreditsRow, FilmRow, KeywordsRow, LinkRow, Ref
from catalog.importers.stage import Stage
from catalog.importers.tables import csv_rows
from catalog.importers.tmdb_cells import (
    BadCell,
    Reader,
    credits_of,
    film_of,
    from_literal,
    keywords_of,
    tmdb_id_of,
)
from catalog.models import Source
from nextflex.base.progress import Progress
from recommender.core.data.ratings_files import CSV

METADATA, CREDITS, KEYWORDS = "movies_metadata.csv", "credits.csv", "keywords.csv"
LINKS, RATINGS = "links.csv", "ratings.csv"
FILES = frozenset({METADATA, CREDITS, KEYWORDS, LINKS, RATINGS})
METADATA_COLUMNS = (
    "id",
    "imdb_id",
    "title",
    "original_title",
    "genres",
    "overview",
    "runtime",
    "original_language",
    "spoken_languages",
    "production_countries",
    "release_date",
    "poster_path",
)
Made = TypeVar("Made")


def stage_kaggle(
    folder: Path, stage: Stage, name: str, known: Callable[[], set[int]], progress: Progress
) -> None:
    """Read and check the files that exist. known: returns the MovieLens ids of films in the catalogue.

    Raises ImportFailed.
    """
    if not any((folder / file).is_file() for file in FILES):
        raise ImportFailed(f"{folder.name} contains none of {', '.join(sorted(FILES))}")
    progress("reading films", 0.0)
    links = links_of(folder, CSV_LAYOUT, stage.ledger)
    films = _films(folder, links, stage.ledger)
    stage.films(films.values())
    staged = {film.ref.number for film in films.values() if film.ref}
    stage.links(link for key, link in links.items() if key not in staged)
    progress("reading credits", 0.2)
    stage.credits(credit_rows(folder / CREDITS, "id", from_literal, stage.ledger))
    progress("reading keywords", 0.4)
    stage.keywords(keyword_rows(folder / KEYWORDS, from_literal, stage.ledger))
    if (folder / RATINGS).is_file():
        progress("reading ratings", 0.5)
        stage.ratings(folder / RATINGS, CSV, name=name, known_items=staged | known())


def _films(folder: Path, links: Mapping[int, LinkRow], ledger: Ledger) -> dict[int, FilmRow]:
    """Return films by TMDB id; films with a link get their MovieLens id."""
    refs = {link.tmdb_id: link.ref for link in links.values() if link.tmdb_id}
    path = folder / METADATA
    if not path.is_file():
        return {}
    films = film_rows(path, METADATA_COLUMNS, from_literal, ledger)
    return {
        film.tmdb_id: replace(film, ref=refs.get(film.tmdb_id))
        for film in films
        if film.tmdb_id is not None
    }


def film_rows(
    path: Path, columns: tuple[str, ...], read: Reader, ledger: Ledger
) -> Iterator[FilmRow]:
    """Yield the films of a metadata file, each once; a repeated IMDb id is not set again."""
    imdb_ids: set[str] = set()
    for film in _usable(path, columns, "id", ledger, lambda cell: film_of(cell, read)):
        if film.imdb_id in imdb_ids:
            film = replace(film, imdb_id=None)  # noqa: PLW2901 - the same film, as it is taken
        elif film.imdb_id:
            imdb_ids.add(film.imdb_id)
        yield film


def credit_rows(path: Path, key: str, read: Reader, ledger: Ledger) -> Iterator[CreditsRow]:
    """Yield the credits of films. key: the column with the TMDB id."""
    if path.is_file():
        yield from _usable(
            path,
            (key, "cast", "crew"),
            key,
            ledger,
            lambda cell: CreditsRow(
                Ref(Source.TMDB, tmdb_id_of(cell[key])),
                credits_of(read(cell["cast"]), read(cell["crew"])),
            ),
        )


def keyword_rows(
    path: Path, read: Reader, ledger: Ledger, *, name: str = KEYWORDS
) -> Iterator[KeywordsRow]:
    """Yield the keywords of films by TMDB id. name: under which the rows are reported."""
    if path.is_file():
        yield from _usable(
            path,
            ("id", "keywords"),
            "id",
            ledger,
            lambda cell: KeywordsRow(
                Ref(Source.TMDB, tmdb_id_of(cell["id"])), keywords_of(read(cell["keywords"]))
            ),
            name=name,
        )


def _usable(
    path: Path,
    columns: tuple[str, ...],
    key: str,
    ledger: Ledger,
    make: Callable[[Mapping[str, str]], Made],
    *,
    name: str = "",
) -> Iterator[Made]:
    """Yield the results of the rows, each id once; unusable rows are refused with the reason."""
    name = name or path.name
    report = ledger.of(name)
    seen: set[str] = set()
    for line, cell in csv_rows(path, columns, ragged=True):
        report.read += 1
        if cell[key] in seen:
            ledger.refuse(name, "duplicate id", [(line, cell[key])])
            continue
        try:
            made = make(cell)
        except BadCell as error:
            ledger.refuse(name, str(error), [(line, ",".join(cell.values()))])
            continue
        seen.add(cell[key])
        yield made
