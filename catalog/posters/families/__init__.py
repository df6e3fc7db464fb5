"""The compositions, by name."""

from collections.abc import Callable

from catalog.posters.families import (
    emblems,
    landscapes,
    patterns,
    playful,
    roads,
    romance,
    rooms,
    space,
    towns,
    woods,
)
from catalog.posters.scene import Composition, Scene

COMPOSITIONS: dict[str, Callable[[Scene], Composition]] = {
    "mesa": landscapes.mesa,
    "ridges": landscapes.ridges,
    "sea": landscapes.sea,
    "woods": woods.woods,
    "hills": woods.hills,
    "road": roads.road,
    "city": towns.city,
    "facade": towns.facade,
    "lamp": towns.lamp,
    "stairs": rooms.stairs,
    "door": rooms.door,
    "corridor": rooms.corridor,
    "blinds": rooms.blinds,
    "orbit": space.orbit,
    "monolith": space.monolith,
    "vertigo": emblems.vertigo,
    "eye": emblems.eye,
    "rays": emblems.rays,
    "meet": romance.meet,
    "petals": romance.petals,
    "bass": patterns.bass,
    "tiles": patterns.tiles,
    "bands": patterns.bands,
    "lines": patterns.lines,
    "routes": patterns.routes,
    "balloons": playful.balloons,
    "fan": playful.fan,
    "keys": playful.keys,
    "type": playful.words_alone,
}
