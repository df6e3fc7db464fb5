"""Serializers of the account endpoints."""

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from rest_framework import serializers
from rest_framework.authentication import SessionAuthentication
from rest_framework.request import Request

from accounts.email_addresses import canonical
from accounts.forms import (
    MAX_EMAIL_LENGTH,
    MAX_NAME_LENGTH,
    MAX_PASSWORD_LENGTH,
    PASSWORDS_DIFFER,
)
from accounts.models import User
from accounts.passwords import normal_form
from accounts.sessions import is_fresh
from accounts.settings_forms import NOT_YOURS, SIGN_IN_AGAIN
from nextflex.base.rest.fields import EmailText, ModelSerializer, Text


class PasswordField(Text):
    """A password, which keeps its leading and trailing spaces."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            write_only=True,
            trim_whitespace=False,
            max_length=MAX_PASSWORD_LENGTH,
            style={"input_type": "password"},
            **kwargs,
        )


class LoginEmailField(EmailText):
    """An address in canonical form: it is converted first, since the length limit applies to it."""

    def to_internal_value(self, data: Any) -> str:
        return canonical(super().to_internal_value(data))


class NameField(Text):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=MAX_NAME_LENGTH, required=False, allow_blank=True, **kwargs)


class AccountSerializer(ModelSerializer[User]):
    name = NameField()

    class Meta:
        model = User
        fields = ["id", "email", "name", "date_joined"]
        read_only_fields = ["id", "email", "date_joined"]


class SignUpSerializer(ModelSerializer[User]):
    # A taken address passes here: where sign-ups are confirmed by mail, the API must not reveal
    # accounts.
    email = LoginEmailField(max_length=MAX_EMAIL_LENGTH, validators=[])
    name = NameField()
    password = PasswordField()
    re_password = PasswordField()

    class Meta:
        model = User
        fields = ["id", "email", "name", "password", "re_password"]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if normal_form(attrs["password"]) != normal_form(attrs.pop("re_password")):
            raise serializers.ValidationError({"re_password": [PASSWORDS_DIFFER]})
        person = User(email=attrs["email"], name=attrs.get("name", ""))
        refuse_weak(attrs["password"], person, field="password")
        return attrs


class WaitingSerializer(serializers.Serializer[Any]):
    """A sign-up that must be confirmed by mail. The response does not show whether an account exists."""

    email = serializers.EmailField()


class CurrentPasswordSerializer(serializers.Serializer[User]):
    # The same rule as in settings_forms.WithPasswordForm.
    current_password = PasswordField(
        required=False,
        help_text=(
            "Omit it only if the account has no password; the session must then be under ten "
            "minutes old."
        ),
    )

    def validate_current_password(self, value: str) -> str:
        user = self.context["request"].user
        if user.has_usable_password() and not user.has_password(value):
            raise serializers.ValidationError(NOT_YOURS)
        return value

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        request = self.context["request"]
        if request.user.has_usable_password():
            problem = "" if "current_password" in attrs else "This field is required."
        else:
            problem = "" if has_just_signed_in(request) else SIGN_IN_AGAIN
        if problem:
            raise serializers.ValidationError({"current_password": [problem]})
        return attrs


def has_just_signed_in(request: Request) -> bool:
    """Return whether this session began recently. A token does not show who holds it now."""
    by_session = isinstance(request.successful_authenticator, SessionAuthentication)
    return by_session and is_fresh(request._request)


class SetPasswordSerializer(CurrentPasswordSerializer):
    new_password = PasswordField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        given = super().validate(attrs)
        refuse_weak(given["new_password"], self.context["request"].user, field="new_password")
        return given


class NewEmailSerializer(CurrentPasswordSerializer):
    new_email = LoginEmailField(max_length=MAX_EMAIL_LENGTH)


class NewEmailLinkSerializer(serializers.Serializer[User]):
    """token: the last part of the mailed link."""

    token = Text(max_length=1000)


class EmailChangeSerializer(serializers.Serializer[Any]):
    """email: the current address; waits: whether the new address must still be confirmed."""

    email = serializers.EmailField()
    waits = serializers.BooleanField()


class ConfirmationSerializer(serializers.Serializer[User]):
    """uid, token: the last two parts of the mailed link; password: the one chosen at sign-up."""

    uid = Text(max_length=40)
    token = Text(max_length=80)
    password = PasswordField()


class ForgottenPasswordSerializer(serializers.Serializer[User]):
    email = LoginEmailField(max_length=MAX_EMAIL_LENGTH)


class NewPasswordSerializer(serializers.Serializer[User]):
    """uid, token: the last two parts of the mailed link."""

    uid = Text(max_length=40)
    token = Text(max_length=80)
    new_password = PasswordField()


class SignInSerializer(serializers.Serializer[User]):
    email = Text(max_length=MAX_EMAIL_LENGTH)
    password = PasswordField()


class RefreshSerializer(serializers.Serializer[User]):
    refresh = Text(max_length=4000)


class AnyTokenSerializer(serializers.Serializer[User]):
    token = Text(max_length=4000)


class TokenPairSerializer(serializers.Serializer[Any]):
    access = serializers.CharField()
    refresh = serializers.CharField()


def refuse_weak(password: str, user: User, *, field: str) -> None:
    """Raise the API's ValidationError, with all the reasons, for that field."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise serializers.ValidationError({field: error.messages}) from error
