"""Django's application: one BLAS thread, models and views loaded before the first request.

web_server.py imports this before it forks the workers, so importing it must open no connection and
start no thread; wsgi.py does so in each worker.
"""

import os

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # numpy reads it when imported, so it must come first
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nextflex.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402  the environment comes first

django_application = get_wsgi_application()

from django.urls import reverse  # noqa: E402  needs the applications that were just loaded

from recommender import runtime  # noqa: E402

reverse("pages:home")  # loads all views: the first visitors would wait for them too long
runtime.engine()
