"""Posters and backdrops: brought from the image host, served by us, and drawn where there is none."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from catalog import tasks
from catalog.enrich.image_files import image_file, image_type
from catalog.enrich.images import fetch_images, forget_images
from catalog.enrich.progress import Report
from catalog.enrich.rate import Courtesy
from catalog.models import Movie, TmdbDetails
from catalog.poster_urls import backdrop_url, poster_url
from catalog.tests import service_server as server
from catalog.tests.service_server import Reply, ServiceServer
from catalog.tests.tmdb_answers import BACKDROP, POSTER, jpeg
from recommender.core.algorithms.base import silent
from tests.builders import make_movie

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n....IEND\xaeB`\x82"
WEBP = b"RIFF\x08\x00\x00\x00WEBPVP8 "
pytestmark = pytest.mark.django_db


def film(*, poster: str = POSTER, backdrop: str = "", title: str = "Heat", count: int = 0) -> Movie:
    movie = make_movie(title=title, count=count)
    movie.poster_path, movie.backdrop_path = poster, backdrop
    movie.save()
    return movie


def fetch(courtesy: Courtesy) -> Report:
    return fetch_images(now=NOON, courtesy=courtesy, progress=silent)


def image_on(service: ServiceServer, body: bytes = jpeg(), *, path: str = f"w342{POSTER}") -> None:
    service.on(f"/t/p/{path}", Reply(body, type="image/jpeg"))


def files() -> list[Path]:
    return [path for path in image_file(1, "poster").parent.parent.rglob("*") if path.is_file()]


def test_an_image_is_brought_and_served(
    service: ServiceServer, courtesy: Courtesy, client: Client
) -> None:
    movie = film(backdrop=BACKDROP)
    image_on(service)
    image_on(service, PNG, path=f"w780{BACKDROP}")
    report = fetch(courtesy)
    assert (report.due, report.found, report.stopped) == (2, 2, "")
    movie.refresh_from_db()
    assert poster_url(movie) == f"/poster/{movie.pk}.jpg"
    assert backdrop_url(movie) == f"/backdrop/{movie.pk}.jpg"
    poster, backdrop = client.get(poster_url(movie)), client.get(backdrop_url(movie))
    assert (poster.content, poster["Content-Type"]) == (jpeg(), "image/jpeg")
    assert (backdrop.content, backdrop["Content-Type"]) == (PNG, "image/png")


def test_an_image_is_cached_for_long_and_asked_about_by_its_tag(
    service: ServiceServer, courtesy: Courtesy, client: Client
) -> None:
    movie = film()
    image_on(service)
    fetch(courtesy)
    first = client.get(f"/poster/{movie.pk}.jpg")
    assert "max-age=604800" in first["Cache-Control"]
    again = client.get(f"/poster/{movie.pk}.jpg", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    image_on(service, jpeg(b"another"), path="w342/new.jpg")
    Movie.objects.update(poster_path="/new.jpg")
    fetch(courtesy)
    other = client.get(f"/poster/{movie.pk}.jpg", headers={"If-None-Match": first["ETag"]})
    assert other.content == jpeg(b"another")


def test_without_an_image_the_drawn_poster_answers(client: Client) -> None:
    movie = film()
    assert poster_url(movie) == f"/poster/{movie.pk}.svg"
    assert backdrop_url(movie) == ""
    answer = client.get(f"/poster/{movie.pk}.jpg")
    assert (answer.status_code, answer["Location"]) == (302, f"/poster/{movie.pk}.svg")
    assert "max-age=300" in answer["Cache-Control"]
    assert client.get(f"/backdrop/{movie.pk}.jpg").status_code == 404
    assert client.get(f"/poster/{movie.pk}.svg").status_code == 200


@pytest.mark.parametrize("address", ["/poster/x.jpg", "/poster/../1.jpg", "/backdrop/1.png"])
def test_other_addresses_are_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_image_is_only_to_be_read(client: Client) -> None:
    assert client.post("/poster/1.jpg").status_code == 405
    assert client.post("/backdrop/1.jpg").status_code == 405


def test_what_is_here_is_not_asked_for_again(service: ServiceServer, courtesy: Courtesy) -> None:
    film()
    film(poster="", title="No path")
    image_on(service)
    fetch(courtesy)
    assert fetch(courtesy).due == 0
    assert len(service.asked) == 1


def test_tmdb_s_present_path_goes_before_the_data_set_s(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    movie = film(poster="/old.jpg")
    TmdbDetails.objects.create(movie=movie, fetched_at=NOON, poster_path=POSTER)
    image_on(service)
    assert fetch(courtesy).found == 1
    movie.refresh_from_db()
    assert movie.poster_file == POSTER


@pytest.mark.parametrize(
    "path", ["/../secret.jpg", "//evil.example/x.jpg", "/x.svg", "/x.jpg?y", "x.jpg"]
)
def test_a_path_that_is_none_is_never_asked_for(
    service: ServiceServer, courtesy: Courtesy, path: str
) -> None:
    film(poster=path)
    fetch(courtesy)
    assert service.asked == []


FAULTS = {
    "is unavailable": server.IN_TROUBLE,
    "connection was lost": Reply(jpeg(), type="image/jpeg", length=5000),
    "more than": Reply(b"x" * 100_000, type="image/jpeg", repeat=1000),
    "invalid image": Reply(b"<svg/>", type="image/jpeg"),
    "an incomplete": Reply(jpeg()[:-1], type="image/jpeg"),
    "text/html": server.WEB_PAGE,
    "image/svg+xml": Reply(b"<svg/>", type="image/svg+xml"),
    "responded with 418": Reply(status=418),
    "redirects too often": server.redirect("https://127.0.0.1/"),
}


@pytest.mark.parametrize("words", FAULTS)
def test_a_failure_keeps_the_drawn_poster_and_the_next_run_brings_the_image(
    service: ServiceServer, courtesy: Courtesy, words: str
) -> None:
    movie = film()
    service.on(f"/t/p/w342{POSTER}", FAULTS[words])
    assert words in fetch(courtesy).refused[movie.pk]
    movie.refresh_from_db()
    assert poster_url(movie).endswith(".svg")
    assert files() == []
    image_on(service)
    assert fetch(courtesy).found == 1


def test_a_failure_keeps_the_image_of_before(
    service: ServiceServer, courtesy: Courtesy, client: Client
) -> None:
    movie = film()
    image_on(service)
    fetch(courtesy)
    Movie.objects.update(poster_path="/new.jpg")
    image_on(service, b"garbage", path="w342/new.jpg")
    assert fetch(courtesy).refused
    assert client.get(f"/poster/{movie.pk}.jpg").content == jpeg()


def test_a_path_that_leads_nowhere_does_not_end_the_run(
    service: ServiceServer, courtesy: Courtesy
) -> None:
    for place in range(7):
        film(title=f"Gone {place}", poster=f"/gone{place}.jpg", count=9)
    film()
    image_on(service)
    report = fetch(courtesy)
    assert (report.stopped, report.found, len(report.refused)) == ("", 1, 7)


def test_a_host_that_is_down_ends_the_run(service: ServiceServer, courtesy: Courtesy) -> None:
    for place in range(3):
        film(title=f"Film {place}", poster=f"/film{place}.jpg")
        service.on(f"/t/p/w342/film{place}.jpg", server.IN_TROUBLE)
    assert "Gave up after 3 attempts" in fetch(courtesy).stopped
    assert len(service.asked) == 3


def test_old_images_are_forgotten(
    service: ServiceServer, courtesy: Courtesy, client: Client
) -> None:
    movie = film()
    image_on(service)
    fetch(courtesy)
    forget_images(before=NOON - timedelta(days=1))
    assert len(files()) == 1
    forget_images(before=NOON + timedelta(days=1))
    movie.refresh_from_db()
    assert (files(), poster_url(movie)) == ([], f"/poster/{movie.pk}.svg")
    assert client.get(f"/poster/{movie.pk}.jpg").status_code == 302


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (jpeg(), "image/jpeg"),
        (PNG, "image/png"),
        (WEBP, "image/webp"),
        (WEBP + b"more", ""),
        (PNG[:-2], ""),
        (b"GIF89a", ""),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
        (b"", ""),
    ],
)
def test_images_are_told_by_their_bytes(content: bytes, name: str) -> None:
    assert image_type(content) == name


def test_the_command_brings_and_reports(
    service: ServiceServer, capsys: pytest.CaptureFixture[str]
) -> None:
    film()
    image_on(service)
    call_command("fetch_posters")
    assert "images: 1 due, 1 requested, 1 found" in capsys.readouterr().out


def test_the_command_fails_with_the_reason(service: ServiceServer) -> None:
    film()
    service.on(f"/t/p/w342{POSTER}", Reply(status=429, headers={"Retry-After": "9000"}))
    with pytest.raises(CommandError, match="Wait 9,000 seconds"):
        call_command("fetch_posters")


def test_the_worker_brings_them_in_small_jobs(service: ServiceServer, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    for place in range(3):
        film(title=f"Film {place}", poster=f"/film{place}.jpg")
        image_on(service, path=f"w342/film{place}.jpg")
    call_command("fetch_posters", "--queue", "--limit=2")
    assert Movie.objects.exclude(poster_file="").count() == 2


def test_a_job_fails_when_the_host_does(service: ServiceServer) -> None:
    movie = film()
    service.on(f"/t/p/w342{POSTER}", Reply(status=429, headers={"Retry-After": "9000"}))
    with pytest.raises(RuntimeError, match="Wait 9,000 seconds"):
        tasks.fetch_posters.call([movie.pk])
