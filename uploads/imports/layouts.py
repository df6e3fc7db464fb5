"""All kinds of files that are read, and the sites that they are of."""

from collections.abc import Mapping

from uploads.imports import (
    criticker,
    generic,
    imdb,
    letterboxd,
    movary,
    movielens,
    movietweetings,
    netflix,
    nextflex,
    simkl,
    tmdb,
    trakt,
)
from uploads.imports.layout import Layout

FORMATS = {
    "letterboxd": "Letterboxd",
    "imdb": "IMDb",
    "trakt": "Trakt",
    "movielens": "MovieLens",
    "netflix": "Netflix",
    "tmdb": "TMDB",
    "simkl": "Simkl",
    "movary": "Movary",
    "criticker": "Criticker",
    "movietweetings": "MovieTweetings",
    "generic": "another site or a spreadsheet",
}
LAYOUTS = (
    *imdb.LAYOUTS,
    *simkl.LAYOUTS,
    *trakt.LAYOUTS,
    *tmdb.LAYOUTS,
    *movielens.LAYOUTS,
    *nextflex.LAYOUTS,  # before Letterboxd's, whose columns it has
    *letterboxd.LAYOUTS,
    *movary.LAYOUTS,
    *criticker.LAYOUTS,
    *movietweetings.LAYOUTS,
    *netflix.LAYOUTS,
)


def layout_of(head: Mapping[str, str], site: str = "") -> Layout | None:
    """The first layout that fits, of one site when it is named; else the generic one.

    head: plain names of columns to names as written. None when no column says which film a row is of.
    """
    if site != "generic":
        for layout in LAYOUTS:
            if site in ("", layout.site) and layout.fits(head):
                return layout
    return generic.LAYOUT if site in ("", "generic") and generic.names_films(head) else None
