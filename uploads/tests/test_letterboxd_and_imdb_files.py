"""What Letterboxd and IMDb export, in their versions and languages."""

import pytest

from uploads.imports.rows import Kind
from uploads.tests.exports import LETTERBOXD, csv_of, film, letterboxd_zip, zip_of
from uploads.tests.reading import day, read, report

IMDB_LIST = (
    "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,"
    "Runtime (mins),Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated\n"
)


def test_letterboxd_s_importer_has_ratings_of_ten() -> None:
    raw = "Title,Year,imdbID,Rating10,WatchedDate,Tags,Review\nFargo,1996,tt0116282,9,2024-01-05,,Fine\n"
    (row,) = read(raw)
    assert (row.imdb_id, row.half_stars, row.note) == ("tt0116282", 9, "Fine")
    assert (row.rated_at, row.watched_at) == (day(2024, 1, 5), day(2024, 1, 5))


@pytest.mark.parametrize(
    "raw",
    [
        "Rating,WatchedDate,LetterboxdURI,Title\n4.5,2024-01-05,https://boxd.it/1,Fargo\n",
        "tmdbID,imdbID,Title,Year,Rating,WatchedDate,Review\n275,tt0116282,Fargo,1996,4.5,2024-01-05,\n",
    ],
)
def test_letterboxd_s_importer_takes_columns_of_any_order(raw: str) -> None:
    found = report(raw)
    assert [row.half_stars for _, row in found.rows] == [9]
    assert found.readings[0].plan.layout.site == "letterboxd"


def test_a_diary_has_the_day_of_each_viewing_and_watched_the_day_it_was_marked() -> None:
    raw = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
    (seen,) = read(f"{raw}2024-02-01,Heat,1995,x,,Yes,,2024-01-05\n", "diary.csv")
    assert (seen.kind, seen.watched_at) == (Kind.SEEN, day(2024, 1, 5))
    (marked,) = read(csv_of(LETTERBOXD, film("Heat")), "watched.csv")
    assert (marked.kind, marked.watched_at) == (Kind.SEEN, day(2024, 5, 3))
    (wish,) = read(csv_of(LETTERBOXD, film("Heat")), "watchlist.csv")
    assert (wish.kind, wish.watched_at) == (Kind.WISH, None)


def test_a_renamed_list_of_letterboxd_is_neither_seen_nor_wished_until_its_owner_says() -> None:
    found = report(csv_of(LETTERBOXD, film("Heat")), "mine.csv")
    assert [row.kind for _, row in found.rows] == [Kind.LISTED]
    assert "choose the contents of the file" in " ".join(found.notices)


def test_an_exported_list_of_letterboxd_is_a_list() -> None:
    head = "Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2024-01-05,Best,,x,\n\n"
    found = report(f"{head}Position,Name,Year,URL,Description\n1,Heat,1995,x,\n", "best.csv")
    ((record, row),) = found.rows
    assert (record.file_line, row.title, row.kind) == (6, "Heat", Kind.LISTED)


@pytest.mark.parametrize("folder", ["", "letterboxd-ada-2024/", "Downloads/a/"])
def test_the_zip_is_read_in_any_folder_and_what_is_not_read_is_said(folder: str) -> None:
    files = {
        "ratings.csv": csv_of([*LETTERBOXD, "Rating"], film("Heat", rating="4.5")),
        "profile.csv": b"Date Joined,Username\n2020-01-01,ada\n",
        "lists/one.csv": b"x",
        "lists/two.csv": b"x",
        "likes/films.csv": csv_of(LETTERBOXD, film("Liked")),
        "deleted/ratings.csv": csv_of(LETTERBOXD, film("Deleted")),
        "orphaned/diary.csv": csv_of(LETTERBOXD, film("Orphaned")),
        "photo.jpg": b"x",
        "__MACOSX/._ratings.csv": b"x",
    }
    found = report(zip_of({f"{folder}{name}": raw for name, raw in files.items()}), "all.zip")
    assert [row.title for _, row in found.rows] == ["Heat"]
    said = " ".join(found.notices)
    for part in ("lists (2 files)", "likes (1 file)", "deleted entries", "orphaned entries"):
        assert part in said
    assert "other files (1 file)" in said
    assert "profile.csv" in said


def test_the_files_of_the_zip_keep_their_order() -> None:
    files = [reading.file for reading in report(letterboxd_zip(), "all.zip").readings]
    assert files == ["ratings.csv", "diary.csv", "reviews.csv", "watched.csv", "watchlist.csv"]


