"""Films on which a service fails. They are noted, asked about last, and hold up no other film."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from catalog.enrich.errors import ServiceFailed
from catalog.enrich.progress import Report
from catalog.models import EnrichmentFailure, Movie, Source
from nextflex.base.chunks import batches

_STOPS = frozenset({401, 403, 429})  # the next film would meet these, too
_LONGEST_REASON = 300


@dataclass(slots=True)
class Streak:
    """The failures since a service last answered, from which it follows whether all of it is down.

    most: failures in a row that no longer can be due to single films; known: films on which it failed in
    an earlier run, so that failing again says nothing of the others; noted: films on which it failed
    although it answered afterwards; open: those of which that is not clear yet.
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
        """Whether the run must end. film: None for a question about several."""
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
    """Their ids, the most rated first; those on which the service failed before come last."""
    failures = EnrichmentFailure.objects.filter(source=source, movie=OuterRef("pk"))
    ordered = films.annotate(has_failed=Exists(failures)).order_by(
        "has_failed", "-stats__rating_count", "pk"
    )
    return list(ordered.values_list("pk", flat=True))


def close(report: Report, streak: Streak, source: Source, *, now: datetime) -> None:
    """Note the films on which the service failed; a run without any answer has ended early."""
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
    """The service answered about these films."""
    for some in batches(movie_ids):
        EnrichmentFailure.objects.filter(source=source, movie__in=some).delete()
