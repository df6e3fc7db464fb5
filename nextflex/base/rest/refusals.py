"""The error responses and headers that operations share, as components of the OpenAPI document."""

from typing import Any

_TEXT, _COUNT = {"type": "string"}, {"type": "integer", "minimum": 0}


def _header(description: str, schema: dict[str, Any], *, always: bool = False) -> dict[str, Any]:
    given: dict[str, Any] = {"description": description, "schema": schema}
    return given | {"required": True} if always else given


HEADERS = {
    "X-Request-ID": _header("The request id; yours if you sent one.", _TEXT, always=True),
    "ETag": _header("Send it in `If-None-Match` to get a 304 when nothing has changed.", _TEXT),
    "RateLimit-Limit": _header("Number of requests allowed per window.", _COUNT),
    "RateLimit-Remaining": _header("Number of requests left in the window.", _COUNT),
    "RateLimit-Reset": _header("Seconds until the oldest counted request expires.", _COUNT),
    "Retry-After": _header("Seconds to wait before retrying.", _COUNT, always=True),
    "WWW-Authenticate": _header("The authentication scheme.", _TEXT),
}


def _refusal(
    description: str, code: str, message: str, *, headers: tuple[str, ...] = (), **more: object
) -> dict[str, Any]:
    value = {"error": {"code": code, "message": message, **more}}
    return {
        "description": description,
        "headers": _named("X-Request-ID", *headers),
        "content": {
            "application/json": {
                "schema": {"$ref": "#/components/schemas/Error"},
                "examples": {code: {"value": value}},
            }
        },
    }


def _named(*names: str) -> dict[str, dict[str, str]]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


RESPONSES = {
    "NotModified": {
        "description": "Your cached copy is still current.",
        "headers": _named("X-Request-ID", "ETag"),
    },
    "BadRequest": _refusal(
        "The request is invalid; `fields` lists the errors by field where possible.",
        "invalid",
        "k: Ensure this value is less than or equal to 100.",
        fields={"k": ["Ensure this value is less than or equal to 100."]},
    ),
    "Unauthorized": _refusal(
        "You are not signed in, or the token is invalid, used or expired.",
        "not_authenticated",
        "Authentication credentials were not provided.",
        headers=("WWW-Authenticate",),
    ),
    "Forbidden": _refusal(
        "The token lacks a scope, or a session request lacks its CSRF token.",
        "permission_denied",
        "This token lacks the scope ratings.",
    ),
    "NotFound": _refusal(
        "The resource does not exist or is not yours.", "not_found", "You have not rated film 6."
    ),
    "NotAcceptable": _refusal(
        "None of the accepted media types is available.",
        "not_acceptable",
        "Could not satisfy the request Accept header.",
    ),
    "TooLarge": _refusal(
        "The request body is too large.", "too_large", "The body is larger than 1,000,000 bytes."
    ),
    "UnsupportedMediaType": _refusal(
        "The media type of the request body is not supported.",
        "unsupported_media_type",
        'Unsupported media type "text/plain" in request.',
    ),
    "TooManyRequests": _refusal(
        "Too many requests.",
        "throttled",
        "Request was throttled. Expected available in 12 seconds.",
        headers=("Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"),
    ),
    "Unavailable": _refusal(
        "The site is overloaded, or a service that it needs is temporarily unavailable.",
        "unavailable",
        "The site is temporarily unavailable. Try again in a moment.",
        headers=("Retry-After",),
    ),
}
COMPONENTS = {"headers": HEADERS, "responses": RESPONSES}
