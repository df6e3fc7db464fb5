"""One's own lists: the watchlist, and the films not to be recommended."""

from typing import ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import generics, status
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import UserRequest
from accounts.models.access import Scope
from nextflex.base.errors import NotFound
from nextflex.base.rest.cursors import SteadyPages
from uploads import models
from uploads.api.serializers import MarkSerializer
from uploads.lists.selectors import mark_by, marked_by
from uploads.lists.services import add_mark, remove_mark


class MarkList(generics.ListAPIView[models.FilmMark]):
    request: UserRequest
    serializer_class = MarkSerializer
    pagination_class = SteadyPages
    kind: ClassVar[models.MarkKind]

    def get_queryset(self) -> QuerySet[models.FilmMark]:
        return marked_by(self.kind, self.request.user).prefetch_related("movie__genres")


class MarkDetail(APIView):
    token_scope = Scope.RATINGS
    kind: ClassVar[models.MarkKind]

    @extend_schema(responses=MarkSerializer)
    def get(self, request: UserRequest, movie_id: int) -> Response:
        mark = mark_by(self.kind, request.user, movie_id)
        if mark is None:
            raise self._not_there(movie_id)
        return Response(MarkSerializer(mark).data)

    @extend_schema(request=None, responses=MarkSerializer)
    def put(self, request: UserRequest, movie_id: int) -> Response:
        mark = add_mark(self.kind, user=request.user, movie_id=movie_id)
        return Response(MarkSerializer(mark).data)

    @extend_schema(responses={204: None})
    def delete(self, request: UserRequest, movie_id: int) -> Response:
        if not remove_mark(self.kind, user=request.user, movie_id=movie_id):
            raise self._not_there(movie_id)
        return Response(status=status.HTTP_204_NO_CONTENT)

    def _not_there(self, movie_id: int) -> NotFound:
        return NotFound(f"Film {movie_id} is not on this list of yours.")


class Watchlist(MarkList):
    """The films that you mean to watch, newest first."""

    kind = models.WatchlistEntry
    queryset = kind.objects.none()


class WatchlistFilm(MarkDetail):
    """One film of your watchlist. It may still be recommended; rating it takes it off."""

    kind = models.WatchlistEntry


class NotInterestedList(MarkList):
    """The films that are not to be recommended to you, newest first."""

    kind = models.NotInterested
    queryset = kind.objects.none()


class NotInterestedFilm(MarkDetail):
    """One film that is not to be recommended to you, by any model. Searching still finds it; rating it
    takes it off.
    """

    kind = models.NotInterested
