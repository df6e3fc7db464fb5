"""How titles are broken and set."""

import re
from dataclasses import replace

import pytest

from catalog.posters.atlas import faces
from catalog.posters.lettering import Ink, set_line, width
from catalog.posters.line_breaks import Paragraph, shortened
from catalog.posters.scene import MIDDLE, Credit, TitleBox
from catalog.posters.text import set_credit, set_names
from catalog.posters.typography import set_title

_BOX = TitleBox(22, 330, 256, 82, "#ffffff", 60)
_SUBTITLED = "A Title That Is Rather Long: And What Follows"


def broken(title: str, count: int, face: str = "jost") -> list[str]:
    return Paragraph(face, title.split(), 0.0).broken(count).lines


def scales(shapes: str) -> list[float]:
    """The size of each line, in thousandths."""
    return [float(scale) for scale in re.findall(r"scale\(([\d.-]+)\)", shapes)]


def places(shapes: str) -> list[tuple[float, float]]:
    found = re.findall(r"translate\(([\d.-]+) ([\d.-]+)\)", shapes)
    return [(float(x), float(y)) for x, y in found]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("The Wizard of Oz", ["The Wizard", "of Oz"]),
        ("The Silence of the Lambs", ["The Silence", "of the Lambs"]),
        ("Romeo and Juliet", ["Romeo", "and Juliet"]),
        ("The Hunt for Red October", ["The Hunt", "for Red October"]),
        ("Snow White and the Seven Dwarfs", ["Snow White", "and the Seven Dwarfs"]),
        ("Once Upon a Time in the West", ["Once Upon", "a Time", "in the West"]),
        ("The Good, the Bad and the Ugly", ["The Good,", "the Bad", "and the Ugly"]),
    ],
)
def test_no_line_ends_with_a_small_word(title: str, lines: list[str]) -> None:
    assert broken(title, len(lines)) == lines


def test_a_line_ends_with_a_small_word_where_every_way_does() -> None:
    assert broken("Of the an", 3) == ["Of", "the", "an"]


def test_the_first_of_two_equal_ways_is_taken() -> None:
    assert broken("Home Home Home", 2) == ["Home", "Home Home"]


def test_lines_are_of_even_width() -> None:
    assert broken("Seven brides seven brothers", 2) == ["Seven brides", "seven brothers"]


def test_a_title_of_many_words_ends_with_an_ellipsis() -> None:
    assert shortened([str(number) for number in range(12)])[-2:] == ["9", "…"]


def test_a_title_of_eleven_words_is_whole() -> None:
    words = [str(number) for number in range(11)]
    assert shortened(words) == words


def test_tracking_lies_between_characters_only() -> None:
    assert width("jost", "AAA", 0.1) == pytest.approx(width("jost", "AAA") + 0.2)


def test_kerning_draws_a_pair_together() -> None:
    pair, apart = next(iter(faces()["jost"].kerning.items()))
    alone = width("jost", pair[0]) + width("jost", pair[1])
    assert width("jost", pair) == pytest.approx(alone + apart / 1000)


@pytest.mark.parametrize(("char", "estimate"), [("Ж", 0.64), ("千", 1.0)])
def test_a_character_that_the_atlas_lacks_is_estimated(char: str, estimate: float) -> None:
    assert width("jost", char) == estimate


def test_an_empty_line_has_no_width() -> None:
    assert width("jost", "", 0.5) == 0


def test_the_anchor_moves_a_line_to_the_left_of_its_place() -> None:
    ink = Ink("jost", 10, "#fff", anchor=MIDDLE)
    [(x, _)] = places(set_line("Heat", 150, 20, ink))
    assert x == pytest.approx(150 - width("jost", "Heat") * 5, abs=0.06)


def test_an_outline_holds_every_visible_glyph() -> None:
    ink = Ink("jost", 10, "#fff")
    moves = set_line("HH H", 0, 0, ink).count("M")
    assert moves == 3


@pytest.mark.parametrize("face", sorted(faces().keys() - {"jostl"}))
@pytest.mark.parametrize("title", ["M", "Koyaanisqatsi", "The Good, the Bad and the Ugly"])
def test_a_title_keeps_inside_its_box(face: str, title: str) -> None:
    found = set_title(title, face, _BOX)
    assert max(scales(found.shapes)) <= _BOX.largest / 1000
    assert min(x for x, _ in places(found.shapes)) > _BOX.x - 8  # the optical edge
    assert found.bottom <= _BOX.y + _BOX.height + 0.1


def test_a_justified_title_fills_the_width_with_every_line() -> None:
    box = replace(_BOX, height=270, largest=200, justified=True)
    sizes = scales(set_title("Hoop Dreams Again", "slab", box).shapes)
    assert len(set(sizes)) == len(sizes) > 1


def test_condensed_faces_are_set_in_capitals() -> None:
    capitals, plain = (set_title(title, "gothic", _BOX).shapes for title in ("HEAT", "Heat"))
    assert capitals == plain


def test_an_apostrophe_is_curly() -> None:
    straight, curly = (set_title(f"Singin{sign}", "lime", _BOX).shapes for sign in "'’")
    assert straight == curly


def test_a_title_without_words_says_so() -> None:
    assert set_title("  ", "abril", _BOX) == set_title("Untitled", "abril", _BOX)


def test_a_descender_at_the_foot_gets_room_above_the_credit() -> None:
    assert set_title("Big", "abril", _BOX).bottom < set_title("Bid", "abril", _BOX).bottom


def test_what_follows_a_colon_in_a_long_title_becomes_a_subtitle() -> None:
    assert min(scales(set_names(_SUBTITLED, "gothic", _BOX).shapes)) == 0.011


def test_a_short_title_keeps_its_colon() -> None:
    assert 0.011 not in scales(set_names("Alien: Covenant", "gothic", _BOX).shapes)


def test_a_title_that_climbs_has_no_subtitle() -> None:
    shapes = set_names(_SUBTITLED, "gothic", replace(_BOX, climbs=True)).shapes
    assert 0.011 not in scales(shapes)
    assert "rotate(-90)" in shapes


def test_or_before_the_colon_is_dropped() -> None:
    shapes = set_names(_SUBTITLED.replace(":", " or:"), "gothic", _BOX).shapes
    assert shapes == set_names(_SUBTITLED, "gothic", _BOX).shapes


def test_a_subtitle_lies_above_the_foot_of_the_box() -> None:
    assert set_names(_SUBTITLED, "gothic", _BOX).bottom < _BOX.y + _BOX.height + 20


def test_a_long_subtitle_is_shortened_rather_than_weighed_for_minutes() -> None:
    title = "A title like this: " + "unbearable lightness " * 13
    assert 1 < scales(set_names(title, "gothic", _BOX).shapes).count(0.011) < 8


def test_a_credit_of_nothing_is_an_empty_line() -> None:
    assert 'd=""' in set_credit("", None, Credit(22, 431, "#fff", 0), _BOX, 0)


def test_a_long_credit_is_as_wide_as_the_title_at_most() -> None:
    shapes = set_credit("Director " * 30, 1999, Credit(22, 431, "#fff", 0), _BOX, 0)
    assert scales(shapes)[0] < 0.0096


def test_a_credit_without_a_place_follows_the_title() -> None:
    shapes = set_credit("Somebody", 1999, Credit(22, None, "#fff", 0), _BOX, 300)
    assert places(shapes) == [(22, 320)]
