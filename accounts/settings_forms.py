"""Forms of the account page."""

from typing import Any

from django import forms
from django.conf import settings

from accounts.forms import PasswordTwiceForm, email_field, password_field
from accounts.models import User, UserDemographics
from accounts.models.access import Scope
from accounts.models.user import Theme
from accounts.personal_tokens import MOST_DAYS
from nextflex.base import zone_names

NOT_YOURS = "Wrong password."
SIGN_IN_AGAIN = (
    "Your account has no password. Sign in again first, and make this change within ten minutes."
)
_DAYS = [(30, "30 days"), (90, "90 days"), (MOST_DAYS, "a year")]


class ProfileForm(forms.ModelForm[User]):
    time_zone = forms.ChoiceField(label="Time zone", required=False)

    class Meta:
        model = User
        fields = ["name", "theme", "rating_scale", "time_zone", "language"]
        labels = {"rating_scale": "Show ratings as"}
        help_texts = {"name": "The name shown on the site.", "rating_scale": ""}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "nickname"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [("", "Same as this browser"), *Theme.choices]  # type: ignore[attr-defined]
        self.fields["time_zone"].choices = zone_names.choices(self.instance.time_zone)  # type: ignore[attr-defined]
        if len(settings.LANGUAGES) == 1:
            del self.fields["language"]  # nothing to choose

    def clean_time_zone(self) -> str:
        """Keep the setting when the form was sent without this field."""
        return self.cleaned_data["time_zone"] or self.instance.time_zone


class AboutForm(forms.ModelForm[UserDemographics]):
    class Meta:
        model = UserDemographics
        fields = ["age_band", "gender", "occupation"]
        labels = {"age_band": "Age"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            first, *others = field.choices  # type: ignore[attr-defined]
            field.choices = [(first[0], "Prefer not to say"), *others]  # type: ignore[attr-defined]


class WithPasswordForm(forms.Form):
    """A form for the owner only: it needs the password or, without one, a recent external sign-in."""

    current_password = password_field("Current password", "current-password")

    def __init__(self, user: User, *args: Any, is_fresh: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.is_fresh = is_fresh
        if not user.has_usable_password():
            del self.fields["current_password"]

    def clean(self) -> dict[str, Any]:
        if not (self.user.has_usable_password() or self.is_fresh):
            raise forms.ValidationError(SIGN_IN_AGAIN)
        return super().clean() or self.cleaned_data

    def clean_current_password(self) -> str:
        given: str = self.cleaned_data["current_password"]
        if not self.user.has_password(given):
            raise forms.ValidationError(NOT_YOURS)
        return given


class EmailForm(WithPasswordForm):
    new_email = email_field("New address", "email")

    field_order = ["new_email", "current_password"]


class PasswordForm(WithPasswordForm, PasswordTwiceForm):
    field_order = ["current_password", "password", "re_password"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = "New password"
        self.fields["re_password"].label = "Confirm new password"

    def holder(self) -> User:
        return self.user


class TokenForm(forms.Form):
    name = forms.CharField(max_length=60, label="Name")
    scopes = forms.MultipleChoiceField(
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=[Scope.READ],
        label="Scopes",
    )
    days = forms.TypedChoiceField(choices=_DAYS, coerce=int, initial=90, label="Expires after")


class ConfirmForm(forms.Form):
    """A form for the password that was chosen at sign-up."""

    password = password_field("Password", "current-password")

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        given: str = self.cleaned_data["password"]
        if not self.user.check_password(given):
            raise forms.ValidationError("This is not the password you chose when signing up.")
        return given
