"""What pages may load: the site's own files and nothing else."""

from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE

SITE = {
    "default-src": [SELF],
    "img-src": [SELF, "data:"],
    "object-src": [NONE],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
    "form-action": [SELF],
}
# unfold's Alpine evaluates expressions in attributes; see nextflex/middleware.py.
ADMIN = SITE | {"script-src": [SELF, UNSAFE_EVAL], "style-src": [SELF, UNSAFE_INLINE]}
