"""API views of recommendations and models."""

from dataclasses import asdict

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import UserRequest
from accounts.selectors import demographics_of
from catalog.selectors import CHARTS, films
from nextflex.base.errors import NotFound
from nextflex.base.rest.schema import refused
from recommender import live_models, selectors
from recommender.api import serializers as shapes
from recommender.explained import Recommendations
from recommender.title_lookup import film_by_title
from uploads.activity import activity_of

NOT_SERVED = refused(
    "The model is not served here; models/ lists those that are.",
    code="not_found",
    message="The model bst is not served; choose from als, ease, for-you.",
)
_UNKNOWN_TITLE = refused(
    "No film has this title.",
    code="not_found",
    message="No film found with the title 'Haet'. Did you mean Heat (1995)?",
)


def answer(found: Recommendations) -> Response:
    """Return recommendations in the common response format."""
    shape = shapes.RecommendationSerializer()  # one for all: its fields are built once
    return Response(
        {
            "model": {"name": found.model, "version": found.version},
            "results": [shape.to_representation(one) for one in found.results],
        }
    )


class MyRecommendations(APIView):
    """Recommendations based on your current ratings, each with an explanation.

    Films you have seen or are not interested in are excluded. Without a published model, the
    popularity chart is returned, as `model` shows; without ratings, a diversified popularity list.
    """

    @extend_schema(
        parameters=[shapes.RecommendationQuerySerializer],
        responses={200: shapes.RecommendationsSerializer, 404: NOT_SERVED},
    )
    def get(self, request: UserRequest) -> Response:
        query = shapes.RecommendationQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        activity = activity_of(request.user)
        wanted = query.request(
            activity.history,
            without=activity.not_recommended,
            seed=selectors.seed_of_today(request.user.pk),
            demographics=demographics_of(request.user),
        )
        return answer(selectors.recommendations(wanted, query.wanted()))


class Onboarding(APIView):
    """Films for a new user to rate: well known, with varied ratings, and dissimilar to each other.

    Excludes films you have rated or seen, and those on your watchlist or “not interested”. Films in
    `without`, which you have not seen, are replaced by the next best. No model is needed.
    """

    @extend_schema(
        parameters=[shapes.OnboardingQuerySerializer], responses=shapes.RecommendationsSerializer
    )
    def get(self, request: UserRequest) -> Response:
        query = shapes.OnboardingQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        asked, activity = query.validated_data, activity_of(request.user)
        hidden = [*asked["without"], *activity.watchlist, *activity.not_recommended]
        found = selectors.films_to_ask(activity.history, limit=asked["k"], without=hidden)
        return answer(found)


class Chart(APIView):
    """A chart (trending, popular, latest or top-rated) computed from the current ratings."""

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
            raise NotFound(f"Unknown chart {name!r}; choose from {', '.join(CHARTS)}.")
        query = shapes.ChartQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        return answer(selectors.chart(name, limit=query.validated_data["k"], wanted=query.wanted()))


class SimilarToMovie(APIView):
    """Films similar to this one, based on content or on ratings."""

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
    """Films similar to the one with this title (the most rated of several). 404 lists suggestions."""

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
    """The served models with their metrics, compared with the popularity baseline."""

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
    """One served model, compared with the popularity baseline."""

    permission_classes = [AllowAny]

    @extend_schema(responses=shapes.ModelDetailSerializer)
    def get(self, request: Request, name: str) -> Response:
        live = live_models.live_version()
        models = {one.name: asdict(one) for one in live.models} if live else {}
        if live is None or name not in models:
            raise NotFound(
                f"The model {name!r} is not served; choose from {', '.join(models) or 'none'}."
            )
        return Response(
            {**models[name], "version": live.version, "baseline": models[live.baseline]}
        )
