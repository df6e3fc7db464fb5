"""Tokens over HTTP. The Authorization header is ignored here: an expired one must not stop a sign-in."""

from dataclasses import asdict
from typing import Any

from django.contrib.auth import get_user, logout
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework_simplejwt.views import TokenViewBase

from accounts import jwt_tokens, services
from accounts.api.serializers import (
    AnyTokenSerializer,
    RefreshSerializer,
    SignInSerializer,
    TokenPairSerializer,
)
from accounts.sessions import client_name
from accounts.throttles import SignInThrottle
from nextflex.base.client_address import client_ip


class CreateTokens(TokenViewBase):
    """Sign in: returns an access token valid for an hour and a refresh token valid for a week."""

    throttle_classes = [SignInThrottle]
    serializer_class = SignInSerializer

    @extend_schema(responses=TokenPairSerializer)
    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        given = _valid(self.get_serializer(data=request.data))
        # A middleware answers for a lockout; it sees only Django's own request.
        user = services.sign_in(request._request, **given)
        client = client_name(request._request)
        return Response(asdict(jwt_tokens.issue(user, client=client, address=client_ip(request))))


class RefreshTokens(TokenViewBase):
    """Exchange a refresh token for a new token pair. Each refresh token can be used once."""

    serializer_class = RefreshSerializer

    @extend_schema(responses=TokenPairSerializer)
    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        given = _valid(self.get_serializer(data=request.data))
        return Response(asdict(jwt_tokens.exchange(given["refresh"])))


class VerifyToken(TokenViewBase):
    """Check whether an access or refresh token is currently valid: 200 or 401."""

    serializer_class = AnyTokenSerializer

    @extend_schema(responses={200: OpenApiResponse({"type": "object"}, "It would.")})
    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        given = _valid(self.get_serializer(data=request.data))
        jwt_tokens.check(given["token"])
        return Response({})


class EndToken(TokenViewBase):
    """Sign out: revokes the tokens of this sign-in and ends the user's browser session."""

    serializer_class = RefreshSerializer

    @extend_schema(responses={204: None})
    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        given = _valid(self.get_serializer(data=request.data))
        holder = jwt_tokens.end(given["refresh"])
        if get_user(request._request) == holder:
            logout(request._request)
        return Response(status=status.HTTP_204_NO_CONTENT)


def _valid(given: serializers.BaseSerializer[Any]) -> dict[str, Any]:
    given.is_valid(raise_exception=True)
    data: dict[str, Any] = given.validated_data
    return data
