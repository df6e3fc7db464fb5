"""Poster images: drawn on request or stored; none needs the network."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from catalog.enrich.image_files import Kind, stored_image
from catalog.poster_urls import subject_of
from catalog.posters import draw_poster
from catalog.selectors import films

_DAY_S = 24 * 3600
_MOMENT_S = 300


@require_safe
@cache_control(public=True, max_age=_DAY_S, stale_while_revalidate=7 * _DAY_S)
def poster(request: HttpRequest, pk: int) -> HttpResponse:
    movie = get_object_or_404(films(), pk=pk)
    return HttpResponse(draw_poster(subject_of(movie)), content_type="image/svg+xml")


@require_safe
def poster_image(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Serve the stored poster; without one, redirect to the drawn one, so that old links work."""
    if response := _image(request, pk, "poster"):
        return response
    response = redirect("catalog:poster", pk=pk)
    patch_cache_control(response, public=True, max_age=_MOMENT_S)
    return response


@require_safe
def backdrop(request: HttpRequest, pk: int) -> HttpResponseBase:
    if response := _image(request, pk, "backdrop"):
        return response
    raise Http404


def _image(request: HttpRequest, pk: int, kind: Kind) -> HttpResponseBase | None:
    """Serve a stored image if its file exists; needs no database."""
    if not (image := stored_image(pk, kind)):
        return None
    whole = HttpResponse(image.content, content_type=image.type)
    whole["ETag"] = quote_etag(image.tag)
    patch_cache_control(whole, public=True, max_age=7 * _DAY_S, stale_while_revalidate=30 * _DAY_S)
    return get_conditional_response(request, etag=whole["ETag"], response=whole)
