"""What pages say of a list that a rating changed."""

import pytest

from nextflex.site.cards import change_in_words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ((1, 2, 3), (1, 2, 3), ""),
        ((1, 2, 3), (1, 3, 2), "1 moved up"),
        ((1, 2, 3, 4), (3, 4, 1, 2), "2 moved up"),
        ((1, 2, 3), (2, 3), "2 moved up"),
        ((1, 2), (9, 1, 2), "1 new film"),
        ((1, 2), (8, 1, 9), "2 new films"),
        ((1, 2, 3), (3, 9, 1), "1 new film, 1 moved up"),
        ((), (), ""),
    ],
)
def test_a_film_moved_up_if_it_stands_higher_than_before(
    before: tuple[int, ...], after: tuple[int, ...], words: str
) -> None:
    assert change_in_words(before, after) == words
