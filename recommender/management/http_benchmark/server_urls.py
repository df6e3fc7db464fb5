"""The URLs of the benchmark's server: the site's own and the control."""

from django.urls import include, path

from recommender.management.http_benchmark.control import CONTROL_PATH, control

urlpatterns = [
    path(CONTROL_PATH.removeprefix("/"), control),
    path("", include("nextflex.urls")),
]
handler400 = "nextflex.base.errors.bad_request"
handler500 = "nextflex.base.errors.server_error"
