"""Enriching from Wikidata, over HTTP, and what each failure leaves behind."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from catalog.enrich import wikidata
from catalog.enrich.progress import Report
from catalog.enrich.rate import Courtesy
from catalog.enrich.sparql import facts_in, query_for
from catalog.enrich.wikidata import enrich_wikidata
from catalog.models import Credit, EnrichmentFailure, Movie, WikidataFacts
from catalog.tests import service_server as server
from catalog.tests.service_server import Asked, Reply, ServiceServer
from recommender.core.algorithms.base import silent
from tests.builders import make_movie

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db

Row = tuple[str, str, str]  # IMDb id, property, label
HEAT = [
    ("tt0113277", "P57", "Michael Mann"),
    ("tt0113277", "P161", "Al Pacino"),
    ("tt0113277", "P161", "Robert De Niro"),
    ("tt0113277", "P495", "United States"),
    ("tt0113277", "P2047", "170"),
]


def sparql(rows: list[Row], *, entity: str = "Q42198") -> dict[str, Any]:
    """Rows as Wikidata answers them."""

    def cells(imdb_id: str, kind: str, label: str) -> dict[str, Any]:
        given = {"film": f"http://www.wikidata.org/entity/{entity}", "imdb": imdb_id}
        given |= {"property": kind, "value": label, "valueLabel": label} if kind else {}
        return {name: {"type": "literal", "value": value} for name, value in given.items()}

    return {"head": {"vars": []}, "results": {"bindings": [cells(*row) for row in rows]}}


def answering(rows: list[Row]) -> Any:
    """Those of the rows that the query asks for."""

    def answer(asked: Asked) -> Reply:
        ids = set(re.findall(r'"(tt\d+)"', asked.query["query"]))
        return server.shown(sparql([row for row in rows if row[0] in ids]))

    return answer


def film(imdb_id: str | None = "tt0113277", *, count: int = 0, **fields: Any) -> Movie:
    movie = make_movie(title=f"Film {imdb_id}", count=count)
    Movie.objects.filter(pk=movie.pk).update(imdb_id=imdb_id, **fields)
    return movie


def enrich(courtesy: Courtesy, *, now: datetime = NOON, **more: Any) -> Report:
    return enrich_wikidata(now=now, courtesy=courtesy, progress=silent, **more)


def credits_of(movie: Movie) -> list[tuple[str, str, int]]:
    rows = Credit.objects.filter(movie=movie).order_by("role", "order")
    return list(rows.values_list("person__name", "role", "order"))


@pytest.mark.databases
def test_facts_of_a_film_are_written(service: ServiceServer, courtesy: Courtesy) -> None:
    movie = film()
    service.on("/sparql", answering(HEAT))
    report = enrich(courtesy)
    assert (report.due, report.asked, report.found, report.changed) == (1, 1, 1, {movie.pk})
    assert credits_of(movie) == [
        ("Al Pacino", "actor", 0),
        ("Robert De Niro", "actor", 1),
        ("Michael Mann", "director", 0),
    ]
    movie.refresh_from_db()
    assert (movie.countries, movie.runtime_min) == (["United States"], 170)
    facts = WikidataFacts.objects.get()
    assert (facts.movie_id, facts.entity, facts.fetched_at) == (movie.pk, "Q42198", NOON)


def test_the_question_is_posted_and_says_who_asks(
    service: ServiceServer, courtesy: Courtesy, settings: Settings
) -> None:
    film()
    service.on("/sparql", answering(HEAT))
    enrich(courtesy)
    assert service.asked[0].headers["User-Agent"] == settings.ENRICH_USER_AGENT
    assert "wdt:P345 ?imdb" in service.asked[0].query["query"]


@pytest.mark.databases
def test_what_is_there_already_stays(service: ServiceServer, courtesy: Courtesy) -> None:
    movie = film(countries=["France"], runtime_min=99)
    service.on("/sparql", answering(HEAT))
    enrich(courtesy)
    movie.refresh_from_db()
    assert (movie.countries, movie.runtime_min) == (["France"], 99)


def test_a_film_that_is_not_found_is_not_asked_about_again(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    film("tt0000009")
    film(None)
    service.on("/sparql", answering([]))
    assert enrich(courtesy).found == 0
    assert WikidataFacts.objects.get().entity == ""
    assert enrich(courtesy).due == 0
    assert len(service.asked) == 1


@pytest.mark.databases
def test_a_year_later_or_on_demand_it_is_asked_about_again(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    movie = film()
    service.on("/sparql", answering(HEAT))
    enrich(courtesy)
    assert enrich(courtesy, now=NOON + timedelta(days=360)).due == 0
    assert enrich(courtesy, again=True).changed == set()
    service.on("/sparql", answering(HEAT[:2]))
    assert enrich(courtesy, now=NOON + timedelta(days=366)).changed == {movie.pk}
    assert credits_of(movie) == [("Al Pacino", "actor", 0), ("Michael Mann", "director", 0)]


@pytest.mark.databases
def test_films_with_the_most_ratings_come_first(service: ServiceServer, courtesy: Courtesy) -> None:
    for number, count in ((1, 5), (2, 50), (3, 20)):
        film(f"tt000000{number}", count=count)
    service.on("/sparql", answering([]))
    assert enrich(courtesy, limit=2).asked == 2
    asked = Movie.objects.filter(wikidata__isnull=False).order_by("imdb_id")
    assert list(asked.values_list("imdb_id", flat=True)) == ["tt0000002", "tt0000003"]


FAULTS = {
    "other than JSON": server.NOT_JSON,
    "application/octet-stream": server.GARBAGE,
    "is unavailable": server.IN_TROUBLE,
    "limiting requests": server.TOO_MANY,
    "more than": server.HUGE,
    "connection was lost": server.BROKEN_OFF,
    "other than a SPARQL result": server.shown({"results": [1]}),
    "text/html": server.WEB_PAGE,
    "redirects to another host": server.redirect("https://127.0.0.1/"),
}


class Down:
    """Answers once, and then fails until it is healed."""

    def __init__(self, rows: list[Row], fault: Reply) -> None:
        self.rows, self.fault, self.asked, self.is_down = rows, fault, 0, True

    def __call__(self, asked: Asked) -> Reply:
        self.asked += 1
        if self.is_down and self.asked > 1:
            return self.fault
        answer: Reply = answering(self.rows)(asked)
        return answer


@pytest.mark.parametrize("words", FAULTS)
def test_a_fault_keeps_what_was_done_and_the_next_run_goes_on(
    service: ServiceServer, courtesy: Courtesy, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setattr(wikidata, "FILMS_A_QUESTION", 1)
    first = film(count=99)
    others = [film(f"tt{number:07}", count=9 - number) for number in range(1, 9)]
    rows = [*HEAT, ("tt0000001", "P57", "John Frankenheimer")]
    site = Down(rows, FAULTS[words])
    service.on("/sparql", site)
    report = enrich(courtesy)
    assert words in report.stopped
    assert (report.due, report.asked, report.changed) == (9, 1, {first.pk})
    assert not WikidataFacts.objects.filter(movie__in=others).exists()
    site.is_down = False
    report = enrich(courtesy)
    assert (report.due, report.stopped, report.changed) == (8, "", {others[0].pk})
    assert credits_of(others[0]) == [("John Frankenheimer", "director", 0)]


def test_a_film_on_which_it_fails_alone_is_passed_over_and_asked_about_last(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    movies = [film(f"tt{number:07}", count=200 - number) for number in range(1, 101)]
    rows: list[Row] = [(f"tt{number:07}", "P57", "Somebody") for number in range(1, 101)]

    def answer(asked: Asked) -> Reply:
        if '"tt0000001"' in asked.query["query"]:
            return server.IN_TROUBLE
        shown: Reply = answering(rows)(asked)
        return shown

    service.on("/sparql", answer)
    report = enrich(courtesy)
    assert (report.stopped, report.asked, report.found) == ("", 99, 99)
    assert set(report.refused) == {movies[0].pk}
    assert EnrichmentFailure.objects.get().movie == movies[0]
    new = film("tt0000999")
    service.on("/sparql", answering(rows))
    assert enrich(courtesy, limit=1).asked == 1
    assert WikidataFacts.objects.filter(movie=new).exists()
    assert enrich(courtesy).changed == {movies[0].pk}
    assert not EnrichmentFailure.objects.exists()


def test_trouble_that_passes_is_waited_for(
    service: ServiceServer, courtesy: Courtesy, pauses: list[float]
) -> None:
    film()
    service.then(server.TOO_MANY, server.IN_TROUBLE)
    service.on("/sparql", answering(HEAT))
    assert enrich(courtesy).stopped == ""
    assert [pause for pause in pauses if pause >= 1] == [7, 2]


def test_rows_that_make_no_sense_are_passed_over() -> None:
    rows: list[Row] = [
        ("tt0113277", "P57", "Q12345"),
        ("tt0113277", "P2047", "10200"),
        ("tt0113277", "P2047", "long"),
        ("tt0113277", "P2047", "NaN"),
        ("tt0113277", "P2047", "1e999"),
        ("tt0113277", "", ""),
        ("nm0000199", "P57", "Al Pacino"),
    ]
    facts = facts_in(sparql(rows))
    assert set(facts) == {"tt0113277"}
    assert facts["tt0113277"].credits == []
    assert facts["tt0113277"].runtime_min is None


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_entities_the_older_counts(order: int) -> None:
    old, new = sparql(HEAT[:1], entity="Q9"), sparql(HEAT[1:2], entity="Q10")
    bindings = [one["results"]["bindings"] for one in (old, new)][::order]
    facts = facts_in({"results": {"bindings": [*bindings[0], *bindings[1]]}})
    assert facts["tt0113277"].entity == "Q9"
    assert [fact.name for fact in facts["tt0113277"].credits] == ["Michael Mann"]


def test_only_ids_of_imdb_enter_the_question() -> None:
    query = query_for(["tt0113277", '" } DROP { "', "nm0000199"])
    assert 'VALUES ?imdb { "tt0113277" }' in query


def test_the_command_reports(service: ServiceServer, capsys: pytest.CaptureFixture[str]) -> None:
    film()
    service.on("/sparql", answering(HEAT))
    call_command("enrich_wikidata", "--limit", "5")
    assert "1 due, 1 requested, 1 found, 1 changed" in capsys.readouterr().out


def test_the_command_fails_with_the_remedy(service: ServiceServer) -> None:
    film()
    service.on("/sparql", Reply(status=404))
    with pytest.raises(
        CommandError, match=r"127\.0\.0\.1 responded with 404.*run the command again to continue"
    ):
        call_command("enrich_wikidata")


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_is_at_least_one(limit: str) -> None:
    with pytest.raises(CommandError, match="at least 1"):
        call_command("enrich_wikidata", f"--limit={limit}")
