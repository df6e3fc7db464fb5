"""Which composition, palette and face a film gets."""

import subprocess
import sys
from pathlib import Path

import pytest

from catalog.posters.atlas import faces
from catalog.posters.casting import Cast, cast, era_of
from catalog.posters.families import COMPOSITIONS
from catalog.posters.palettes import PALETTES
from catalog.posters.styles import STYLES

_ROOT = Path(__file__).resolve().parents[2]
_YEARS = (1931, 1966, 1995, 2019)


def casts(*genres: str, year: int | None = 1990, films: int = 100) -> list[Cast]:
    return [cast(movie_id, "Heat", year, genres) for movie_id in range(films)]


@pytest.mark.parametrize(
    ("year", "era"),
    [(1895, 0), (1959, 0), (1960, 1), (1981, 1), (1982, 2), (2004, 2), (2005, 3), (2024, 3)],
)
def test_decades_make_four_eras(year: int, era: int) -> None:
    assert era_of(year) == era


def test_an_unknown_year_counts_as_2000() -> None:
    assert era_of(None) == era_of(2000)


@pytest.mark.parametrize(
    ("telling", "other"),
    [
        ("Western", "Drama"),
        ("Film-Noir", "Crime"),
        ("Sci-Fi", "Action"),
        ("Horror", "Comedy"),
        ("Romance", "Comedy"),
        ("Comedy", "Drama"),
    ],
)
def test_the_most_telling_genre_gives_palette_and_face(telling: str, other: str) -> None:
    style = STYLES[telling]
    for chosen in casts(other, telling):
        assert chosen.palette in style.palettes[chosen.era]
        assert chosen.face in style.faces[chosen.era]


def test_the_order_of_genres_does_not_matter() -> None:
    plain = [chosen[1:] for chosen in casts("Drama", "Western")]
    assert plain == [chosen[1:] for chosen in casts("Western", "Drama")]


def test_the_second_genre_lends_its_first_composition_now_and_then() -> None:
    lent = STYLES["Drama"].compositions[0]
    chosen = [one.composition for one in casts("Western", "Drama", films=400)]
    assert set(chosen) == {*STYLES["Western"].compositions, lent}
    assert 10 < chosen.count(lent) < 60  # three in ten of a quarter of 400 is 30


@pytest.mark.parametrize("genres", [(), ("(no genres listed)",), ("IMAX",)])
def test_a_film_of_no_known_genre_counts_as_a_drama(genres: tuple[str, ...]) -> None:
    chosen = [one[1:] for one in casts(*genres)]
    assert chosen == [one[1:] for one in casts("Drama")]


def test_the_era_decides_the_palette() -> None:
    horror = STYLES["Horror"]
    for era, year in enumerate(_YEARS):
        assert {one.palette for one in casts("Horror", year=year)} == set(horror.palettes[era])


def test_every_composition_is_reached() -> None:
    reached = {one.composition for genre in STYLES for one in casts(genre)}
    assert reached == COMPOSITIONS.keys()


def test_every_palette_is_reached() -> None:
    reached = {
        one.palette for genre in STYLES for year in _YEARS for one in casts(genre, year=year)
    }
    assert reached == PALETTES.keys()


def test_every_face_but_that_of_the_credit_is_reached() -> None:
    reached = {one.face for genre in STYLES for year in _YEARS for one in casts(genre, year=year)}
    assert reached == faces().keys() - {"jostl"}


def test_every_style_names_palettes_and_faces_for_four_eras() -> None:
    assert {(len(style.palettes), len(style.faces)) for style in STYLES.values()} == {(4, 4)}


def test_the_pages_know_every_palette() -> None:
    rules = (_ROOT / "static" / "css" / "palettes.css").read_text(encoding="utf-8")
    assert [name for name in PALETTES if f'[data-pal="{name}"]' not in rules] == []


def test_the_atlas_is_not_read_before_the_first_poster() -> None:
    program = (
        "import sys, catalog.posters.atlas as atlas\n"
        "from catalog.posters import PosterSubject, palette_of\n"
        "palette_of(PosterSubject(6, 'Heat', 1995, ()))\n"
        "print(atlas.faces.cache_info().currsize, 'django' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=_ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0", "False"]
