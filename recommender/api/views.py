"""Whatever recommends, and what is known of the models."""

from dataclasses import asdict, replace

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import UserRequest
from accounts.selectors import person_of
from catalog.selectors import CHARTS, films
from nextflex.base.errors import NotFound
from nextflex.base.rest.schema import refused
from recommender import live_models, selectors
from recommender.api import serializers as shapes
from recommender.selectors import Recommendations
from recommender.title_lookup import film_by_title
from uploads.lists.selectors import marks_of, not_recommended_to
from uploads.models import WatchlistEntry
from uploads.ratings.selectors import history_of

NOT_SERVED = refused(
    "The model is not in use here; models/ tells which are.",
    code="not_found",
    message="The model bst is not served; there are als, ease, for-you.",
)
_UNKNOWN_TITLE = refused(
    "No film has the title.",
    code="not_found",
    message="There is no film 'Haet'. Did you mean Heat (1995)?",
)


def answer(found: Recommendations) -> Response:
    """The one shape of whatever recommends."""
    shape = shapes.RecommendationSerializer()  # one for all: its fields are built once
    return Response(
        {
            "model": {"name": found.model, "version": found.version},
            "results": [shape.to_representation(one) for one in found.results],
        }
    )


class MyRecommendations(APIView):
    """Films for you, from your ratings as they are this instant, each with its reasons.

    Films that you have seen or are not interested in never come. Without a model to serve it is the
    popularity chart, and says so in `model`; without a rating it is films of that chart of many kinds.
    """

    @extend_schema(
        parameters=[shapes.RecommendationQuerySerializer],
        responses={200: shapes.RecommendationsSerializer, 404: NOT_SERVED},
    )
    def get(self, request: UserRequest) -> Response:
        query = shapes.RecommendationQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        question = query.question(query.validated_data["model"])
        found = selectors.recommendations(
            history_of(request.user),
            replace(
                question,
                without=not_recommended_to(request.user),
                seed=selectors.seed_of_today(request.user.pk),
                person=person_of(request.user),
            ),
        )
        return answer(found)


class Onboarding(APIView):
    """The films to rate first: known to many, rated differently by them, and unlike each other.

    None that you have rated or seen, that is on your watchlist or that you are not interested in.
    `without` names films that you have not seen; the next best come in their place. No model is needed.
    """

    @extend_schema(
        parameters=[shapes.OnboardingQuerySerializer], responses=shapes.RecommendationsSerializer
    )
    def get(self, request: UserRequest) -> Response:
        query = shapes.OnboardingQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        asked = query.validated_data
        hidden = [
            *asked["without"],
            *marks_of(WatchlistEntry, request.user),
            *not_recommended_to(request.user),
        ]
        history = history_of(request.user)
        return answer(selectors.films_to_ask(history, limit=asked["k"], without=hidden))


class Chart(APIView):
    """trending, popular, latest or top-rated, live from the ratings."""

    permission_classes = [AllowAny]

    @extend_schema(
        parameters=[
            OpenApiParameter("name", enum=list(CHARTS), location="path"),
            shapes.ChartQuerySerializer,
        ],
        responses=shapes.RecommendationsSerializer,
    )
    def get(self, request: Request, name: str) -> Response:
        if name not in CHARTS:
            raise NotFound(f"There is no chart {name!r}; there are {', '.join(CHARTS)}.")
        query = shapes.ChartQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        return answer(selectors.chart(name, query.question()))


class SimilarToMovie(APIView):
    """Films like this one, by content or by who rates them alike."""

    permission_classes = [AllowAny]

    @extend_schema(
        parameters=[shapes.SimilarQuerySerializer], responses=shapes.RecommendationsSerializer
    )
    def get(self, request: Request, pk: int) -> Response:
        query = shapes.SimilarQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        asked = query.validated_data
        movie = get_object_or_404(films(), pk=pk)
        return answer(selectors.similar(movie, by=asked["by"], limit=asked["k"]))


class SimilarToTitle(APIView):
    """Films like the one of this title; of several, the most rated. Unknown: 404 with suggestions."""

    permission_classes = [AllowAny]

    @extend_schema(
        parameters=[shapes.TitleQuerySerializer],
        responses={200: shapes.RecommendationsSerializer, 404: _UNKNOWN_TITLE},
    )
    def get(self, request: Request) -> Response:
        query = shapes.TitleQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        asked = query.validated_data
        movie = film_by_title(asked["title"], asked.get("year"))
        return answer(selectors.similar(movie, by=asked["by"], limit=asked["k"]))


class ModelList(APIView):
    """The models in use, with their measured figures beside the popularity baseline."""

    permission_classes = [AllowAny]

    @extend_schema(operation_id="models_list", responses=shapes.ModelsSerializer)
    def get(self, request: Request) -> Response:
        live = live_models.live_version()
        return Response(
            {
                "version": live and live.version,
                "created_at": live and live.created_at,
                "data_name": live and live.data_name,
                "protocol": live and live.protocol,
                "baseline": live and live.baseline,
                "results": [asdict(one) for one in live.models] if live else [],
            }
        )


class ModelDetail(APIView):
    """One model in use, and the baseline beside it."""

    permission_classes = [AllowAny]

    @extend_schema(responses=shapes.ModelDetailSerializer)
    def get(self, request: Request, name: str) -> Response:
        live = live_models.live_version()
        models = {one.name: asdict(one) for one in live.models} if live else {}
        if live is None or name not in models:
            raise NotFound(f"No model {name!r} is served; there are {', '.join(models) or 'none'}.")
        return Response(
            {**models[name], "version": live.version, "baseline": models[live.baseline]}
        )
