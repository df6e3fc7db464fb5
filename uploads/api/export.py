"""API views of the personal data export."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.authentication import UserRequest
from accounts.personal_data import personal_data_as_json
from nextflex.base.time_zones import zone_of
from uploads.export import letterboxd_csv

_JSON = OpenApiExample(
    "All data, shortened",
    media_type="application/json",
    value={
        "ratings": [
            {
                "movie": {
                    "id": 6,
                    "title": "Heat",
                    "year": 1995,
                    "imdb_id": "tt0113277",
                    "tmdb_id": 949,
                },
                "rating": 4.5,
                "rated_at": "2026-11-22T09:00:00Z",
            }
        ],
        "watchlist": [],
        "notes": [],
    },
)
_CSV = OpenApiExample(
    "For Letterboxd",
    media_type="text/csv",
    value=(
        "tmdbID,imdbID,Title,Year,Rating,WatchedDate,Rewatch,Review,RatedAt\r\n"
        "949,tt0113277,Heat,1995,4.5,2026-11-22,false,,2026-11-22T09:00:00+00:00\r\n"
    ),
)


class FormatSerializer(serializers.Serializer[dict[str, Any]]):
    """A parameter of older clients; not in the OpenAPI document."""

    format = serializers.ChoiceField(choices=["json", "letterboxd"], default="json")


class LetterboxdSerializer(serializers.Serializer[dict[str, Any]]):
    notes = serializers.BooleanField(default=True, help_text="Include your notes as reviews.")


class _AsAsked(BaseContentNegotiation):
    """Content negotiation by URL; errors are JSON regardless of `format` and the Accept header."""

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        return renderers[0], renderers[0].media_type


class Export(APIView):
    content_negotiation_class = _AsAsked

    @extend_schema(
        summary="Export all your data",
        responses=OpenApiResponse(OpenApiTypes.OBJECT, examples=[_JSON]),
    )
    def get(self, request: UserRequest) -> StreamingHttpResponse | HttpResponse:
        """Your account, ratings, lists, notes, posts and imports, as JSON."""
        asked = FormatSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        if asked.validated_data["format"] == "letterboxd":
            return _to_letterboxd(request)
        return _file(personal_data_as_json(request.user), "application/json", "nextflex.json")


class LetterboxdExport(APIView):
    content_negotiation_class = _AsAsked

    @extend_schema(
        summary="Export your ratings as a CSV file for Letterboxd",
        parameters=[LetterboxdSerializer],
        responses={(200, "text/csv"): OpenApiResponse(OpenApiTypes.STR, examples=[_CSV])},
    )
    def get(self, request: UserRequest) -> StreamingHttpResponse:
        """Dates are in your time zone (see `me/profile/`)."""
        asked = LetterboxdSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        pieces = letterboxd_csv(
            request.user, with_notes=asked.validated_data["notes"], zone=zone_of(request)
        )
        return _file(pieces, "text/csv; charset=utf-8", "nextflex-letterboxd.csv")


def _to_letterboxd(request: Request) -> HttpResponse:
    """Redirect `?format=letterboxd` to the CSV's own URL."""
    query = request.query_params.copy()
    query.pop("format")
    where = f"{reverse('api:my-export-letterboxd')}?{query.urlencode()}".rstrip("?")
    headers = {"Location": where, "Cache-Control": "private, no-store"}
    return HttpResponse(status=HTTPStatus.TEMPORARY_REDIRECT, headers=headers)


def _file(pieces: Iterator[str], kind: str, name: str) -> StreamingHttpResponse:
    disposition = f'attachment; filename="{name}"'
    headers = {"Content-Disposition": disposition, "Cache-Control": "private, no-store"}
    return StreamingHttpResponse(pieces, content_type=kind, headers=headers)
