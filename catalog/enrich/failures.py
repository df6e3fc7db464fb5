"""Films on which a service fails. They are recorded and tried last, and delay no other film."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from catalog.enrich.errors import ServiceFailed
from catalog.enrich.progress import Report
from catalog.models import EnrichmentFailure, Movie, Source
from nextflex.base.chunks import batches

_STOPS = frozenset({401, 403, 429})  # the next film would get these, too
_LONGEST_REASON = 300


@dataclass(slots=True)
class Streak:
    """The failures since a service's last response, which show whether the whole service is down.

    most: the number of failures in a row that single films cannot explain; known: films that failed in
    an earlier run, so another failure is no evidence of an outage; noted: films that failed although
    the service responded afterwards; open: failed films that are not yet attributed.
    """

    most: int
    known: Collection[int] = ()
    count: int = 0
    has_answered: bool = False
    noted: dict[int, str] = field(default_factory=dict)
    open: dict[int, str] = field(default_factory=dict)

    def answered(self) -> None:
        self.noted |= self.open
        self.open.clear()
        self.count, self.has_answered = 0, True

    def failed(self, error: ServiceFailed, film: int | None = None) -> bool:
        """Record a failure; return whether the run must end. film: None for a request about several."""
        if film is not None and film in self.known:
            self.noted[film] = str(error)
        elif film is not None:
            self.open[film] = str(error)
        self.count += film not in self.known
        return error.status in _STOPS or error.retry_after_s is not None or self.count == self.most


def failed_before(source: Source) -> set[int]:
    rows = EnrichmentFailure.objects.filter(source=source)
    return set(rows.values_list("movie_id", flat=True))


def in_turn(films: QuerySet[Movie], source: Source) -> list[int]:
    """Return the films' ids, the most rated first; films that failed before come last."""
    failures = EnrichmentFailure.objects.filter(source=source, movie=OuterRef("pk"))
    ordered = films.annotate(has_failed=Exists(failures)).order_by(
        "has_failed", "-stats__rating_count", "pk"
    )
    return list(ordered.values_list("pk", flat=True))


def close(report: Report, streak: Streak, source: Source, *, now: datetime) -> None:
    """Record the films on which the service failed; a run without any response has ended early."""
    if not report.stopped and streak.open and not streak.has_answered:
        report.stopped = list(streak.open.values())[-1]
    if not report.stopped:
        streak.answered()
    _note(streak.noted, source, now=now)


@transaction.atomic
def _note(refused: Mapping[int, str], source: Source, *, now: datetime) -> None:
    forget(refused, source)
    EnrichmentFailure.objects.bulk_create(
        EnrichmentFailure(
            movie_id=movie_id, source=source, failed_at=now, reason=reason[:_LONGEST_REASON]
        )
        for movie_id, reason in refused.items()
    )


def forget(movie_ids: Collection[int], source: Source) -> None:
    """Delete the failures of films that the service has answered about."""
    for some in batches(movie_ids):
        EnrichmentFailure.objects.filter(source=source, movie__in=some).delete()
