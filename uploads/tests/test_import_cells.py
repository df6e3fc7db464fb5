"""Ids as programs and people write them."""

import pytest

from uploads.imports import cells


@pytest.mark.parametrize(
    "given",
    [
        "tt0114709",
        "0114709",
        "114709",
        "114709.0",
        "TT0114709",
        " tt0114709/ ",
        "tt114709",
        "https://www.imdb.com/title/tt0114709/?ref_=x",
        "https://m.imdb.com/de/title/tt0114709",
        "https://letterboxd.com/imdb/tt0114709/",
    ],
)
def test_imdb_s_ids(given: str) -> None:
    assert cells.imdb_id(given) == "tt0114709"


@pytest.mark.parametrize(
    "given", ["", "0", "tt", "null", "nan", "tt0000000", "heat", "12345678901"]
)
def test_what_is_no_id_at_imdb(given: str) -> None:
    assert cells.imdb_id(given) == ""


@pytest.mark.parametrize(
    "given",
    [
        "862",
        "862.0",
        " 862 ",
        "00862",
        "https://www.themoviedb.org/movie/862-toy-story",
        "https://letterboxd.com/tmdb/862/",
    ],
)
def test_tmdb_s_ids(given: str) -> None:
    assert cells.number(given) == 862


@pytest.mark.parametrize(
    "given", ["", "0", "-1", "null", "8.5", "9" * 12, "https://www.themoviedb.org/tv/862"]
)
def test_what_is_no_id_at_tmdb(given: str) -> None:
    assert cells.number(given) is None


def test_a_value_in_a_message_is_printable_and_short() -> None:
    shown = cells.shown("\x89PNG\x00\x01\ud800\n" + "x" * 500)
    assert (shown.isprintable(), len(shown)) == (True, 63)
