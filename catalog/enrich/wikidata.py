"""Directors, cast, countries and runtimes of films from Wikidata, which is public domain (CC0)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from catalog.credits import set_credits
from catalog.enrich import failures
from catalog.enrich.errors import ServiceFailed
from catalog.enrich.failures import Streak
from catalog.enrich.outbound import Question, json_of
from catalog.enrich.progress import Progress, Report
from catalog.enrich.rate import Courtesy
from catalog.enrich.sparql import FilmFacts, facts_in, query_for
from catalog.models import Movie, Source, WikidataFacts
from catalog.upsert import upsert
from nextflex.base.chunks import batches

FILMS_A_QUESTION = 100
_MOST_FAILED_IN_A_ROW = 8  # the number of halvings from a hundred films to one
_FRESH = timedelta(days=365)
_TYPES = ("application/sparql-results+json", "application/json")


def enrich_wikidata(
    *,
    now: datetime,
    courtesy: Courtesy,
    progress: Progress,
    limit: int | None = None,
    again: bool = False,
) -> Report:
    """Fetch the films that were not fetched within a year, the most rated first.

    again: fetch all films. Each hundred is written in its own transaction; when Wikidata is down, the
    written ones stay, and the next run continues from there. A query that fails is split in halves; a
    film on which it fails alone is skipped, and is last in the next run.
    """
    ids = films_due(now=now, again=again)[:limit]
    report = Report(len(ids))
    streak = Streak(_MOST_FAILED_IN_A_ROW, known=failures.failed_before(Source.WIKIDATA))
    waiting = list(batches(ids, size=FILMS_A_QUESTION))[::-1]
    while waiting and not report.stopped:
        progress("fetching from Wikidata", report.share)
        some = waiting.pop()
        imdb_ids = dict(Movie.objects.filter(pk__in=some).values_list("pk", "imdb_id"))
        try:
            facts = courtesy.ask(partial(_ask, imdb_ids))
        except ServiceFailed as error:
            waiting.extend(_halves_after(error, some, report, streak))
            continue
        streak.answered()
        report.changed |= apply_facts(facts, asked=imdb_ids, now=now)
        report.asked += len(some)
        report.found += len(facts)
    failures.close(report, streak, Source.WIKIDATA, now=now)
    return report


def _halves_after(
    error: ServiceFailed, some: list[int], report: Report, streak: Streak
) -> list[list[int]]:
    """Return the queries to make instead, last one first; a failing single film goes to the report."""
    film = some[0] if len(some) == 1 else None
    if film is not None:
        report.refused[film] = str(error)
    if streak.failed(error, film):
        report.stopped = str(error)
    middle = len(some) // 2
    return [] if film is not None else [some[middle:], some[:middle]]


def films_due(*, now: datetime, again: bool) -> list[int]:
    """Return the films with an IMDb id and facts that are missing or a year old, in order."""
    films = Movie.objects.exclude(imdb_id=None).exclude(imdb_id="")
    if not again:
        old = Q(wikidata__fetched_at__lt=now - _FRESH)
        films = films.filter(Q(wikidata=None) | old)
    return failures.in_turn(films, Source.WIKIDATA)


def _ask(imdb_ids: Mapping[int, str | None]) -> dict[int, FilmFacts]:
    asked = Question(
        settings.WIKIDATA_URL,
        settings.WIKIDATA_URL,
        form={"query": query_for(one for one in imdb_ids.values() if one), "format": "json"},
        headers={"Accept": _TYPES[0]},
        types=_TYPES,
    )
    found = facts_in(json_of(asked))
    return {key: found[imdb_id] for key, imdb_id in imdb_ids.items() if imdb_id in found}


@transaction.atomic
def apply_facts(
    facts: Mapping[int, FilmFacts], *, asked: Mapping[int, object], now: datetime
) -> set[int]:
    """Write the facts of the requested films; return the films that changed."""
    given = {key: facts[key].credits if key in facts else [] for key in asked}
    changed = set_credits(given, source=Source.WIKIDATA)
    rows = [
        WikidataFacts(
            movie_id=key, fetched_at=now, entity=facts[key].entity if key in facts else ""
        )
        for key in asked
    ]
    upsert(rows, ["fetched_at", "entity"], key="movie")
    failures.forget(asked, Source.WIKIDATA)
    return changed | _fill_gaps(facts)


def _fill_gaps(facts: Mapping[int, FilmFacts]) -> set[int]:
    changed = []
    for movie in Movie.objects.select_for_update().filter(pk__in=facts):
        fact = facts[movie.pk]
        before = (movie.countries, movie.runtime_min)
        movie.countries = movie.countries or fact.countries
        movie.runtime_min = movie.runtime_min or fact.runtime_min
        if before != (movie.countries, movie.runtime_min):
            changed.append(movie)
    Movie.objects.bulk_update(changed, ["countries", "runtime_min"])
    return {movie.pk for movie in changed}
