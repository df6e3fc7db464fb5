"""The schema, the API's page of documents, and what pages may load."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from nextflex.http.api_urls import SCHEMA_FILE
from tests.builders import browser_of, make_user

SCHEMA, DOCS = "/api/v1/schema/", "/api/docs/"


@pytest.mark.django_db
def test_the_schema_is_the_committed_file(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        answer = Client().get(SCHEMA)
    assert answer.content == SCHEMA_FILE.read_bytes()


def test_the_schema_may_be_kept() -> None:
    assert "max-age=3600" in Client().get(SCHEMA)["Cache-Control"]


@pytest.mark.django_db
def test_the_documents_come_from_no_other_host() -> None:
    page = Client().get(DOCS).content.decode()
    hosts = re.findall(r"""(?:src|href)=["'](?:https?:)?//([^/"']+)""", page)
    assert set(hosts) <= {"testserver"}


@pytest.mark.django_db
def test_the_documents_hold_no_inline_script() -> None:
    page = Client().get(DOCS).content.decode()
    scripts = re.findall(r"<script\b([^>]*)>(.*?)</script>", page, re.DOTALL)
    assert scripts
    assert all("src=" in attributes and not text.strip() for attributes, text in scripts)


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/", "/browse/", "/models/", "/sign-in/", "/sign-up/"])
def test_a_page_holds_no_script_and_no_style_that_the_policy_refuses(page: str) -> None:
    text = Client().get(page).content.decode()
    assert not re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", text)
    assert not re.findall(r"<style\b", text)
    assert not re.findall(r"""<[^>]+\s(?:style|on[a-z]+)=["']""", text)


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/", "/nowhere/", "/poster/1.svg", DOCS, "/api/v1/genres/"])
def test_every_answer_has_the_policy(page: str) -> None:
    policy = Client().get(page)["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
def test_the_policy_closes_what_is_not_used(part: str) -> None:
    assert part in Client().get("/")["Content-Security-Policy"]


def test_the_admin_has_a_policy_of_its_own(db: None) -> None:
    root: User = make_user(is_staff=True, is_superuser=True)
    policy = browser_of(root).get("/admin/")["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-eval'" in policy
    assert "frame-ancestors 'none'" in policy


def test_no_page_can_be_framed(db: None) -> None:
    assert Client().get("/")["X-Frame-Options"] == "DENY"
