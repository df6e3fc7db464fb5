"""The compositions, by name."""

from collections.abc import Callable
from random import Random

from catalog.posters.families import emblems, landscapes, patterns, playful, towns
from catalog.posters.palettes import Palette
from catalog.posters.scene import Composition, Scene

COMPOSITIONS: dict[str, Callable[[Random, Palette, Scene], Composition]] = {
    "mesa": landscapes.mesa,
    "ridges": landscapes.ridges,
    "road": landscapes.road,
    "sea": landscapes.sea,
    "woods": landscapes.woods,
    "city": towns.city,
    "facade": towns.facade,
    "lamp": towns.lamp,
    "stairs": towns.stairs,
    "door": towns.door,
    "corridor": towns.corridor,
    "vertigo": emblems.vertigo,
    "eye": emblems.eye,
    "orbit": emblems.orbit,
    "monolith": emblems.monolith,
    "meet": emblems.meet,
    "petals": emblems.petals,
    "rays": emblems.rays,
    "bass": patterns.bass,
    "tiles": patterns.tiles,
    "bands": patterns.bands,
    "lines": patterns.lines,
    "routes": patterns.routes,
    "blinds": patterns.blinds,
    "hills": playful.hills,
    "balloons": playful.balloons,
    "fan": playful.fan,
    "keys": playful.keys,
    "type": playful.words_alone,
}
