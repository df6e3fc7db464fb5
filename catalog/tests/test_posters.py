"""Posters: the same for the same film, well formed for any title, and readable."""

import hashlib
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.posters import PosterSubject, draw_poster, palette_of
from catalog.posters.casting import cast, era_of
from catalog.posters.families import COMPOSITIONS
from catalog.posters.palettes import PALETTES
from catalog.posters.shapes import contrast, ink_on, mix
from catalog.posters.styles import STYLES
from catalog.posters.typography import breaks, width

ODD_TITLES = [
    "",
    "Левиафан",
    "千と千尋の神隠し",
    "<&>\"'",
    "Supercalifragilisticexpialidocious",
    "a\x00b\x1fc\ud800d\uffff",
    "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb",
    "one two three four five six seven eight nine ten eleven twelve thirteen",
    "   ",
    "M",
]


def make_subject(
    *,
    movie_id: int = 6,
    title: str = "Heat",
    year: int | None = 1995,
    genres: tuple[str, ...] = ("Action", "Crime", "Thriller"),
    director: str = "",
) -> PosterSubject:
    return PosterSubject(movie_id, title, year, genres, director)


def test_the_same_film_always_gets_the_same_poster() -> None:
    assert draw_poster(make_subject()) == draw_poster(make_subject())


def test_the_id_seeds_the_choices() -> None:
    drawn = {draw_poster(make_subject(movie_id=number)) for number in range(20)}
    assert len(drawn) == 20


@pytest.mark.parametrize(
    ("subject", "sha256"),
    [
        (make_subject(), "015f9b88846e8fa8"),
        (
            make_subject(movie_id=1, title="Toy Story", genres=("Animation", "Comedy")),
            "62deb8a9b82022fa",
        ),
        (
            make_subject(
                movie_id=903,
                title="Vertigo",
                year=1958,
                genres=("Mystery",),
                director="A. Hitchcock",
            ),
            "6a8b4fafa6d25af0",
        ),
    ],
)
def test_the_look_does_not_drift(subject: PosterSubject, sha256: str) -> None:
    assert hashlib.sha256(draw_poster(subject).encode()).hexdigest()[:16] == sha256


@pytest.mark.parametrize("title", ODD_TITLES)
def test_an_odd_title_gives_a_well_formed_document(title: str) -> None:
    ElementTree.fromstring(draw_poster(make_subject(title=title, year=None, genres=())))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.text(max_size=30), st.sampled_from([*STYLES, "no such genre"]))
def test_any_text_gives_a_well_formed_document(title: str, director: str, genre: str) -> None:
    ElementTree.fromstring(
        draw_poster(make_subject(title=title, director=director, genres=(genre,)))
    )


def test_nothing_in_a_poster_reaches_outside_or_runs() -> None:
    for number in range(200):
        genre = list(STYLES)[number % len(STYLES)]
        drawn = draw_poster(make_subject(movie_id=number, genres=(genre,)))
        assert not re.search(r"<script|<style|style=|<image|href=|<foreignObject|on\w+=", drawn)


def test_a_title_is_drawn_as_outlines() -> None:
    assert "<text" not in draw_poster(make_subject())


def test_a_script_that_the_atlas_lacks_is_left_to_the_readers_fonts() -> None:
    assert "Левиафан".upper() in draw_poster(make_subject(title="Левиафан")).upper()


def test_the_palette_is_told_without_drawing() -> None:
    for number in range(60):
        subject = make_subject(movie_id=number)
        colours = PALETTES[palette_of(subject)]
        drawn = draw_poster(subject)
        assert sum(colour in drawn for colour in colours) >= 2


def test_every_palette_and_composition_of_the_styles_exists() -> None:
    for style in STYLES.values():
        assert set(style.compositions) <= COMPOSITIONS.keys()
        assert {name for era in style.palettes for name in era} <= PALETTES.keys()
        assert len(style.palettes) == len(style.faces) == 4


def test_every_composition_is_reached() -> None:
    used = {name for style in STYLES.values() for name in style.compositions}
    assert used == COMPOSITIONS.keys()


def test_the_most_telling_genre_wins() -> None:
    chosen = [cast(number, "X", 1990, ("Drama", "Western")).composition for number in range(50)]
    western = set(STYLES["Western"].compositions)
    assert sum(name in western for name in chosen) > 35


@pytest.mark.parametrize(
    ("year", "era"),
    [(1959, 0), (1960, 1), (1981, 1), (1982, 2), (2004, 2), (2005, 3), (None, 2)],
)
def test_decades_make_four_eras(year: int | None, era: int) -> None:
    assert era_of(year) == era


def test_a_line_does_not_end_with_a_small_word() -> None:
    lines = breaks("jost", ["The", "Wizard", "of", "Oz"], 2, 0.0).lines
    assert lines in (["The Wizard", "of Oz"], ["The", "Wizard of Oz"])
    assert lines[0] == "The Wizard"


def test_kerning_and_tracking_make_the_width() -> None:
    assert width("jost", "AA", 0.1) == pytest.approx(width("jost", "AA") + 0.1)


def test_ink_is_readable_where_any_is() -> None:
    assert ink_on("#ffffff", "#eeeeee", "#000000") == "#000000"
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


def test_a_mix_lies_between_its_colours() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
