"""API views of the rating history, and of undoing the last change."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import generics, serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import UserRequest
from accounts.models.access import Scope
from catalog.api.serializers import MovieSerializer
from nextflex.base.rest.cursors import SteadyPages
from nextflex.base.rest.schema import refused
from uploads.models import RatingChange
from uploads.ratings import history, services

_NOTHING = refused(
    "There are no rating changes left to undo.",
    code="not_found",
    message="There are no rating changes to undo.",
)


class ChangeSerializer(serializers.ModelSerializer[RatingChange]):
    """A rating change: `rating` is null if it was removed, `before` is null if it was the first."""

    movie = MovieSerializer()
    rating = serializers.FloatField(source="stars", allow_null=True)
    before = serializers.FloatField(source="stars_before", allow_null=True)

    class Meta:
        model = RatingChange
        fields = ("movie", "rating", "before", "at")


class RatingHistory(generics.ListAPIView[RatingChange]):
    """Changes to your ratings, newest first; the latest thousand are kept."""

    request: UserRequest
    serializer_class = ChangeSerializer
    pagination_class = SteadyPages
    queryset = RatingChange.objects.none()

    def get_queryset(self) -> QuerySet[RatingChange]:
        return history.changes_of(self.request.user).prefetch_related("movie__genres")


class RatingUndo(APIView):
    token_scope = Scope.RATINGS

    @extend_schema(
        summary="Undo your last rating change",
        request=None,
        responses={200: ChangeSerializer, 404: _NOTHING},
    )
    def post(self, request: UserRequest) -> Response:
        """Returns the undone change: the film has the rating `before` again, or none.

        Repeat to undo earlier changes. Lists the rating had changed are restored.
        """
        return Response(ChangeSerializer(services.undo_last_change(request.user)).data)
