"""Each kind of source, as small as it can be, comes in by the same way."""

import csv
import json
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from catalog.importers.data_sets import Description, remove_data_set, use_data_set
from catalog.importers.errors import ImportFailed
from catalog.importers.formats import KAGGLE, MOVIELENS, TMDB_5000
from catalog.importers.pipeline import Format, Report, import_source
from catalog.importers.rating_histograms import datasets_root
from catalog.importers.stage import CREDITS, FILMS, KEYWORDS
from catalog.models import Credit, DataSet, ExternalId, Movie, MovieKeyword, Source
from catalog.tests.releases import bring_in, write, write_release
from recommender.core.algorithms.base import silent
from recommender.core.data.dataset import read_facts
from recommender.core.data.stored_histories import history_in

pytestmark = pytest.mark.django_db


def take(folder: Path, kind: Format = MOVIELENS, name: str = "other") -> Report:
    return import_source(str(folder), kind, Description(name, name, "", ""), progress=silent)


def old_release(folder: Path) -> Path:
    """As MovieLens 1M is: "::" and Latin-1."""
    folder.mkdir()
    films = "1::Toy Story (1995)::Animation|Children's\n2::Amélie (2001)::Comedy\n"
    (folder / "movies.dat").write_bytes(films.encode("latin-1"))
    (folder / "ratings.dat").write_text("7::1::5::978300760\n7::2::3::978300000\n8::1::4::1\n")
    (folder / "users.dat").write_text("7::F::25::10::48067\n8::M::56::16::70072\n")
    return folder


def oldest_release(folder: Path) -> Path:
    """As MovieLens 100k is: "|" and tabs, genres as flags, films with numbers of their own."""
    folder.mkdir()
    flags = ["0|1", "1|0"]
    rows = ["1|Toy Story (1995)|01-Jan-1995||url|", "2|Amélie (2001)|01-Jan-2001||url|"]
    text = "\n".join(row + flag for row, flag in zip(rows, flags, strict=True))
    (folder / "u.item").write_bytes(text.encode("latin-1"))
    (folder / "u.genre").write_text("Action|0\nAnimation|1\n\n")
    (folder / "u.data").write_text("196\t2\t3\t881250949\n186\t1\t4\t891717742\n")
    (folder / "u.user").write_text("196|49|M|writer|55105\n186|17|F|librarian|0\n")
    return folder


@pytest.mark.databases
def test_a_release_with_colons_in_latin_1(tmp_path: Path) -> None:
    report = take(old_release(tmp_path / "ml-1m"))
    assert sorted(Movie.objects.values_list("title", flat=True)) == ["Amélie", "Toy Story"]
    assert report.facts is not None
    assert (report.facts.ratings, report.facts.users, report.facts.profiles) == (3, 2, 2)


@pytest.mark.databases
def test_the_same_genre_has_one_name_in_all_releases(tmp_path: Path) -> None:
    take(old_release(tmp_path / "ml-1m"))
    movie = Movie.objects.get(title="Toy Story")
    assert [genre.name for genre in movie.genres.all()] == ["Animation", "Children"]


def test_the_release_with_its_own_numbers_meets_the_others_by_title_and_year(
    tmp_path: Path,
) -> None:
    bring_in(write_release(tmp_path / "tiny"))
    report = take(oldest_release(tmp_path / "ml-100k"))
    assert report.applied[FILMS].new == 0
    numbers = ExternalId.objects.filter(movie__title="Amelie")
    assert set(numbers.values_list("source", "external_id")) == {
        ("movielens", 3),
        ("movielens-100k", 2),
    }


def test_the_figures_follow_the_numbers_of_the_active_data_set(tmp_path: Path) -> None:
    bring_in(write_release(tmp_path / "tiny"))
    take(oldest_release(tmp_path / "ml-100k"))
    assert Movie.objects.get(title="Amelie").stats.rating_mean == 3.0
    assert DataSet.objects.get(is_active=True).numbering == "movielens-100k"


def test_ages_become_bands_and_occupations_codes(tmp_path: Path) -> None:
    import numpy as np  # noqa: PLC0415 - to look into the file

    take(oldest_release(tmp_path / "ml-100k"))
    folder = datasets_root() / "other" / "profiles"
    columns = {path.stem: np.load(path).tolist() for path in folder.glob("*.npy")}
    assert columns == {
        "user_id": [186, 196],
        "age": [1, 45],
        "gender": [1, 2],
        "occupation": [0, 20],
    }


