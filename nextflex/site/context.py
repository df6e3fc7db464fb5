"""The context of every page: the theme, the visitor, the data's licence, and a warning."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.utils.functional import SimpleLazyObject

from accounts.models.user import RatingScale
from catalog.selectors import active_data_set
from nextflex.site.find import charts
from nextflex.site.training_state import UNTRAINED, is_untrained
from nextflex.site.visitor import visitor_of
from recommender import runtime

THEMES = ("dark", "light", "auto")
THEME_COOKIE = "theme"
WALL_LENGTH = 8  # posters beside a form


@dataclass(frozen=True, slots=True)
class DataNotice:
    """The data set whose name and licence the footer gives."""

    name: str
    url: str
    licence: str
    counts: str


def site(request: HttpRequest) -> dict[str, object]:
    """Names that every page has; those of a view's context cannot replace them.

    here: the name of the page's address, empty where there is no page.
    """
    user = getattr(request, "user", None)  # none where a request is refused before it is known
    theme = getattr(user, "theme", "") or request.COOKIES.get(THEME_COOKIE, "")
    return {
        "theme": theme if theme in THEMES else THEMES[0],
        "rating_scale": getattr(user, "rating_scale", RatingScale.FIVE),
        "sign_up_open": settings.SIGN_UP_OPEN,
        "sign_in_providers": settings.SOCIAL_PROVIDERS,
        "here": match.view_name if (match := request.resolver_match) else "",
        "csrf_input": SimpleLazyObject(lambda: csrf_input(request)),  # one token for all forms
        "guest_rating_count": SimpleLazyObject(lambda: _guest_rating_count(request)),
        "data_notice": SimpleLazyObject(data_notice),
        "posters": SimpleLazyObject(lambda: charts.cards("popular", limit=WALL_LENGTH)),
        "degraded": _degraded(),
    }


def _degraded() -> str:
    """Say what takes the place of the default model; empty while it is served."""
    if runtime.engine() is None:
        return "No model is published yet, so the site shows its charts."
    return UNTRAINED if is_untrained() else ""


def _guest_rating_count(request: HttpRequest) -> int:
    who = visitor_of(request)
    return who.rating_count if who.is_guest else 0


def data_notice() -> DataNotice | None:
    data_set = active_data_set()
    if data_set is None:
        return None
    counts = f"{data_set.films:,} films, {data_set.ratings:,} ratings"
    return DataNotice(data_set.title, data_set.url, data_set.licence, counts)
