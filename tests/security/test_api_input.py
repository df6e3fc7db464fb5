"""Bodies that no honest client sends."""

import json
from typing import Any

import pytest
from pytest_django import Settings

from catalog.models import Movie
from tests.builders import api_of, make_movie, make_user
from uploads.models import Rating

pytestmark = pytest.mark.django_db


@pytest.fixture
def movie(settings: Settings) -> Movie:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return make_movie()


def put(movie: Movie, body: bytes) -> Any:
    path = f"/api/v1/me/ratings/{movie.pk}/"
    return api_of(make_user()).put(path, body, content_type="application/json")


def refusal(movie: Movie, body: bytes, *, status: int = 400) -> str:
    """The message; nothing must be kept."""
    answer = put(movie, body)
    assert answer.status_code == status, answer.content
    assert not Rating.objects.exists()
    return str(answer.json()["error"]["message"])


@pytest.mark.parametrize("depth", [33, 1_000, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"a":', b"}")])
def test_deep_nesting_is_refused(movie: Movie, depth: int, opening: bytes, closing: bytes) -> None:
    body = b'{"rating": 4, "x": ' + opening * depth + b"1" + closing * depth + b"}"
    assert "nested deeper" in refusal(movie, body)


def test_nesting_that_is_never_closed_is_refused(movie: Movie) -> None:
    assert "nested deeper" in refusal(movie, b"[" * 100_000)


def test_modest_nesting_is_read(movie: Movie) -> None:
    assert put(movie, b'{"rating": 4, "x": ' + b"[" * 20 + b"]" * 20 + b"}").status_code == 200


@pytest.mark.parametrize("text", [b'"\\ud800"', b'"\\udfff\\ud800"', b'{"\\ud800": 1}'])
def test_a_lone_surrogate_is_refused(movie: Movie, text: bytes) -> None:
    assert "not valid JSON" in refusal(movie, b'{"rating": 4, "x": ' + text + b"}")


def test_a_pair_of_surrogates_is_read(movie: Movie) -> None:
    assert put(movie, b'{"rating": 4, "x": "\\ud83c\\udfac"}').status_code == 200


@pytest.mark.parametrize("constant", [b"NaN", b"Infinity", b"-Infinity"])
def test_what_is_no_number_in_json_is_refused(movie: Movie, constant: bytes) -> None:
    assert constant.decode() in refusal(movie, b'{"rating": ' + constant + b"}")


def test_a_number_that_overflows_is_refused(movie: Movie) -> None:
    refusal(movie, b'{"rating": 1e999}')


def test_a_number_of_a_hundred_thousand_digits_is_refused(movie: Movie) -> None:
    refusal(movie, b'{"rating": ' + b"9" * 100_000 + b"}")


@pytest.mark.parametrize(
    "body", [b'{"rating": 1, "rating": 5}', b'{"rating": 4, "x": {"a":1,"a":2}}']
)
def test_a_repeated_name_is_refused(movie: Movie, body: bytes) -> None:
    assert "a name is repeated" in refusal(movie, body)


@pytest.mark.parametrize("body", [b"[]", b"4", b'"rating"', b"null", b"true", b'[{"rating": 4}]'])
def test_what_is_no_object_is_refused(movie: Movie, body: bytes) -> None:
    assert "must be a JSON object" in refusal(movie, body)


@pytest.mark.parametrize(
    "body",
    [
        b'{"rating": 4, "x": "\xff"}',
        b'{"rating": 4, "x": "\xc0\xaf"}',
        b'{"rating": 4, "x": "\xed\xa0\x80"}',
        json.dumps({"rating": 4}).encode("utf-16"),
        b"\xef\xbb\xbf" + b'{"rating": 4}',
    ],
)
def test_text_that_is_not_plain_utf_8_is_refused(movie: Movie, body: bytes) -> None:
    assert "not valid JSON" in refusal(movie, body)


@pytest.mark.parametrize("body", [b"", b" ", b"{", b"{'rating': 4}", b'{"rating": 4,}', b"{}x"])
def test_what_is_no_json_is_refused(movie: Movie, body: bytes) -> None:
    refusal(movie, body)


def test_a_body_of_ten_megabytes_is_refused(movie: Movie) -> None:
    body = b'{"rating": 4, "x": "' + b"x" * 10_000_000 + b'"}'
    assert "larger than 1,000,000 bytes" in refusal(movie, body, status=413)


def test_a_body_of_just_the_limit_is_read(movie: Movie) -> None:
    start, end = b'{"rating": 4, "x": "', b'"}'
    padding = b"x" * (1_000_000 - len(start) - len(end))
    assert put(movie, start + padding + end).status_code == 200


def test_a_body_one_byte_over_the_limit_is_refused(movie: Movie) -> None:
    start, end = b'{"rating": 4, "x": "', b'"}'
    padding = b"x" * (1_000_001 - len(start) - len(end))
    refusal(movie, start + padding + end, status=413)


def test_a_nul_in_a_text_that_is_kept_is_refused() -> None:
    answer = api_of(make_user()).patch("/api/v1/auth/users/me/", {"name": "a\0b"}, format="json")
    assert answer.status_code == 400
