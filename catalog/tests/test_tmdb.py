"""Enriching from TMDB, over HTTP: what is written, what is forgotten, and what a failure leaves."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from catalog.checks import tmdb_is_forgotten_in_time
from catalog.credits import CreditFact, set_credits, set_keywords
from catalog.enrich.progress import Report
from catalog.enrich.rate import Courtesy
from catalog.enrich.tmdb import enrich_tmdb, expire_tmdb
from catalog.enrich.tmdb_answer import film_in
from catalog.enrich.tmdb_client import TmdbClient
from catalog.models import (
    Credit,
    EnrichmentFailure,
    Movie,
    MovieKeyword,
    Person,
    TmdbDetails,
)
from catalog.tests import service_server as server
from catalog.tests.service_server import Reply, ServiceServer
from catalog.tests.tmdb_answers import BACKDROP, POSTER, tmdb_heat
from recommender.core.algorithms.base import silent
from tests.builders import make_movie

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def film(tmdb_id: int | None = 949, *, count: int = 0, imdb_id: str | None = None) -> Movie:
    movie = make_movie(title=f"Film {tmdb_id}", count=count)
    movie.tmdb_id, movie.imdb_id = tmdb_id, imdb_id
    movie.save()
    return movie


def enrich(courtesy: Courtesy, *, now: datetime = NOON, **more: Any) -> Report:
    client = TmdbClient.of_settings(courtesy)
    return enrich_tmdb(client, now=now, progress=silent, **more)


def credits_of(movie: Movie) -> list[tuple[str, str, str]]:
    rows = Credit.objects.filter(movie=movie).order_by("role", "order")
    return list(rows.values_list("person__name", "role", "character"))


def heat_on(service: ServiceServer, **changed: Any) -> None:
    service.on("/3/movie/949", server.shown(tmdb_heat(**changed)))


@pytest.mark.databases
def test_details_of_a_film_are_written(service: ServiceServer, courtesy: Courtesy) -> None:
    movie = film()
    heat_on(service)
    report = enrich(courtesy)
    assert (report.asked, report.found, report.changed, report.stopped) == (1, 1, {movie.pk}, "")
    details = TmdbDetails.objects.get()
    assert (details.is_found, details.fetched_at) == (True, NOON)
    assert details.overview.startswith("Obsessive")
    assert (details.poster_path, details.backdrop_path) == (POSTER, BACKDROP)
    assert details.trailers == [{"site": "YouTube", "key": "14oNcFxiVaQ", "name": "Trailer"}]
    assert details.providers == {
        "US": [{"name": "Netflix", "kind": "flatrate"}, {"name": "Apple TV", "kind": "rent"}]
    }


def test_people_and_keywords_are_told_as_tmdb_s(service: ServiceServer, courtesy: Courtesy) -> None:
    movie = film()
    heat_on(service)
    enrich(courtesy)
    assert credits_of(movie) == [
        ("Al Pacino", "actor", "Lt. Vincent Hanna"),
        ("Robert De Niro", "actor", "Neil McCauley"),
        ("Michael Mann", "director", ""),
        ("Michael Mann", "writer", ""),
    ]
    assert set(Credit.objects.values_list("source", flat=True)) == {"tmdb"}
    assert Person.objects.get(name="Al Pacino").tmdb_id == 1158
    keywords = movie.keyword_links.order_by("keyword__name").values_list("keyword__name", "source")
    assert list(keywords) == [("heist", "tmdb"), ("los angeles", "tmdb")]


def test_one_question_brings_all_and_a_short_key_is_a_parameter(
    service: ServiceServer, courtesy: Courtesy, settings: Settings
) -> None:
    film()
    heat_on(service)
    enrich(courtesy)
    (asked,) = service.asked
    assert asked.query["append_to_response"] == "credits,keywords,videos,watch/providers"
    assert asked.query["api_key"] == settings.TMDB_API_KEY
    assert "Authorization" not in asked.headers


def test_a_token_is_a_header(
    service: ServiceServer, courtesy: Courtesy, settings: Settings
) -> None:
    settings.TMDB_API_KEY = "eyJ.abc.def"
    film()
    heat_on(service)
    enrich(courtesy)
    assert service.asked[0].headers["Authorization"] == "Bearer eyJ.abc.def"
    assert "api_key" not in service.asked[0].query


def test_a_film_is_found_by_its_id_of_imdb(service: ServiceServer, courtesy: Courtesy) -> None:
    movie = film(None, imdb_id="tt0113277")
    heat_on(service)
    service.on("/3/find/tt0113277", server.shown({"movie_results": [{"id": 949}]}))
    enrich(courtesy)
    movie.refresh_from_db()
    assert movie.tmdb_id == 949
    assert movie.tmdb.is_found


@pytest.mark.databases
def test_an_id_that_another_film_has_stays_with_it(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    film()
    movie = film(None, imdb_id="tt0113277")
    heat_on(service)
    service.on("/3/find/tt0113277", server.shown({"movie_results": [{"id": 949}]}))
    assert enrich(courtesy).found == 2
    movie.refresh_from_db()
    assert movie.tmdb_id is None


def test_what_tmdb_does_not_know_is_not_asked_about_again(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    film()
    film(None, imdb_id="tt0000009")
    film(None)
    service.on("/3/find/tt0000009", server.shown({"movie_results": []}))
    report = enrich(courtesy)
    assert (report.due, report.found, report.stopped) == (2, 0, "")
    assert list(TmdbDetails.objects.values_list("is_found", flat=True)) == [False, False]
    assert enrich(courtesy).due == 0


@pytest.mark.databases
def test_only_what_is_stale_is_asked_about(
    service: ServiceServer, courtesy: Courtesy, settings: Settings
) -> None:
    film()
    heat_on(service)
    enrich(courtesy)
    settings.TMDB_STALE_DAYS = 90
    assert enrich(courtesy, now=NOON + timedelta(days=89)).due == 0
    assert enrich(courtesy, now=NOON + timedelta(days=89), again=True).changed == set()
    heat_on(service, overview="Another.", keywords={"keywords": []})
    report = enrich(courtesy, now=NOON + timedelta(days=180), again=False)
    assert len(report.changed) == 1
    assert TmdbDetails.objects.get().overview == "Another."
    assert not MovieKeyword.objects.exists()


@pytest.mark.databases
def test_the_most_rated_come_first(service: ServiceServer, courtesy: Courtesy) -> None:
    for tmdb_id, count in ((1, 5), (2, 50), (3, 20)):
        film(tmdb_id, count=count)
    enrich(courtesy, limit=2)
    assert [asked.path for asked in service.asked] == ["/3/movie/2", "/3/movie/3"]


STOPPING = {
    "limiting requests": server.TOO_MANY,
    "check the key": Reply(b"{}", status=401),
}


@pytest.mark.parametrize("words", STOPPING)
def test_a_failure_keeps_what_was_done_and_the_next_run_goes_on(
    service: ServiceServer, courtesy: Courtesy, words: str
) -> None:
    first, second = film(count=9), film(2)
    service.on("/3/movie/2", STOPPING[words])
    heat_on(service)
    report = enrich(courtesy)
    assert words in report.stopped
    assert (report.asked, report.changed) == (1, {first.pk})
    assert TmdbDetails.objects.get().movie == first
    service.on("/3/movie/2", server.shown(tmdb_heat(id=2)))
    report = enrich(courtesy)
    assert (report.due, report.stopped, report.changed) == (1, "", {second.pk})


NONSENSE = {
    "other than JSON": server.NOT_JSON,
    "octet-stream": server.GARBAGE,
    "more than": server.HUGE,
    "text/html": server.WEB_PAGE,
    "in this network": server.redirect("https://127.0.0.1/"),
    "without TLS": server.redirect("http://127.0.0.1:1/"),
    "does not describe the film": server.shown({"id": 3}),
    "is unavailable": server.IN_TROUBLE,
    "connection was lost": server.BROKEN_OFF,
    "the film": server.shown([1]),
}


@pytest.mark.parametrize("words", NONSENSE)
def test_a_film_on_which_tmdb_fails_is_passed_over(
    service: ServiceServer, courtesy: Courtesy, words: str
) -> None:
    bad, good = film(2, count=9), film()
    service.on("/3/movie/2", NONSENSE[words])
    heat_on(service)
    report = enrich(courtesy)
    assert words in report.refused[bad.pk]
    assert (report.asked, report.stopped, report.changed) == (1, "", {good.pk})
    assert not TmdbDetails.objects.filter(movie=bad).exists()


def test_several_in_a_row_end_the_run(service: ServiceServer, courtesy: Courtesy) -> None:
    for tmdb_id in range(1, 9):
        film(tmdb_id)
        service.on(f"/3/movie/{tmdb_id}", server.NOT_JSON)
    assert "other than JSON" in enrich(courtesy).stopped
    assert len(service.asked) == 5
    assert not EnrichmentFailure.objects.exists()  # nothing shows that these films were at fault


def test_a_permanent_500_is_noted_and_holds_up_no_other_film(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    bad, good = film(2, count=9), film()
    service.on("/3/movie/2", server.IN_TROUBLE)
    heat_on(service)
    report = enrich(courtesy)
    assert (report.stopped, report.changed) == ("", {good.pk})
    assert len([asked for asked in service.asked if asked.path == "/3/movie/2"]) == 3  # attempts
    noted = EnrichmentFailure.objects.get()
    assert (noted.movie, noted.source, noted.failed_at) == (bad, "tmdb", NOON)
    assert "is unavailable (500)" in noted.reason


@pytest.mark.databases
def test_a_noted_film_is_asked_about_last_and_forgotten_when_it_answers(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    bad = film(2, count=9)
    film()
    service.on("/3/movie/2", server.IN_TROUBLE)
    heat_on(service)
    enrich(courtesy)
    new = film(3)
    service.on("/3/movie/3", server.shown(tmdb_heat(id=3)))
    service.on("/3/movie/2", server.shown(tmdb_heat(id=2)))
    service.asked.clear()
    later = NOON + timedelta(days=1)
    assert enrich(courtesy, now=later).changed == {bad.pk, new.pk}
    assert [asked.path for asked in service.asked] == ["/3/movie/3", "/3/movie/2"]
    assert not EnrichmentFailure.objects.exists()


def test_films_that_keep_failing_never_end_a_run(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    for tmdb_id in range(1, 9):
        movie = film(tmdb_id)
        service.on(f"/3/movie/{tmdb_id}", server.IN_TROUBLE)
        EnrichmentFailure.objects.create(movie=movie, source="tmdb", failed_at=NOON, reason="x")
    report = enrich(courtesy)
    assert (report.stopped, len(report.refused)) == ("", 8)
    good = film()
    heat_on(service)
    assert enrich(courtesy, limit=1).changed == {good.pk}


def test_a_run_that_gets_no_answer_at_all_has_failed(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    for tmdb_id in (1, 2):
        film(tmdb_id)
        service.on(f"/3/movie/{tmdb_id}", server.IN_TROUBLE)
    assert "is unavailable" in enrich(courtesy).stopped
    assert not EnrichmentFailure.objects.exists()


def found(service: ServiceServer, imdb_id: str, *tmdb_ids: int) -> None:
    results = [{"id": tmdb_id} for tmdb_id in tmdb_ids]
    service.on(f"/3/find/{imdb_id}", server.shown({"movie_results": results}))


def test_a_dead_id_of_tmdb_is_replaced_by_way_of_imdb(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    movie = film(7, imdb_id="tt0113277")
    found(service, "tt0113277", 949)
    heat_on(service)
    assert enrich(courtesy).found == 1
    movie.refresh_from_db()
    assert (movie.tmdb_id, movie.tmdb.is_found) == (949, True)
    assert [asked.path for asked in service.asked] == [
        "/3/movie/7",
        "/3/find/tt0113277",
        "/3/movie/949",
    ]


@pytest.mark.parametrize("tmdb_ids", [(), (7,)])
def test_a_dead_id_that_imdb_s_does_not_replace_is_not_found(
    service: ServiceServer, courtesy: Courtesy, tmdb_ids: tuple[int, ...]
) -> None:
    movie = film(7, imdb_id="tt0113277")
    found(service, "tt0113277", *tmdb_ids)
    assert (enrich(courtesy).found, len(service.asked)) == (0, 2)
    movie.refresh_from_db()
    assert (movie.tmdb_id, movie.tmdb.is_found) == (7, False)


def test_an_answer_of_another_imdb_id_is_refused_and_the_right_film_found(
    service: ServiceServer, courtesy: Courtesy, caplog: pytest.LogCaptureFixture
) -> None:
    movie = film(7, imdb_id="tt0113277")
    service.on("/3/movie/7", server.shown(tmdb_heat(id=7, imdb_id="tt0000007", overview="Wrong.")))
    found(service, "tt0113277", 949)
    heat_on(service)
    assert enrich(courtesy).found == 1
    movie.refresh_from_db()
    assert movie.tmdb_id == 949
    assert movie.tmdb.overview.startswith("Obsessive")
    assert "TMDB film 7 has the IMDb id tt0000007, not tt0113277" in caplog.text


def test_an_answer_of_another_imdb_id_is_not_written_when_no_other_is_found(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    movie = film(7, imdb_id="tt0113277")
    service.on("/3/movie/7", server.shown(tmdb_heat(id=7, imdb_id="tt0000007")))
    found(service, "tt0113277")
    assert enrich(courtesy).found == 0
    assert (movie.tmdb.is_found, movie.tmdb.overview) == (False, "")
    assert not Credit.objects.exists()


@pytest.mark.parametrize("shown", [None, "", "tt113277", 113277])
def test_an_answer_without_another_imdb_id_is_believed(
    service: ServiceServer, courtesy: Courtesy, shown: object
) -> None:
    film(imdb_id="tt0113277")
    heat_on(service, imdb_id=shown)
    assert enrich(courtesy).found == 1


def test_parts_that_make_no_sense_are_left_out() -> None:
    shown = tmdb_heat(
        poster_path="/../../etc/passwd.jpg",
        backdrop_path="https://evil.example/x.jpg",
        overview=["no", "text"],
        credits={"cast": [1, {"name": 5}, {"name": "Al Pacino", "id": "x", "order": None}]},
        keywords={"keywords": {"name": "x"}},
        videos=None,
        **{"watch/providers": {"results": {"<b>": {"buy": [{"provider_name": "Shop"}]}}}},
    )
    found = film_in(shown, tmdb_id=949)
    assert found
    assert (found.details["poster_path"], found.details["backdrop_path"]) == ("", "")
    assert (found.details["overview"], found.details["trailers"]) == ("", [])
    assert found.details["providers"] == {}
    assert found.keywords == []
    assert found.credits[-1] == CreditFact("Al Pacino", Credit.Role.ACTOR, 1)


@pytest.mark.databases
def test_what_is_too_old_to_keep_goes_and_only_that(
    service: ServiceServer, courtesy: Courtesy, settings: Settings
) -> None:
    settings.TMDB_KEEP_DAYS = 150
    movie, fresh = film(), film(2)
    heat_on(service)
    service.on("/3/movie/2", server.shown(tmdb_heat(id=2)))
    enrich(courtesy)
    TmdbDetails.objects.filter(movie=fresh).update(fetched_at=NOON + timedelta(days=100))
    set_credits({movie.pk: [CreditFact("Val Kilmer", Credit.Role.ACTOR, 0)]}, source="kaggle")
    set_keywords({movie.pk: ["bank"]}, source="kaggle")
    assert expire_tmdb(now=NOON + timedelta(days=149)) == set()
    assert expire_tmdb(now=NOON + timedelta(days=151)) == {movie.pk}
    assert list(TmdbDetails.objects.values_list("movie_id", flat=True)) == [fresh.pk]
    assert credits_of(movie) == [("Val Kilmer", "actor", "")]
    assert list(movie.keywords.values_list("name", flat=True)) == ["bank"]
    assert len(credits_of(fresh)) == 4


def test_a_run_forgets_first_even_when_tmdb_is_down(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    film()
    heat_on(service)
    enrich(courtesy)
    service.on("/3/movie/949", server.IN_TROUBLE)
    assert enrich(courtesy, now=NOON + timedelta(days=200)).stopped
    assert not TmdbDetails.objects.exists()
    assert not Credit.objects.exists()


@pytest.mark.parametrize(
    ("stale", "keep", "wrong"), [(90, 150, 0), (90, 180, 0), (90, 181, 1), (160, 150, 1)]
)
def test_a_time_that_breaks_the_terms_stops_the_start(
    settings: Settings, stale: int, keep: int, wrong: int
) -> None:
    settings.TMDB_STALE_DAYS, settings.TMDB_KEEP_DAYS = stale, keep
    assert len(tmdb_is_forgotten_in_time(None)) == wrong


def test_the_command_says_where_a_key_comes_from(settings: Settings) -> None:
    settings.TMDB_API_KEY = ""
    with pytest.raises(CommandError, match=r"www\.themoviedb\.org"):
        call_command("enrich_tmdb")


def test_the_command_gives_credit(
    service: ServiceServer, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    film()
    heat_on(service)
    call_command("enrich_tmdb")
    shown = capsys.readouterr().out
    assert "1 requested" in shown
    assert settings.TMDB_ATTRIBUTION in shown


def test_forgetting_needs_no_key_and_asks_nothing(
    service: ServiceServer, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.TMDB_API_KEY = ""
    TmdbDetails.objects.create(movie=film(), fetched_at=datetime(2020, 1, 1, tzinfo=UTC))
    call_command("enrich_tmdb", "--expire-only")
    assert not TmdbDetails.objects.exists()
    assert service.asked == []
    assert "expired TMDB data deleted: 1" in capsys.readouterr().out
