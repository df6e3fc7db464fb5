import pytest

from catalog.importers.titles import parse_title

TITLES = [
    ("Heat (1995)", "Heat", "Heat", (), 1995),
    ("Matrix, The (1999)", "The Matrix", "Matrix, The", (), 1999),
    (
        "City of Lost Children, The (Cité des enfants perdus, La) (1995)",
        "The City of Lost Children",
        "City of Lost Children, The",
        ("La Cité des enfants perdus",),
        1995,
    ),
    (
        "Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)",
        "Amelie",
        "Amelie",
        ("Le Fabuleux destin d'Amélie Poulain",),
        2001,
    ),
    ("Seven (a.k.a. Se7en) (1995)", "Seven", "Seven", ("Se7en",), 1995),
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
        ("The Adventure",),
        1960,
    ),
    ("American in Paris, An (1951)", "An American in Paris", "American in Paris, An", (), 1951),
    (
        "Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il) (1966)",
        "The Good, the Bad and the Ugly",
        "Good, the Bad and the Ugly, The",
        ("Il Buono, il brutto, il cattivo",),
        1966,
    ),
    ("Doctor Who (2005–)", "Doctor Who", "Doctor Who", (), 2005),
    ("Fawlty Towers (1975-1979)", "Fawlty Towers", "Fawlty Towers", (), 1975),
    ("  Heat   (1995)  ", "Heat", "Heat", (), 1995),
    ("(2009)", "", "", (), 2009),
    ("Brothers (Brødre) (Brothers) (2004)", "Brothers", "Brothers", ("Brødre",), 2004),
    ("Broken (1995", "Broken (1995", "Broken (1995", (), None),
]


@pytest.mark.parametrize(("text", "title", "sort_title", "alternatives", "year"), TITLES)
def test_a_title_is_taken_apart(
    text: str, title: str, sort_title: str, alternatives: tuple[str, ...], year: int | None
) -> None:
    parsed = parse_title(text)
    assert (parsed.title, parsed.sort_title) == (title, sort_title)
    assert (parsed.alternatives, parsed.year) == (alternatives, year)


@pytest.mark.parametrize("text", ["(" * 300, "()" * 150, ", The" * 60, "a (b) " * 50, "L'" * 150])
def test_an_odd_title_takes_no_time(text: str) -> None:
    assert parse_title(text).year is None
