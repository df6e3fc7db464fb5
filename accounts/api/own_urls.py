"""URLs under /api/v1/me/."""

from django.urls import path

import nextflex.base.converters  # noqa: F401  registers <key:…>
from accounts.api import own

urlpatterns = [
    path("profile/", own.Profile.as_view(), name="my-profile"),
    path("profile/about/", own.About.as_view(), name="my-profile-about"),
    path("sessions/", own.Sessions.as_view(), name="my-sessions"),
    path("sessions/<slug:session_id>/", own.Session.as_view(), name="my-session"),
    path("tokens/", own.ApiTokens.as_view(), name="my-tokens"),
    path("tokens/<key:token_id>/", own.ApiTokenDetail.as_view(), name="my-token"),
]
