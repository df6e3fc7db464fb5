"""What comes after a sequence of films: the API that the sequence lab is a client of."""

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
from recommender.core.algorithms.registry import DEFAULT
from recommender.core.data.picks import Person
from recommender.selectors import PERSONAL_MODELS
from recommender.sequence_lab import SequenceQuestion

MOST_FILMS, MOST_AVOIDED = 1_000, 10_000
_HIGHEST_KEY = 2**63 - 1


class SequenceThrottle(ClientThrottle):
    """For anonymous work of a model: a lab that is played with asks at each change."""

    scope = "sequence"


class MovieIdsField(BoundedList):
    child = serializers.IntegerField(min_value=0, max_value=_HIGHEST_KEY)


class AskSerializer(serializers.Serializer[dict[str, Any]]):
    """sequence: films, oldest first; stars: of each, 4 where none are given."""

    sequence = MovieIdsField(max_length=MOST_FILMS)
    stars = BoundedList(
        child=Number(min_value=0.5, max_value=5),
        required=False,
        max_length=MOST_FILMS,
        help_text="As many as films, or none: what each was given.",
    )
    model = serializers.ChoiceField(choices=[one.name for one in PERSONAL_MODELS], default=DEFAULT)
    age = serializers.IntegerField(
        min_value=1, max_value=120, allow_null=True, default=None, help_text="In years."
    )
    gender = serializers.ChoiceField(choices=["F", "M"], allow_null=True, default=None)
    occupation = serializers.IntegerField(
        min_value=0,
        max_value=20,
        allow_null=True,
        default=None,
        help_text="As in MovieLens 1M.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        stars = attrs.get("stars", [])
        if stars and len(stars) != len(attrs["sequence"]):
            message = (
                f"{len(stars)} stars for {len(attrs['sequence'])} films; give as many, or none."
            )
            raise serializers.ValidationError({"stars": [message]})
        return attrs

    def question(self, **more: Any) -> SequenceQuestion:
        asked = self.validated_data
        return SequenceQuestion(
            tuple(asked["sequence"]),
            model=asked["model"],
            person=Person(asked["age"], asked["gender"], asked["occupation"]),
            stars=tuple(asked.get("stars", ())),
            **more,
        )


class SequenceSerializer(AskSerializer, LengthSerializer):
    """avoid: films that do not come; push_away: let what is like them sink, too; min_rating: the least
    stars that the model may predict, for those that do."""

    avoid = MovieIdsField(max_length=MOST_AVOIDED, default=list)
    push_away = Flag(default=False)
    min_rating = Number(min_value=0.5, max_value=5, allow_null=True, default=None)


class ScoresSerializer(AskSerializer):
    candidates = MovieIdsField(min_length=1, max_length=MOST_FILMS)


class SequenceRecommendations(APIView):
    """What comes next after a sequence of films, by any model, for nobody in particular.

    `next-ridge` answers where the model knows none of the films; `model` says so.
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
        question = form.question(
            avoid=tuple(asked["avoid"]),
            limit=asked["k"],
            min_rating=asked["min_rating"],
            pushes_away=asked["push_away"],
        )
        return answer(sequence_lab.recommend(question))


class SequenceScores(APIView):
    """Given films as a model orders them after a sequence; those that it does not score come last."""

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
        return answer(sequence_lab.scores(form.question(), candidates))
