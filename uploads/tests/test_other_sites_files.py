"""What Trakt, MovieLens, Simkl, Netflix, TMDB, Movary, Criticker and MovieTweetings export."""

import json
from typing import Any

import pytest

from uploads.imports.netflix import is_episode
from uploads.imports.rows import BadFile, Kind
from uploads.tests.exports import zip_of
from uploads.tests.reading import day, read, report

FARGO = {"title": "Fargo", "year": 1996, "ids": {"trakt": 1, "imdb": "tt0116282", "tmdb": 275}}
HEAT = {"title": "Heat", "year": 1995, "ids": {"trakt": 2, "imdb": "", "tmdb": 0}}
AT = "2024-02-03T00:00:00.000Z"


def trakt(**files: list[dict[str, Any]]) -> bytes:
    named = {
        f"ada/{name.replace('__', '/').replace('_', '-')}.json": raw for name, raw in files.items()
    }
    return zip_of({name: json.dumps(raw).encode() for name, raw in named.items()})


def test_trakt_s_zip_has_ratings_viewings_and_a_watchlist() -> None:
    found = report(
        trakt(
            ratings__ratings_movies=[
                {"rated_at": AT, "rating": 9, "type": "movie", "movie": FARGO}
            ],
            ratings__ratings_episodes=[
                {
                    "rated_at": AT,
                    "rating": 7,
                    "type": "episode",
                    "episode": {"title": "Heat"},
                    "show": HEAT,
                }
            ],
            watched__watched_history_1=[{"watched_at": AT, "type": "movie", "movie": HEAT}],
            watched__watched_movies=[{"plays": 2, "last_watched_at": AT, "movie": FARGO}],
            lists__lists_watchlist=[{"listed_at": AT, "type": "movie", "movie": HEAT}],
            lists__list_best_of_all=[{"listed_at": AT, "type": "movie", "movie": FARGO}],
            collection__collection_movies=[{"collected_at": AT, "movie": FARGO}],
        ),
        "trakt.zip",
    )
    kinds = {record.file: (row.title, row.kind, row.half_stars) for record, row in found.rows}
    assert kinds == {
        "ratings-movies.json": ("Fargo", Kind.OPINION, 9),
        "ratings-episodes.json": ("Heat", Kind.OTHER, 7),
        "watched-history-1.json": ("Heat", Kind.SEEN, None),
        "watched-movies.json": ("Fargo", Kind.SEEN, None),
        "lists-watchlist.json": ("Heat", Kind.WISH, None),
    }
    watched = {record.file: row.watched_at for record, row in found.rows}
    assert watched["watched-history-1.json"] == day(2024, 2, 3)
    assert watched["ratings-movies.json"] is None
    assert "lists (1 file), collections (1 file)" in " ".join(found.notices).replace(
        "collections (1 file), lists (1 file)", "lists (1 file), collections (1 file)"
    )


@pytest.mark.parametrize(
    ("name", "entry"),
    [("collection-movies.json", {"collected_at": AT}), ("list-best.json", {"listed_at": AT})],
)
def test_trakt_s_collection_and_lists_are_not_seen(name: str, entry: dict[str, Any]) -> None:
    (row,) = read(json.dumps([entry | {"type": "movie", "movie": FARGO}]), name)
    assert row.kind == Kind.LISTED


@pytest.mark.parametrize("nothing", [None, "", 0, "0", [], {}])
def test_ids_that_trakt_leaves_open_are_none(nothing: object) -> None:
    movie = {"title": "Heat", "year": 1995, "ids": {"imdb": nothing, "tmdb": nothing}}
    (row,) = read(json.dumps([{"rating": 7, "rated_at": AT, "movie": movie}]), "x.json")
    assert (row.title, row.half_stars, row.imdb_id, row.tmdb_id) == ("Heat", 7, "", None)


def test_a_table_with_trakt_s_usual_names_is_not_trakt_s() -> None:
    found = report("title,year,imdb_id,tmdb_id,rating\nHeat,1995,tt0113277,949,4.5\n")
    assert found.readings[0].plan.layout.site == "generic"
    assert [row.half_stars for _, row in found.rows] == [9]


def test_movielens_s_wishlist_has_nobody_s_ratings() -> None:
    found = report(
        "movie_id,imdb_id,tmdb_id,average_rating,title\n6,0113277,949,3.85,Heat (1995)\n"
    )
    ((_, row),) = found.rows
    assert (row.kind, row.half_stars, row.title, row.year) == (Kind.WISH, None, "Heat", 1995)
    assert (row.movielens_id, row.imdb_id, row.tmdb_id) == (6, "tt0113277", 949)
    assert "average of all users" in " ".join(found.notices)


