"""URLs under /api/v1/."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.decorators.cache import cache_control

import nextflex.base.converters  # noqa: F401  registers <key:…>
from nextflex.base import errors
from nextflex.http import health
from nextflex.http.api_documents import only_read

SCHEMA_FILE = settings.BASE_DIR / "docs" / "openapi.yaml"


@only_read
@cache_control(public=True, max_age=3600)
def schema(request: HttpRequest) -> HttpResponse:
    """Serve the committed file: building the schema takes too long for a public request."""
    return HttpResponse(SCHEMA_FILE.read_bytes(), content_type="application/vnd.oai.openapi")


urlpatterns: list[URLPattern | URLResolver] = [
    path("auth/", include("accounts.api.urls")),
    path("me/", include("accounts.api.own_urls")),
    path("", include("catalog.api.urls")),
    path("", include("uploads.api.urls")),
    path("", include("recommender.api.urls")),
    path("health/live/", health.Live.as_view(), name="health-live"),
    path("health/ready/", health.Ready.as_view(), name="health-ready"),
    path("schema/", schema, name="schema"),
    re_path("", errors.api_not_found),
]
