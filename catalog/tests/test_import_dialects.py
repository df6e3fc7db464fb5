"""Data sets as people pass them on: through pandas, from Kaggle, in other units of time, out of ten."""

import csv
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from catalog.importers.data_sets import Description
from catalog.importers.errors import ImportFailed
from catalog.importers.formats import KAGGLE, MOVIELENS
from catalog.importers.pipeline import Format, Report, import_source
from catalog.importers.rating_histograms import datasets_root
from catalog.models import DataSet, ExternalId, Movie
from catalog.tests.releases import write
from recommender.core.algorithms.base import silent
from recommender.core.data.stored_histories import history_in

pytestmark = pytest.mark.django_db

FILMS = (
    "1,Toy Story (1995),Animation|Comedy",
    '2,"City of Lost Children, The (Cité des enfants perdus, La) (1995)",Fantasy',
    '3,"Matrix, The (1999)",Action|Sci-Fi',
    "4,Heat (1995),Crime",
)
RATINGS = ("1,1,4.0,{}", "1,3,5.0,{}", "2,4,3.5,{}")
RATING_HEAD = "userId,movieId,rating,timestamp"
LINK_HEAD = "movieId,imdbId,tmdbId"
NOON = datetime(2005, 4, 2, 12, tzinfo=UTC)
NOON_S = int(NOON.timestamp())


def data_set(folder: Path, *, times: Sequence[object] = (NOON_S,) * 3) -> Path:
    folder.mkdir()
    write(folder / "movies.csv", "movieId,title,genres", FILMS)
    rows = [row.format(time) for row, time in zip(RATINGS, times, strict=True)]
    write(folder / "ratings.csv", RATING_HEAD, rows)
    return folder


def take(path: Path, kind: Format = MOVIELENS) -> Report:
    return import_source(str(path), kind, Description("set", "Set", "", ""), progress=silent)


def history(user: int = 1) -> list[tuple[int, float, int]]:
    found = history_in(datasets_root(), "set", user)
    assert found is not None
    return [(one.movie_id, one.stars, one.at_s) for one in found]


def ids() -> list[tuple[str | None, int | None]]:
    return list(Movie.objects.order_by("pk").values_list("imdb_id", "tmdb_id"))


PANDAS_LINKS = ("1.0,114709.0,862.0", "2,112682.0,902.0", "3,tt0133093,603", "4,,")


def test_links_as_pandas_writes_them_give_every_id(tmp_path: Path) -> None:
    folder = data_set(tmp_path / "ml")
    write(folder / "links.csv", LINK_HEAD, PANDAS_LINKS)
    report = take(folder).files["links.csv"]
    assert ids() == [("tt0114709", 862), ("tt0112682", 902), ("tt0133093", 603), (None, None)]
    assert report.noted == {"no imdb id": 1, "no tmdb id": 1}
    assert report.lines["no imdb id"] == [5]


@pytest.mark.parametrize("none", ["", "nan", "NaN", "None", "NULL", "\\N"])
def test_an_absent_id_is_absent_in_each_spelling(tmp_path: Path, none: str) -> None:
    folder = data_set(tmp_path / "ml")
    write(folder / "links.csv", LINK_HEAD, [f"1,{none},862"])
    assert take(folder).files["links.csv"].noted == {"no imdb id": 1}
    assert ids()[0] == (None, 862)


def test_an_id_that_cannot_be_read_is_not_called_absent(tmp_path: Path) -> None:
    folder = data_set(tmp_path / "ml")
    write(folder / "links.csv", LINK_HEAD, ["1,ttABC,862", "3,0133093,6.5"])
    assert take(folder).files["links.csv"].noted == {
        "invalid imdb id": 1,
        "invalid tmdb id": 1,
    }
    assert (ids()[0], ids()[2]) == ((None, 862), ("tt0133093", None))