def test_movielens_s_titles_have_their_article_and_other_titles_last() -> None:
    title = "City of Lost Children, The (Cité des enfants perdus, La) (1995)"
    (row,) = read(f'movie_id,rating,average_rating,title\n1,4,3.9,"{title}"\n')
    assert (row.title, row.year) == ("The City of Lost Children", 1995)
    assert "La Cité des enfants perdus" in row.other_titles


def test_movielens_writes_minus_one_for_no_rating() -> None:
    (row,) = read("movie_id,rating,average_rating,title\n6,-1.0,3.85,Heat (1995)\n")
    assert (row.half_stars, row.problem) == (None, "")


def test_kaggle_s_movielens_has_dates_as_text() -> None:
    (row,) = read('"userId","movieId","rating","timestamp"\n1,6,3.5,"2005-04-02 23:53:47"\n')
    assert (row.movielens_id, row.half_stars, row.rated_at and row.rated_at.year) == (6, 7, 2005)


SIMKL = (
    "SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo,TVDB,TMDB,IMDB\n"
    "1,Fargo,movie,1996,completed,,2024-01-05,4,,,275,tt0116282\n"
    "2,Heat,movie,1995,plantowatch,,,,soon,,949,tt0113277\n"
    "3,Clueless,tv,1996,completed,S03E18,2024-01-07,3,,7,4000,tt0115137\n"
    "4,Spirited Away,movie,2001,completed,,2024-01-09,,good one,,129,tt0245429\n"
    "5,Akira,movie,1988,dropped,,,,,,149,tt0094625\n"
)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_simkl_s_table(mark: str) -> None:
    fargo, heat, clueless, spirited, akira = read("\ufeff" + SIMKL.replace(",", mark))
    assert (fargo.half_stars, fargo.rated_at) == (4, day(2024, 1, 5))
    assert (heat.kind, heat.watched_at, heat.note) == (Kind.WISH, None, "")
    assert clueless.kind == Kind.OTHER
    assert (spirited.kind, spirited.watched_at) == (Kind.SEEN, day(2024, 1, 9))
    assert (akira.kind, akira.watched_at) == (Kind.LISTED, None)


def test_simkl_s_backup() -> None:
    movie = {
        "title": "Fargo",
        "year": 1996,
        "ids": {"simkl": 1, "imdb": "tt0116282", "tmdb": "275"},
    }
    raw = {
        "movies": [
            {"status": "completed", "user_rating": 8, "last_watched_at": AT, "movie": movie},
            {"status": "plantowatch", "user_rating": None, "movie": movie},
        ],
        "shows": [{"status": "watching", "user_rating": 9, "show": {"title": "Heat"}}],
        "anime": [{"anime_type": "movie", "status": "completed", "show": {"title": "Akira"}}],
    }
    found = report(json.dumps(raw), "SimklBackup.json")
    assert found.readings[0].plan.layout.site == "simkl"
    assert [(row.title, row.kind, row.half_stars) for _, row in found.rows] == [
        ("Fargo", Kind.OPINION, 8),
        ("Fargo", Kind.WISH, None),
        ("Heat", Kind.OTHER, 9),
        ("Akira", Kind.SEEN, None),
    ]


@pytest.mark.parametrize(
    ("title", "is_series"),
    [
        ("Breaking Bad: Season 1: Pilot", True),
        ("Dark: Staffel 2: Anfänge und Enden", True),
        ("La casa de papel: Parte 1: Efectuar lo acordado", True),
        ("Chernobyl: Limited Series: 1:23:45", True),
        ("Lupin: Part 1: Chapter 1", True),
        ("The Crown: Season 4", True),
        ("Fargo", False),
        ("Kill Bill: Vol. 1", False),
        ("Harry Potter and the Deathly Hallows: Part 2", False),
        ("Black Mirror: Bandersnatch", False),
        ("Star Wars: Episode IV - A New Hope", False),
    ],
)
def test_netflix_s_episodes_are_known_by_their_season(title: str, is_series: bool) -> None:
    assert is_episode(title) == is_series


@pytest.mark.parametrize("head", ["Title,Date", "Titel,Datum", "Titre,Date", "Título,Fecha"])
def test_netflix_s_viewing_history(head: str) -> None:
    found = report(f'{head}\n"Fargo","1/31/24"\n"Dark: Season 1: Lies","1/5/24"\n')
    film, episode = (row for _, row in found.rows)
    assert (film.kind, film.watched_at) == (Kind.SEEN, day(2024, 1, 31))
    assert episode.kind == Kind.OTHER
    assert "Netflix" in " ".join(found.notices)


