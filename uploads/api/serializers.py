"""Serializers of ratings and lists."""

from datetime import date
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from catalog.api.serializers import MovieSerializer, NamesField, known_genres
from nextflex.base.rest.fields import NeverEmpty, Number, OneOf
from uploads.models import ListEntry, Rating, Viewing
from uploads.ratings.selectors import RATING_ORDERINGS, RatingFilter


@extend_schema_field(
    {"type": "number", "format": "double", "minimum": 0.5, "maximum": 5, "multipleOf": 0.5}
)
class StarsField(Number):
    """Half stars from 0.5 to 5."""

    def to_internal_value(self, data: Any) -> float:
        stars = super().to_internal_value(data)
        if stars * 2 not in range(1, 11):
            raise serializers.ValidationError(
                f"{stars:g} is not a valid rating; give 0.5 to 5 stars in steps of 0.5."
            )
        return stars


class StarsSerializer(serializers.Serializer[dict[str, Any]]):
    rating = StarsField(help_text="0.5 to 5 in steps of 0.5")


class RatingQuerySerializer(serializers.Serializer[dict[str, Any]]):
    """Which of your ratings, and in what order. A genre may be given several times; all must hold."""

    ordering = OneOf(choices=list(RATING_ORDERINGS), default="newest")
    rating_min = StarsField(required=False, help_text="0.5 to 5 in steps of 0.5")
    rating_max = StarsField(required=False, help_text="0.5 to 5 in steps of 0.5")
    genre = NamesField(default=list, max_length=20)

    def validate_genre(self, names: list[str]) -> list[str]:
        return known_genres(names)

    def wanted(self) -> RatingFilter:
        """Return the filter; to be called after is_valid()."""
        given = self.validated_data
        return RatingFilter(
            given["ordering"],
            given.get("rating_min"),
            given.get("rating_max"),
            tuple(given["genre"]),
        )


class RatingSerializer(serializers.ModelSerializer[Rating]):
    movie = MovieSerializer()
    rating = serializers.FloatField(source="stars")

    class Meta:
        model = Rating
        fields = ("movie", "rating", "rated_at")


class MarkSerializer(serializers.Serializer[ListEntry]):
    """A film on one of your lists."""

    movie = MovieSerializer()
    added_at = serializers.DateTimeField(source="created_at")


class DayField(NeverEmpty, serializers.DateField):
    """A day, such as 2024-05-03."""


class WatchedOnSerializer(serializers.Serializer[dict[str, Any]]):
    watched_on = DayField(
        required=False, allow_null=True, help_text="A date up to today, such as 2024-05-03"
    )


class DaySerializer(serializers.Serializer[dict[str, Any]]):
    watched_on = DayField(required=False, help_text="Remove only the viewing on this date")


class SeenSerializer(serializers.Serializer[Viewing]):
    """A film you have seen. context: days, the known viewing dates by film."""

    movie = MovieSerializer()
    watched_on = serializers.DateField(
        allow_null=True, help_text="Date of the latest viewing; null if unknown"
    )
    dates = serializers.SerializerMethodField()
    added_at = serializers.DateTimeField(source="created_at")

    @extend_schema_field(serializers.ListField(child=serializers.DateField()))
    def get_dates(self, viewing: Viewing) -> list[str]:
        """Return all known viewing dates of the film, latest first."""
        days: dict[int, list[date]] = self.context["days"]
        return [day.isoformat() for day in days.get(viewing.movie_id, ())]