def test_a_films_repeated_links_are_read_as_one(tmp_path: Path) -> None:
    folder = data_set(tmp_path / "ml")
    rows = ["1,0114709,", "1,0114709,862", "1,0114709,862", "3,0133093,603", "3,0133094,603"]
    write(folder / "links.csv", LINK_HEAD, rows)
    report = take(folder).files["links.csv"]
    assert (ids()[0], ids()[2]) == (("tt0114709", 862), ("tt0133093", 603))
    assert report.noted == {
        "no tmdb id": 1,
        "duplicate movieId": 3,
        "film has more than one imdb id": 1,
    }


def test_a_row_of_links_without_a_film_is_refused(tmp_path: Path) -> None:
    folder = data_set(tmp_path / "ml")
    write(folder / "links.csv", LINK_HEAD, [",0114709,862", "3,0133093,603"])
    assert take(folder).files["links.csv"].refused == {"no movieId": 1}
    assert ids()[2] == ("tt0133093", 603)


def test_a_row_of_links_of_something_else_is_named(tmp_path: Path) -> None:
    folder = data_set(tmp_path / "ml")
    write(folder / "links.csv", LINK_HEAD, ["Toy Story,0114709,862"])
    with pytest.raises(ImportFailed, match=r"links.csv, line 2: 'Toy Story' is not a film id"):
        take(folder)


def test_films_ratings_and_tags_may_have_numbers_with_a_point(tmp_path: Path) -> None:
    folder = tmp_path / "ml"
    folder.mkdir()
    write(folder / "movies.csv", "movieId,title,genres", ["1.0,Heat (1995),Crime"])
    write(folder / "ratings.csv", RATING_HEAD, [f"7.0,1.0,4.0,{NOON_S}.0"])
    write(folder / "tags.csv", "userId,movieId,tag,timestamp", ["7.0,1.0,heist,1", "8,1,heist,1"])
    report = take(folder)
    assert history(7) == [(1, 4.0, NOON_S)]
    assert [word.name for word in Movie.objects.get().keywords.all()] == ["heist"]
    assert not any(one.refused for one in report.files.values())


def test_the_movies_dataset_may_have_numbers_with_a_point_too(tmp_path: Path) -> None:
    from catalog.tests.test_import_releases import kaggle, metadata  # noqa: PLC0415

    folder = kaggle(tmp_path / "k", metadata("603.0", "The Matrix", 1999, imdb_id="0133093"))
    write(folder / "links.csv", LINK_HEAD, ["2571.0,133093.0,603.0"])
    write(folder / "ratings.csv", RATING_HEAD, [f"1,2571,4.5,{NOON_S}"])
    take(folder, KAGGLE)
    assert ids() == [("tt0133093", 603)]
    assert Movie.objects.get().stats.rating_count == 1


TIMES = {
    "seconds": NOON_S,
    "milliseconds": NOON_S * 10**3,
    "microseconds": NOON_S * 10**6,
    "nanoseconds": NOON_S * 10**9,
    "seconds with a point": f"{NOON_S}.0",
    "milliseconds with a point": f"{NOON_S}000.0",
    "text": "2005-04-02 12:00:00",
    "quoted text": '"2005-04-02 12:00:00"',
    "text with a T": "2005-04-02T12:00:00",
    "text in UTC": "2005-04-02T12:00:00Z",
    "text with a zone": "2005-04-02 14:00:00+02:00",
    "text with fractions": "2005-04-02 12:00:00.250",
}


@pytest.mark.parametrize("way", TIMES)
def test_a_time_is_read_however_it_is_written(tmp_path: Path, way: str) -> None:
    report = take(data_set(tmp_path / "ml", times=[TIMES[way]] * 3))
    assert {at_s for _, _, at_s in history()} == {NOON_S}
    assert not report.files["ratings.csv"].refused


def test_a_date_alone_is_its_first_second(tmp_path: Path) -> None:
    take(data_set(tmp_path / "ml", times=["2005-04-02"] * 3))
    assert history()[0][2] == NOON_S - 12 * 3600


