"""The site's URLs."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path, re_path

from nextflex.base.errors import api_not_found
from nextflex.graphql.view import GraphQLView
from nextflex.http.admin_sign_in import sign_in
from nextflex.http.api_documents import Documents

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("nextflex.site.urls")),
    path("", include("accounts.urls")),
    path("", include("catalog.urls")),
    path("", include("uploads.urls")),
    path("admin/login/", sign_in),
    path("admin/", admin.site.urls),
    path("api/v1/", include(("nextflex.http.api_urls", "api"))),
    path("api/docs/", Documents.as_view(url_name="api:schema"), name="api-docs"),
    path("graphql/", GraphQLView.as_view(), name="graphql"),
    re_path(r"^api/", api_not_found),
]
if settings.SOCIAL_PROVIDERS:
    urlpatterns.insert(0, path("sign-in/with/", include("accounts.social.urls")))
handler400 = "nextflex.base.errors.bad_request"
handler500 = "nextflex.base.errors.server_error"
