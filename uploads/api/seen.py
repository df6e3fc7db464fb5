"""The films that one has seen, with the days on which one watched them."""

from collections.abc import Iterable

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import generics, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import UserRequest
from accounts.models import User
from accounts.models.access import Scope
from nextflex.base.rest.cursors import SteadyPages
from uploads import viewings
from uploads.api.serializers import DaySerializer, SeenSerializer, WatchedOnSerializer
from uploads.models import Viewing


class SeenList(generics.ListAPIView[Viewing]):
    """The films that you have marked as seen, each once, latest first.

    One without a day stands where you marked it. Films that you rated are here only if you did that too.
    """

    request: UserRequest
    serializer_class = SeenSerializer
    pagination_class = SteadyPages
    queryset = Viewing.objects.none()

    def get_queryset(self) -> QuerySet[Viewing]:
        cursor = SteadyPages().cursor_of(self.request)
        found = viewings.seen_by(self.request.user, as_of=cursor.at if cursor else None)
        return found.prefetch_related("movie__genres")

    @extend_schema(summary="The films that you have seen")
    def get(self, request: Request, *args: object, **kwargs: object) -> Response:
        page = self.paginate_queryset(self.get_queryset()) or []
        return self.get_paginated_response(_shown(self.request.user, page))


class SeenFilm(APIView):
    """One film that you have seen. Nothing recommends it to you; searching still finds it."""

    token_scope = Scope.RATINGS

    @extend_schema(responses=SeenSerializer)
    def get(self, request: UserRequest, movie_id: int) -> Response:
        viewing = viewings.seen_by(request.user).filter(movie_id=movie_id).first()
        if viewing is None:
            raise viewings.not_seen(movie_id, None)
        return Response(_shown(request.user, [viewing])[0])

    @extend_schema(request=WatchedOnSerializer, responses=SeenSerializer)
    def put(self, request: UserRequest, movie_id: int) -> Response:
        """A day is added to those that are known; without one, a film is only marked as seen.

        The film leaves your watchlist. The same day again changes nothing.
        """
        given = WatchedOnSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        day = given.validated_data.get("watched_on")
        viewing = viewings.mark_seen(user=request.user, movie_id=movie_id, watched_on=day)
        return Response(_shown(request.user, [viewing])[0])

    @extend_schema(parameters=[DaySerializer], responses={204: None})
    def delete(self, request: UserRequest, movie_id: int) -> Response:
        """All your viewings of the film, or the one of a day."""
        asked = DaySerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        day = asked.validated_data.get("watched_on")
        if not viewings.remove_viewings(user=request.user, movie_id=movie_id, watched_on=day):
            raise viewings.not_seen(movie_id, day)
        return Response(status=status.HTTP_204_NO_CONTENT)


def _shown(user: User, rows: Iterable[Viewing]) -> list[dict[str, object]]:
    found = list(rows)
    days = viewings.days_by(user, [one.movie_id for one in found])
    shape = SeenSerializer(context={"days": days})
    return [shape.to_representation(one) for one in found]
