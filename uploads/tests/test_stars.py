"""Ratings as files write them, in half stars."""

import pytest

from uploads.imports.rows import BadCell
from uploads.imports.stars import Scale, half_stars

LOWEST = "0, the lowest rating there, becomes half a star"


@pytest.mark.parametrize("cell", ["0", "0.0", "0/10", "0%"])
def test_no_stars_are_no_rating(cell: str) -> None:
    assert half_stars(cell, Scale(10)) == (None, "")
    assert half_stars(cell, Scale(5, is_exact=True)) == (None, "")


@pytest.mark.parametrize("cell", ["0", "0.0", "0/100"])
def test_where_0_is_the_lowest_rating_it_is_half_a_star_with_a_remark(cell: str) -> None:
    assert half_stars(cell, Scale(100, has_zero=True)) == (1, LOWEST)


@pytest.mark.parametrize(
    ("cell", "halves", "remark"),
    [
        ("0.1", 1, "'0.1' was rounded to 0.5 stars"),
        ("7", 7, ""),
        ("7.5", 8, "'7.5' was rounded to 4 stars"),
        ("10", 10, ""),
    ],
)
def test_a_rating_is_rounded_to_the_nearest_half_star_and_never_to_none(
    cell: str, halves: int, remark: str
) -> None:
    assert half_stars(cell, Scale(10)) == (halves, remark)


@pytest.mark.parametrize("cell", ["-1", "10.1"])
def test_a_rating_beyond_its_scale_is_refused(cell: str) -> None:
    with pytest.raises(BadCell, match="is not a rating of at most 10"):
        half_stars(cell, Scale(10))


@pytest.mark.parametrize(
    ("top", "words"), [(5, "from 0.5 to 5 in steps of 0.5"), (10, "from 1 to 10")]
)
def test_a_site_that_gives_whole_steps_has_no_rating_between_them(top: int, words: str) -> None:
    with pytest.raises(BadCell, match=f"{words}$"):
        half_stars("4.3", Scale(top, is_exact=True))
