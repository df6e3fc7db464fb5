"""The user's profile, sessions and personal tokens: under /api/v1/me/."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts import selectors, services
from accounts.api import own_serializers as shapes
from accounts.authentication import ACCOUNT, UserRequest
from accounts.jwt_tokens import SIGN_IN_CLAIM
from accounts.models import ApiToken, User
from accounts.models.access import public_id_of
from nextflex.base.errors import NotFound


class Profile(APIView):
    """Your profile settings and demographics."""

    token_scope = ACCOUNT

    @extend_schema(responses=shapes.ProfileSerializer)
    def get(self, request: UserRequest) -> Response:
        return Response(_profile(request.user))

    @extend_schema(
        request=shapes.ProfileSerializer,
        responses=shapes.ProfileSerializer,
        examples=[
            OpenApiExample(
                "About you",
                {"rating_scale": 10, "about": {"age_band": 25, "gender": None, "occupation": 12}},
                request_only=True,
            )
        ],
    )
    def patch(self, request: UserRequest) -> Response:
        given = shapes.ProfileSerializer(request.user, data=request.data, partial=True)
        given.is_valid(raise_exception=True)
        given.save()
        return Response(_profile(request.user))


class About(APIView):
    """Your demographics (age band, gender, occupation), used only by models that support them."""

    token_scope = ACCOUNT

    @extend_schema(summary="Clear all demographics", responses={204: None})
    def delete(self, request: UserRequest) -> Response:
        services.forget_about(request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)


class Sessions(APIView):
    """Your active sessions, of browsers and of API clients."""

    token_scope = ACCOUNT

    @extend_schema(responses=shapes.SessionSerializer(many=True))
    def get(self, request: UserRequest) -> Response:
        found = selectors.sessions_of(request.user, current=current_session(request))
        return Response([shapes.SessionSerializer(one).data for one in found])

    @extend_schema(
        operation_id="me_sessions_end_all",
        summary="End all sessions, including this one",
        responses={204: None},
    )
    def delete(self, request: UserRequest) -> Response:
        services.sign_out_everywhere(request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)


class Session(APIView):
    token_scope = ACCOUNT

    @extend_schema(summary="End one session", responses={204: None})
    def delete(self, request: UserRequest, session_id: str) -> Response:
        if not services.end_session(request.user, session_id):
            raise NotFound(f"You have no session {session_id}.")
        return Response(status=status.HTTP_204_NO_CONTENT)


class ApiTokens(APIView):
    """Personal access tokens for scripts, sent as `Authorization: Bearer nfx_…`."""

    token_scope = ACCOUNT

    @extend_schema(responses=shapes.ApiTokenSerializer(many=True))
    def get(self, request: UserRequest) -> Response:
        found = selectors.api_tokens_of(request.user)
        return Response(shapes.ApiTokenSerializer(found, many=True).data)

    @extend_schema(
        summary="Create a token; its text is shown only in this response",
        request=shapes.NewApiTokenSerializer,
        responses={201: shapes.MadeApiTokenSerializer},
    )
    def post(self, request: UserRequest) -> Response:
        given = shapes.NewApiTokenSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        row, text = services.make_api_token(request.user, **given.validated_data)
        shown: dict[str, Any] = shapes.ApiTokenSerializer(row).data
        return Response(shown | {"token": text}, status=status.HTTP_201_CREATED)


class ApiTokenDetail(APIView):
    token_scope = ACCOUNT

    @extend_schema(responses=shapes.ApiTokenSerializer)
    def get(self, request: UserRequest, token_id: int) -> Response:
        return Response(shapes.ApiTokenSerializer(self._own(request.user, token_id)).data)

    @extend_schema(summary="Revoke a token", responses={204: None})
    def delete(self, request: UserRequest, token_id: int) -> Response:
        self._own(request.user, token_id).delete()
        return Response(status=status.HTTP_204_NO_CONTENT)

    def _own(self, user: User, token_id: int) -> ApiToken:
        row = ApiToken.objects.filter(user=user, pk=token_id).first()
        if row is None:
            raise NotFound(f"You have no token {token_id}.")
        return row


def current_session(request: Request) -> str:
    """The public id of the session or sign-in that sent this request."""
    token: Any = request.auth
    if token is not None:
        return str(token[SIGN_IN_CLAIM])
    return public_id_of(request._request.session.session_key)


def _profile(user: User) -> dict[str, Any]:
    user.about_you = selectors.about(user)  # type: ignore[attr-defined]  # for the serializer
    return dict(shapes.ProfileSerializer(user).data)
