"""How the API is read, answered, throttled and described; settings.py takes these whole."""

from nextflex import env

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.authentication.BearerAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["nextflex.api_input.StrictJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "nextflex.api_input.Pages",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_RATES": {
        "sign-up": env.text("THROTTLE_SIGN_UP", default="30/hour"),
        "sign-in": env.text("THROTTLE_SIGN_IN", default="60/minute"),
        "sequence": env.text("THROTTLE_SEQUENCE", default="120/minute"),
    },
    "EXCEPTION_HANDLER": "nextflex.errors.answer",
    "NUM_PROXIES": env.integer("TRUSTED_PROXIES", default=0),
}

SPECTACULAR = {
    "TITLE": "NextFlex",
    "DESCRIPTION": "Films, ratings and recommendations with reasons.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "COMPONENT_SPLIT_REQUEST": True,
}