def with_extras(folder: Path) -> Path:
    write_release(folder)
    write(folder / "links.csv", "movieId,imdbId,tmdbId", ["1,0114709,862", "2,0133093,", "3,,862"])
    tags = ["1,2,Sci Fi,1", "2,2,sci fi,1", "1,1,pixar,1", "9,99,gone,1"]
    write(folder / "tags.csv", "userId,movieId,tag,timestamp", tags)
    write(folder / "genome-tags.csv", "tagId,tag", ["1,space"])
    write(folder / "genome-scores.csv", "movieId,tagId,relevance", ["2,1,0.5"])
    return folder


@pytest.mark.databases
def test_links_give_films_their_ids_elsewhere(tmp_path: Path) -> None:
    report = bring_in(with_extras(tmp_path / "ml"))
    ids = Movie.objects.order_by("pk").values_list("imdb_id", "tmdb_id")
    assert list(ids)[:3] == [("tt0114709", 862), ("tt0133093", None), (None, None)]
    assert report.files["links.csv"].noted == {
        "no tmdb id": 1,
        "no imdb id": 1,
        "tmdb id belongs to another film": 1,
    }


@pytest.mark.databases
def test_a_tag_of_two_people_is_a_keyword(tmp_path: Path) -> None:
    bring_in(with_extras(tmp_path / "ml"))
    links = MovieKeyword.objects.values_list("movie__title", "keyword__name", "source")
    assert list(links) == [("The Matrix", "sci fi", "movielens")]


def test_tags_and_the_genome_lie_beside_the_ratings(tmp_path: Path) -> None:
    bring_in(with_extras(tmp_path / "ml"))
    names = {path.name for path in (datasets_root() / "tiny").iterdir()}
    assert {"tags.parquet", "genome.parquet", "genome_tags.parquet"} <= names


def test_refused_rows_are_kept_in_a_file(tmp_path: Path) -> None:
    report = bring_in(with_extras(tmp_path / "ml"))
    assert report.refused_csv is not None
    with report.refused_csv.open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["outcome"] == "refused"]
    assert [(row["file"], row["line"], row["row"]) for row in rows] == [
        ("tags.csv", "5", "99,gone")
    ]


@pytest.mark.databases
def test_wrong_ratings_are_refused_by_line_and_the_last_of_a_pair_stays(tmp_path: Path) -> None:
    folder = write_release(tmp_path / "ml")
    rows = ["1,1,4.0,5", "1,2,7.0,6", "1,99,3.0,7", "1,1,2.0,8"]
    write(folder / "ratings.csv", "userId,movieId,rating,timestamp", rows)
    report = bring_in(folder).files["ratings.csv"]
    assert report.lines == {
        "rating outside 0.5 to 5 in steps of 0.5": [3],
        "film rejected or not listed": [4],
        "duplicate user and film": [2],
    }
    history = history_in(datasets_root(), "tiny", 1)
    assert history is not None
    assert [(one.movie_id, one.stars, one.at_s) for one in history] == [(1, 2.0, 8)]


METADATA = (
    "adult,id,imdb_id,title,original_title,genres,overview,runtime,original_language,"
    "spoken_languages,production_countries,release_date,poster_path"
)


def metadata(key: object, title: str, year: int, **cells: str) -> list[str]:
    given = {
        "genres": "[{'id': 878, 'name': 'Science Fiction'}]",
        "languages": "[{'iso_639_1': 'en', 'name': 'English'}]",
        "imdb_id": "",
    } | cells
    return [
        "False",
        str(key),
        given["imdb_id"],
        title,
        title,
        given["genres"],
        "What it's about.",
        "136.0",
        "en",
        given["languages"],
        "[]",
        f"{year}-03-31",
        "/abc.jpg",
    ]


