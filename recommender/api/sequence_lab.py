"""API views of the sequence lab: the next films after a sequence of films."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models.access import Scope
from accounts.throttles import ClientThrottle
from nextflex.base.rest.fields import BoundedList, Flag, Number
from recommender import sequence_lab
from recommender.api.serializers import (
    LengthSerializer,
    RecommendationsSerializer,
)
from recommender.api.views import NOT_SERVED, answer
from recommender.core.data.interface import DEFAULT, Demographics, RecommendationRequest
from recommender.selectors import PERSONAL_MODELS
from recommender.sequence_lab import history_from

MOST_FILMS, MOST_AVOIDED = 1_000, 10_000
_HIGHEST_KEY = 2**63 - 1


class SequenceThrottle(ClientThrottle):
    """The limit of anonymous predictions: the lab's page sends a request after each change."""

    scope = "sequence"


class MovieIdsField(BoundedList):
    child = serializers.IntegerField(min_value=0, max_value=_HIGHEST_KEY)


class AskSerializer(serializers.Serializer[dict[str, Any]]):
    """sequence: film ids, oldest first; stars: the rating of each, 4 by default."""

    sequence = MovieIdsField(max_length=MOST_FILMS)
    stars = BoundedList(
        child=Number(min_value=0.5, max_value=5),
        required=False,
        max_length=MOST_FILMS,
        help_text="The rating of each film, in the order of `sequence`; omit for none.",
    )
    model = serializers.ChoiceField(choices=[one.name for one in PERSONAL_MODELS], default=DEFAULT)
    age = serializers.IntegerField(
        min_value=1, max_value=120, allow_null=True, default=None, help_text="Age in years."
    )
    gender = serializers.ChoiceField(choices=["F", "M"], allow_null=True, default=None)
    occupation = serializers.IntegerField(
        min_value=0,
        max_value=20,
        allow_null=True,
        default=None,
        help_text="Occupation code of MovieLens 1M.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        stars = attrs.get("stars", [])
        if stars and len(stars) != len(attrs["sequence"]):
            message = (
                f"{len(stars)} stars for {len(attrs['sequence'])} films; give one per film, or "
                "none."
            )
            raise serializers.ValidationError({"stars": [message]})
        return attrs

    def request(self, **more: Any) -> RecommendationRequest:
        asked = self.validated_data
        return RecommendationRequest(
            history=history_from(asked["sequence"], asked.get("stars", ())),
            model=asked["model"],
            demographics=Demographics(asked["age"], asked["gender"], asked["occupation"]),
            **more,
        )


class SequenceSerializer(AskSerializer, LengthSerializer):
    """avoid: films to exclude; push_away: also rank films similar to them lower; min_rating: minimum
    predicted rating, for models that predict ratings."""

    avoid = MovieIdsField(max_length=MOST_AVOIDED, default=list)
    push_away = Flag(default=False)
    min_rating = Number(min_value=0.5, max_value=5, allow_null=True, default=None)


class ScoresSerializer(AskSerializer):
    candidates = MovieIdsField(min_length=1, max_length=MOST_FILMS)


class SequenceRecommendations(APIView):
    """Predict the next films after a sequence, with any model and without a user.

    If the model knows none of the films, `next-ridge` is used instead, as `model` shows.
    """

    token_scope = Scope.READ
    permission_classes = [AllowAny]
    throttle_classes = [SequenceThrottle]

    @extend_schema(
        request=SequenceSerializer, responses={200: RecommendationsSerializer, 404: NOT_SERVED}
    )
    def post(self, request: Request) -> Response:
        form = SequenceSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        asked = form.validated_data
        wanted = form.request(
            limit=asked["k"],
            without=asked["avoid"],
            pushed_from=asked["avoid"] if asked["push_away"] else (),
            min_rating=asked["min_rating"],
        )
        return answer(sequence_lab.recommend(wanted))


class SequenceScores(APIView):
    """Rank given films as a model would after a sequence; films it does not score come last."""

    token_scope = Scope.READ
    permission_classes = [AllowAny]
    throttle_classes = [SequenceThrottle]

    @extend_schema(
        request=ScoresSerializer, responses={200: RecommendationsSerializer, 404: NOT_SERVED}
    )
    def post(self, request: Request) -> Response:
        form = ScoresSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        candidates = tuple(form.validated_data["candidates"])
        wanted = form.request(limit=len(candidates))
        return answer(sequence_lab.scores(wanted, candidates))
