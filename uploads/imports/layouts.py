"""All supported layouts, and their sites."""

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
    *nextflex.LAYOUTS,  # before Letterboxd's, since it includes its columns
    *letterboxd.LAYOUTS,
    *movary.LAYOUTS,
    *criticker.LAYOUTS,
    *movietweetings.LAYOUTS,
    *netflix.LAYOUTS,
)


def layout_of(head: Mapping[str, str], site: str = "") -> Layout | None:
    """Return the first layout that fits, of one site if it is named; else the generic one.

    head: plain names of columns to names as written. None when no column identifies films.
    """
    if site != "generic":
        for layout in LAYOUTS:
            if site in ("", layout.site) and layout.fits(head):
                return layout
    return generic.LAYOUT if site in ("", "generic") and generic.names_films(head) else None
