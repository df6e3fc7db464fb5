"""Health checks: liveness and readiness."""

from django.db import DatabaseError, connection
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from nextflex.base.errors import Unavailable
from recommender import runtime


class HealthSerializer(serializers.Serializer[dict[str, object]]):
    status = serializers.ChoiceField(choices=["ok", "degraded", "unavailable"])
    reasons = serializers.ListField(child=serializers.CharField())
    model_version = serializers.CharField(allow_null=True)


class LiveSerializer(serializers.Serializer[dict[str, object]]):
    status = serializers.CharField()


class Live(APIView):
    """Liveness: the process responds. It uses no database, so it passes while the database is down."""

    permission_classes = [AllowAny]
    authentication_classes = ()
    throttle_classes = ()

    @extend_schema(responses=LiveSerializer)
    def get(self, request: Request) -> Response:
        return Response({"status": "ok"})


class Ready(APIView):
    """Readiness: `ok`; `degraded`, with reasons, when features are missing; 503 when unavailable."""

    permission_classes = [AllowAny]
    authentication_classes = ()
    throttle_classes = ()

    @extend_schema(responses={200: HealthSerializer, 503: HealthSerializer})
    def get(self, request: Request) -> Response:
        try:
            connection.ensure_connection()
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except DatabaseError as error:
            return _health("unavailable", [f"database: {type(error).__name__}"], 503)
        problem = runtime.problem()
        return _health("degraded" if problem else "ok", [problem] if problem else [], 200)


def _health(status: str, reasons: list[str], code: int) -> Response:
    engine = runtime.engine() if code == 200 else None
    version = engine.version if engine else None
    headers = {"Retry-After": str(Unavailable.retry_after_s)} if code == Unavailable.status else {}
    given = {"status": status, "reasons": reasons, "model_version": version}
    return Response(given, status=code, headers=headers)
