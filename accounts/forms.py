"""Forms of the site's account pages."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.email_addresses import canonical
from accounts.models import User
from accounts.passwords import normal_form
from accounts.services import WRONG_CREDENTIALS, change_password

MAX_EMAIL_LENGTH = 254
MAX_NAME_LENGTH = 60
MAX_PASSWORD_LENGTH = 256
PASSWORDS_DIFFER = "The two passwords do not match."
HOW_TO_CHOOSE = "At least 8 characters; common passwords are not allowed."


def password_field(label: str, autocomplete: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
        help_text=help_text,
        max_length=MAX_PASSWORD_LENGTH,
        strip=False,
    )


class AddressField(forms.EmailField):
    """An address in canonical form: it is converted first, since the length limit applies to it."""

    def to_python(self, value: Any) -> Any:
        return canonical(super().to_python(value) or "")


def email_field(label: str = "E-mail", autocomplete: str = "username") -> AddressField:
    return AddressField(
        label=label,
        max_length=MAX_EMAIL_LENGTH,
        widget=forms.EmailInput(attrs={"autocomplete": autocomplete}),
    )


class SignInForm(AuthenticationForm):
    username = email_field()
    password = password_field("Password", "current-password")

    error_messages = {"invalid_login": WRONG_CREDENTIALS, "inactive": WRONG_CREDENTIALS}


class PasswordTwiceForm(forms.Form):
    password = password_field("Password", "new-password", HOW_TO_CHOOSE)
    re_password = password_field("Confirm password", "new-password")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if password := given.get("password"):
            self._check_password(password, given)
        return given

    def holder(self) -> User:
        """The user for the password rules: the password must not resemble their name or address."""
        raise NotImplementedError

    def _check_password(self, password: str, given: dict[str, Any]) -> None:
        if normal_form(password) != normal_form(given.get("re_password") or ""):
            self.add_error("re_password", PASSWORDS_DIFFER)
        try:
            validate_password(password, self.holder())
        except ValidationError as error:
            self.add_error("password", error)


class SignUpForm(PasswordTwiceForm, forms.ModelForm[User]):
    class Meta:
        model = User
        fields = ["email", "name"]
        labels = {"email": "E-mail"}
        help_texts = {"name": "Optional. The name shown on the site."}
        widgets = {
            "email": forms.EmailInput(attrs={"autocomplete": "username"}),
            "name": forms.TextInput(attrs={"autocomplete": "nickname"}),
        }

    def validate_unique(self) -> None:
        """Skip the check where sign-ups are confirmed by mail: it would reveal registered addresses."""
        if not settings.CONFIRM_SIGN_UPS:
            super().validate_unique()

    def holder(self) -> User:
        return User(
            email=self.cleaned_data.get("email", ""), name=self.cleaned_data.get("name", "")
        )


class ForgotPasswordForm(forms.Form):
    email = email_field()


class NewPasswordForm(PasswordTwiceForm):
    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def holder(self) -> User:
        return self.user

    def save(self) -> User:
        change_password(self.user, self.cleaned_data["password"])
        return self.user
