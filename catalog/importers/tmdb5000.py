"""TMDB 5000: two CSV files with JSON cells and TMDB ids."""

from collections.abc import Callable
from pathlib import Path

from catalog.importers.errors import ImportFailed
from catalog.importers.kaggle import METADATA_COLUMNS, credit_rows, film_rows, keyword_rows
from catalog.importers.stage import Stage
from catalog.importers.tmdb_cells import from_json
from nextflex.base.progress import Progress

MOVIES, CREDITS = "tmdb_5000_movies.csv", "tmdb_5000_credits.csv"
FILES = frozenset({MOVIES, CREDITS})
_COLUMNS = tuple(name for name in METADATA_COLUMNS if name not in {"imdb_id", "poster_path"})


def stage_tmdb5000(
    folder: Path, stage: Stage, name: str, known: Callable[[], set[int]], progress: Progress
) -> None:
    """Read and check the films; the credits may be missing. Raises ImportFailed."""
    if not (folder / MOVIES).is_file():
        raise ImportFailed(f"{folder.name} has no {MOVIES}; use the original data set")
    progress("reading films", 0.0)
    stage.films(film_rows(folder / MOVIES, _COLUMNS, from_json, stage.ledger))
    progress("reading credits", 0.3)
    stage.credits(credit_rows(folder / CREDITS, "movie_id", from_json, stage.ledger))
    progress("reading keywords", 0.7)
    named = f"{MOVIES}, keywords"
    stage.keywords(keyword_rows(folder / MOVIES, from_json, stage.ledger, name=named))
