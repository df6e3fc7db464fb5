"""The web worker's entry point: a queue of requests, and models that follow what is published."""

import sys

from nextflex.application import django_application
from nextflex.http.gate import Gate
from recommender import runtime

sys.setswitchinterval(
    0.001
)  # seconds; with the default of 5 ms, busy threads delay the short answers
application = Gate(django_application)
runtime.start()
