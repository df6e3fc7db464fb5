"""Taking everything away."""

from typing import Any

from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.holdings import holdings_as_json
from nextflex.api_input import UserRequest
from nextflex.time_zones import zone_of
from uploads.export import letterboxd_csv

_JSON = OpenApiExample(
    "Everything, shortened",
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
        "tmdbID,imdbID,Title,Year,Rating,WatchedDate,Review\r\n"
        "949,tt0113277,Heat,1995,4.5,2026-11-22,\r\n"
    ),
)


class ExportSerializer(serializers.Serializer[dict[str, Any]]):
    """`format` is ours here, not the framework's way to choose a renderer."""

    format = serializers.ChoiceField(choices=["json", "letterboxd"], default="json")
    notes = serializers.BooleanField(default=True)


class _AsAsked(BaseContentNegotiation):
    """An error is JSON whatever `format` says."""

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        return renderers[0], renderers[0].media_type


class Export(APIView):
    content_negotiation_class = _AsAsked

    @extend_schema(
        summary="Everything that is held about you, or your ratings for Letterboxd",
        parameters=[
            OpenApiParameter("format", enum=["json", "letterboxd"], default="json"),
            OpenApiParameter(
                "notes",
                OpenApiTypes.BOOL,
                default=True,
                description="Whether the CSV has your notes, as reviews",
            ),
        ],
        responses={
            (200, "application/json"): OpenApiResponse(OpenApiTypes.OBJECT, examples=[_JSON]),
            (200, "text/csv"): OpenApiResponse(OpenApiTypes.STR, examples=[_CSV]),
        },
    )
    def get(self, request: UserRequest) -> StreamingHttpResponse:
        """JSON, or a CSV for Letterboxd's importer, which dates a viewing by the day on which you rated
        the film in your time zone (`me/profile/`)."""
        asked = ExportSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        told = asked.validated_data
        if told["format"] == "json":
            pieces, kind, name = holdings_as_json(request.user), "application/json", "nextflex.json"
        else:
            zone = zone_of(request)
            pieces = letterboxd_csv(request.user, with_notes=told["notes"], zone=zone)
            kind, name = "text/csv; charset=utf-8", "nextflex-letterboxd.csv"
        disposition = f'attachment; filename="{name}"'
        headers = {"Content-Disposition": disposition, "Cache-Control": "private, no-store"}
        return StreamingHttpResponse(pieces, content_type=kind, headers=headers)
