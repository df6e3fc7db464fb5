"""Files of no site that we know: columns by their names, the scale by all ratings, kinds by words."""

import pytest

from uploads.imports.columns import Field
from uploads.imports.plans import Choice, FileKind
from uploads.imports.rows import BadFile, Kind
from uploads.imports.stars import Thumbs
from uploads.tests.reading import day, read, report


def stars(*ratings: object, column: str = "Rating") -> list[int | None]:
    """Half stars of films with these ratings."""
    lines = [f'Film {at},1995,"{rating}"' for at, rating in enumerate(ratings)]
    return [row.half_stars for row in read("\n".join([f"Title,Year,{column}", *lines]))]


@pytest.mark.parametrize(
    ("given", "halves"),
    [
        ((5, 8, 4), [5, 8, 4]),  # one above 5: all are of ten
        ((5, 3, 4), [10, 6, 8]),
        ((4.5, 3), [9, 6]),
        ((7.5, 10), [8, 10]),
        ((85, 40, 9), [9, 4, 1]),  # one above 10: all are of a hundred
        (("4/5", "8/10", "85%", "★★★½"), [8, 8, 9, 7]),
        (("4,5", "3,0"), [9, 6]),
        (("", 4), [None, 8]),
        ((0, 8), [None, 8]),
        (("4 stars", "8 stars"), [4, 8]),
    ],
)
def test_the_scale_follows_from_all_ratings(
    given: tuple[object, ...], halves: list[int | None]
) -> None:
    assert stars(*given) == halves


@pytest.mark.parametrize(
    ("column", "halves"),
    [
        *(("Rating (1-10)", 4), ("rating10", 4), ("Rating out of 10 stars", 4), ("Note (/10)", 4)),
        *(("Score /5", 8), ("Score %", 1), ("My rating", 8)),
    ],
)
def test_a_column_may_name_its_scale(column: str, halves: int) -> None:
    assert stars(4, column=column) == [halves]


def test_what_was_inferred_is_said_and_whether_it_is_sure() -> None:
    sure = report("Title,Year,Rating\nHeat,1995,8\n").notices
    assert "films.csv: 'Rating' was read as ratings out of 10: the highest rating is 8." in sure
    doubtful = " ".join(report("Title,Year,Rating\nHeat,1995,4\n").notices)
    assert "out of 5" in doubtful
    assert "if they are out of 10, choose that scale" in doubtful


def test_a_rating_off_the_half_stars_is_rounded_with_a_remark() -> None:
    (row,) = read("Title,Year,Rating\nHeat,1995,73%\n")
    assert (row.half_stars, row.remark) == (7, "'73%' was rounded to 3.5 stars")


def test_the_owner_s_scale_stands() -> None:
    raw = "Title,Year,Rating\nHeat,1995,4\n"
    (row,) = read(raw, choice=Choice(scale=10))
    assert row.half_stars == 4
    (bad,) = read("Title,Year,Rating\nHeat,1995,8\n", choice=Choice(scale=5))
    assert "of at most 5" in bad.problem


@pytest.mark.parametrize(
    ("kind", "row_kind"), [(FileKind.SEEN, Kind.SEEN), (FileKind.WATCHLIST, Kind.WISH)]
)
def test_the_owner_s_kind_holds_for_every_row_and_leaves_ratings_unread(
    kind: FileKind, row_kind: Kind
) -> None:
    rows = read("Title,Year,Rating\nHeat,1995,8\nFargo,1996,\n", choice=Choice(kind=kind))
    assert [(row.kind, row.half_stars) for row in rows] == [(row_kind, None)] * 2


def test_the_owner_s_columns_are_read() -> None:
    raw = "Title,Year,Rating,Enjoyment\nHeat,1995,7.9,4\n"
    choice = Choice(columns={Field.RATING: "enjoyment"})
    assert [row.half_stars for row in read(raw, choice=choice)] == [8]
    assert [row.half_stars for row in read(raw, choice=Choice(columns={Field.RATING: ""}))] == [
        None
    ]


@pytest.mark.parametrize(
    "head",
    [
        "title,year,rating,imdb_id,date",
        "Rating;Date;IMDb ID;Year;Title",
        "NAME\tRelease Year\tMy Rating\timdbID\tDate Rated",
        "\ufeffTitre,Année,Ma note,IMDb,Date de notation",
        "Titel;Jahr;Bewertung;imdb;Datum",
        "Título,Año,Calificación,imdb,Fecha",
        "Titolo,Anno,Voto,IMDb,Data",
        '"Filme"|"Ano"|"Nota"|"IMDb"|"Data"',
    ],
)
def test_columns_of_any_order_language_and_delimiter_are_found(head: str) -> None:
    mark = next(one for one in ("\t", ";", "|", ",") if one in head)
    values = {
        "title": ("title", "name", "titre", "titel", "título", "titolo", "filme"),
        "1995": ("year", "release year", "année", "jahr", "año", "anno", "ano"),
        "8": ("rating", "my rating", "ma note", "bewertung", "calificación", "voto", "nota"),
        "tt0113277": ("imdb", "imdb_id", "imdb id", "imdbid"),
        "2024-01-05": (*("date", "date rated", "date de notation", "datum", "fecha", "data"),),
    }
    names = [name.strip('"\ufeff').lower() for name in head.split(mark)]
    cells = [next(value for value, of in values.items() if name in of) for name in names]
    (row,) = read(f"{head}\n{mark.join(cells)}\n")
    assert (row.title, row.year, row.half_stars) == ("title", 1995, 8)
    assert (row.imdb_id, row.rated_at) == ("tt0113277", day(2024, 1, 5))


