"""Files such as other sites export, made here: nobody's own ratings are in the repository."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Cells = Mapping[str, object]

LETTERBOXD = ("Date", "Name", "Year", "Letterboxd URI")
RATINGS = (*LETTERBOXD, "Rating")
DIARY = (*RATINGS, "Rewatch", "Tags", "Watched Date")
REVIEWS = (*RATINGS, "Rewatch", "Review", "Tags", "Watched Date")
IMDB = ("Const", "Your Rating", "Date Rated", "Title", "URL", "Title Type", "Year", "Directors")
TRAKT = ("rated_at", "type", "title", "year", "trakt_rating", "trakt_id", "imdb_id", "tmdb_id")
MOVIELENS = ("movie_id", "imdb_id", "tmdb_id", "rating", "average_rating", "title")
DATA_SET = ("userId", "movieId", "rating", "timestamp")


def table(columns: Sequence[str], rows: Iterable[Cells], *, delimiter: str = ",") -> str:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, columns, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def csv_of(columns: Sequence[str], *rows: Cells, delimiter: str = ",") -> bytes:
    return table(columns, rows, delimiter=delimiter).encode()


def zip_of(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def film(name: str, year: int | str = 1995, **more: Any) -> Cells:
    """A row of Letterboxd's: any column by its name in lower case, with _ for a space."""
    given = {"date": "2024-05-03", "name": name, "year": year} | more
    return {_column(key): value for key, value in given.items()}


def _column(name: str) -> str:
    return "Letterboxd URI" if name == "letterboxd_uri" else name.replace("_", " ").title()


def trakt_json(*entries: object) -> bytes:
    return json.dumps(list(entries), ensure_ascii=False).encode()


def trakt_entry(
    title: str, year: int | None, rating: object, **ids: object
) -> Mapping[str, object]:
    movie = {"title": title, "year": year, "ids": ids}
    return {
        "rated_at": "2023-01-02T03:04:05.000Z",
        "rating": rating,
        "type": "movie",
        "movie": movie,
    }


def letterboxd_zip() -> bytes:
    """The four overlapping files and a watchlist: ten rows of five films, and what must not be read."""
    return zip_of(
        {
            "profile.csv": b"Date Joined,Username\n2020-01-01,ada\n",
            "ratings.csv": csv_of(
                RATINGS,
                film("Heat", rating="4.5"),
                film("Amélie", 2001, rating="3"),
            ),
            "watched.csv": csv_of(
                LETTERBOXD, film("Heat"), film("Amélie", 2001), film("Alien", 1979)
            ),
            "diary.csv": csv_of(DIARY, film("Heat", rating="2", watched_date="2020-02-02")),
            "reviews.csv": csv_of(
                REVIEWS,
                film("Heat", rating="4", review='"Cool", and\nlong.', watched_date="2023-02-02"),
                film("Solaris", 1972, review="Water."),
            ),
            "watchlist.csv": csv_of(LETTERBOXD, film("Stalker", 1979), film("Heat")),
            "deleted/ratings.csv": csv_of(RATINGS, film("Deleted", rating="1")),
            "likes/films.csv": csv_of(LETTERBOXD, film("Liked")),
        }
    )