def kaggle(folder: Path, *rows: list[str]) -> Path:
    folder.mkdir(exist_ok=True)
    with (folder / "movies_metadata.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(METADATA.split(","))
        writer.writerows(rows)
    return folder


def cell(value: object) -> str:
    return '"' + str(value).replace('"', '""') + '"'


@pytest.mark.databases
def test_the_movies_dataset_joins_movielens_by_title_and_year(tmp_path: Path) -> None:
    bring_in(write_release(tmp_path / "tiny"))
    report = take(kaggle(tmp_path / "k", metadata(603, "The Matrix", 1999)), KAGGLE)
    assert (report.applied[FILMS].new, report.applied[FILMS].changed) == (0, 1)
    movie = Movie.objects.get(tmdb_id=603)
    assert (movie.overview, movie.runtime_min) == ("What it's about.", 136)
    assert [genre.name for genre in movie.genres.all()] == ["Action", "Sci-Fi"]


def test_rows_that_cannot_be_used_are_refused_with_the_reason(tmp_path: Path) -> None:
    folder = kaggle(
        tmp_path / "k",
        metadata("1997-08-20", "A date as id", 1997),
        metadata(1, "Once", 2000),
        metadata(1, "Twice", 2000),
        metadata(2, "Cut short", 2000, genres="[{'id': 8"),
        metadata(3, "A program", 2000, genres="__import__('os').system('x')"),
    )
    report = take(folder, KAGGLE).files["movies_metadata.csv"]
    assert report.refused == {
        "id is not a number": 1,
        "duplicate id": 1,
        "a cell is not a Python literal": 2,
    }
    assert list(Movie.objects.values_list("title", flat=True)) == ["Once"]


@pytest.mark.databases
def test_credits_and_keywords_of_known_films_are_taken(tmp_path: Path) -> None:
    folder = kaggle(tmp_path / "k", metadata(603, "The Matrix", 1999))
    cast = [{"id": 6384, "name": "Keanu Reeves", "character": "Neo", "order": 0}]
    crew = [
        {"id": 9340, "name": "Lana Wachowski", "job": "Director"},
        {"id": 1, "name": "Somebody", "job": "Catering"},
    ]
    rows = [f"{cell(cast)},{cell(crew)},603", f"{cell(cast)},{cell(crew)},9"]
    write(folder / "credits.csv", "cast,crew,id", rows)
    write(folder / "keywords.csv", "id,keywords", [f"603,{cell([{'id': 1, 'name': 'Hacker'}])}"])
    report = take(folder, KAGGLE)
    credits_ = Credit.objects.values_list("person__name", "role", "character", "person__tmdb_id")
    assert set(credits_) == {
        ("Keanu Reeves", "actor", "Neo", 6384),
        ("Lana Wachowski", "director", "", 9340),
    }
    assert (report.applied[CREDITS].changed, report.applied[CREDITS].unknown) == (1, 1)
    assert report.applied[KEYWORDS].changed == 1


def test_any_file_of_the_movies_dataset_may_be_missing(tmp_path: Path) -> None:
    bring_in(with_extras(tmp_path / "ml"))
    folder = tmp_path / "k"
    folder.mkdir()
    write(folder / "keywords.csv", "id,keywords", [f"862,{cell([{'id': 1, 'name': 'toy'}])}"])
    report = take(folder, KAGGLE)
    assert report.applied[KEYWORDS].changed == 1
    assert report.facts is None
    assert DataSet.objects.get().name == "tiny"


def test_its_ratings_use_the_numbers_of_movielens(tmp_path: Path) -> None:
    folder = kaggle(tmp_path / "k", metadata(603, "The Matrix", 1999))
    write(folder / "links.csv", "movieId,imdbId,tmdbId", ["2571,0133093,603"])
    rows = ["1,2571,4.5,1000000000", "1,5,4.5,1000000000"]
    write(folder / "ratings.csv", "userId,movieId,rating,timestamp", rows)
    report = take(folder, KAGGLE)
    assert report.files["ratings.csv"].refused == {"film rejected or not listed": 1}
    assert Movie.objects.get(tmdb_id=603).stats.rating_count == 1


@pytest.mark.databases
def test_two_films_that_turn_out_to_be_one_are_merged(tmp_path: Path) -> None:
    """Kaggle's film has no year that fits; the links of MovieLens tell that it is the same."""
    take(kaggle(tmp_path / "k", metadata(862, "Toy Story!", 1996)), KAGGLE)
    bring_in(write_release(tmp_path / "tiny"), description=Description("a", "a", "", ""))
    assert Movie.objects.filter(title__startswith="Toy Story").count() == 2
    report = bring_in(with_extras(tmp_path / "ml"))
    assert report.applied[FILMS].merged == 1
    movie = Movie.objects.get(title="Toy Story")
    assert (movie.tmdb_id, movie.overview) == (862, "What it's about.")


def test_tmdb_5000_has_json_in_its_cells(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    folder.mkdir()
    words = json.dumps([{"id": 1, "name": "Space War"}])
    empty = "[]"
    header = (
        "id,title,original_title,genres,keywords,overview,runtime,original_language,"
        "spoken_languages,production_countries,release_date"
    )
    row = f"19995,Avatar,Avatar,{empty},{cell(words)},A moon.,162,en,{empty},{empty},2009-12-10"
    write(folder / "tmdb_5000_movies.csv", header, [row])
    cast = json.dumps([{"id": 65731, "name": "Sam Worthington", "character": "Jake"}])
    credits_ = [f"19995,Avatar,{cell(cast)},[]"]
    write(folder / "tmdb_5000_credits.csv", "movie_id,title,cast,crew", credits_)
    take(folder, TMDB_5000)
    movie = Movie.objects.get(tmdb_id=19995)
    assert (movie.year, movie.runtime_min) == (2009, 162)
    assert [word.name for word in movie.keywords.all()] == ["space war"]
    assert movie.credits.get().source == Source.TMDB_5000


@pytest.mark.databases
@pytest.mark.parametrize("kind", [KAGGLE, TMDB_5000])
def test_a_second_import_of_each_kind_changes_nothing(tmp_path: Path, kind: Format) -> None:
    folder = kaggle(tmp_path / "k", metadata(603, "The Matrix", 1999, genres="[]", languages="[]"))
    text = (
        (folder / "movies_metadata.csv").read_text().replace("poster_path", "poster_path,keywords")
    )
    (folder / "tmdb_5000_movies.csv").write_text(text.replace("abc.jpg", "abc.jpg,[]"))
    take(folder, kind)
    applied = take(folder, kind).applied
    assert [(one.new, one.changed) for one in applied.values()] == [(0, 0)] * 4


def test_a_web_page_saved_as_csv_is_told_for_what_it_is(tmp_path: Path) -> None:
    folder = write_release(tmp_path / "ml")
    for name in ("ratings.csv", "movies.csv"):
        (folder / name).write_text("<!DOCTYPE html>\n<title>404</title>\n")
        with pytest.raises(ImportFailed, match=f"{name}.*line 1: this is a web page"):
            bring_in(folder)
    assert not Movie.objects.exists()


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("movies.csv", "w", force_zip64=True) as file:
            for _ in range(150):
                file.write(b"0" * 1_000_000)
        archive.writestr("ratings.csv", "")
    with pytest.raises(ImportFailed, match="would unpack to 150,000,000 bytes"):
        bring_in(path)


@pytest.mark.databases
def test_two_imports_at_once_take_turns(tmp_path: Path) -> None:
    release = write_release(tmp_path / "ml")

    def another(step: str, share: float) -> None:
        if step == "writing films":
            with pytest.raises(ImportFailed, match="another import is running"):
                bring_in(release)

    assert bring_in(release, progress=another).applied[FILMS].new == 4


@pytest.mark.databases
def test_nothing_is_left_in_staging(tmp_path: Path, settings: Settings) -> None:
    bring_in(write_release(tmp_path / "ml"))
    assert [path.name for path in (settings.DATA_DIR / "staging").iterdir()] == [".lock"]


@pytest.mark.databases
def test_another_data_set_can_be_used_and_removed(tmp_path: Path) -> None:
    bring_in(write_release(tmp_path / "tiny"))
    take(old_release(tmp_path / "ml-1m"))
    amelie = {movie.title: movie.pk for movie in Movie.objects.all()}["Amelie"]  # MariaDB: é = e
    use_data_set("tiny", progress=silent)
    assert DataSet.objects.get(is_active=True).name == "tiny"
    assert Movie.objects.get(pk=amelie).stats.rating_mean == 0.5
    remove_data_set("tiny")
    assert not (datasets_root() / "tiny").exists()
    assert Movie.objects.get(pk=amelie).stats.rating_count == 0
    assert read_facts(datasets_root(), "other").ratings == 3


def test_the_command_lists_data_sets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring_in(write_release(tmp_path / "tiny"))
    call_command("datasets", "list")
    assert "* tiny: 4 films, 3 users, 5 ratings" in capsys.readouterr().out


@pytest.mark.parametrize("act", ["use", "remove"])
def test_an_unknown_data_set_is_named(act: str) -> None:
    with pytest.raises(CommandError, match="unknown data set 'nothing'; available: none"):
        call_command("datasets", act, "nothing")