def test_a_row_from_the_future_or_before_1970_is_refused_and_named(tmp_path: Path) -> None:
    ahead = int(timezone.now().timestamp()) + 3 * 86_400
    report = take(data_set(tmp_path / "ml", times=[NOON_S, ahead, -5])).files["ratings.csv"]
    assert report.lines == {"time before 1970 or in the future": [3, 4]}
    assert history() == [(1, 4.0, NOON_S)]


def test_one_row_in_another_unit_does_not_change_the_others(tmp_path: Path) -> None:
    report = take(data_set(tmp_path / "ml", times=[NOON_S * 1000, NOON_S, NOON_S])).files
    assert report["ratings.csv"].lines == {"time before 1970 or in the future": [2]}


@pytest.mark.parametrize("bad", ["yesterday", "2005-13-45 00:00:00", "", "2005-04-02 12:00:00Z"])
def test_a_time_that_is_none_is_named_by_its_line(tmp_path: Path, bad: str) -> None:
    times = ["2005-04-02 12:00:00", "2005-04-02 12:00:00", bad]
    with pytest.raises(ImportFailed, match=r"ratings.csv: line 4:"):
        take(data_set(tmp_path / "ml", times=times))


def test_a_column_more_in_the_ratings_is_passed_over(tmp_path: Path) -> None:
    folder = data_set(tmp_path / "ml")
    write(folder / "ratings.csv", f",{RATING_HEAD}", [f"0,1,1,4.0,{NOON_S}"])
    take(folder)
    assert history() == [(1, 4.0, NOON_S)]


def kaggle_20m(folder: Path) -> Path:
    folder.mkdir()
    write(folder / "movie.csv", '"movieId","title","genres"', FILMS)
    rows = [row.format('"2005-04-02 12:00:00"') for row in RATINGS]
    write(folder / "rating.csv", '"userId","movieId","rating","timestamp"', rows)
    write(folder / "link.csv", LINK_HEAD, ["1,0114709,862", "3,0133093,603"])
    tags = ['1,4,heist,"2009-04-24 18:19:40"', '2,4,Heist,"2009-04-24 18:19:40"']
    write(folder / "tag.csv", '"userId","movieId","tag","timestamp"', tags)
    write(folder / "genome_tags.csv", '"tagId","tag"', ["1,heist"])
    write(folder / "genome_scores.csv", '"movieId","tagId","relevance"', ["4,1,0.9"])
    return folder


def test_kaggles_movielens_20m_comes_in_whole(tmp_path: Path) -> None:
    report = take(kaggle_20m(tmp_path / "20m"))
    assert report.facts is not None
    assert (report.facts.ratings, report.facts.users) == (3, 2)
    assert history() == [(1, 4.0, NOON_S), (3, 5.0, NOON_S)]
    assert ids()[0] == ("tt0114709", 862)
    assert [word.name for word in Movie.objects.get(title="Heat").keywords.all()] == ["heist"]
    assert {path.name for path in (datasets_root() / "set").glob("*.parquet")} == {
        "genome.parquet",
        "genome_tags.parquet",
        "interactions.parquet",
        "tags.parquet",
    }
    assert DataSet.objects.get().numbering == "movielens"


def test_it_comes_in_from_a_zip_and_without_the_files_it_may_lack(tmp_path: Path) -> None:
    folder = kaggle_20m(tmp_path / "20m")
    path = tmp_path / "archive.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("movie.csv", "rating.csv"):
            archive.write(folder / name, f"archive/{name}")
    take(path)
    assert len(history()) == 2


def movietweetings(folder: Path, *, users: bool = True) -> Path:
    folder.mkdir(parents=True)
    films = "0114709::Toy Story (1995)::Animation|Family\n0113277::Heat (1995)::Crime\n"
    films += "10872600::Spider-Man: No Way Home (2021)::\n"
    (folder / "movies.dat").write_text(films, encoding="utf-8")
    ratings = [
        "1::0114709::9::1381006850",
        "1::0113277::0::1381006851",
        "2::10872600::10::1640000000",
    ]
    (folder / "ratings.dat").write_text("\n".join([*ratings, "2::0114709::11::1640000000", ""]))
    if users:
        (folder / "users.dat").write_text("1::139564917\n2::17528189\n")
    return folder


