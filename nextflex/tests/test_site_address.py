"""A site at an IPv6 address or at an international host: its pages, forms, links and clients."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings as project
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from accounts import mailed_links, tasks
from accounts.models import User
from accounts.tests.builders import PASSWORD
from nextflex.conf import env
from tests.builders import make_user
from tests.shown import token

SITES = {
    "http://[::1]:8000": "[::1]:8000",
    "http://[2001:DB8:0::1]:8000": "[2001:db8::1]:8000",
    "https://kinofür.example": "xn--kinofr-7ya.example",
    "https://KINOFÜR.example:8443": "xn--kinofr-7ya.example:8443",
    "https://xn--kinofr-7ya.example": "xn--kinofr-7ya.example",
    "https://films.example.org:443/": "films.example.org",
}
_READ = """
import json
from nextflex import settings as s
names = ("ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS")
print(json.dumps({name: getattr(s, name) for name in names} | {"SITE_URL": s.SITE_URL.geturl()}))
"""


def started(**environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", _READ],
        env=os.environ | environment,
        cwd=project.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


def settings_of(site: str) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(started(SITE_URL=site).stdout)
    return shown


@pytest.fixture
def alice(db: None, settings: Settings) -> User:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return make_user(email="alice@example.org")


@pytest.mark.parametrize(("site", "host"), SITES.items())
def test_whoever_comes_by_the_site_s_own_address_signs_in(
    site: str, host: str, settings: Settings, alice: User
) -> None:
    shown = settings_of(site)
    settings.ALLOWED_HOSTS = shown["ALLOWED_HOSTS"]
    settings.CSRF_TRUSTED_ORIGINS = shown["CSRF_TRUSTED_ORIGINS"]
    origin = (
        f"{site.partition(':')[0]}://{host}"  # which a browser behind a proxy for https sends, too
    )
    browser = Client(enforce_csrf_checks=True, headers={"Host": host, "Origin": origin})
    page = browser.get(reverse("accounts:sign_in"))
    form = {"username": alice.email, "password": PASSWORD}
    form["csrfmiddlewaretoken"] = token(page)
    assert browser.post(reverse("accounts:sign_in"), form).status_code == 302
    assert Client(headers={"Host": "evil.example"}).get("/").status_code == 400


@pytest.mark.parametrize(("site", "host"), SITES.items())
def test_its_host_is_allowed_beside_those_that_are_named(site: str, host: str) -> None:
    shown = json.loads(started(SITE_URL=site, ALLOWED_HOSTS="films.example.net").stdout)
    bare = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    assert shown["ALLOWED_HOSTS"] == ["films.example.net", bare]
    assert shown["SITE_URL"] == f"{site.partition(':')[0]}://{host}"


def test_a_site_under_a_path_is_refused_at_the_start() -> None:
    done = started(SITE_URL="https://example.org/films")
    assert done.returncode
    assert "SITE_URL='https://example.org/films'" in done.stderr
    assert "needs a host of its own" in done.stderr


def test_a_mail_links_in_ascii_and_speaks_of_the_host_as_people_do(
    settings: Settings, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://kinofür.example:8443")
    settings.SITE_URL = env.own_url("SITE_URL", default="")
    tasks.send_new_password_link.call(alice.email)
    (sent,) = mail.outbox
    assert "https://xn--kinofr-7ya.example:8443/new-password/" in sent.body
    assert sent.subject.endswith(" kinofür.example:8443")
    assert mailed_links.site_name() == "kinofür.example:8443"
    assert sent.message().as_bytes()  # it can be sent
