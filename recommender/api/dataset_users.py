"""API views of the active data set's users."""

from datetime import UTC, datetime

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from catalog.api.serializers import MovieSerializer
from catalog.selectors import in_order
from recommender import selectors
from recommender.api.serializers import (
    RecommendationQuerySerializer,
    RecommendationSerializer,
    RecommendationsSerializer,
)
from recommender.api.views import answer
from recommender.dataset_users import history_of_dataset_user


class DatasetUserQuerySerializer(RecommendationQuerySerializer):
    """metadata: whether each film comes with its title, year and genres, or as its id alone."""

    metadata = serializers.BooleanField(default=True)


class MovieOrIdSerializer(MovieSerializer):
    """A film; only its id with `metadata=false`."""

    may_lack = tuple(name for name in MovieSerializer.Meta.fields if name != "id")


class DatasetUserRecommendationSerializer(RecommendationSerializer):
    movie = MovieOrIdSerializer()


class DatasetUserRecommendationsSerializer(RecommendationsSerializer):
    results = DatasetUserRecommendationSerializer(many=True)


class HistoryEntrySerializer(serializers.Serializer[dict[str, object]]):
    movie = MovieSerializer()
    rating = serializers.FloatField()
    rated_at = serializers.DateTimeField()


class DatasetUserRecommendations(APIView):
    """Recommendations for a user of the active data set, based on their ratings in it."""

    permission_classes = [AllowAny]

    @extend_schema(
        parameters=[DatasetUserQuerySerializer], responses=DatasetUserRecommendationsSerializer
    )
    def get(self, request: Request, pk: int) -> Response:
        query = DatasetUserQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        wanted = query.request(history_of_dataset_user(pk))
        found = answer(selectors.recommendations(wanted, query.wanted()))
        if not query.validated_data["metadata"]:
            for one in found.data["results"]:
                one["movie"] = {"id": one["movie"]["id"]}
        return found


class DatasetUserHistory(APIView):
    """The ratings of a user of the active data set, newest first, at most a thousand."""

    permission_classes = [AllowAny]
    _MOST = 1000

    @extend_schema(
        operation_id="dataset_users_history", responses=HistoryEntrySerializer(many=True)
    )
    def get(self, request: Request, pk: int) -> Response:
        newest = history_of_dataset_user(pk)[: -self._MOST - 1 : -1]
        movies = {movie.pk: movie for movie in in_order(one.movie_id for one in newest)}
        rows = [
            {
                "movie": movies[one.movie_id],
                "rating": one.stars,
                "rated_at": datetime.fromtimestamp(one.at_s, UTC),
            }
            for one in newest
        ]
        shape = HistoryEntrySerializer()
        return Response([shape.to_representation(row) for row in rows])
