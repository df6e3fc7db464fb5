"""Which titles are the same, nearly the same, or in one another."""

import pytest

from uploads.import_jobs.title_index import TitleIndex, titles_of
from uploads.import_jobs.title_keys import Keys, Kind, parts_of, without_maker

SAME = [
    ("Rocky II", "Rocky 2"),
    ("ROCKY V", "Rocky 5"),
    ("Star Trek V: The Final Frontier", "Star Trek 5 - The Final Frontier"),
    ("The Godfather: Part III", "The Godfather Part 3"),
    ("Star Wars: Episode I", "Star Wars Episode 1"),
    ("Friday the 13th Part VIII", "Friday the 13th, part 8"),
    ("Fast & Furious", "Fast and Furious"),
    ("Æon Flux", "Aeon Flux"),
    ("Mission: Impossible – Fallout", "Mission Impossible Fallout"),
    ("8½", "8 1/2"),
    ("Final Fantasy XV", "Final Fantasy 15"),
]
LOOSE = [
    ("The Fast and the Furious", "Fast & Furious"),
    ("M*A*S*H", "MASH"),
    ("E.T. the Extra-Terrestrial", "ET: The Extra Terrestrial"),
    ("Twelve Monkeys", "12 Monkeys"),
    ("WALL·E", "Walle"),
    ("Oldboy", "Old Boy"),
    ("Alien³", "Alien 3"),
    ("Kill Bill: Vol. 1", "Kill Bill: Volume One"),
    ("Guardians of the Galaxy Vol. 2", "Guardians of the Galaxy 2"),
    ("Star Wars: Episode VII - The Force Awakens", "Star Wars: The Force Awakens"),
    ("Three Colours: Red", "Three Colors: Red"),
]
OTHER = [
    ("I, Robot", "1, Robot"),
    ("Malcolm X", "Malcolm"),
    ("Rocky", "Rocky II"),
    ("V", "5"),
    ("X", "10"),
    ("Vitelloni, I", "Vitelloni, 1"),
    ("xXx", "30"),
    ("Batman v Superman: Dawn of Justice", "Batman 5 Superman: Dawn of Justice"),
    ("Civil War", "Livid War"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_writing_does_not_make_another_title(one: str, other: str) -> None:
    assert Keys.of(one).same == Keys.of(other).same != ""


@pytest.mark.parametrize(("one", "other"), LOOSE)
def test_titles_that_are_nearly_the_same(one: str, other: str) -> None:
    assert Keys.of(one).same != Keys.of(other).same
    assert Keys.of(one).loose == Keys.of(other).loose != ""


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_words_and_numbers_that_make_another_title(one: str, other: str) -> None:
    assert Keys.of(one).same != Keys.of(other).same


@pytest.mark.parametrize("title", ["s", "06", "V", "1984", "The 1", "it"])
def test_what_says_too_little_is_not_taken_loosely(title: str) -> None:
    assert Keys.of(title).loose == ""


NAMES, TITLES = Kind.NAME, Kind.TITLE
PARTS = [
    ("X2: X-Men United", {("x2", NAMES)}),
    (
        "Star Wars: Episode V - The Empire Strikes Back",
        {
            ("starwars", Kind.EPISODE),
            ("starwars5", NAMES),
            ("empirestrikesback", TITLES),
            ("5empirestrikesback", TITLES),
        },
    ),
    ("Birdman: Or (The Unexpected Virtue of Ignorance)", {("birdman", NAMES), ("birdman", TITLES)}),
    ("Indiana Jones and the Temple of Doom", {("templeofdoom", TITLES)}),
    ("Alien: Resurrection", {("alien", NAMES)}),
    ("Pokémon: The First Movie", {("pokemon", NAMES)}),
    ("Kill Bill: Vol. 2", {("killbill", NAMES)}),
    ("2001: A Space Odyssey", {("spaceodyssey", TITLES)}),
    ("Live Free or Die Hard", set()),
    ("Beauty and the Beast", set()),
    ("Heat", set()),
]


@pytest.mark.parametrize(("title", "parts"), PARTS)
def test_a_title_in_a_title_must_be_able_to_stand_alone(
    title: str, parts: set[tuple[str, Kind]]
) -> None:
    assert parts <= {tuple(part) for part in parts_of(title)}
    if not parts:
        assert not list(parts_of(title))


@pytest.mark.parametrize(
    "title", ["Alien: Resurrection", "Pokémon: The First Movie", "Kill Bill: Vol. 2"]
)
def test_a_subtitle_that_many_films_may_have_is_no_title(title: str) -> None:
    assert not [part for part in parts_of(title) if part.kind == Kind.TITLE]


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Monty Python's Life of Brian", "Life of Brian"),
        ("William Shakespeare's Romeo + Juliet", "Romeo + Juliet"),
        ("Lee Daniels' The Butler", "The Butler"),
        ("Schindler's List", ""),
        ("It's a Wonderful Life", ""),
        ("The Way", ""),
    ],
)
def test_a_makers_name_before_a_title_is_no_part_of_it(title: str, rest: str) -> None:
    assert without_maker(title) == rest


def test_a_bracket_at_the_end_may_hold_another_title() -> None:
    assert titles_of("Novecento (1900)") == ["Novecento (1900)", "Novecento"]
    assert "Se7en" in titles_of("Seven (Se7en)")


def test_what_an_older_import_took_for_a_title_finds_nothing() -> None:
    index = TitleIndex()
    index.add(1, 2007, ("Frontière(s)", ""), "Frontière(s)", ["s", "06", "V"])
    assert [index.find([title], 2007).same for title in ("s", "06", "V")] == [set()] * 3
    assert index.find(["Frontiere(s)"], 2007).same == {1}


def test_only_the_first_film_of_a_series_goes_by_its_name() -> None:
    index = TitleIndex()
    index.add(1, 1977, ("Saga: The Start of It", ""), "", [])
    index.add(2, 1980, ("Saga: The Middle of It", ""), "", [])
    assert index.find(["Saga"], 1977).parts == {1}
    assert index.find(["Saga"], 1980).in_order() == [[], [], [], [2]]


@pytest.mark.parametrize(
    "title", [": " * 500, " - " * 500, "a's " * 300, " or (" * 200, "I " * 400]
)
def test_an_odd_title_takes_no_time(title: str) -> None:
    assert Keys.of(title).same is not None
    assert len(list(parts_of(title))) <= 13
