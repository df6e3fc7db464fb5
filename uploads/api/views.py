"""API views of the user's ratings."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import generics, status
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import UserRequest
from accounts.models.access import Scope
from nextflex.base.errors import NotFound
from nextflex.base.rest.cursors import SteadyPages
from uploads.api.serializers import RatingQuerySerializer, RatingSerializer, StarsSerializer
from uploads.models import Rating
from uploads.ratings import selectors, services


@extend_schema(parameters=[RatingQuerySerializer])
class RatingList(generics.ListAPIView[Rating]):
    """Your ratings, newest first by default."""

    request: UserRequest
    serializer_class = RatingSerializer
    pagination_class = SteadyPages
    queryset = Rating.objects.none()

    def get_queryset(self) -> QuerySet[Rating]:
        query = RatingQuerySerializer(data=self.request.query_params)
        query.is_valid(raise_exception=True)
        cursor = SteadyPages().cursor_of(self.request)
        found = selectors.ratings_matching(
            self.request.user, query.wanted(), as_of=cursor.at if cursor else None
        )
        return found.prefetch_related("movie__genres")


class RatingDetail(APIView):
    """Your rating of one film. Rating takes effect immediately and removes the film from your
    watchlist and from “not interested”.
    """

    token_scope = Scope.RATINGS

    @extend_schema(responses=RatingSerializer)
    def get(self, request: UserRequest, movie_id: int) -> Response:
        rating = selectors.rating_by(request.user, movie_id)
        if rating is None:
            raise NotFound(f"You have not rated film {movie_id}.")
        return Response(RatingSerializer(rating).data)

    @extend_schema(request=StarsSerializer, responses=RatingSerializer)
    def put(self, request: UserRequest, movie_id: int) -> Response:
        given = StarsSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        rating = services.rate_movie(
            user=request.user, movie_id=movie_id, stars=given.validated_data["rating"]
        )
        return Response(RatingSerializer(rating).data)

    @extend_schema(responses={204: None})
    def delete(self, request: UserRequest, movie_id: int) -> Response:
        if not services.remove_rating(user=request.user, movie_id=movie_id):
            raise NotFound(f"You have not rated film {movie_id}.")
        return Response(status=status.HTTP_204_NO_CONTENT)
