"""The refusals and headers that operations share, as components of the OpenAPI document."""

from typing import Any

_TEXT, _COUNT = {"type": "string"}, {"type": "integer", "minimum": 0}


def _header(description: str, schema: dict[str, Any], *, always: bool = False) -> dict[str, Any]:
    told: dict[str, Any] = {"description": description, "schema": schema}
    return told | {"required": True} if always else told


HEADERS = {
    "X-Request-ID": _header("The request's name, yours if you sent one.", _TEXT, always=True),
    "ETag": _header("Send it back in `If-None-Match`; 304 when nothing changed.", _TEXT),
    "RateLimit-Limit": _header("Requests that are allowed in a window.", _COUNT),
    "RateLimit-Remaining": _header("How many of them are left.", _COUNT),
    "RateLimit-Reset": _header("Seconds until the first that was counted is forgotten.", _COUNT),
    "Retry-After": _header("Seconds to wait before the next try.", _COUNT, always=True),
    "WWW-Authenticate": _header("How to say who you are.", _TEXT),
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
        "description": "What you have is still right.",
        "headers": _named("X-Request-ID", "ETag"),
    },
    "BadRequest": _refusal(
        "Something that was sent is wrong; `fields` tells what, where it can.",
        "invalid",
        "k: Ensure this value is less than or equal to 100.",
        fields={"k": ["Ensure this value is less than or equal to 100."]},
    ),
    "Unauthorized": _refusal(
        "You are not signed in, or the token is wrong, used or expired.",
        "not_authenticated",
        "Authentication credentials were not provided.",
        headers=("WWW-Authenticate",),
    ),
    "Forbidden": _refusal(
        "The token lacks a scope, or a session's request its CSRF token.",
        "permission_denied",
        "This token lacks the scope ratings.",
    ),
    "NotFound": _refusal(
        "There is nothing like that, or it is not yours.", "not_found", "You have not rated film 6."
    ),
    "NotAcceptable": _refusal(
        "You accept only what the API does not send.",
        "not_acceptable",
        "Could not satisfy the request Accept header.",
    ),
    "TooLarge": _refusal(
        "The body is too large.", "too_large", "The body is larger than 1,000,000 bytes."
    ),
    "UnsupportedMediaType": _refusal(
        "The body is of a kind that is not read here.",
        "unsupported_media_type",
        'Unsupported media type "text/plain" in request.',
    ),
    "TooManyRequests": _refusal(
        "You asked too often.",
        "throttled",
        "Request was throttled. Expected available in 12 seconds.",
        headers=("Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"),
    ),
    "Unavailable": _refusal(
        "What this needs is away just now.",
        "unavailable",
        "The site cannot answer just now. Try again in a moment.",
        headers=("Retry-After",),
    ),
}
COMPONENTS = {"headers": HEADERS, "responses": RESPONSES}
