"""Ratings and lists as the API takes and shows them."""

from typing import Any

from rest_framework import serializers

from catalog.api.serializers import MovieSerializer
from uploads.models import FilmMark, Rating


class StarsField(serializers.FloatField):
    """A number; true and false are none, though Python would count them."""

    def to_internal_value(self, data: Any) -> float:
        if isinstance(data, bool):
            self.fail("invalid")
        return super().to_internal_value(data)


class StarsSerializer(serializers.Serializer[dict[str, Any]]):
    rating = StarsField(help_text="0.5 to 5 in steps of 0.5")

    def validate_rating(self, stars: float) -> float:
        if stars * 2 not in range(1, 11):
            raise serializers.ValidationError(
                f"{stars:g} is not a rating; give 0.5 to 5 stars in steps of 0.5."
            )
        return stars


class RatingSerializer(serializers.ModelSerializer[Rating]):
    movie = MovieSerializer()
    rating = serializers.FloatField(source="stars")

    class Meta:
        model = Rating
        fields = ("movie", "rating", "rated_at")


class MarkSerializer(serializers.Serializer[FilmMark]):
    """A film on a list of yours."""

    movie = MovieSerializer()
    added_at = serializers.DateTimeField(source="created_at")
