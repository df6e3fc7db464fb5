"""What pages say of themselves to search engines, shared links and browsers."""

import json
import re
from html import unescape
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django import Settings

from catalog.models import Movie
from tests.builders import make_credit, make_movie

pytestmark = pytest.mark.django_db
SITE = "https://films.example.org"


@pytest.fixture(autouse=True)
def known_site(settings: Settings) -> None:
    """Addresses are made from the setting, never from the request's Host."""
    settings.SITE_URL = urlsplit(SITE)


@pytest.fixture
def heat() -> Movie:
    movie = make_movie(title="Heat", year=1995, count=104, mean=4.0)
    make_credit(movie=movie, role="director", name="Michael Mann")
    make_credit(movie=movie, role="actor", name="Al Pacino")
    make_credit(movie=movie, role="actor", name='Robert "Bob" De Niro')
    return movie


def shown(path: str) -> dict[str, str]:
    """The page's title and meta elements, by name or property."""
    answer = Client().get(path)
    assert answer.status_code == 200
    text = answer.content.decode()
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', text)
    (title,) = re.findall(r"<title>(.*?)</title>", text)
    canonical = re.findall(r'<link rel="canonical" href="([^"]*)"', text)
    pairs = [*found, ("title", title), *(("canonical", one) for one in canonical)]
    return {name: unescape(value) for name, value in pairs}


def test_a_film(heat: Movie) -> None:
    meta = shown(f"{heat.get_absolute_url()}?similar=ratings")
    assert meta["title"] == "Heat (1995) · NextFlex"
    assert meta["description"] == (
        'Heat (1995): Crime. Directed by Michael Mann. With Al Pacino and Robert "Bob" De Niro. '
        "Rated 4.00 of 5 by 104 people."
    )
    assert meta["canonical"] == meta["og:url"] == f"{SITE}{heat.get_absolute_url()}"
    assert meta["og:title"] == "Heat (1995)"
    assert meta["og:type"] == "video.movie"
    assert meta["og:image"] == f"{SITE}/poster/{heat.pk}.svg"


def test_a_film_with_an_overview_and_an_image(heat: Movie) -> None:
    overview = "A group of high-end <thieves>.\n" + "Los Angeles. " * 30
    Movie.objects.update(overview=overview, poster_file="/heat.jpg")
    meta = shown(heat.get_absolute_url())
    assert meta["description"].startswith("A group of high-end <thieves>. Los Angeles.")
    assert len(meta["description"]) == 200
    assert meta["og:image"] == f"{SITE}/poster/{heat.pk}.jpg"


def test_a_person(heat: Movie) -> None:
    person = heat.credits.get(role="director").person
    meta = shown(person.get_absolute_url())
    assert meta["title"] == "Michael Mann · NextFlex"
    expected = "1 film with Michael Mann (director), with their average ratings."
    assert meta["description"] == expected


@pytest.mark.parametrize(
    ("path", "title", "canonical"),
    [
        ("/", "Movie recommendations", "/"),
        ("/browse/?genre=Crime", "Browse", "/browse/"),
        ("/genre/Crime/", "Crime films", "/genre/Crime/"),
        ("/charts/trending/", "Trending films", "/charts/trending/"),
        ("/charts/popular/?genre=Crime", "Popular Crime films", "/charts/popular/?genre=Crime"),
        ("/charts/popular/?genre=No", "Popular films", "/charts/popular/"),
    ],
)
def test_other_pages_have_a_title_a_description_and_one_address(
    heat: Movie, path: str, title: str, canonical: str
) -> None:
    meta = shown(path)
    assert meta["title"] == f"{title} · NextFlex"
    assert meta["canonical"] == f"{SITE}{canonical}"
    assert 20 < len(meta["description"]) <= 200
    assert "og:image" not in meta


@pytest.mark.parametrize(("theme", "colours"), [("dark", ["#121110"]), ("light", ["#f6f3ec"])])
def test_the_browser_s_bar_has_the_theme_s_colour(theme: str, colours: list[str]) -> None:
    text = Client(headers={"Cookie": f"theme={theme}"}).get("/models/").content.decode()
    assert re.findall(r'name="theme-color" content="(#\w+)"', text) == colours


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/favicon.ico", "image/x-icon"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_a_fixed_address_has_its_type_and_may_be_kept(path: str, kind: str) -> None:
    answer = Client().get(path)
    assert answer["Content-Type"] == kind
    assert "public" in answer["Cache-Control"]
    assert "max-age=" in answer["Cache-Control"]
    assert "Cookie" not in answer.get("Vary", "")


def test_the_icon_is_an_icon() -> None:
    assert Client().get("/favicon.ico").content.startswith(b"\0\0\1\0")


def test_the_manifest_s_icons_are_there() -> None:
    about = json.loads(Client().get("/manifest.webmanifest").content)
    assert (about["start_url"], about["theme_color"]) == ("/", "#121110")
    purposes = set()
    for icon in about["icons"]:
        found = finders.find(icon["src"].removeprefix("/static/"))
        assert found, icon
        purposes.add(icon["purpose"])
    assert purposes == {"any", "maskable"}


@pytest.mark.parametrize("path", ["/", "/films/6/", "/person/1/", "/genre/Crime/", "/browse/"])
def test_crawlers_may_read_the_catalogue(path: str) -> None:
    assert _rules().can_fetch("*", path)


def test_crawlers_may_follow_the_pages_of_the_list() -> None:
    assert _rules().can_fetch("*", "/browse/?page=2")


@pytest.mark.parametrize(
    "path",
    [
        *("/admin/", "/api/v1/movies/", "/graphql/", "/account/", "/ratings/", "/for-you/"),
        *("/sign-in/", "/watchlist/", "/uploads/new/", "/browse/?genre=Crime", "/random/"),
        "/find/?q=a",
    ],
)
def test_crawlers_stay_out_of_what_is_personal_or_endless(path: str) -> None:
    assert not _rules().can_fetch("*", path)


def _rules() -> RobotFileParser:
    rules = RobotFileParser()
    rules.parse(Client().get("/robots.txt").content.decode().splitlines())
    return rules
