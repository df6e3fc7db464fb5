"""Files at fixed addresses for browsers and crawlers: the icon, the manifest, robots.txt."""

from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from nextflex.site.find.browse_form import BrowseForm

_HOUR_S = 3600
_GROUND = "#121110"
_ICONS = {"icon-192.png": "any", "icon-512.png": "any", "icon-maskable-512.png": "maskable"}
_NOT_FOR_CRAWLERS = (
    "admin:index",
    "graphql",
    "accounts:account",
    "accounts:forgot_password",
    "accounts:sign_in",
    "accounts:sign_up",
    "pages:find",
    "pages:for_you",
    "pages:my_ratings",
    "pages:new_post",
    "pages:not_interested",
    "pages:random",
    "pages:start",
    "pages:theme",
    "pages:watchlist",
)
_kept_for_an_hour = cache_control(public=True, max_age=_HOUR_S)


@require_safe
@cache_control(public=True, max_age=24 * _HOUR_S)
def favicon(request: HttpRequest) -> HttpResponse:
    """For clients that ignore the page's links; pages link the SVG."""
    return HttpResponse(_icon(), content_type="image/x-icon")


@require_safe
@_kept_for_an_hour
def manifest(request: HttpRequest) -> HttpResponse:
    """https://www.w3.org/TR/appmanifest/"""
    about = {
        "name": "NextFlex",
        "short_name": "NextFlex",
        "description": "Movie recommendations with explanations.",
        "id": reverse("pages:home"),
        "start_url": reverse("pages:home"),
        "scope": reverse("pages:home"),
        "display": "minimal-ui",
        "background_color": _GROUND,
        "theme_color": _GROUND,
        "icons": [_icon_entry(name, purpose) for name, purpose in _ICONS.items()],
    }
    return JsonResponse(about, content_type="application/manifest+json")


@require_safe
@_kept_for_an_hour
def robots(request: HttpRequest) -> HttpResponse:
    """Crawlers may read the catalogue, but no personal pages and no combinations of filters."""
    filters = [f"{reverse('pages:browse')}?{name}=" for name in BrowseForm.base_fields]
    closed = [*(reverse(name) for name in _NOT_FOR_CRAWLERS), "/api/", *filters]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@cache
def _icon() -> bytes:
    return (settings.BASE_DIR / "static" / "icons" / "favicon.ico").read_bytes()


def _icon_entry(name: str, purpose: str) -> dict[str, str]:
    size = name.removesuffix(".png").rpartition("-")[2]
    address = static(f"icons/{name}")
    return {"src": address, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
