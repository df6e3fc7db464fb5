"""Posts as the API's documents show them."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, OpenApiResponse
from rest_framework import serializers

_KEY = "3f0c2a56-7f0e-4d0e-9a37-5d0c1c1b7a11"
_IMAGE_KEY = "b3d7e0aa-1f40-44c5-8a46-62b05d0f4c02"
_MOVIE = {
    "id": 6,
    "title": "Heat",
    "year": 1995,
    "genres": ["Action", "Crime", "Thriller"],
    "poster": "/poster/6.svg",
    "rating_mean": 3.95,
    "rating_count": 104,
}
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
    "movie": _MOVIE,
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


class ErrorSerializer(serializers.Serializer[dict[str, Any]]):
    """What is wrong; fields: by field, where it is one."""

    code = serializers.CharField()
    message = serializers.CharField()
    fields = serializers.DictField(required=False)  # type: ignore[assignment]  # a name of the API's


class RefusalSerializer(serializers.Serializer[dict[str, Any]]):
    error = ErrorSerializer()


def _wrong(code: int, name: str, message: str) -> OpenApiExample:
    value = {"error": {"code": name, "message": message}}
    return OpenApiExample(name, value, response_only=True, status_codes=[str(code)])


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
REFUSALS: dict[int, OpenApiResponse] = {
    400: OpenApiResponse(RefusalSerializer, "something in it is wrong, or the image is damaged"),
    403: OpenApiResponse(RefusalSerializer, "you have as much as one may"),
    409: OpenApiResponse(RefusalSerializer, "you posted this very image already"),
    413: OpenApiResponse(RefusalSerializer, "the image is larger than 10 MB"),
    415: OpenApiResponse(RefusalSerializer, "an image of a kind that is not taken"),
    429: OpenApiResponse(RefusalSerializer, "too many posts in an hour"),
    503: OpenApiResponse(RefusalSerializer, "nothing can be kept just now; see Retry-After"),
}
WRONG = [
    _wrong(400, "bad_image", "The image is cut short or damaged; save it anew and try again."),
    _wrong(403, "quota_full", "You have 500 posts, which is the most; delete one first."),
    _wrong(409, "same_image", f"You posted this very image already, in post {_KEY}."),
    _wrong(413, "too_large", "The image is larger than 10 MB."),
    _wrong(
        415,
        "unsupported_image",
        "This is a file of the kind HEIC; send JPEG, PNG, WebP and GIF.",
    ),
]
