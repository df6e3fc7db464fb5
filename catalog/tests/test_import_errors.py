"""A source that cannot be used stops the import with a word that helps, before anything is written."""

import zipfile
from pathlib import Path

import pytest

from catalog.importers.errors import ImportFailed
from catalog.importers.movielens.films import films_of
from catalog.importers.movielens.layouts import CSV_LAYOUT
from catalog.importers.rating_histograms import datasets_root
from catalog.importers.refusals import Ledger
from catalog.importers.rows import FilmRow
from catalog.models import DataSet, Genre, Movie
from catalog.tests.releases import bring_in, write, write_release

pytestmark = pytest.mark.django_db
HEADER = "movieId,title,genres"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return write_release(tmp_path / "tiny")


def refusal(path: Path) -> str:
    """What the import says; it must have written nothing."""
    with pytest.raises(ImportFailed) as caught:
        bring_in(path)
    assert not Movie.objects.exists()
    assert not Genre.objects.exists()
    assert not DataSet.objects.exists()
    assert not datasets_root().exists()
    return str(caught.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "does not exist; name a folder or a zip" in refusal(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["movies.csv", "ratings.csv"])
def test_a_folder_that_lacks_a_file(release: Path, name: str) -> None:
    (release / name).unlink()
    assert f"has no {name}; name a complete MovieLens release" in refusal(release)


def test_a_file_that_is_no_zip(tmp_path: Path) -> None:
    path = tmp_path / "half.zip"
    path.write_bytes(b"PK\3\4 and no more")
    assert "neither a folder nor a complete zip file; download it again" in refusal(path)


def test_a_zip_with_a_damaged_entry(release: Path) -> None:
    path = zipped(release)
    raw = bytearray(path.read_bytes())
    raw[60] ^= 0xFF
    path.write_bytes(raw)
    assert "damaged" in refusal(path)


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("cat.jpg", b"meow")
    assert "has no movies.csv and no ratings.csv" in refusal(path)


def zipped(release: Path, prefix: str = "ml-tiny/") -> Path:
    path = release.with_suffix(".zip")
    with zipfile.ZipFile(path, "w") as archive:
        for file in release.iterdir():
            archive.write(file, prefix + file.name)
    return path


@pytest.mark.parametrize("prefix", ["", "ml-tiny/", "../../"])
def test_a_zip_is_read_wherever_its_files_lie(release: Path, prefix: str) -> None:
    assert bring_in(zipped(release, prefix)).files["movies.csv"].read == 4


def test_a_zip_writes_nothing_beside_its_folder(release: Path, tmp_path: Path) -> None:
    bring_in(zipped(release, "../../../../../../" + str(tmp_path)[1:] + "/escaped/"))
    assert not (tmp_path / "escaped").exists()


@pytest.mark.parametrize("header", ["", "id,title,genres", "movieId;title;genres", "1,Heat,Crime"])
def test_another_header_is_named(release: Path, header: str) -> None:
    write(release / "movies.csv", header, ["1,Heat (1995),Crime"])
    assert "movies.csv, line 1: the header" in refusal(release)


@pytest.mark.parametrize("row", ["2,Seven", "x,Seven (1995),Crime", "-2,Seven,Crime", "2,a,b,c"])
def test_a_bad_row_is_named_by_its_line(release: Path, row: str) -> None:
    write(release / "movies.csv", HEADER, ["1,Heat (1995),Crime", row])
    assert "movies.csv, line 3:" in refusal(release)


@pytest.mark.parametrize("key", ["²", "9" * 30, "9223372036854775808"])
def test_an_id_that_no_database_holds_is_named_by_its_line(release: Path, key: str) -> None:
    write(release / "movies.csv", HEADER, [f"{key},Heat (1995),Crime"])
    assert "movies.csv, line 2:" in refusal(release)


def test_text_that_is_not_utf_8_is_named(release: Path) -> None:
    (release / "movies.csv").write_bytes(HEADER.encode() + b"\n1,Am\xe9lie (2001),Comedy\n")
    assert "movies.csv, line 2: not UTF-8" in refusal(release)


def test_ratings_without_a_usable_row_are_refused(release: Path) -> None:
    write(release / "ratings.csv", "userId,movieId,rating,timestamp", ["1,999,4.0,1000000000"])
    assert "ratings.csv" in refusal(release)


def test_another_header_of_the_ratings_is_named(release: Path) -> None:
    write(release / "ratings.csv", "a,b,c,d", ["1,1,4.0,1000000000"])
    assert "ratings.csv" in refusal(release)


def films_in(folder: Path, *rows: str) -> tuple[list[FilmRow], Ledger]:
    write(folder / "movies.csv", HEADER, rows)
    ledger = Ledger.begun(folder / "refused.csv")
    return list(films_of(folder, CSV_LAYOUT, {}, ledger)), ledger


def test_a_repeated_id_is_refused_and_the_first_kept(tmp_path: Path) -> None:
    films, ledger = films_in(tmp_path, "1,Heat (1995),Crime", "1,Ronin (1998),Crime")
    assert [film.titles.title for film in films] == ["Heat"]
    assert ledger.files["movies.csv"].refused == {"duplicate id": 1}
    assert ledger.files["movies.csv"].lines == {"duplicate id": [3]}


def test_a_comma_and_quotes_in_a_title_are_kept(tmp_path: Path) -> None:
    films, _ = films_in(tmp_path, '1,"Run, ""Lola"", Run (1998)",Action')
    assert films[0].titles.title == 'Run, "Lola", Run'


def test_genres_are_distinct_and_sorted(tmp_path: Path) -> None:
    films, _ = films_in(tmp_path, "1,Heat (1995),Crime| Action|Crime|")
    assert films[0].genres == ("Action", "Crime")


def test_a_genre_longer_than_its_column_is_named_by_its_line(release: Path) -> None:
    write(release / "movies.csv", HEADER, ["1,Heat (1995)," + "x" * 200])
    assert "line 2" in refusal(release)
