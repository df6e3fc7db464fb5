"""Authentication by `Authorization: Bearer …`: an access token, or a personal token with scopes.

An unsupported header is refused rather than ignored: its sender expects to be authenticated.
"""

from typing import Any

from drf_spectacular.contrib.rest_framework_simplejwt import SimpleJWTScheme
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.tokens import Token

from accounts import jwt_tokens, personal_tokens
from accounts.models import ApiToken, User
from accounts.models.access import Scope

ACCOUNT = "account"
"""Personal tokens are refused by views with `token_scope = ACCOUNT`."""


_SCHEMES = {b"bearer", b"jwt"}  # djoser's documentation uses JWT
_HOW = "The Authorization header must be the word Bearer, a space and one token."


class UserRequest(Request):
    """A request after a permission check: its user is signed in."""

    user: User


class BearerAuthentication(JWTAuthentication):
    """Authenticate by access token or personal token.

    `token_scope` of a view names the scope that a personal token needs; without it, the token may only
    read.

    `request.auth` is the token: simplejwt's, or a row of `ApiToken`.
    """

    def authenticate(self, request: Request) -> Any:
        if "HTTP_AUTHORIZATION" not in request.META:
            return None
        raw = self.get_raw_token(self.get_header(request))
        if raw.startswith(personal_tokens.PREFIX.encode()):
            row = personal_tokens.read_api_token(raw.decode("ascii", "replace"))
            _refuse_beyond_scope(row, request)
            return row.user, row
        token = self.get_validated_token(raw)
        return self.get_user(token), token

    def get_raw_token(self, header: bytes) -> bytes:
        """Return the token.

        Raises AuthenticationFailed for anything but a known scheme and one token.
        """
        match header.split():
            case [scheme, token] if scheme.lower() in _SCHEMES:
                return token
        raise AuthenticationFailed(_HOW)

    def get_user(self, validated_token: Token) -> Any:
        return jwt_tokens.holder_of(validated_token)


def _refuse_beyond_scope(row: ApiToken, request: Request) -> None:
    view = (request.parser_context or {}).get("view")
    named = getattr(view, "token_scope", None)
    needed = Scope.READ if request.method in SAFE_METHODS and named != ACCOUNT else named
    if needed not in row.scopes:
        scope = str(needed) if needed in Scope.values else None
        raise PermissionDenied(
            f"This token lacks the scope {scope}."
            if scope
            else "Personal tokens cannot be used for this; sign in instead."
        )


class BearerScheme(SimpleJWTScheme):  # type: ignore[no-untyped-call]  # drf-spectacular has none
    target_class = BearerAuthentication  # type: ignore[assignment]
    name = "bearer"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "An access token from auth/jwt/create/ or a personal token from "
            "me/tokens/. `JWT` is accepted in place of `Bearer`; any other scheme "
            "gets a 401.",
        }
