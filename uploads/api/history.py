"""What became of one's own ratings, and undoing the last change."""

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
    "You have changed no rating, or undone it all.",
    code="not_found",
    message="There is no change of a rating to undo.",
)


class ChangeSerializer(serializers.ModelSerializer[RatingChange]):
    """A rating that changed: `rating` is null when it was taken back, `before` for a first one."""

    movie = MovieSerializer()
    rating = serializers.FloatField(source="stars", allow_null=True)
    before = serializers.FloatField(source="stars_before", allow_null=True)

    class Meta:
        model = RatingChange
        fields = ("movie", "rating", "before", "at")


class RatingHistory(generics.ListAPIView[RatingChange]):
    """What became of your ratings, newest first; the newest thousand changes are kept."""

    request: UserRequest
    serializer_class = ChangeSerializer
    pagination_class = SteadyPages
    queryset = RatingChange.objects.none()

    def get_queryset(self) -> QuerySet[RatingChange]:
        return history.changes_of(self.request.user).prefetch_related("movie__genres")


class RatingUndo(APIView):
    token_scope = Scope.RATINGS

    @extend_schema(
        summary="Undo the last change of a rating",
        request=None,
        responses={200: ChangeSerializer, 404: _NOTHING},
    )
    def post(self, request: UserRequest) -> Response:
        """Answers the change that is undone: the film has the stars of `before` again, or none.

        Once more undoes the change before it. What the rating took off your lists is on them again.
        """
        return Response(ChangeSerializer(services.undo_last_change(request.user)).data)
