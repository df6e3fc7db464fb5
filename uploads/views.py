"""Serve the images of posts; only the site serves them, so that private ones stay private."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework_simplejwt.authentication import JWTAuthentication

from uploads.models import PostImage
from uploads.posts import storing
from uploads.posts.selectors import image_of, is_shown_to_all

_POLICY = "sandbox; default-src 'none'"
_MOMENT_S = 300  # short, since a public image may become private


@require_safe
def media(request: HttpRequest, key: UUID, size: str) -> HttpResponseBase:
    """Serve a WebP, never the original file; 404 for images that the viewer may not see."""
    image = image_of(key)
    if image is None or size not in image.sizes:
        raise Http404
    is_public = is_shown_to_all(image)
    if not is_public and not _is_owner(request, image):
        raise Http404
    try:
        content = storing.read(image.file_of(size))
    except FileNotFoundError as error:
        raise Http404 from error  # the clean-up notifies the owner
    response = HttpResponse(content, content_type="image/webp")
    response["Content-Security-Policy"] = _POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Disposition"] = f'inline; filename="{key}-{size}.webp"'
    if not is_public:
        response["Cache-Control"] = "private, no-store"
        return response
    response["Cache-Control"] = f"public, max-age={_MOMENT_S}"
    response["ETag"] = quote_etag(f"{image.folder.rpartition('/')[2]}-{size}")
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def _is_owner(request: HttpRequest, image: PostImage) -> bool:
    """Whether the viewer is the owner, by token or session.

    Only called where it matters, so that responses with public images vary by neither.
    """
    asked = Request(request, authenticators=[JWTAuthentication(), SessionAuthentication()])
    try:
        return bool(asked.user.pk == image.user_id)
    except APIException:
        return False
