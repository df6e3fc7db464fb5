"""What the account endpoints take and give."""

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from rest_framework import serializers

from accounts.forms import MAX_EMAIL_LENGTH, MAX_PASSWORD_LENGTH, PASSWORDS_DIFFER
from accounts.models import User


class PasswordField(serializers.CharField):
    """Spaces at its ends belong to a password."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            write_only=True,
            trim_whitespace=False,
            max_length=MAX_PASSWORD_LENGTH,
            style={"input_type": "password"},
            **kwargs,
        )


class LoginEmailField(serializers.EmailField):
    """In lower case, before its length is checked: some letters become two."""

    def to_internal_value(self, data: Any) -> str:
        return super().to_internal_value(data).lower()


class AccountSerializer(serializers.ModelSerializer[User]):
    class Meta:
        model = User
        fields = ["id", "email", "name", "date_joined"]
        read_only_fields = ["id", "email", "date_joined"]


class SignUpSerializer(serializers.ModelSerializer[User]):
    # Not refused here when it is taken: where sign-ups are confirmed by mail, nobody shall learn that.
    email = LoginEmailField(max_length=MAX_EMAIL_LENGTH, validators=[])
    password = PasswordField()
    re_password = PasswordField()

    class Meta:
        model = User
        fields = ["id", "email", "name", "password", "re_password"]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["password"] != attrs.pop("re_password"):
            raise serializers.ValidationError({"re_password": [PASSWORDS_DIFFER]})
        person = User(email=attrs["email"], name=attrs.get("name", ""))
        refuse_weak(attrs["password"], person, field="password")
        return attrs


class WaitingSerializer(serializers.Serializer[Any]):
    """A sign-up that waits for the link in the mail. The same for an address that has an account."""

    email = serializers.EmailField()


class CurrentPasswordSerializer(serializers.Serializer[User]):
    current_password = PasswordField()

    def validate_current_password(self, value: str) -> str:
        if not self.context["request"].user.check_password(value):
            raise serializers.ValidationError("This is not your password.")
        return value


class SetPasswordSerializer(CurrentPasswordSerializer):
    new_password = PasswordField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        user = self.context["request"].user
        refuse_weak(attrs["new_password"], user, field="new_password")
        return attrs


class NewEmailSerializer(CurrentPasswordSerializer):
    new_email = LoginEmailField(max_length=MAX_EMAIL_LENGTH)


class NewEmailLinkSerializer(serializers.Serializer[User]):
    """token: the last part of the link in the mail."""

    token = serializers.CharField(max_length=1000)


class EmailChangeSerializer(serializers.Serializer[Any]):
    """email: the address of the account now; waits: whether the new one must be confirmed first."""

    email = serializers.EmailField()
    waits = serializers.BooleanField()


class ConfirmationSerializer(serializers.Serializer[User]):
    """uid and token are the last two parts of the link in the mail; password: the one chosen."""

    uid = serializers.CharField(max_length=40)
    token = serializers.CharField(max_length=80)
    password = PasswordField()


class ForgottenPasswordSerializer(serializers.Serializer[User]):
    email = LoginEmailField(max_length=MAX_EMAIL_LENGTH)


class NewPasswordSerializer(serializers.Serializer[User]):
    """uid and token are the last two parts of the link in the mail."""

    uid = serializers.CharField(max_length=40)
    token = serializers.CharField(max_length=80)
    new_password = PasswordField()


class SignInSerializer(serializers.Serializer[User]):
    email = serializers.CharField(max_length=MAX_EMAIL_LENGTH)
    password = PasswordField()


class RefreshSerializer(serializers.Serializer[User]):
    refresh = serializers.CharField(max_length=4000)


class AnyTokenSerializer(serializers.Serializer[User]):
    token = serializers.CharField(max_length=4000)


class TokenPairSerializer(serializers.Serializer[Any]):
    access = serializers.CharField()
    refresh = serializers.CharField()


def refuse_weak(password: str, user: User, *, field: str) -> None:
    """Raises the API's ValidationError, with all the reasons, for that field."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise serializers.ValidationError({field: error.messages}) from error
