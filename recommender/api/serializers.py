"""Serializers of recommendations and models, and of their requests."""

import math
from collections.abc import Sequence
from typing import Any

from rest_framework import serializers

from catalog.api.serializers import FilterSerializer, MovieSerializer
from nextflex.base.rest.fields import NeverEmpty, OneOf, Text
from recommender.core.data.interface import (
    DEFAULT,
    DEFAULT_CONTROLS,
    Controls,
    Rated,
    RecommendationRequest,
)
from recommender.explained import MovieExplanation, RecommendedMovie
from recommender.selectors import MODEL_NAMES

K_DEFAULT, K_MAX = 20, 100
ASKED_DEFAULT, ASKED_MAX = 10, 50
_MOST_UNSEEN = 500


class LengthField(NeverEmpty, serializers.IntegerField):
    """The number of results."""


class LengthSerializer(serializers.Serializer[dict[str, Any]]):
    k = LengthField(default=K_DEFAULT, min_value=1, max_value=K_MAX)


class SimilarQuerySerializer(LengthSerializer):
    by = OneOf(choices=["content", "ratings"], default="content")


class TitleQuerySerializer(SimilarQuerySerializer):
    title = Text(max_length=200)
    year = serializers.IntegerField(required=False, min_value=1870, max_value=2100)


class ChartQuerySerializer(LengthSerializer, FilterSerializer):
    """Number of films, and filters."""


class ControlField(NeverEmpty, serializers.FloatField):
    """A number from 0 to 1; NaN, for which comparisons fail, is refused too."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=1, **kwargs)

    def to_internal_value(self, data: Any) -> float:
        value = float(super().to_internal_value(data))
        if math.isnan(value):
            self.fail("invalid")
        return value


class RecommendationQuerySerializer(ChartQuerySerializer):
    """diversity: 0 ranked by score only, 1 maximum variety; popularity: 0 lesser known, 1 well known;
    freshness: 0 the same list every day, 1 a new one.
    """

    model = OneOf(choices=list(MODEL_NAMES), default=DEFAULT)
    diversity = ControlField(default=DEFAULT_CONTROLS.diversity)
    popularity = ControlField(default=DEFAULT_CONTROLS.popularity)
    freshness = ControlField(default=DEFAULT_CONTROLS.freshness)

    def request(self, history: Sequence[Rated], **more: Any) -> RecommendationRequest:
        asked = self.validated_data
        return RecommendationRequest(
            limit=asked["k"],
            history=history,
            model=asked["model"],
            controls=Controls(asked["diversity"], asked["popularity"], asked["freshness"]),
            **more,
        )


class OnboardingQuerySerializer(serializers.Serializer[dict[str, Any]]):
    """without: films the user has not seen; others are shown instead."""

    k = LengthField(default=ASKED_DEFAULT, min_value=1, max_value=ASKED_MAX)
    without = serializers.ListField(
        child=serializers.IntegerField(min_value=0, max_value=2**63 - 1),
        default=list,
        max_length=_MOST_UNSEEN,
    )


class BecauseSerializer(serializers.Serializer[MovieExplanation]):
    """An explanation: either a film you rated, with its share, or a shared feature."""

    movie_id = serializers.IntegerField(required=False)
    title = serializers.CharField(required=False)
    rating = serializers.FloatField(required=False)
    share = serializers.FloatField(required=False)
    trait = serializers.CharField(required=False)
    may_lack = ("movie_id", "title", "rating", "share", "trait")


class RecommendationSerializer(serializers.Serializer[RecommendedMovie]):
    movie = MovieSerializer()
    score = serializers.FloatField(
        allow_null=True, help_text="null where the model does not score the film."
    )
    predicted_rating = serializers.FloatField(required=False)
    predicted_spread = serializers.FloatField(
        required=False, help_text="Standard deviation of the prediction, in stars."
    )
    because = BecauseSerializer(many=True)
    may_lack = ("predicted_rating", "predicted_spread")

    def to_representation(self, instance: RecommendedMovie) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "movie": self.fields["movie"].to_representation(instance.movie),
            "score": None if instance.score is None else round(instance.score, 6),
        }
        if instance.predicted_rating is not None:
            shown["predicted_rating"] = round(instance.predicted_rating, 2)
        if instance.predicted_spread is not None:
            shown["predicted_spread"] = round(instance.predicted_spread, 2)
        shown["because"] = [*map(_film, instance.because), *map(_trait, instance.in_words())]
        return shown


def _film(reason: MovieExplanation) -> dict[str, Any]:
    return {
        "movie_id": reason.movie.pk,
        "title": reason.movie.title,
        "rating": reason.stars,
        "share": round(reason.share, 4),
    }


def _trait(words: str) -> dict[str, Any]:
    return {"trait": words}


class ModelNameSerializer(serializers.Serializer[dict[str, Any]]):
    name = serializers.CharField()
    version = serializers.CharField()


class RecommendationsSerializer(serializers.Serializer[dict[str, Any]]):
    """A list, best first, and the model that produced it; the version is "live" for a chart."""

    model = ModelNameSerializer()
    results = RecommendationSerializer(many=True)


class ModelSerializer(serializers.Serializer[dict[str, Any]]):
    """A served model. ratio: its NDCG@10 divided by the baseline's.

    predicts_stars: whether it supports `min_rating`; uses_profile: whether it uses age, gender and
    occupation; is_shipped: whether it is a pretrained model that comes with NextFlex.
    """

    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field, not Field.label
    description = serializers.CharField()
    figures = serializers.DictField(child=serializers.FloatField())
    fit_seconds = serializers.FloatField()
    ratio = serializers.FloatField(allow_null=True)
    predicts_stars = serializers.BooleanField()
    uses_profile = serializers.BooleanField()
    is_shipped = serializers.BooleanField()


class ModelDetailSerializer(ModelSerializer):
    """A model with its version and the baseline on the same split."""

    version = serializers.CharField()
    baseline = ModelSerializer()


class ModelsSerializer(serializers.Serializer[dict[str, Any]]):
    """The live version and its models, best NDCG@10 first. Null or empty when there is none."""

    version = serializers.CharField(allow_null=True)
    created_at = serializers.DateTimeField(allow_null=True)
    data_name = serializers.CharField(allow_null=True)
    protocol = serializers.CharField(allow_null=True)
    baseline = serializers.CharField(allow_null=True)
    results = ModelSerializer(many=True)