def test_imdb_s_watchlist_is_known_by_its_columns() -> None:
    raw = IMDB_LIST + (
        "1,tt0118929,2025-07-09,2025-07-09,,Dark City,Dark City,,Movie,7.6,100,1998,,1,1998-02-27,,,\n"
        "2,tt0116282,2025-07-10,2025-07-10,,Fargo,Fargo,,Movie,8.1,98,1996,,1,1996-04-05,,9,2025-07-11\n"
    )
    found = report(raw, "4f1c.csv")
    wish, rated = (row for _, row in found.rows)
    assert (wish.kind, wish.half_stars, wish.watched_at) == (Kind.WISH, None, None)
    assert (rated.kind, rated.half_stars, rated.rated_at) == (Kind.OPINION, 9, day(2025, 7, 11))
    assert "like any other list" in " ".join(found.notices)


def test_imdb_s_oldest_layout_is_read() -> None:
    raw = (
        '"position","const","created","modified","description","Title","Title type","Directors",'
        '"You rated","IMDb Rating","Year","Release Date (month/day/year)","URL"\n'
        '"1","tt0116282","Mon Jan  5 00:00:00 2015","","","Fargo","Feature Film","","9","8.1","1996",,\n'
        '"2","","Tue Feb 10 00:00:00 2015","","","Dark City","Feature Film","","7","7.7","1998","",""\n'
    )
    found = report(raw, "ratings.csv")
    fargo, dark_city = (row for _, row in found.rows)
    assert (fargo.half_stars, fargo.imdb_id, fargo.rated_at) == (9, "tt0116282", day(2015, 1, 5))
    assert (dark_city.half_stars, dark_city.imdb_id, dark_city.problem) == (7, "", "")
    assert (dark_city.title, dark_city.year) == ("Dark City", 1998)
    assert not found.notices


def test_imdb_s_both_titles_are_kept() -> None:
    raw = (
        "Const,Your Rating,Date Rated,Title,Original Title,Title Type,Year\n"
        "tt0245429,9,2024-01-05,Spirited Away,Sen to Chihiro no kamikakushi,Movie,2001\n"
    )
    (row,) = read(raw)
    assert (row.title, row.other_titles) == (
        "Spirited Away",
        ("Sen to Chihiro no kamikakushi",),
    )


LANGUAGES = (
    ("Deine Bewertung,Bewertungsdatum,Titel,Originaltitel,Titeltyp,Jahr", "Film", "Fernsehserie"),
    ("Votre note,Date de notation,Titre,Titre original,Type de titre,Année", "Film", "Série TV"),
    (
        "Tu calificación,Fecha de calificación,Título,Título original,Tipo de título,Año",
        *("Película", "Serie de TV"),
    ),
    (
        "Il tuo voto,Data di valutazione,Titolo,Titolo originale,Tipo di titolo,Anno",
        *("Film", "Serie TV"),
    ),
    (
        "Sua avaliação,Data da avaliação,Título,Título original,Tipo de título,Ano",
        *("Filme", "Série de TV"),
    ),
    ("your rating,date added,title,original title,title type,year", "movie", "tvSeries"),
)


@pytest.mark.parametrize(("head", "film_type", "series_type"), LANGUAGES)
def test_imdb_s_exports_in_other_languages(head: str, film_type: str, series_type: str) -> None:
    raw = f"Const,{head}\n" + "".join(
        f"{imdb_id},4,2024-01-05,Fargo,Fargo,{kind},1996\n"
        for imdb_id, kind in (("tt0116282", film_type), ("tt2802850", series_type))
    )
    found = report(raw, "Bewertungen.csv")
    rated, series = (row for _, row in found.rows)
    assert (rated.kind, rated.half_stars, rated.title) == (Kind.OPINION, 4, "Fargo")
    assert (rated.year, rated.rated_at) == (1996, day(2024, 1, 5))
    assert series.kind == Kind.OTHER
    assert not found.notices


def test_ratings_of_imdb_without_their_column_are_missed_aloud() -> None:
    found = report("Const,Title,Title Type,Year\ntt0116282,Fargo,Movie,1996\n", "ratings.csv")
    assert [row.kind for _, row in found.rows] == [Kind.LISTED]
    assert "no column contains your ratings" in " ".join(found.notices)
