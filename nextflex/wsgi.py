"""The web worker's entry point: one BLAS thread, and the models loaded before the first request."""

import os

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # numpy reads it when imported, so it must come first
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nextflex.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402  the environment comes first

application = get_wsgi_application()

from recommender import runtime  # noqa: E402  needs the applications that were just loaded

runtime.start()
