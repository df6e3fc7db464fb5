"""The content security policies: pages may use only the site's own files."""

from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE

SITE = {
    "default-src": [SELF],
    "img-src": [SELF, "data:"],
    "object-src": [NONE],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
    "form-action": [SELF],
}
# unfold's Alpine evaluates expressions in attributes; see nextflex/http/middleware.py.
ADMIN = SITE | {"script-src": [SELF, UNSAFE_EVAL], "style-src": [SELF, UNSAFE_INLINE]}
# GraphiQL's editor writes styles; it is available only with DEBUG.
GRAPHIQL = {"style-src": [SELF, UNSAFE_INLINE]}
_UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
PERMISSIONS = ", ".join(f"{feature}=()" for feature in _UNUSED)
