"""Posters, drawn on request: they need no network and look the same everywhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from catalog.posters import draw_poster
from catalog.posters_of import subject_of
from catalog.selectors import films

_DAY_S = 24 * 3600


@require_safe
@cache_control(public=True, max_age=_DAY_S, stale_while_revalidate=7 * _DAY_S)
def poster(request: HttpRequest, pk: int) -> HttpResponse:
    movie = get_object_or_404(films(), pk=pk)
    return HttpResponse(draw_poster(subject_of(movie)), content_type="image/svg+xml")
