"""What every composition promises, whatever its dice and its palette."""

import hashlib
import re
from random import Random
from xml.etree import ElementTree

import pytest

from catalog.posters.families import COMPOSITIONS
from catalog.posters.palettes import PALETTES
from catalog.posters.scene import HEIGHT, WIDTH, Composition, Scene

_COMPOSITIONS = pytest.mark.parametrize("name", COMPOSITIONS)
_LOOKS = {
    "mesa": "bc3ebc829473",
    "ridges": "77101d4d6eda",
    "sea": "d6097a2831e3",
    "woods": "16b8b760e3c0",
    "hills": "862f60c6b28b",
    "road": "49ac43410e08",
    "city": "32d09e360599",
    "facade": "96fe2d3b9c83",
    "lamp": "afc70d307be0",
    "stairs": "6d1d9ed5da93",
    "door": "64877200cf5d",
    "corridor": "de102686e1de",
    "blinds": "ff2490138450",
    "orbit": "e7f02b54ea23",
    "monolith": "6680727fed21",
    "vertigo": "1ac776c25e42",
    "eye": "1c1c9b623bd0",
    "rays": "7d401de7e4b9",
    "meet": "dc1739992583",
    "petals": "056b8cdee449",
    "bass": "c8925abd7104",
    "tiles": "ffc0de273d32",
    "bands": "fad00a1bcd9c",
    "lines": "ccf4f60fad4c",
    "routes": "6d52706a1213",
    "balloons": "3362e4f6abd0",
    "fan": "85f39c26d761",
    "keys": "1486cab55a2e",
    "type": "08b2c9e137b2",
}


def composed(name: str, *, seed: int = 6, palette: str = "tungsten", era: int = 2) -> Composition:
    return COMPOSITIONS[name](Scene(Random(seed), PALETTES[palette], era, "Heat"))


def variants(name: str) -> list[Composition]:
    return [
        composed(name, seed=seed, palette=palette, era=seed % 4)
        for palette in ("tungsten", "play")
        for seed in range(8)
    ]


def rounded(shapes: str) -> str:
    """The last digits of a sine differ between machines."""
    return re.sub(r"-?\d+\.\d{4,}", lambda found: f"{float(found[0]):.2f}", shapes)


@pytest.mark.parametrize(("name", "digest"), _LOOKS.items())
def test_a_composition_keeps_its_look(name: str, digest: str) -> None:
    drawn = "".join(rounded(variant.shapes) for variant in variants(name))
    assert hashlib.sha256(drawn.encode()).hexdigest()[:12] == digest


def test_every_look_is_kept() -> None:
    assert _LOOKS.keys() == COMPOSITIONS.keys()


@_COMPOSITIONS
def test_the_same_dice_give_the_same_shapes(name: str) -> None:
    assert composed(name) == composed(name)


@_COMPOSITIONS
def test_shapes_are_well_formed(name: str) -> None:
    for variant in variants(name):
        ElementTree.fromstring(f"<svg>{variant.shapes}</svg>")


@_COMPOSITIONS
def test_no_two_definitions_share_a_name(name: str) -> None:
    for variant in variants(name):
        names = re.findall(r'\bid="(\w+)"', variant.shapes)
        assert len(names) == len(set(names))


@_COMPOSITIONS
def test_the_words_lie_on_the_sheet(name: str) -> None:
    for variant in variants(name):
        box, credit = variant.title, variant.credit
        wide, high = (HEIGHT, WIDTH) if box.climbs else (WIDTH, HEIGHT)
        assert 0 < box.x < box.x + box.width < wide
        assert 0 < box.y < box.y + box.height < high
        assert 0 < credit.x < WIDTH
        assert credit.y is None or 0 < credit.y < HEIGHT


@pytest.mark.parametrize("name", sorted(COMPOSITIONS.keys() - {"fan", "keys", "monolith"}))
def test_the_dice_change_a_composition(name: str) -> None:
    assert len({composed(name, seed=seed).shapes for seed in range(20)}) > 1


@pytest.mark.parametrize("name", ["fan", "keys", "monolith"])
def test_some_compositions_have_one_form_only(name: str) -> None:
    assert len({composed(name, seed=seed).shapes for seed in range(20)}) == 1


def test_long_words_climb_the_sheet() -> None:
    scene = Scene(Random(1), PALETTES["steel"], 2, "Koyaanisqatsi")
    assert COMPOSITIONS["type"](scene).title.climbs


def test_short_words_stand_on_the_sheet() -> None:
    assert not composed("type").title.climbs


def test_words_alone_need_no_word() -> None:
    scene = Scene(Random(1), PALETTES["steel"], 2, "")
    assert not COMPOSITIONS["type"](scene).title.climbs


def test_the_credit_of_the_door_follows_its_title() -> None:
    assert composed("door").credit.y is None
