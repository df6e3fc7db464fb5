"""Bodies that are compressed or in another charset: 415 with a word, wherever they are sent."""

import gzip
import json
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.builders import api_of, make_movie, make_user
from uploads.models import Rating

pytestmark = pytest.mark.django_db
SIGN_IN = "/api/v1/auth/jwt/create/"
ADDRESSES = [SIGN_IN, "/api/v1/recommend/sequence/", "/graphql/", "/api/v1/me/import/"]
BODY = json.dumps({"query": "{__typename}", "email": "a@example.org", "sequence": [1]}).encode()
JSON = "application/json"


@pytest.fixture
def alice(settings: Settings) -> User:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return make_user(email="alice@example.org")


def post(page: str, body: bytes, kind: str = JSON, **headers: str) -> Any:
    return Client().generic("POST", page, body, content_type=kind, headers=headers)


def message_of(answer: Any) -> str:
    assert answer.status_code == 415, answer.content
    error = answer.json()["error"]
    assert error["code"] == "unsupported_media_type"
    return str(error["message"])


@pytest.mark.parametrize("page", ADDRESSES)
@pytest.mark.parametrize("encoding", ["gzip", "GZIP", "deflate", "br", "zstd", "gzip, identity"])
def test_60_a_compressed_body_is_refused(page: str, encoding: str) -> None:
    shown = message_of(post(page, gzip.compress(BODY), **{"Content-Encoding": encoding}))
    assert "Content-Encoding" in shown
    assert encoding.lower() in shown


@pytest.mark.parametrize("page", ADDRESSES)
@pytest.mark.parametrize(
    "charset", ["utf-16", "UTF-16LE", "utf-32", "iso-8859-1", "windows-1252", "utf-7", "x", '"a"']
)
def test_60_another_charset_is_refused(page: str, charset: str) -> None:
    shown = message_of(post(page, BODY.decode().encode("utf-16"), f"{JSON}; charset={charset}"))
    assert "UTF-8" in shown


def test_60_so_is_a_file_with_its_fields(alice: User) -> None:
    kind = "multipart/form-data; boundary=x; charset=utf-16"
    assert "UTF-8" in message_of(post("/api/v1/me/import/", b"--x--", kind))


@pytest.mark.parametrize(
    "kind", [JSON, f"{JSON};charset=utf-8", f"{JSON}; charset=UTF-8", f'{JSON}; charset="utf8"']
)
@pytest.mark.parametrize("encoding", ["", "identity", "Identity"])
def test_60_plain_utf_8_is_read(alice: User, kind: str, encoding: str) -> None:
    movie = make_movie()
    headers = {"Content-Encoding": encoding} if encoding else {}
    page = f"/api/v1/me/ratings/{movie.pk}/"
    answer = api_of(alice).generic("PUT", page, '{"rating": 4}', content_type=kind, headers=headers)
    assert answer.json()["rating"] == 4
    assert Rating.objects.count() == 1


def test_60_without_a_body_there_is_nothing_to_refuse() -> None:
    answer = Client().get("/api/v1/genres/", headers={"Content-Encoding": "gzip"})
    assert answer.status_code == 200


def test_60_a_page_s_form_is_refused_in_words() -> None:
    form = b"theme=dark"
    kind = "application/x-www-form-urlencoded"
    answer = Client().post("/theme/", form, content_type=kind, headers={"Content-Encoding": "gzip"})
    assert answer.status_code == 415
    assert "Content-Encoding" in answer.content.decode()
