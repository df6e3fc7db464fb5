import pytest

from catalog.titles import parse_title

TITLES = [
    ("Heat (1995)", "Heat", "Heat", (), 1995),
    ("Matrix, The (1999)", "The Matrix", "Matrix, The", (), 1999),
    (
        "City of Lost Children, The (Cité des enfants perdus, La) (1995)",
        "The City of Lost Children",
        "City of Lost Children, The",
        (
            "La Cité des enfants perdus",
            "City of Lost Children, The (Cité des enfants perdus, La)",
        ),
        1995,
    ),
    (
        "Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)",
        "Amelie",
        "Amelie",
        (
            "Le Fabuleux destin d'Amélie Poulain",
            "Amelie (Fabuleux destin d'Amélie Poulain, Le)",
        ),
        2001,
    ),
    ("Seven (a.k.a. Se7en) (1995)", "Seven", "Seven", ("Se7en", "Seven (a.k.a. Se7en)"), 1995),
    ("2001: A Space Odyssey (1968)", "2001: A Space Odyssey", "2001: A Space Odyssey", (), 1968),
    ("M (1931)", "M", "M", (), 1931),
    ("1984 (1956)", "1984", "1984", (), 1956),
    ("Babylon 5", "Babylon 5", "Babylon 5", (), None),
    ("", "", "", (), None),
    ("   ", "", "", (), None),
    (
        "(500) Days of Summer (2009)",
        "(500) Days of Summer",
        "(500) Days of Summer",
        (),
        2009,
    ),
    (
        "Avventura, L' (Adventure, The) (1960)",
        "L'Avventura",
        "Avventura, L'",
        ("The Adventure", "Avventura, L' (Adventure, The)"),
        1960,
    ),
    ("American in Paris, An (1951)", "An American in Paris", "American in Paris, An", (), 1951),
    (
        "Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il) (1966)",
        "The Good, the Bad and the Ugly",
        "Good, the Bad and the Ugly, The",
        (
            "Il Buono, il brutto, il cattivo",
            "Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il)",
        ),
        1966,
    ),
    ("Doctor Who (2005–)", "Doctor Who", "Doctor Who", (), 2005),
    ("Fawlty Towers (1975-1979)", "Fawlty Towers", "Fawlty Towers", (), 1975),
    ("  Heat   (1995)  ", "Heat", "Heat", (), 1995),
    (
        "Brothers (Brødre) (Brothers) (2004)",
        "Brothers",
        "Brothers",
        ("Brødre", "Brothers (Brødre) (Brothers)"),
        2004,
    ),
    ("Broken (1995", "Broken (1995", "Broken (1995", (), None),
]


@pytest.mark.parametrize(("text", "title", "sort_title", "alternatives", "year"), TITLES)
def test_a_title_is_taken_apart(
    text: str, title: str, sort_title: str, alternatives: tuple[str, ...], year: int | None
) -> None:
    parsed = parse_title(text)
    assert (parsed.title, parsed.sort_title) == (title, sort_title)
    assert (parsed.alternatives, parsed.year) == (alternatives, year)


WHOLE = [
    "(1999)",
    "Frontière(s)",
    "Birdman: Or (The Unexpected Virtue of Ignorance)",
    "To Have (Or Not)",
    "Evangelion: 3.0 You Can (Not) Redo",
    "1-900 (06)",
    "Three (3)",
    "Short (20)",
    "Wrong (95)",
    "Foo (3000)",
    "Kill Bill (Part 2)",
    "Che (Part Two)",
    "Blade Runner (Director's Cut)",
    "Hotel Chevalier (Part 1 of 'The Darjeeling Limited')",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_bracket_that_holds_no_other_title_belongs_to_the_title(text: str) -> None:
    parsed = parse_title(text)
    assert (parsed.title, parsed.alternatives, parsed.year) == (text, (), None)
    if text != "(1999)":  # which would then be two years
        dated = parse_title(f"{text} (1995)")
        assert (dated.title, dated.alternatives, dated.year) == (text, (), 1995)


MARKERS = ["V", "TV", "VG", "I", "II", "XIV", "TV Movie", "TV Mini-Series", "Video Game", "short"]


@pytest.mark.parametrize("marker", MARKERS)
@pytest.mark.parametrize("text", ["Foo (1995) ({})", "Foo ({}) (1995)", "Foo (1995) (TV) ({})"])
def test_a_marker_is_no_title_and_hides_no_year(text: str, marker: str) -> None:
    parsed = parse_title(text.format(marker))
    assert (parsed.title, parsed.alternatives, parsed.year) == ("Foo", (), 1995)
    assert marker in parsed.not_titles


YEARS = [
    ("Babylon 5: The Gathering (1993) (1998)", "Babylon 5: The Gathering", 1998, True),
    ("Reversed (1998 )", "Reversed", 1998, True),
    ("Space Before Year ( 1998)", "Space Before Year", 1998, True),
    ("Heat(1995)", "Heat", 1995, True),
    ("Heat (1995/II)", "Heat", 1995, True),
    ("Heat (????)", "Heat", None, False),
    *((f"Range (2006{dash}2007)", "Range", 2006, False) for dash in "-‐‑‒–—−"),
    ("Range (2006–07)", "Range", 2006, False),
    ("Range (2006 – 2007)", "Range", 2006, False),
    ("Range (2006– )", "Range", 2006, False),
]


@pytest.mark.parametrize(("text", "title", "year", "is_dated"), YEARS)
def test_the_last_year_counts_however_it_is_written(
    text: str, title: str, year: int | None, is_dated: bool
) -> None:
    parsed = parse_title(text)
    assert (parsed.title, parsed.alternatives) == (title, ())
    assert (parsed.year, parsed.is_dated) == (year, is_dated)


OTHERS = [
    ("1900 (Novecento) (1976)", "1900", "Novecento"),
    ("8 1/2 (8½) (1963)", "8 1/2", "8½"),
    ("Nested (Foo (bar)) (2001)", "Nested", "Foo (bar)"),
    ("Spirited Away (千と千尋の神隠し) (2001)", "Spirited Away", "千と千尋の神隠し"),
    ("Hip Hop Witch, Da (Witch, The) (2000)", "Da Hip Hop Witch", "The Witch"),
]


@pytest.mark.parametrize(("text", "title", "other"), OTHERS)
def test_a_bracket_with_letters_after_a_space_is_a_title_and_so_is_the_whole(
    text: str, title: str, other: str
) -> None:
    parsed = parse_title(text)
    assert (parsed.title, parsed.alternatives) == (title, (other, text[:-7]))


def test_several_other_names_in_one_bracket_are_told_apart() -> None:
    parsed = parse_title("Hard 8 (a.k.a. Sydney, a.k.a. Hard Eight) (1996)")
    assert parsed.alternatives[:2] == ("Sydney", "Hard Eight")


def test_a_part_stays_in_the_title_behind_another_title() -> None:
    parsed = parse_title("Story of a Boy (Told Twice) (Part 2) (2001)")
    assert parsed.title == parsed.sort_title == "Story of a Boy (Part 2)"
    assert parsed.alternatives == ("Told Twice", "Story of a Boy (Told Twice) (Part 2)")


@pytest.mark.parametrize("text", ["(" * 300, "()" * 150, ", The" * 60, "a (b) " * 50, "L'" * 150])
def test_an_odd_title_takes_no_time(text: str) -> None:
    assert parse_title(text).year is None
