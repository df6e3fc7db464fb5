"""Reading what other sites export: every row comes out, the bad ones with the reason."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uploads.imports.detection import MOST_ROWS, opened, report_of
from uploads.imports.rows import BadFile, FileRow, Kind
from uploads.tests.exports import (
    DATA_SET,
    DIARY,
    IMDB,
    LETTERBOXD,
    MOVIELENS,
    RATINGS,
    REVIEWS,
    TRAKT,
    Cells,
    csv_of,
    film,
    letterboxd_zip,
    table,
    trakt_entry,
    trakt_json,
)

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def read(raw: bytes, name: str = "ratings.csv", *, site: str = "") -> list[FileRow]:
    return [row for _, row in report_of(opened(name, raw, site=site), now=NOW).rows]


def one(columns: Sequence[str], cells: Cells, name: str = "ratings.csv") -> FileRow:
    (row,) = read(csv_of(columns, cells), name)
    return row


def test_letterboxd_has_half_stars_and_dates() -> None:
    row = one(RATINGS, film("Heat", rating="4.5"))
    assert (row.title, row.year, row.half_stars, row.kind) == ("Heat", 1995, 9, Kind.OPINION)
    assert row.rated_at == datetime(2024, 5, 3, tzinfo=UTC)


def test_a_viewing_is_dated_by_when_it_was_watched_and_ranks_below_the_rating_of_today() -> None:
    viewing = one(DIARY, film("Heat", rating="4", watched_date="2020-02-02"))
    assert viewing.rated_at == datetime(2020, 2, 2, tzinfo=UTC)
    assert viewing.rank < one(RATINGS, film("Heat", rating="4")).rank


def test_the_watchlist_is_known_by_its_name_alone() -> None:
    assert one(LETTERBOXD, film("Heat"), "watchlist.csv").kind == Kind.WISH
    assert one(LETTERBOXD, film("Heat"), "watched.csv").kind == Kind.SEEN


def test_imdb_has_ten_stars_and_ids() -> None:
    shown = {"Const": "tt113277", "Your Rating": "9", "Date Rated": "2019-05-03", "Title": "Heat"}
    row = one(IMDB, shown | {"Year": "1995", "Title Type": "Movie"})
    assert (row.imdb_id, row.half_stars, row.year) == ("tt0113277", 9, 1995)


@pytest.mark.parametrize("kind", ["TV Series", "tvEpisode", "TV Mini Series", "Video Game"])
def test_imdb_s_series_and_games_are_no_films(kind: str) -> None:
    row = one(IMDB, {"Const": "tt1", "Your Rating": "9", "Title": "X", "Title Type": kind})
    assert row.kind == Kind.OTHER


@pytest.mark.parametrize("kind", ["Movie", "tvMovie", "Short", "TV Special", "Video"])
def test_imdb_s_other_kinds_are_films(kind: str) -> None:
    row = one(IMDB, {"Const": "tt1", "Your Rating": "9", "Title": "X", "Title Type": kind})
    assert row.kind == Kind.OPINION


def test_trakt_s_table_has_ten_stars_and_both_ids() -> None:
    shown = {"rated_at": "2023-01-02T03:04:05Z", "type": "movie", "title": "Heat", "year": "1995"}
    row = one(TRAKT, shown | {"trakt_rating": "7", "imdb_id": "tt0113277", "tmdb_id": "949"})
    assert (row.half_stars, row.imdb_id, row.tmdb_id) == (7, "tt0113277", 949)
    assert row.rated_at == datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_trakt_s_json_says_the_same() -> None:
    (row,) = read(trakt_json(trakt_entry("Amélie", 2001, 7, imdb="tt0211915", tmdb=194)), "x.json")
    assert (row.title, row.half_stars, row.tmdb_id) == ("Amélie", 7, 194)


def test_trakt_s_shows_are_no_films_and_its_oddities_no_rows_lost() -> None:
    show = {"rating": 8, "type": "show", "show": {"title": "Dark", "ids": {}}}
    odd: list[object] = [7, None, [], {}, {"movie": 3}, {"movie": {"title": None, "ids": 4}}]
    film, series, *rest = read(trakt_json(trakt_entry("Heat", 1995, 7), show, *odd), "x.json")
    assert (film.kind, film.problem) == (Kind.OPINION, "")
    assert (series.kind, series.title) == (Kind.OTHER, "Dark")
    assert [row.problem for row in rest] == ["it has no film title or id"] * 6


def test_movielens_has_its_own_ids_and_the_year_in_the_title() -> None:
    shown = {"movie_id": "6", "imdb_id": "0113277", "tmdb_id": "949", "rating": "4.5"}
    row = one(MOVIELENS, shown | {"title": "Heat (1995)"})
    assert (row.movielens_id, row.imdb_id, row.title, row.year) == (6, "tt0113277", "Heat", 1995)


def test_a_data_set_of_one_person_is_read() -> None:
    row = one(DATA_SET, {"userId": 7, "movieId": 6, "rating": 0.5, "timestamp": 1_000_000_000})
    assert (row.movielens_id, row.half_stars) == (6, 1)
    assert row.rated_at == datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC)


def test_a_data_set_of_several_people_is_refused_with_the_line() -> None:
    raw = csv_of(DATA_SET, *({"userId": at, "movieId": 6, "rating": 4} for at in (1, 1, 2)))
    with pytest.raises(BadFile, match=r"line 4: .* several people"):
        read(raw)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_accents_survive_every_encoding(encoding: str) -> None:
    raw = table(RATINGS, [film("Amélie — Łódź", rating="4")]).encode(encoding)
    assert read(raw)[0].title == "Amélie — Łódź"


def test_a_wrong_encoding_is_read_as_windows_1252_and_told_with_its_line() -> None:
    raw = table(RATINGS, [film("Heat", rating=4), film("Amélie", rating="4")]).encode("cp1252")
    report = report_of(opened("ratings.csv", raw), now=NOW)
    assert [row.title for _, row in report.rows] == ["Heat", "Amélie"]
    assert "line 3" in report.notices[0]
    assert "Windows-1252" in report.notices[0]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_usual_delimiter_will_do(delimiter: str) -> None:
    (row,) = read(csv_of(RATINGS, film("Heat; or, Cool", rating="4,5"), delimiter=delimiter))
    assert (row.title, row.half_stars) == ("Heat; or, Cool", 9)


def test_quotes_and_line_breaks_stay_in_a_review() -> None:
    row = one(REVIEWS, film("Heat", review='He said: "Cool",\nand left.'))
    assert row.note == 'He said: "Cool",\nand left.'


def test_a_formula_is_text_and_its_shield_is_taken_off() -> None:
    assert one(RATINGS, film("=1+1", rating="4")).title == "=1+1"
    assert one(RATINGS, film("'=1+1", rating="4")).title == "=1+1"
    assert one(RATINGS, film("'Til", rating="4")).title == "'Til"


def test_nul_bytes_are_dropped() -> None:
    assert read(csv_of(RATINGS, film("He\x00at", rating="4")))[0].title == "Heat"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"rating": "5.5"}, "5.5"),
        ({"rating": "-1"}, "-1"),
        ({"rating": "4.3"}, "4.3"),
        ({"rating": "nan"}, "nan"),
        ({"rating": "1e999999999"}, "1e999999999"),
        ({"rating": "good"}, "good"),
        ({"year": "95"}, "95"),
        ({"year": "MCMXCV"}, "MCMXCV"),
        ({"name": "x" * 301}, "300 characters"),
        ({"name": ""}, "no film"),
    ],
)
def test_a_bad_row_says_what_is_wrong_and_the_next_is_read(
    change: dict[str, Any], said: str
) -> None:
    bad, good = read(csv_of(RATINGS, film(**({"name": "Heat"} | change)), film("Ok")))
    assert said in bad.problem
    assert (good.title, good.problem) == ("Ok", "")


@pytest.mark.parametrize("date", ["yesterday", "3000-01-01", "1066-10-14", "2024-02-31"])
def test_a_date_that_cannot_be_is_left_out_with_a_word(date: str) -> None:
    row = one(RATINGS, film("Heat", rating="4", date=date))
    assert (row.half_stars, row.rated_at) == (8, None)
    assert date in row.remark


def test_a_long_review_is_cut_with_a_word() -> None:
    row = one(REVIEWS, film("Heat", review="x" * 6_000))
    assert len(row.note) == 5_000
    assert "truncated" in row.remark


def test_a_missing_quotation_mark_is_told_with_its_line() -> None:
    raw = csv_of(RATINGS, film("Heat")) + b'2024-01-01,"Alien,1979,x,4\n' + b"a,b,c,d,e\n" * 20_000
    with pytest.raises(BadFile, match=r"line 3: .* quotation mark"):
        read(raw)


def test_more_rows_than_the_limit_are_refused() -> None:
    raw = csv_of(RATINGS, film("Heat")) + b"2024-01-01,Alien,1979,x,4\n" * MOST_ROWS
    with pytest.raises(BadFile, match="50,000 rows"):
        read(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n\n",
        b"\xef\xbb\xbf",
        b"hello",
        b"a,b,c\n1,2,3\n",
        b"{}",
        b"[]",
        b"[1,",
        b"[" * 100_000,
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"PK\x03\x04 no zip",
        bytes(range(256)) * 10,
    ],
)
def test_what_is_no_export_is_refused_in_words(raw: bytes) -> None:
    with pytest.raises(BadFile):
        read(raw)


def test_a_named_site_is_taken_at_its_word() -> None:
    raw = csv_of(RATINGS, film("Heat", rating="4"))
    assert read(raw, site="letterboxd")
    with pytest.raises(BadFile, match="IMDb"):
        read(raw, site="imdb")


def test_lines_count_over_all_files_of_the_zip_and_begin_anew_in_each() -> None:
    records = [record for record, _ in report_of(opened("z", letterboxd_zip()), now=NOW).rows]
    shown = [(record.file, record.file_line) for record in records]
    assert shown[:3] == [("ratings.csv", 2), ("ratings.csv", 3), ("diary.csv", 2)]
    assert {name for name, _ in shown} == {
        "ratings.csv",
        "diary.csv",
        "reviews.csv",
        "watched.csv",
        "watchlist.csv",
    }
    lines = [record.line for record in records]
    assert lines == sorted(set(lines))


_HEADS = (
    b"Date,Name,Year,Letterboxd URI,Rating\n",
    b"Title,Year,Rating,Date,Status,Type,IMDb ID,TMDB ID,Season\n",
    b"Profile Name,Title Name,Thumbs Value,Event Utc Ts\n",
    b"1::0116282::8::1381620027\n",
    b"<recentratings><film><filmid>1</filmid><filmname>Heat</filmname></film>",
    b"",
)


@given(st.sampled_from(_HEADS), st.binary(max_size=1_000) | st.text(max_size=500).map(str.encode))
def test_no_bytes_break_the_reader(head: bytes, raw: bytes) -> None:
    refusal = ""
    try:
        for row in read(head + raw):
            row.title.encode()
    except BadFile as error:
        refusal = str(error)
    assert refusal.isprintable()


@given(
    st.lists(st.text("0123456789/.:-,%★ eapm+Jan", max_size=12), max_size=5),
    st.lists(st.text("0123456789/.:-,%★½👍 ofu+", max_size=9), max_size=5),
)
def test_no_date_and_no_rating_breaks_the_reader(dates: list[str], ratings: list[str]) -> None:
    cells = [
        {"Title": "Heat", "Date": date, "Rating": rating}
        for date, rating in zip(dates, ratings, strict=False)
    ]
    for row in read(csv_of(("Title", "Date", "Rating"), *cells)):
        assert row.problem or row.half_stars is None or 1 <= row.half_stars <= 10
        assert row.rated_at is None or row.rated_at <= NOW


@given(st.recursive(st.none() | st.text() | st.integers() | st.floats(), st.lists, max_leaves=5))
def test_no_cell_of_trakt_s_json_breaks_the_reader(value: Any) -> None:
    raw = trakt_json(trakt_entry("Heat", 1995, 7), trakt_entry(value, value, value, imdb=value))
    assert len(read(raw, "x.json")) == 2
