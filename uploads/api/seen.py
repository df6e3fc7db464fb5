"""API views of seen films with their viewing dates."""

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
    """Films you have marked as seen, each once, latest first.

    Films without a date are ordered by when you marked them. Rated films are listed only if marked.
    """

    request: UserRequest
    serializer_class = SeenSerializer
    pagination_class = SteadyPages
    queryset = Viewing.objects.none()

    def get_queryset(self) -> QuerySet[Viewing]:
        cursor = SteadyPages().cursor_of(self.request)
        found = viewings.seen_by(self.request.user, as_of=cursor.at if cursor else None)
        return found.prefetch_related("movie__genres")

    @extend_schema(summary="List the films you have seen")
    def get(self, request: Request, *args: object, **kwargs: object) -> Response:
        page = self.paginate_queryset(self.get_queryset()) or []
        return self.get_paginated_response(_shown(self.request.user, page))


class SeenFilm(APIView):
    """One film you have seen. It is never recommended to you, but can still be found by searching."""

    token_scope = Scope.RATINGS

    @extend_schema(responses=SeenSerializer)
    def get(self, request: UserRequest, movie_id: int) -> Response:
        viewing = viewings.seen_by(request.user).filter(movie_id=movie_id).first()
        if viewing is None:
            raise viewings.not_seen(movie_id, None)
        return Response(_shown(request.user, [viewing])[0])

    @extend_schema(request=WatchedOnSerializer, responses=SeenSerializer)
    def put(self, request: UserRequest, movie_id: int) -> Response:
        """Add a viewing date; without one, the film is only marked as seen.

        The film is removed from your watchlist. Adding the same date again has no effect.
        """
        given = WatchedOnSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        day = given.validated_data.get("watched_on")
        viewing = viewings.mark_seen(user=request.user, movie_id=movie_id, watched_on=day)
        return Response(_shown(request.user, [viewing])[0])

    @extend_schema(parameters=[DaySerializer], responses={204: None})
    def delete(self, request: UserRequest, movie_id: int) -> Response:
        """Remove all your viewings of the film, or the one on a given date."""
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
