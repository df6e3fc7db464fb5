"""API views of the user's lists: the watchlist, and the films excluded from recommendations."""

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
from uploads.lists.selectors import list_entries_of, list_entry_of
from uploads.lists.services import add_list_entry, remove_list_entry


class MarkList(generics.ListAPIView[models.ListEntry]):
    request: UserRequest
    serializer_class = MarkSerializer
    pagination_class = SteadyPages
    kind: ClassVar[models.ListKind]

    def get_queryset(self) -> QuerySet[models.ListEntry]:
        return list_entries_of(self.kind, self.request.user).prefetch_related("movie__genres")


class MarkDetail(APIView):
    token_scope = Scope.RATINGS
    kind: ClassVar[models.ListKind]

    @extend_schema(responses=MarkSerializer)
    def get(self, request: UserRequest, movie_id: int) -> Response:
        mark = list_entry_of(self.kind, request.user, movie_id)
        if mark is None:
            raise self._not_there(movie_id)
        return Response(MarkSerializer(mark).data)

    @extend_schema(request=None, responses=MarkSerializer)
    def put(self, request: UserRequest, movie_id: int) -> Response:
        mark = add_list_entry(self.kind, user=request.user, movie_id=movie_id)
        return Response(MarkSerializer(mark).data)

    @extend_schema(responses={204: None})
    def delete(self, request: UserRequest, movie_id: int) -> Response:
        if not remove_list_entry(self.kind, user=request.user, movie_id=movie_id):
            raise self._not_there(movie_id)
        return Response(status=status.HTTP_204_NO_CONTENT)

    def _not_there(self, movie_id: int) -> NotFound:
        return NotFound(f"Film {movie_id} is not on this list.")


class Watchlist(MarkList):
    """Your watchlist, most recently added first."""

    kind = models.WatchlistEntry
    queryset = kind.objects.none()


class WatchlistFilm(MarkDetail):
    """One film on your watchlist. It can still be recommended; rating it removes it from the list."""

    kind = models.WatchlistEntry


class NotInterestedList(MarkList):
    """Films excluded from your recommendations, most recently added first."""

    kind = models.NotInterested
    queryset = kind.objects.none()


class NotInterestedFilm(MarkDetail):
    """One film excluded from your recommendations. It can still be found by searching; rating it
    removes it from this list.
    """

    kind = models.NotInterested
