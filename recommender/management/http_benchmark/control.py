"""What the benchmark's server has besides the site: a view for comparison, and times in a header."""

import time
from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.template import engines

from catalog.models import Movie

CONTROL_PATH = "/benchmark/control/"
_PAGE = "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1><p>{{ year }}</p>"


def control(request: HttpRequest) -> HttpResponse:
    """The least that a page does: one query for one row, and one small template."""
    title, year = Movie.objects.order_by("pk").values_list("title", "year")[0]
    return HttpResponse(_page()({"title": title, "year": year}))


@cache
def _page() -> Callable[..., str]:
    return engines["jinja2"].from_string(_PAGE).render


class ServerTimingMiddleware:
    """Add Server-Timing: elapsed and processor time of all other middleware and the view, in ms.

    Outside of it are only the server, which parses requests, and the wait for a turn.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        wall_s, cpu_s = time.perf_counter(), time.thread_time()
        response = self._get_response(request)
        wall_ms = (time.perf_counter() - wall_s) * 1000
        cpu_ms = (time.thread_time() - cpu_s) * 1000
        response["Server-Timing"] = f"wall;dur={wall_ms:.3f}, cpu;dur={cpu_ms:.3f}"
        return response
