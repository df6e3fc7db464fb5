"""Small MovieLens releases on disk."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from catalog.importers.data_sets import Description
from catalog.importers.formats import MOVIELENS
from catalog.importers.pipeline import Report, import_source
from nextflex.base.progress import Progress
from recommender.core.algorithms.base import silent

TINY = Description("tiny", "Tiny", "https://example.org", "non-commercial use")
MOVIES = {
    1: ("Toy Story (1995)", "Animation|Children"),
    2: ("Matrix, The (1999)", "Action|Sci-Fi"),
    3: ("Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)", "Comedy|Romance"),
    4: ("Unrated (1990)", "(no genres listed)"),
}
RATINGS = ((1, 1, 4.0), (1, 2, 5.0), (2, 1, 3.5), (2, 3, 0.5), (3, 2, 4.5))


def write_release(
    folder: Path,
    *,
    movies: Mapping[int, tuple[str, str]] = MOVIES,
    ratings: Sequence[tuple[int, int, float]] = RATINGS,
) -> Path:
    folder.mkdir(exist_ok=True)
    films = [f'{key},"{title}",{genres}' for key, (title, genres) in movies.items()]
    write(folder / "movies.csv", "movieId,title,genres", films)
    rows = [
        f"{user},{movie},{stars},{1_000_000_000 + place * 86_400}"
        for place, (user, movie, stars) in enumerate(ratings)
    ]
    write(folder / "ratings.csv", "userId,movieId,rating,timestamp", rows)
    return folder


def write(path: Path, header: str, rows: Sequence[str]) -> Path:
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def bring_in(path: Path, *, description: Description = TINY, progress: Progress = silent) -> Report:
    return import_source(str(path), MOVIELENS, description, progress=progress)
