"""Tasks of the catalogue for the worker."""

from collections.abc import Iterable

from django.utils import timezone
from django_tasks import task

from catalog.enrich.images import fetch_images
from catalog.enrich.rate import Courtesy
from nextflex.base.chunks import batches

_FILMS_A_JOB = 50  # few, so that mails wait only seconds
_IMAGES_A_SECOND = 20.0


@task()
def fetch_posters(movie_ids: list[int]) -> str:
    """Fetch these films' images.

    Raises RuntimeError, with the reason, when the host does not respond.
    """
    courtesy = Courtesy(per_second=_IMAGES_A_SECOND, attempts=3)
    report = fetch_images(
        movie_ids, now=timezone.now(), courtesy=courtesy, progress=lambda step, share: None
    )
    if report.stopped:
        raise RuntimeError(report.stopped)
    return f"{report.found} of {report.due} images"


def queue_posters(movie_ids: Iterable[int]) -> int:
    """Have the worker fetch these films' images; return the number of jobs."""
    jobs = list(batches(movie_ids, size=_FILMS_A_JOB))
    for some in jobs:
        fetch_posters.enqueue(some)
    return len(jobs)
