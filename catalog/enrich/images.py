"""Posters and backdrops from TMDB's image host, stored here so that no visitor contacts it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from catalog.enrich.errors import ServiceFailed
from catalog.enrich.image_files import KINDS, Kind, files_before, image_type, store_image
from catalog.enrich.outbound import Question, content
from catalog.enrich.progress import Progress, Report
from catalog.enrich.rate import Courtesy
from catalog.enrich.tmdb_answer import IMAGE_PATH
from catalog.models import Movie
from nextflex.base.chunks import batches

_SIZES: dict[Kind, str] = {"poster": "w342", "backdrop": "w780"}
_TYPES = ("image/jpeg", "image/png", "image/webp")
_MAX_BYTES = 2_000_000
_MOST_REFUSED_IN_A_ROW = 5

Image = tuple[int, Kind, str]  # film, kind of image, path at TMDB


def fetch_images(
    movie_ids: Iterable[int] | None = None,
    *,
    now: datetime,
    courtesy: Courtesy,
    progress: Progress,
    limit: int | None = None,
) -> Report:
    """Fetch the images with a known path that are not stored yet, the most rated films' first.

    movie_ids: restricts it to these films; limit: a number of films. After a failure the stored image
    stays, and the next run tries again. The run ends when the host does not respond, or after several
    responses in a row that are not images.
    """
    images = [image for movie in _due(movie_ids)[:limit] for image in _missing(movie)]
    report = Report(len(images))
    in_a_row = 0
    for movie_id, kind, path in images:
        progress("fetching images", report.share)
        try:
            _fetch((movie_id, kind, path), now=now, courtesy=courtesy)
        except ServiceFailed as error:
            report.refused[movie_id] = str(error)
            in_a_row += error.status != 404  # old paths give 404, which is no evidence of an outage
            if error.is_passing or in_a_row == _MOST_REFUSED_IN_A_ROW:
                report.stopped = str(error)
                break
        else:
            report.found += 1
            report.changed.add(movie_id)
            in_a_row = 0
        report.asked += 1
    return report


def films_without_images() -> list[int]:
    """Return the films that fetch_images would request, in its order."""
    return list(_due(None).values_list("pk", flat=True))


def _due(movie_ids: Iterable[int] | None) -> QuerySet[Movie]:
    films = Movie.objects.annotate(
        wanted_poster=_wanted("poster"), wanted_backdrop=_wanted("backdrop")
    )
    poster = ~Q(wanted_poster="") & ~Q(wanted_poster=F("poster_file"))
    backdrop = ~Q(wanted_backdrop="") & ~Q(wanted_backdrop=F("backdrop_file"))
    if movie_ids is not None:
        films = films.filter(pk__in=list(movie_ids))
    return films.filter(poster | backdrop).order_by("-stats__rating_count", "pk")


def _wanted(kind: Kind) -> Coalesce:
    """TMDB's current path, else the path from a data set."""
    present = NullIf(f"tmdb__{kind}_path", Value("", output_field=CharField()))
    return Coalesce(present, f"{kind}_path")


def _missing(movie: Movie) -> Iterator[Image]:
    for kind in KINDS:
        path = getattr(movie, f"wanted_{kind}")
        if path != getattr(movie, f"{kind}_file") and IMAGE_PATH.fullmatch(path):
            yield movie.pk, kind, path


def _fetch(image: Image, *, now: datetime, courtesy: Courtesy) -> None:
    movie_id, kind, path = image
    question = Question(
        f"{settings.TMDB_IMAGE_URL.rstrip('/')}/{_SIZES[kind]}{path}",
        settings.TMDB_IMAGE_URL,
        types=_TYPES,
        max_bytes=_MAX_BYTES,
        deadline_s=30.0,
        redirects=0,
    )
    body = courtesy.ask(lambda: content(question))
    if not image_type(body):
        raise ServiceFailed(f"{question.host} returned an incomplete or invalid image")
    store_image(movie_id, kind, body, at=now)
    Movie.objects.filter(pk=movie_id).update(**{f"{kind}_file": path})


def forget_images(*, before: datetime) -> None:
    """Remove the images that were fetched before this time; drawn posters replace them."""
    for kind in KINDS:
        for files in batches(files_before(kind, before)):
            held = Movie.objects.filter(pk__in=[movie_id for movie_id, _ in files])
            held.update(**{f"{kind}_file": ""})
            for _, path in files:
                path.unlink(missing_ok=True)
