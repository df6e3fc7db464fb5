"""djoser's account endpoints, with our own serializers, throttles and rules."""

from http import HTTPMethod
from typing import Any

from django.conf import settings
from django.contrib.auth import logout, update_session_auth_hash
from django.db.models import QuerySet
from djoser.views import UserViewSet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers, status
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle

from accounts import mailed_links, services
from accounts.api import serializers as shapes
from accounts.authentication import ACCOUNT
from accounts.models import User
from accounts.throttles import SignInThrottle, SignUpThrottle

NOT_CHOSEN = "This is not the password you chose when signing up."
BAD_LINK = "The link is incomplete, has expired or was already used. Request a new one."

SERIALIZERS: dict[str, type[serializers.BaseSerializer[User]]] = {
    "create": shapes.SignUpSerializer,
    "activation": shapes.ConfirmationSerializer,
    "set_email": shapes.NewEmailSerializer,
    "set_email_confirm": shapes.NewEmailLinkSerializer,
    "set_password": shapes.SetPasswordSerializer,
    "reset_password": shapes.ForgottenPasswordSerializer,
    "reset_password_confirm": shapes.NewPasswordSerializer,
}


FOR_ALL = ("activation", "set_email_confirm")


@extend_schema_view(list=extend_schema(summary="Your own account, as a list with one entry"))
class Users(UserViewSet):  # type: ignore[misc]  # djoser has no types
    """Your own account. Other accounts are visible only to staff, in the admin site."""

    token_scope = ACCOUNT
    delete_serializer_class = shapes.CurrentPasswordSerializer

    def get_queryset(self) -> QuerySet[User]:
        return User.objects.filter(pk=self.request.user.pk).order_by("pk")

    def get_object(self) -> User:
        """Return the user of the request: no URL here has an id, and OPTIONS would look for one."""
        user: User = self.request.user
        return user

    def get_permissions(self) -> list[BasePermission]:
        if self.action in FOR_ALL:
            return [AllowAny()]
        # djoser's own rule for the list applies to lists of all users.
        own = self.action in ("list", "set_email")
        return [IsAuthenticated()] if own else list(super().get_permissions())

    def get_serializer_class(self) -> type[serializers.BaseSerializer[User]]:
        if self._deletes():
            return self.delete_serializer_class
        return SERIALIZERS.get(self.action, shapes.AccountSerializer)

    def get_throttles(self) -> list[BaseThrottle]:
        if self.action == "create":
            return [SignUpThrottle()]
        is_guessable = self.action in SERIALIZERS or self._deletes()
        return [SignInThrottle()] if is_guessable else list(super().get_throttles())

    def _deletes(self) -> bool:
        return bool(self.action == "me" and self.request.method == "DELETE")

    def me(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        # djoser returns None for HEAD, which Django routes here along with GET.
        is_head = request.method == HTTPMethod.HEAD
        answered: Response = (self.retrieve if is_head else super().me)(request, *args, **kwargs)
        return answered

    def perform_destroy(self, instance: User) -> None:
        services.delete_account(instance)
        logout(self.request._request)

    def _given(self) -> dict[str, Any]:
        given = self.get_serializer(data=self.request.data)
        given.is_valid(raise_exception=True)
        data: dict[str, Any] = given.validated_data
        return data

    @extend_schema(
        summary="Sign up",
        responses={201: shapes.AccountSerializer, 202: shapes.WaitingSerializer},
    )
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        given = self._given()
        if settings.CONFIRM_SIGN_UPS:
            services.ask_to_sign_up(**given)
            return Response({"email": given["email"]}, status=status.HTTP_202_ACCEPTED)
        try:
            user = services.sign_up(**given)
        except services.EmailTaken as error:
            raise serializers.ValidationError({"email": [str(error)]}) from error
        return Response(shapes.AccountSerializer(user).data, status=status.HTTP_201_CREATED)

    @extend_schema(summary="Confirm a sign-up with the mailed link", responses={204: None})
    def activation(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        given = self._given()
        user = mailed_links.user_to_confirm(given["uid"], given["token"])
        if user is None:
            raise serializers.ValidationError({"token": [BAD_LINK]})
        if not user.check_password(given["password"]):
            raise serializers.ValidationError({"password": [NOT_CHOSEN]})
        services.confirm(user)
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(
        summary="Change your e-mail address; where the site sends mail, a mailed link confirms it",
        responses=shapes.EmailChangeSerializer,
    )
    def set_email(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        user: User = self.request.user
        try:
            waits = services.ask_for_new_email(user, self._given()["new_email"])
        except services.EmailTaken as error:
            raise serializers.ValidationError({"new_email": [str(error)]}) from error
        return Response({"email": user.email, "waits": waits})

    @extend_schema(
        summary="Confirm a new e-mail address with the mailed link", responses={204: None}
    )
    def set_email_confirm(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        wanted = mailed_links.new_address_of(self._given()["token"])
        if wanted is None:
            raise serializers.ValidationError({"token": [BAD_LINK]})
        services.change_email(wanted)
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(
        summary="Change your password; all other sessions are ended", responses={204: None}
    )
    def set_password(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        services.change_password(self.request.user, self._given()["new_password"])
        if isinstance(request.successful_authenticator, SessionAuthentication):
            update_session_auth_hash(request._request, self.request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(summary="Request a password reset link by mail", responses={204: None})
    def reset_password(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Returns 204 for any address. Without a mail server, the mail is written to the console."""
        services.ask_for_new_password(self._given()["email"])
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(summary="Set a new password with the mailed link", responses={204: None})
    def reset_password_confirm(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        given = self._given()
        user = mailed_links.user_of_link(given["uid"], given["token"])
        if user is None:
            raise serializers.ValidationError({"token": [BAD_LINK]})
        shapes.refuse_weak(given["new_password"], user, field="new_password")
        services.change_password(user, given["new_password"])
        return Response(status=status.HTTP_204_NO_CONTENT)
