"""Directors, cast, countries and lengths of films, from Wikidata, which gives them away (CC0)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from catalog.batches import batches
from catalog.credits import set_credits
from catalog.enrich.errors import ServiceFailed
from catalog.enrich.outbound import Question, json_of
from catalog.enrich.progress import Progress, Report
from catalog.enrich.rate import Courtesy
from catalog.enrich.sparql import FilmFacts, facts_in, query_for
from catalog.models import Movie, Source, WikidataFacts
from catalog.upsert import upsert

FILMS_A_QUESTION = 100
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
    """Ask about the films that were not asked about for a year, those with the most ratings first.

    again: about all. Each hundred is written in a transaction of its own; when Wikidata fails, what was
    written stays, and the next run goes on from there.
    """
    ids = films_due(now=now, again=again)[:limit]
    report = Report(len(ids))
    for some in batches(ids, size=FILMS_A_QUESTION):
        progress("asking Wikidata", report.share)
        imdb_ids = dict(Movie.objects.filter(pk__in=some).values_list("pk", "imdb_id"))
        try:
            facts = courtesy.ask(partial(_ask, imdb_ids))
        except ServiceFailed as error:
            report.stopped = str(error)
            break
        report.changed |= apply_facts(facts, asked=imdb_ids, now=now)
        report.asked += len(some)
        report.found += len(facts)
    return report


def films_due(*, now: datetime, again: bool) -> list[int]:
    """The films with an id of IMDb whose facts are missing or a year old, the most rated first."""
    films = Movie.objects.exclude(imdb_id=None).exclude(imdb_id="")
    if not again:
        old = Q(wikidata__fetched_at__lt=now - _FRESH)
        films = films.filter(Q(wikidata=None) | old)
    return list(films.order_by("-stats__rating_count", "pk").values_list("pk", flat=True))


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
    """Write what is known of the films that were asked about; returns those that changed."""
    told = {key: facts[key].credits if key in facts else [] for key in asked}
    changed = set_credits(told, source=Source.WIKIDATA)
    rows = [
        WikidataFacts(
            movie_id=key, fetched_at=now, entity=facts[key].entity if key in facts else ""
        )
        for key in asked
    ]
    upsert(rows, ["fetched_at", "entity"], key="movie")
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