def test_netflix_s_ratings_are_thumbs_and_old_stars() -> None:
    raw = (
        "Profile Name,Title Name,Rating Type,Star Value,Thumbs Value,Device Model,Event Utc Ts\n"
        "Ada,Fargo,thumb,,2,TV,2024-01-05 10:00:00\n"
        "Ada,Heat,thumb,,3,TV,2024-01-06 10:00:00\n"
        "Ada,Dark City,thumb,,1,TV,2024-01-06 10:00:00\n"
        "Ada,Clueless,star,3,,TV,2014-01-06 10:00:00\n"
        "Ada,Alien,thumb,,0,TV,2024-01-06 10:00:00\n"
    )
    found = report(raw, "Ratings.csv")
    assert [row.half_stars for _, row in found.rows] == [8, 10, 2, 6, None]
    assert "thumbs were converted to stars" in " ".join(found.notices)


def test_several_profiles_in_one_file_are_refused_by_name() -> None:
    raw = "Profile Name,Title Name,Thumbs Value\nAda,Fargo,2\nBob,Heat,2\n"
    with pytest.raises(BadFile, match=r"line 3: .*'Ada', 'Bob'"):
        read(raw)


def test_tmdb_s_account_has_one_s_own_ratings_beside_everybody_s() -> None:
    raw = (
        "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,"
        "Date Rated\n"
        "275,tt0116282,movie,Fargo,1996-03-08T00:00:00Z,,,7.9,8.5,2022-09-20T00:00:00Z\n"
        "949,,tv,Heat,1995-12-15T00:00:00Z,,,7.6,6.0,2022-09-20T00:00:00Z\n"
    )
    found = report(raw, "ratings.csv")
    film, series = (row for _, row in found.rows)
    assert (film.half_stars, film.year, film.tmdb_id) == (9, 1996, 275)
    assert film.rated_at == day(2022, 9, 20)
    assert series.kind == Kind.OTHER
    assert not found.notices


@pytest.mark.parametrize(
    ("raw", "kind", "halves"),
    [
        ("title,year,tmdbId,imdbId,userRating\nFargo,1996,275,tt0116282,4\n", Kind.OPINION, 4),
        (
            "title,year,tmdbId,imdbId,watchedAt,comment\nFargo,1996,275,tt0116282,2024-01-05,\n",
            *(Kind.SEEN, None),
        ),
        ("title,tmdbId,imdbId,addedAt\nFargo,275,tt0116282,2024-01-05\n", Kind.WISH, None),
    ],
)
def test_movary_s_three_files(raw: str, kind: Kind, halves: int | None) -> None:
    found = report(raw, "export.csv")
    ((_, row),) = found.rows
    assert (row.kind, row.half_stars, row.tmdb_id) == (kind, halves, 275)
    assert row.watched_at == (day(2024, 1, 5) if kind == Kind.SEEN else None)
    assert found.readings[0].plan.layout.site == "movary"


CRITICKER = """<?xml version="1.0" encoding="ISO-8859-1"?>
<recentratings>
<film><filmid>1</filmid><filmname>Matrix, The (1999)</filmname><filmlink>https://x</filmlink>
<rating>85</rating><quote>Whoa</quote><reviewdate>Jan 05 2024, 10:20</reviewdate><tier>8</tier></film>
<film><filmid>2</filmid><filmname>Heat (1995)</filmname><filmlink>https://y</filmlink>
<rating>0</rating><quote/><reviewdate>2024-01-06</reviewdate><tier>1</tier></film>
</recentratings>"""


def test_criticker_s_ratings_of_a_hundred() -> None:
    found = report(CRITICKER, "ratings.xml")
    matrix, heat = (row for _, row in found.rows)
    assert (matrix.title, matrix.year, matrix.half_stars) == ("The Matrix", 1999, 9)
    assert (matrix.note, matrix.rated_at and matrix.rated_at.day) == ("Whoa", 5)
    assert (heat.half_stars, heat.rated_at) == (1, day(2024, 1, 6))
    assert "out of 100" in " ".join(found.notices)


def test_movietweetings_numbers_films_as_imdb_does() -> None:
    raw = "1::0116282::8::1381620027\n1::0113277::0::1381620027\n"
    fargo, heat = read(raw, "ratings.dat")
    assert (fargo.imdb_id, fargo.half_stars) == ("tt0116282", 8)
    assert (fargo.rated_at and fargo.rated_at.year, heat.half_stars) == (2013, 1)


def test_an_old_data_set_of_movielens_has_its_own_numbers() -> None:
    (row,) = read("1::1193::5::978300760\n", "ratings.dat")
    assert (row.movielens_id, row.half_stars, row.imdb_id) == (1193, 10, "")
