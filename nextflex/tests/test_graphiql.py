"""GraphiQL: there with DEBUG, from this site's own files; without it a word on how to ask."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db

ADDRESS = "/graphql/"
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_without_debug_a_browser_is_told_how_to_ask() -> None:
    answer = Client().get(ADDRESS, headers=BROWSER)
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    shown = answer.json()["error"]
    assert shown["code"] == "method_not_allowed"
    assert "POST" in shown["message"]


@pytest.fixture
def page(settings: Settings) -> str:
    settings.DEBUG = True
    answer = Client().get(ADDRESS, headers=BROWSER)
    assert answer.status_code == 200
    return answer.content.decode()


def test_with_debug_it_loads_files_of_this_site_only(page: str) -> None:
    files = re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"]+)"', page)
    assert len(files) == 7
    for file in files:
        assert finders.find(file.removeprefix("/static/")), file


def test_it_holds_no_script_and_no_style_of_its_own(page: str) -> None:
    assert not re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=", page)


def test_it_may_write_styles_but_run_no_other_script(settings: Settings) -> None:
    settings.DEBUG = True
    policy = Client().get(ADDRESS, headers=BROWSER)["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline'" in policy
    assert "default-src 'self'" in policy
    assert "script-src" not in policy


def test_its_files_load_nothing_from_elsewhere() -> None:
    found = finders.find("vendor/graphiql/graphiql.min.css")
    assert isinstance(found, str)
    css = Path(found).read_text()
    assert set(re.findall(r"url\((\w+):", css)) == {"data"}
    assert "@import" not in css
