"""Which providers may sign people in, as the environment says; by default none, and nothing of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import NoReverseMatch, reverse

from nextflex.conf import social as social_settings

OIDC = {
    "SOCIAL_SIGN_IN": "oidc",
    "OIDC_ISSUER": "https://id.example.org/realm/",
    "OIDC_CLIENT_ID": "films",
    "OIDC_CLIENT_SECRET": "hush",
}


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("SOCIAL_", "OIDC_", "GOOGLE_", "GITHUB_")):
            monkeypatch.delenv(name)


def read(monkeypatch: pytest.MonkeyPatch, **given: str) -> tuple[social_settings.Provider, ...]:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return social_settings._providers()


def test_by_default_there_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch) == read(monkeypatch, SOCIAL_SIGN_IN=" , ") == ()


def test_a_provider_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = read(monkeypatch, **OIDC)
    assert (one.slug, one.name) == ("oidc", "id.example.org")
    assert (one.issuer, one.client_id) == ("https://id.example.org/realm", "films")
    assert "hush" not in repr(one)


def test_those_that_are_known_need_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {
        f"{who}_CLIENT_{what}": "x" for who in ("GOOGLE", "GITHUB") for what in ("ID", "SECRET")
    }
    both = read(monkeypatch, SOCIAL_SIGN_IN="GitHub, google,github", **keys)
    assert [(one.name, one.issuer) for one in both] == [
        ("GitHub", "https://github.com"),
        ("Google", "https://accounts.google.com"),
    ]


@pytest.mark.parametrize("name", ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"])
def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"{name} is not set.*remove 'oidc' from"):
        read(monkeypatch, **OIDC | {name: ""})


def test_an_unknown_provider_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImproperlyConfigured, match="'gogle'; valid names are google, github, oidc"):
        read(monkeypatch, SOCIAL_SIGN_IN="gogle")


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("id.example.org", "is not an address"),
        ("ftp://id.example.org", "is not an address"),
        ("http://id.example.org", "must begin with https"),
        ("http://127.0.0.1.example.org", "must begin with https"),
        ("https://id.example.org/?a=b", "is not a plain address"),
        ("https://id.example.org/#a", "is not a plain address"),
        ("https://me:hush@id.example.org", "is not a plain address"),
    ],
)
def test_a_wrong_address_is_named(
    monkeypatch: pytest.MonkeyPatch, address: str, problem: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"OIDC_ISSUER.* {problem}") as stopped:
        read(monkeypatch, **OIDC | {"OIDC_ISSUER": address})
    assert "hush" not in str(stopped.value) or "not a plain" not in problem


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_this_machine_may_be_asked_in_the_clear(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    (one,) = read(monkeypatch, **OIDC | {"OIDC_ISSUER": f"http://{host}:9000"})
    assert one.issuer == f"http://{host}:9000"


def test_without_the_packages_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(social_settings, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match="run script/setup social"):
        read(monkeypatch, **OIDC)


def test_by_default_nothing_of_it_is_in_the_site() -> None:
    assert project.SOCIAL_PROVIDERS == ()
    with pytest.raises(NoReverseMatch):
        reverse("social:begin", args=["google"])


@pytest.mark.django_db
def test_by_default_no_page_offers_it() -> None:
    for name in ("sign_in", "sign_up"):
        assert "Continue with" not in Client().get(reverse(f"accounts:{name}")).content.decode()
    for path in ("/sign-in/with/google/", "/accounts/login/", "/sign-in/with/oidc/back/"):
        assert Client().get(path).status_code == 404


_WITHOUT = """
import sys
sys.modules["authlib"] = None  # an import of it fails, as where it is not installed
import django
django.setup()
from django.test import Client
from nextflex import urls
from django.core.management import call_command
call_command("migrate", verbosity=0)
print(Client(headers={"host": "localhost"}).get("/sign-in/").status_code)
"""


def test_by_default_the_site_runs_without_the_package(tmp_path: Path) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", _WITHOUT],
        cwd=project.BASE_DIR,
        env=os.environ
        | {"NEXTFLEX_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "nextflex.settings"}
        | {"DATABASE_URL": f"sqlite:///{tmp_path}/films.sqlite3", "DEBUG": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.stdout.split() == ["200"], shown.stderr[-3000:]
