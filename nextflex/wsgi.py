"""The web worker's entry point: one BLAS thread, models and views loaded before the first request."""

import os
import sys

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # numpy reads it when imported, so it must come first
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nextflex.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402  the environment comes first

_django = get_wsgi_application()

from django.urls import reverse  # noqa: E402  needs the applications that were just loaded

from nextflex.http.gate import Gate  # noqa: E402
from recommender import runtime  # noqa: E402

sys.setswitchinterval(
    0.001
)  # seconds; with the default of 5 ms, busy threads delay the short answers
reverse("pages:home")  # loads all views: the first visitors would wait for them too long
application = Gate(_django)
runtime.start()
