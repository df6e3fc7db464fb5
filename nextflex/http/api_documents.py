"""The API's documentation page, and a decorator for read-only documents."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from nextflex.base import errors

_READS = ("GET", "HEAD")
Answer = Callable[[HttpRequest], HttpResponse]


def only_read(view: Answer) -> Answer:
    """Answer other methods with a 405 in the API's error format, before any CSRF check."""

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        if request.method in _READS:
            return view(request)
        given = errors.body("method_not_allowed", f"{request.method} is not allowed here.")
        return JsonResponse(given, status=405, headers={"Allow": ", ".join(_READS)})

    return answer


class Documents(SpectacularSwaggerSplitView):
    """Swagger UI. Its errors are JSON, since its template cannot render them."""

    http_method_names = ["get", "head"]
    authentication_classes = ()

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        if response.exception:
            request.accepted_renderer = JSONRenderer()
            request.accepted_media_type = JSONRenderer.media_type
        finished: Response = super().finalize_response(request, response, *args, **kwargs)
        return finished
