"""The context of a genre's page: its charts and its films per decade."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from catalog.filmography import films_by_decade
from catalog.selectors import genre_names
from nextflex.base.errors import NotFound
from nextflex.site.find import charts
from nextflex.site.visitor import Visitor

_SHELVES = ("top-rated", "popular", "latest")
_FULL = 100


@dataclass(frozen=True, slots=True)
class Decade:
    """Films of a decade. share: percent of the largest decade."""

    label: str
    count: int
    share: int
    url: str


def genre_named(name: str) -> str:
    """Return the genre as the catalogue spells it, ignoring case. Raises NotFound."""
    for known in genre_names():
        if known.casefold() == name.casefold():
            return known
    raise NotFound(f"Unknown genre: {name[:60]!r}.")


def context(name: str, who: Visitor) -> dict[str, object]:
    """Return the page's context. name: as the catalogue spells it."""
    of_genre = urlencode({"genre": name})
    return {
        "genre": name,
        "genres": [(one, reverse("pages:genre", args=[one]), one == name) for one in genre_names()],
        "shelves": [charts.shelf(chart, who, genre=name) for chart in _SHELVES],
        "decades": _decades(name),
        "browse_url": f"{reverse('pages:browse')}?{of_genre}",
        "random_url": f"{reverse('pages:random')}?{of_genre}",
    }


def _decades(name: str) -> list[Decade]:
    counts = films_by_decade(name)
    fullest = max((count for _, count in counts), default=1)
    return [
        Decade(
            label=f"{first}s",
            count=count,
            share=round(_FULL * count / fullest),
            url=_browse(name, first),
        )
        for first, count in counts
    ]


def _browse(name: str, first: int) -> str:
    years = {"genre": name, "year_min": first, "year_max": first + 9}
    return f"{reverse('pages:browse')}?{urlencode(years)}"