def test_others_ratings_are_never_one_s_own() -> None:
    raw = "Title,Year,IMDb Rating,Average Rating,Content Rating\nHeat,1995,8.3,4.1,R\n"
    found = report(raw)
    assert [row.half_stars for _, row in found.rows] == [None]
    assert "ignored, although they look like ratings: 'IMDb Rating', 'Average Rating'" in " ".join(
        found.notices
    )


def test_a_rating_that_is_no_number_is_not_one_s_own() -> None:
    rows = read("Title,Year,Rating,Score\nHeat,1995,R,8\nFargo,1996,PG-13,7\n")
    assert [row.half_stars for row in rows] == [8, 7]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("completed", Kind.SEEN),
        ("Watched", Kind.SEEN),
        ("plan to watch", Kind.WISH),
        ("Plan-To-Watch", Kind.WISH),
        ("watchlist", Kind.WISH),
        ("dropped", Kind.LISTED),
        ("on hold", Kind.LISTED),
    ],
)
def test_a_status_says_what_a_film_without_a_rating_is(status: str, kind: Kind) -> None:
    (row,) = read(f"Title,Year,Rating,Status\nHeat,1995,,{status}\n")
    assert row.kind == kind


@pytest.mark.parametrize("column", ["Watched", "Seen", "Gesehen"])
def test_a_column_of_yes_or_of_dates_says_what_was_seen(column: str) -> None:
    yes, no = read(f"Title,Year,{column}\nHeat,1995,yes\nFargo,1996,no\n")
    assert (yes.kind, no.kind) == (Kind.SEEN, Kind.LISTED)
    when, never = read(f"Title,Year,{column}\nHeat,1995,2024-01-05\nFargo,1996,\n")
    assert (when.kind, when.watched_at) == (Kind.SEEN, day(2024, 1, 5))
    assert never.watched_at is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [("my-watchlist.csv", Kind.WISH), ("watched.csv", Kind.SEEN), ("films.csv", Kind.LISTED)],
)
def test_films_alone_are_what_the_name_of_the_file_says(name: str, kind: Kind) -> None:
    found = report("Title,Year\nHeat,1995\n", name)
    assert [row.kind for _, row in found.rows] == [kind]
    assert ("choose the contents of the file" in " ".join(found.notices)) == (kind == Kind.LISTED)


@pytest.mark.parametrize(
    "kind",
    ["tv", "Series", "TV Episode", "Video Game", "Mini-série télévisée", "Folge", "Videospiel"],
)
def test_a_series_of_a_film_s_name_is_no_film(kind: str) -> None:
    (row,) = read(f"Title,Year,Type,Rating\nFargo,1996,{kind},9\n")
    assert (row.kind, kind in row.reason) == (Kind.OTHER, True)


@pytest.mark.parametrize(
    "kind", ["Movie", "tvMovie", "Fernsehfilm", "Court-métrage", "Película de TV", "Curta-metragem"]
)
def test_a_film_of_any_kind_is_a_film(kind: str) -> None:
    (row,) = read(f"Title,Year,Type,Rating\nFargo,1996,{kind},9\n")
    assert (row.kind, row.unknown_type) == (Kind.OPINION, "")


def test_an_unknown_type_is_left_to_its_ids() -> None:
    (row,) = read("Title,Year,Type,Rating\nFargo,1996,anime,9\n")
    assert (row.kind, row.unknown_type) == (Kind.OPINION, "anime")


def test_an_episode_is_no_film_whatever_its_type() -> None:
    (row,) = read("Title,Year,Season,Episode,Rating\nFargo,2014,1,3,9\n")
    assert row.kind == Kind.OTHER


def test_thumbs_become_stars_that_the_owner_can_change() -> None:
    raw = "Title,Year,Rating\nHeat,1995,👍\nFargo,1996,thumbs down\n"
    found = report(raw)
    assert [row.half_stars for _, row in found.rows] == [8, 2]
    assert "thumbs were converted to stars: down 1, up 4, two up 5" in " ".join(found.notices)
    changed = read(raw, choice=Choice(thumbs=Thumbs(down=1, up=10)))
    assert [row.half_stars for row in changed] == [10, 1]


def test_ids_are_found_by_what_they_look_like() -> None:
    raw = "Film,Year,Rating,Link\nHeat,1995,8,https://www.imdb.com/title/tt0113277/\n"
    assert [row.imdb_id for row in read(raw)] == ["tt0113277"]


def test_a_year_in_the_title_is_taken_off_where_no_column_has_years() -> None:
    (row,) = read('Title,Rating\n"Heat (1995)",8\n')
    assert (row.title, row.year) == ("Heat", 1995)


def test_missing_columns_are_said() -> None:
    notices = " ".join(report("Title,Date\nHeat,2024-01-05\n", site="generic").notices)
    assert "no column contains years" in notices
    assert "no column contains your ratings" in notices


def test_a_table_without_films_names_its_columns_and_the_remedy() -> None:
    with pytest.raises(BadFile, match=r"it has 'Artist', 'Album'; rename the column .* Title"):
        read("Artist,Album\nA,B\n")


def test_a_list_of_plain_objects_is_a_table() -> None:
    (row,) = read('[{"title": "Heat", "year": 1995, "rating": 8.0, "cast": []}]', "x.json")
    assert (row.title, row.year, row.half_stars) == ("Heat", 1995, 8)


def test_excel_s_hint_of_a_delimiter_is_no_head() -> None:
    (row,) = read("sep=;\nTitle;Year;Rating\nHeat;1995;8\n")
    assert (row.title, row.half_stars) == ("Heat", 8)
