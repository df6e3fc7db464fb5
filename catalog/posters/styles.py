"""The style of each genre: its compositions, and its palettes and typefaces by era."""

from typing import NamedTuple


class Style(NamedTuple):
    """A genre's style. compositions: for all eras; palettes and faces: a tuple per era, of four."""

    compositions: tuple[str, ...]
    palettes: tuple[tuple[str, ...], ...]
    faces: tuple[tuple[str, ...], ...]


def _style(compositions: str, palettes: str, faces: str) -> Style:
    return Style(tuple(compositions.split()), _eras(palettes), _eras(faces))


def _eras(names: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(era.split()) for era in names.split("|"))


# The most distinctive genre first. A repeated name is twice as likely; bars separate the eras.
STYLES = {
    "Western": _style(
        "mesa mesa rays",
        "sepia ochre | desert ochre | desert brown70 | desert oxblood",
        "slab | slab abril | slab shoulders | shoulders slab",
    ),
    "Film-Noir": _style(
        "blinds bass vertigo stairs facade lamp",
        "noir noirred | noir | noir | noir",
        "lime gothic bodoni | lime gothic bodoni | lime gothic bodoni | lime gothic bodoni",
    ),
    "Sci-Fi": _style(
        "orbit corridor orbit lines monolith ridges",
        "redpaper teal | mint tungsten signal"
        " | mint cobalt steel tungsten acid | ice desert steel tungsten",
        "gothic | michroma jost | michroma gothic syne | jost michroma syne",
    ),
    "Horror": _style(
        "eye woods corridor door lamp",
        "noirred | acid blood | blood ice | blood forest",
        "lime | abril gothic | gothic bodoni | jost gothic",
    ),
    "Musical": _style(
        "fan keys tiles",
        "oxblood teal sunny | brown70 candy | cobalt rose | dusk candy",
        "lime | shrik abril | lime | poiret lime",
    ),
    "Animation": _style(
        "hills balloons hills",
        "play | polish play | play sea | sunny play sea",
        "lilita | lilita | lilita | lilita",
    ),
    "Children": _style(
        "hills tiles balloons",
        "play sunny | play sunny | play sunny | play sunny",
        "lilita shrik | lilita shrik | lilita shrik | lilita shrik",
    ),
    "War": _style(
        "ridges rays bands",
        "sepia | olive polish | olive oxblood | steel olive",
        "slab shoulders | shoulders | shoulders gothic | gothic",
    ),
    "Romance": _style(
        "meet petals sea meet",
        "sepia rose | polish blush | rose blush | rose bluepaper blush",
        "playi lime | playi bodoni | bodoni playi corm | playi bodoni",
    ),
    "Fantasy": _style(
        "woods sea ridges orbit",
        "dusk | dusk polish | forest dusk | dusk sea",
        "cinzel | cinzel | cinzel | cinzel",
    ),
    "Documentary": _style(
        "lines type road sea",
        "redpaper | redpaper polish | bluepaper redpaper | ice redpaper",
        "jost | jost | syne jost | syne jost",
    ),
    "Mystery": _style(
        "vertigo door eye facade",
        "noirred teal | signal brown70 | tungsten teal | tungsten ice",
        "lime bodoni | jost abril | bodoni gothic | jost bodoni",
    ),
    "Crime": _style(
        "city blinds bass stairs facade road lamp",
        "noirred redpaper | oxblood brown70"
        " | tungsten steel blood teal mint | steel redpaper tungsten ice",
        "gothic lime | abril gothic | gothic shoulders | shoulders jost",
    ),
    "Thriller": _style(
        "vertigo eye stairs facade corridor lamp routes",
        "signal redpaper | signal teal | tungsten blood acid teal | ice steel signal teal",
        "gothic | jost gothic | gothic shoulders | shoulders jost",
    ),
    "Adventure": _style(
        "ridges sea rays road",
        "sepia ochre | desert teal | sea desert | teal ice",
        "slab | abril shoulders | shoulders slab | shoulders jost",
    ),
    "Action": _style(
        "bands city rays road type routes",
        "oxblood | brown70 signal | tungsten steel | steel signal",
        "gothic | shoulders | gothic shoulders | shoulders gothic",
    ),
    "Comedy": _style(
        "tiles bands type balloons routes",
        "redpaper sunny | polish candy brown70 | candy sunny | sunny candy",
        "shrik lilita | shrik jost | lilita shrik jost | jost syne",
    ),
    "Drama": _style(
        "door sea facade lines road stairs lamp",
        "sepia noir | polish bluepaper | bluepaper tungsten teal | bluepaper ice teal",
        "bodoni lime | abril jost | bodoni abril playi | jost playi",
    ),
}
