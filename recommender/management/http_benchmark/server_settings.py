"""The settings of the benchmark's server: the site's own, a control view, and times in a header.

Only `server.py` names this module, so no other server has the view.
"""

from nextflex import settings as site

globals().update({name: value for name, value in vars(site).items() if name.isupper()})

ROOT_URLCONF = "recommender.management.http_benchmark.server_urls"
MIDDLEWARE = [
    "recommender.management.http_benchmark.control.ServerTimingMiddleware",
    *site.MIDDLEWARE,
]