@pytest.mark.parametrize("users", [True, False])
def test_movietweetings_is_known_by_its_content_and_halved(tmp_path: Path, users: bool) -> None:
    report = take(movietweetings(tmp_path / "latest", users=users))
    assert history(1) == [(114709, 4.5, 1381006850), (113277, 0.5, 1381006851)]
    assert history(2) == [(10872600, 5.0, 1640000000)]
    ratings = report.files["ratings.dat"]
    assert ratings.refused == {"rating outside 0 to 10 in whole numbers": 1}
    assert ratings.noted == {"a rating of 0 out of 10, kept as 0.5": 1}
    assert ids() == [("tt0114709", None), ("tt0113277", None), ("tt10872600", None)]


def test_movietweetings_brings_its_own_terms_and_genres_and_no_accounts(tmp_path: Path) -> None:
    report = take(movietweetings(tmp_path / "latest"))
    row = DataSet.objects.get()
    assert (row.title, row.licence) == ("MovieTweetings (set)", "MIT")
    assert (row.numbering, row.url) == (
        "movietweetings",
        "https://github.com/sidooms/MovieTweetings",
    )
    assert [one.name for one in Movie.objects.get(title="Toy Story").genres.all()] == [
        "Animation",
        "Children",
    ]
    assert report.facts is not None
    assert report.facts.profiles == 0


def test_movietweetings_meets_movielens_by_the_ids_of_imdb(tmp_path: Path) -> None:
    folder = data_set(tmp_path / "ml")
    write(folder / "links.csv", LINK_HEAD, ["1,0114709,862"])
    take(folder)
    import_source(
        str(movietweetings(tmp_path / "latest")),
        MOVIELENS,
        Description("tweets", "", "", ""),
        progress=silent,
    )
    movie = Movie.objects.get(imdb_id="tt0114709")
    assert set(ExternalId.objects.filter(movie=movie).values_list("source", "external_id")) == {
        ("movielens", 1),
        ("movietweetings", 114709),
    }
    assert Movie.objects.filter(title="Heat").count() == 1
    assert [one.name for one in movie.genres.all()] == ["Animation", "Comedy"]


def test_movielens_1m_is_not_taken_for_movietweetings(tmp_path: Path) -> None:
    folder = tmp_path / "ml-1m"
    folder.mkdir()
    (folder / "movies.dat").write_text("1::Toy Story (1995)::Animation\n")
    (folder / "ratings.dat").write_text(f"7::1::5::{NOON_S}\n7::1::4::{NOON_S}\n")
    (folder / "users.dat").write_text("7::F::25::10::48067\n")
    take(folder)
    assert history(7) == [(1, 4.0, NOON_S)]


def test_a_zip_with_several_data_sets_is_not_mixed(tmp_path: Path) -> None:
    movietweetings(tmp_path / "latest")
    path = tmp_path / "MovieTweetings-master.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for place in ("latest", "snapshots/10K"):
            for file in (tmp_path / "latest").iterdir():
                archive.write(file, f"MovieTweetings-master/{place}/{file.name}")
    with pytest.raises(ImportFailed, match=r"several data sets, in .*latest, .*10K; unpack it"):
        take(path)
    assert not Movie.objects.exists()


def test_the_report_says_what_became_of_a_zero(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("import_movielens", str(movietweetings(tmp_path / "latest")))
    assert "noted, a rating of 0 out of 10, kept as 0.5: 1 (lines 2)" in capsys.readouterr().out
    (path,) = tmp_path.glob("**/latest-refused.csv")
    with path.open(newline="") as file:
        rows = {row["reason"]: row["row"] for row in csv.DictReader(file)}
    assert rows["a rating of 0 out of 10, kept as 0.5"] == "1,113277,0,1381006851"
