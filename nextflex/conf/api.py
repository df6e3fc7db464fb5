"""Settings of the API: parsing, rendering, throttling and documentation; settings.py includes them."""

from nextflex.base.rest import refusals
from nextflex.conf import env

DESCRIPTION = """Films, ratings and recommendations with explanations.

**Errors** have the form `{"error": {"code", "message", "fields"}}`, with `fields` if any are invalid.

**Request ids.** Every response has an `X-Request-ID`. If you send your own (at most 64 letters, digits,
`.`, `_` and `-`), it is used. A 500 also has it in its body, and the site's log records it.

**Rate limits.** Responses that count towards a limit have three headers: `RateLimit-Limit` (requests
allowed per window), `RateLimit-Remaining` (requests left) and `RateLimit-Reset` (seconds until the
oldest counted request expires). Over the limit, the response is a 429 with `Retry-After`.

**Overload.** When more requests arrive than the site can serve, a request waits for two seconds at most
(a setting of the site) and is then refused with a 503 and `Retry-After`.

**Caching.** Responses have a weak `ETag`. Send it in `If-None-Match` to get a 304 without a body when
nothing has changed. Responses to requests with a token or a cookie are `private`.
"""

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.authentication.BearerAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["nextflex.base.rest.parsing.StrictJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "nextflex.base.rest.parsing.Pages",
    "DEFAULT_SCHEMA_CLASS": "nextflex.base.rest.schema.Schema",
    "DEFAULT_THROTTLE_CLASSES": [
        "accounts.throttles.GuestThrottle",
        "accounts.throttles.AccountThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {
        "anon": env.text("THROTTLE_ANON", default="600/minute"),
        "user": env.text("THROTTLE_USER", default="1200/minute"),
        "sign-up": env.text("THROTTLE_SIGN_UP", default="30/hour"),
        "sign-in": env.text("THROTTLE_SIGN_IN", default="60/minute"),
        "upload": env.text("THROTTLE_UPLOAD", default="60/hour"),
        "sequence": env.text("THROTTLE_SEQUENCE", default="120/minute"),
        "graphql": env.text("THROTTLE_GRAPHQL", default="120/minute"),
    },
    "EXCEPTION_HANDLER": "nextflex.base.errors.answer",
    "NUM_PROXIES": env.integer("TRUSTED_PROXIES", default=0),
}

# Browsers allow other sites' scripts to read only these URLs, and never with a visitor's cookies.
CORS = {
    "CORS_ALLOWED_ORIGINS": env.origins("CORS_ORIGINS"),
    "CORS_URLS_REGEX": r"/(api/v1|graphql)/",
    "CORS_ALLOW_CREDENTIALS": False,
    "CORS_ALLOW_HEADERS": ["authorization", "content-type", "if-none-match", "x-request-id"],
    "CORS_EXPOSE_HEADERS": [name for name in refusals.HEADERS if name != "WWW-Authenticate"],
}

SPECTACULAR = {
    "TITLE": "NextFlex",
    "DESCRIPTION": DESCRIPTION,
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "COMPONENT_SPLIT_REQUEST": True,
    "PATH_CONVERTER_OVERRIDES": {
        "key": {"type": "integer", "format": "int64", "minimum": 0, "maximum": 10**18 - 1}
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "nextflex.base.rest.enums.without_parts",
        "nextflex.http.api_examples.add_examples",
    ],
    "APPEND_COMPONENTS": refusals.COMPONENTS,
    "ENUM_NAME_OVERRIDES": {
        "JobState": "uploads.models.ImportJob.State",
        "ImageState": "uploads.models.PostImage.State",
        "ImportKind": "uploads.api.reading_serializers.KINDS",
        "KindEnum": ["browser", "client"],  # of a session: generated clients use this name
    },
}
