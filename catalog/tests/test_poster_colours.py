"""Colours, and whether words can be read on them."""

import itertools
import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.posters.colours import contrast, darker, ink_on, mix
from catalog.posters.families import COMPOSITIONS
from catalog.posters.palettes import PALETTES
from catalog.posters.scene import Scene, credit_ink_on_dark

_COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_colour_has_no_contrast_to_itself() -> None:
    assert contrast("#3c5f8c", "#3c5f8c") == 1


def test_a_known_contrast() -> None:
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


def test_a_mix_lies_between_its_colours() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


@given(_COLOURS, _COLOURS)
def test_a_mix_begins_with_the_first_and_ends_with_the_second(first: str, second: str) -> None:
    assert (mix(first, second, 0), mix(first, second, 1)) == (first, second)


def test_darker_is_on_the_way_to_black() -> None:
    assert darker("#804020", 0.5) == "#402010"


def test_the_first_ink_that_can_be_read_is_taken() -> None:
    assert ink_on("#ffffff", "#eeeeee", "#333333", "#000000") == "#333333"


def test_where_no_ink_can_be_read_the_best_is_taken() -> None:
    assert ink_on("#777777", "#666666", "#888888", "#999999") == "#999999"


@given(_COLOURS, st.lists(_COLOURS, min_size=1, max_size=4))
def test_an_ink_reads_wherever_one_of_those_offered_does(ground: str, inks: list[str]) -> None:
    readable = any(contrast(ground, ink) >= 4.5 for ink in inks)
    assert (contrast(ground, ink_on(ground, *inks)) >= 4.5) == readable


def test_a_credit_reads_on_the_dark_of_every_palette() -> None:
    ratios = {
        name: contrast(tone.dark, credit_ink_on_dark(tone)) for name, tone in PALETTES.items()
    }
    assert [name for name, ratio in ratios.items() if ratio < 5] == []


def test_light_reads_on_the_dark_of_every_palette() -> None:
    ratios = {name: contrast(tone.dark, tone.light) for name, tone in PALETTES.items()}
    assert [name for name, ratio in ratios.items() if ratio < 7] == []


@pytest.mark.parametrize("composition", ["bass", "bands", "meet", "petals", "routes", "vertigo"])
def test_a_title_reads_on_a_plain_ground(composition: str) -> None:
    """3 is enough for large type (WCAG 2, 1.4.3); some middle tones have no ink that gives more."""
    for seed, tone in itertools.product(range(8), PALETTES.values()):
        drawn = COMPOSITIONS[composition](Scene(Random(seed), tone, 2, "Heat"))
        ground = re.findall(r'fill="(#\w{6})"', drawn.shapes)[0]
        assert contrast(ground, drawn.title.ink) >= 3
