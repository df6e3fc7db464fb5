"""The initial state of the sequence lab; its page then uses the API."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.http import QueryDict
from django.urls import reverse

from accounts.models.demographics import OCCUPATIONS, age_bands
from catalog.api.serializers import MovieSerializer
from catalog.selectors import in_order
from nextflex.site.visitor import Visitor
from recommender.core.data.interface import DEFAULT
from recommender.live_models import LiveVersion, live_version
from recommender.selectors import PERSONAL_MODELS

LENGTHS = (5, 10, 20, 50)
LEAST_STARS = (3, 3.5, 4, 4.5)
_MOST_SHARED = 200  # films of an address
_MOST_OF_MINE = 30
_FIRST_CHOICE = "sasrec"


@dataclass(frozen=True, slots=True)
class Choice:
    """A model to choose. text: its name with its figure."""

    name: str
    text: str
    description: str
    predicts_stars: bool
    uses_profile: bool


def context(who: Visitor, asked: QueryDict) -> dict[str, object]:
    """Return the page's context. asked: the query string, whose films are shown at once."""
    live = live_version()
    choices = _choices(live) if live else []
    mine = who.history[-_MOST_OF_MINE:]
    ids = [*_ids(asked, "seq"), *_ids(asked, "avoid"), *(one.movie_id for one in mine)]
    return {
        "choices": choices,
        "first_choice": _first(choices),
        "lengths": LENGTHS,
        "bands": age_bands(),
        "occupations": list(enumerate(OCCUPATIONS)),
        "baseline_text": _baseline(live) if live else "",
        "has_ratings": bool(mine),
        "least_stars": LEAST_STARS,
        "start": {
            "films": MovieSerializer(in_order(dict.fromkeys(ids)), many=True).data,
            "mine": [{"id": one.movie_id, "stars": one.stars} for one in mine],
            "models": [asdict(one) for one in choices],
            "scale": who.rating_scale,
            "urls": {
                "search": reverse("api:movies"),
                "sequence": reverse("api:sequence-recommendations"),
                "film": reverse("pages:film", args=[0]),
            },
        },
    }


def _choices(live: LiveVersion) -> list[Choice]:
    """Return the models, highest hit rate first."""
    personal = {one.name: one for one in PERSONAL_MODELS}
    models = [one for one in live.models if one.name in personal]
    models.sort(key=lambda one: -one.figures.get("hr@10", 0.0))
    return [
        Choice(
            one.name,
            f"{one.name} · {_measured(one.figures)}",
            one.description,
            one.predicts_stars,
            one.uses_profile,
        )
        for one in models
    ]


def _measured(figures: dict[str, float]) -> str:
    return f"{figures['hr@10']:.1%}" if "hr@10" in figures else "not measured"


def _first(choices: list[Choice]) -> str:
    names = [one.name for one in choices]
    return next((name for name in (_FIRST_CHOICE, DEFAULT) if name in names), "")


def _baseline(live: LiveVersion) -> str:
    rates = {one.name: one.figures for one in live.models}
    return _measured(rates.get(live.baseline, {}))


def _ids(asked: QueryDict, name: str) -> Iterable[int]:
    """Return the film ids of the query string, without invalid ones."""
    words = asked.get(name, "").split(",")[:_MOST_SHARED]
    return [int(word) for word in words if word.isascii() and word.isdigit() and len(word) < 19]
