"""URLs under /api/v1/auth/."""

from django.urls import path

from accounts.api import jwt_views
from accounts.api.users import Users

OWN = {"get": "me", "put": "me", "patch": "me", "delete": "me"}

urlpatterns = [
    path("users/", Users.as_view({"get": "list", "post": "create"}), name="users"),
    path("users/me/", Users.as_view(OWN), name="me"),
    path("users/activation/", Users.as_view({"post": "activation"}), name="activation"),
    path("users/set_email/", Users.as_view({"post": "set_email"}), name="set-email"),
    path(
        "users/set_email_confirm/",
        Users.as_view({"post": "set_email_confirm"}),
        name="set-email-confirm",
    ),
    path("users/set_password/", Users.as_view({"post": "set_password"}), name="set-password"),
    path("users/reset_password/", Users.as_view({"post": "reset_password"}), name="reset-password"),
    path(
        "users/reset_password_confirm/",
        Users.as_view({"post": "reset_password_confirm"}),
        name="reset-password-confirm",
    ),
    path("jwt/create/", jwt_views.CreateTokens.as_view(), name="jwt-create"),
    path("jwt/refresh/", jwt_views.RefreshTokens.as_view(), name="jwt-refresh"),
    path("jwt/verify/", jwt_views.VerifyToken.as_view(), name="jwt-verify"),
    path("jwt/logout/", jwt_views.EndToken.as_view(), name="jwt-logout"),
]
