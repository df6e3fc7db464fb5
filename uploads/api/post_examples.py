"""Example posts for the API documentation."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

from catalog.api.examples import HEAT
from nextflex.base.rest.schema import refused

_KEY = "3f0c2a56-7f0e-4d0e-9a37-5d0c1c1b7a11"
_IMAGE_KEY = "b3d7e0aa-1f40-44c5-8a46-62b05d0f4c02"
_FILES = [
    {"size": size, "url": f"/media/{_IMAGE_KEY}/{size}.webp", "width": width, "height": height}
    for size, width, height in (("320", 320, 213), ("720", 720, 480), ("full", 1200, 800))
]
_TOLD = {
    "state": "ready",
    "problem": "",
    "files": _FILES,
    "file_name": "diner.jpg",
    "file_bytes": 812_345,
    "format": "JPEG",
    "width": 1200,
    "height": 800,
    "is_large": True,
    "frames": 1,
    "colour_mode": "RGB",
    "bit_depth": 8,
    "orientation": 1,
    "taken_at": "2024-05-01T12:30:15+02:00",
    "digitised_at": "",
    "changed_at": "2024-05-02T08:00:00",
    "uploaded_at": "2026-11-22T08:00:00Z",
    "camera_make": "Canon",
    "camera_model": "EOS 5D",
    "software": "GIMP 2.10",
    "had_location": True,
}
_SHARED: dict[str, Any] = {
    "id": _KEY,
    "movie": HEAT,
    "rating": 4.5,
    "text": "The diner, where it was filmed.",
    "created_at": "2026-11-22T08:00:00Z",
    "updated_at": "2026-11-22T08:00:00Z",
}
_OWN = _SHARED | {
    "title": "",
    "year": None,
    "is_public": False,
    "moderation": "none",
    "reason": "",
    "image": _TOLD,
}


DRAFT = OpenApiExample(
    "draft",
    {"movie": 6, "rating": 4.5, "text": "The diner, where it was filmed.", "image": "(the file)"},
    request_only=True,
    media_type="multipart/form-data",
)
PUBLISH = OpenApiExample(
    "publish", {"is_public": True}, request_only=True, media_type="application/json"
)
OWN_POST = OpenApiExample("own post", _OWN, response_only=True, status_codes=["200", "201"])
OWN_POST_202 = OpenApiExample("own post", _OWN, response_only=True, status_codes=["202"])
PUBLIC_POST = OpenApiExample(
    "public post", _SHARED | {"author": "Alice", "image": {"files": _FILES}}, response_only=True
)
NO_IMAGE = refused(
    "The post has no image to retry.",
    code="not_now",
    message="This post has no image to retry.",
)
REFUSALS = {
    400: refused(
        "A field is invalid, or the image is damaged.",
        code="bad_image",
        message="The image is incomplete or damaged; save it again and retry.",
    ),
    403: refused(
        "You have reached a quota, or the token lacks the scope uploads.",
        code="quota_full",
        message="You have 500 posts, the maximum; delete one first.",
    ),
    404: refused(
        "The film does not exist, or the post is not yours.",
        code="not_found",
        message="Unknown film 6.",
    ),
    409: refused(
        "You have already posted this image.",
        code="same_image",
        message=f"You have already posted this image, in post {_KEY}.",
    ),
    413: refused(
        "The image is larger than 10 MB.",
        code="too_large",
        message="The image is larger than 10 MB.",
    ),
    415: refused(
        "The type of the image or body is not supported.",
        code="unsupported_image",
        message="HEIC files are not supported; send JPEG, PNG, WebP or GIF.",
    ),
}
