"""Serializers of profiles, sessions and personal tokens."""

from typing import Any

from rest_framework import serializers

from accounts import services
from accounts.api.serializers import NameField
from accounts.models import ApiToken, User, UserDemographics
from accounts.models.access import Scope
from accounts.personal_tokens import MOST_DAYS
from accounts.selectors import Session
from nextflex.base.rest.fields import ModelSerializer, Text
from nextflex.base.zone_names import refuse_unknown

_DEFAULT_DAYS = 90


class AboutSerializer(ModelSerializer[UserDemographics]):
    """age_band: the youngest age in it; occupation: a MovieLens 1M code, 0 to 20. null: not given."""

    gender = serializers.ChoiceField(choices=["F", "M"], allow_null=True, required=False)

    class Meta:
        model = UserDemographics
        fields = ["age_band", "gender", "occupation"]

    def validate_gender(self, given: str | None) -> str:
        return given or ""

    def to_representation(self, instance: UserDemographics) -> dict[str, Any]:
        return super().to_representation(instance) | {"gender": instance.gender or None}


class ProfileSerializer(ModelSerializer[User]):
    """rating_scale: the scale on which pages show ratings; the API always uses 0.5 to 5 stars.

    time_zone: used for dates and times on pages and in the Letterboxd export, such as Europe/Berlin;
    `automatic` uses the browser's time zone. The API always uses UTC.
    """

    name = NameField()
    time_zone = Text(max_length=64, required=False, validators=[refuse_unknown])
    about = AboutSerializer(source="about_you", required=False)

    class Meta:
        model = User
        fields = ["name", "language", "theme", "rating_scale", "time_zone", "about"]

    def update(self, instance: User, validated_data: dict[str, Any]) -> User:
        reported = validated_data.pop("about_you", None)
        if reported is not None:
            services.save_demographics(instance, **reported)
        return super().update(instance, validated_data)


class SessionSerializer(serializers.Serializer[Session]):
    """client: the User-Agent at sign-in; address: the IP address, or the /64 network for IPv6."""

    id = serializers.CharField()
    kind = serializers.ChoiceField(choices=["browser", "client"])
    client = serializers.CharField()
    address = serializers.CharField(allow_null=True)
    created_at = serializers.DateTimeField()
    last_seen_at = serializers.DateTimeField()
    is_current = serializers.BooleanField()


class ScopesField(serializers.ListField):
    child = serializers.ChoiceField(choices=Scope.choices)


class ApiTokenSerializer(serializers.ModelSerializer[ApiToken]):
    """hint: the first characters of the token."""

    scopes = ScopesField()

    class Meta:
        model = ApiToken
        fields = ["id", "name", "hint", "scopes", "created_at", "expires_at", "last_used_at"]


class MadeApiTokenSerializer(ApiTokenSerializer):
    token = serializers.CharField()

    class Meta(ApiTokenSerializer.Meta):
        fields = [*ApiTokenSerializer.Meta.fields, "token"]


class NewApiTokenSerializer(serializers.Serializer[Any]):
    """days: number of days until the token expires."""

    name = Text(max_length=60)
    scopes = ScopesField(min_length=1, max_length=len(Scope.values))
    days = serializers.IntegerField(min_value=1, max_value=MOST_DAYS, default=_DEFAULT_DAYS)
