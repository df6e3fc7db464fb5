"""Bodies that no honest client sends; the number in a name is its line in the security checklist."""

import json
import time
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from catalog.models import Movie
from tests.builders import api_of, make_movie, make_user
from uploads.models import Rating

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def movie() -> Movie:
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
def test_58_deep_nesting_is_refused(
    movie: Movie, depth: int, opening: bytes, closing: bytes
) -> None:
    body = b'{"rating": 4, "x": ' + opening * depth + b"1" + closing * depth + b"}"
    assert "nested deeper" in refusal(movie, body)


def test_58_nesting_that_is_never_closed_is_refused(movie: Movie) -> None:
    assert "nested deeper" in refusal(movie, b"[" * 100_000)


def test_58_modest_nesting_is_read(movie: Movie) -> None:
    assert put(movie, b'{"rating": 4, "x": ' + b"[" * 20 + b"]" * 20 + b"}").status_code == 200


@pytest.mark.parametrize("text", [b'"\\ud800"', b'"\\udfff\\ud800"', b'{"\\ud800": 1}'])
def test_58_a_lone_surrogate_is_refused(movie: Movie, text: bytes) -> None:
    assert "not valid JSON" in refusal(movie, b'{"rating": 4, "x": ' + text + b"}")


def test_58_a_pair_of_surrogates_is_read(movie: Movie) -> None:
    assert put(movie, b'{"rating": 4, "x": "\\ud83c\\udfac"}').status_code == 200


@pytest.mark.parametrize("constant", [b"NaN", b"Infinity", b"-Infinity"])
def test_62_what_is_no_number_in_json_is_refused(movie: Movie, constant: bytes) -> None:
    assert constant.decode() in refusal(movie, b'{"rating": ' + constant + b"}")


def test_62_a_number_that_overflows_is_refused(movie: Movie) -> None:
    refusal(movie, b'{"rating": 1e999}')


def test_62_a_number_of_a_hundred_thousand_digits_is_refused(movie: Movie) -> None:
    refusal(movie, b'{"rating": ' + b"9" * 100_000 + b"}")


@pytest.mark.parametrize(
    "body", [b'{"rating": 1, "rating": 5}', b'{"rating": 4, "x": {"a":1,"a":2}}']
)
def test_60_a_repeated_name_is_refused(movie: Movie, body: bytes) -> None:
    assert "a name is repeated" in refusal(movie, body)


@pytest.mark.parametrize("body", [b"[]", b"4", b'"rating"', b"null", b"true", b'[{"rating": 4}]'])
def test_60_what_is_no_object_is_refused(movie: Movie, body: bytes) -> None:
    assert "must be a JSON object" in refusal(movie, body)


@pytest.mark.parametrize(
    "body",
    [
        b'{"rating": 4, "x": "\xff"}',
        b'{"rating": 4, "x": "\xc0\xaf"}',
        b'{"rating": 4, "x": "\xed\xa0\x80"}',
        json.dumps({"rating": 4}).encode("utf-16"),
        b"\xef\xbb\xbf" * 2 + b'{"rating": 4}',
    ],
)
def test_60_text_that_is_not_plain_utf_8_is_refused(movie: Movie, body: bytes) -> None:
    assert "not valid JSON" in refusal(movie, body)


def test_60_a_byte_order_mark_is_skipped(movie: Movie) -> None:
    assert put(movie, b"\xef\xbb\xbf" + b'{"rating": 4}').json()["rating"] == 4


@pytest.mark.parametrize("body", [b"", b" ", b"{", b"{'rating': 4}", b'{"rating": 4,}', b"{}x"])
def test_60_what_is_no_json_is_refused(movie: Movie, body: bytes) -> None:
    refusal(movie, body)


def test_61_a_body_of_ten_megabytes_is_refused(movie: Movie) -> None:
    body = b'{"rating": 4, "x": "' + b"x" * 10_000_000 + b'"}'
    assert "larger than 1,000,000 bytes" in refusal(movie, body, status=413)


def test_61_a_body_of_just_the_limit_is_read(movie: Movie) -> None:
    start, end = b'{"rating": 4, "x": "', b'"}'
    padding = b"x" * (1_000_000 - len(start) - len(end))
    assert put(movie, start + padding + end).status_code == 200


def test_61_a_body_one_byte_over_the_limit_is_refused(movie: Movie) -> None:
    start, end = b'{"rating": 4, "x": "', b'"}'
    padding = b"x" * (1_000_001 - len(start) - len(end))
    refusal(movie, start + padding + end, status=413)


def test_59_a_nul_in_a_text_that_is_kept_is_refused() -> None:
    answer = api_of(make_user()).patch("/api/v1/auth/users/me/", {"name": "a\0b"}, format="json")
    assert answer.status_code == 400


# --- every endpoint that reads a body --------------------------------------------------------------
WRITES = [
    "auth/users/",
    "auth/jwt/create/",
    "auth/jwt/refresh/",
    "auth/jwt/verify/",
    "auth/jwt/logout/",
]
WRITES += [
    "auth/users/set_password/",
    "auth/users/reset_password/",
    "auth/users/reset_password_confirm/",
]
WRITES += ["recommend/sequence/", "recommend/scores/"]
ODD = {
    "58 deep": b"[" * 100_000 + b"]" * 100_000,
    "58 a lone surrogate as a value": b'{"email": "\\ud800", "token": "\\ud800", "k": ["\\ud800"]}',
    "58 a lone surrogate as a name": b'{"\\udfff": 1}',
    "60 no UTF-8": b'{"email": "\xff\xfe"}',
    "60 a name twice": b'{"email": "a@example.org", "email": "b@example.org", "k": 1, "k": 2}',
    "60 a list": b"[]",
    "60 null": b"null",
    "60 half of it": b'{"email":',
    "60 nothing": b"",
    "62 no number": b'{"sequence": [NaN], "k": Infinity}',
    "62 a huge number": b'{"sequence": [1e400], "stars": [1e400], "k": 1e400, "age": '
    + b"9" * 5000
    + b"}",
}


@pytest.mark.parametrize("path", WRITES)
def test_58_60_62_no_endpoint_takes_an_odd_body(path: str) -> None:
    client = api_of(make_user())
    for kind, raw in ODD.items():
        answer = client.post(f"/api/v1/{path}", raw, content_type="application/json")
        assert answer.status_code in {400, 401}, kind
        assert answer.json()["error"]["message"], kind


@pytest.mark.parametrize("path", WRITES)
@pytest.mark.parametrize(
    "kind", ["", "text/plain", "text/json", "application/xml", "application/json-seq"]
)
def test_60_another_type_of_body_is_refused(path: str, kind: str) -> None:
    answer = api_of(make_user()).generic("POST", f"/api/v1/{path}", '{"a": 1}', content_type=kind)
    assert answer.status_code in {400, 415}
    assert "code" in answer.json()["error"]


@pytest.mark.parametrize("path", WRITES)
def test_61_ten_megabytes_are_refused_fast_and_never_read(path: str) -> None:
    class Counted(BytesIO):
        taken = 0

        def read(self, size: int | None = -1) -> bytes:
            given = super().read(size)
            Counted.taken += len(given)
            return given

    client = api_of(make_user())
    size = 10_000_000
    body = Counted(b'{"x": "' + b"x" * size + b'"}')
    sent: dict[str, Any] = {"wsgi.input": body, "CONTENT_LENGTH": str(size + 9)}
    started_s = time.process_time()
    answer = client.generic("POST", f"/api/v1/{path}", content_type="application/json", **sent)
    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "too_large"
    assert Counted.taken <= 1_100_000
    assert time.process_time() - started_s < 0.5


def test_61_a_page_s_form_of_ten_megabytes_is_refused_too() -> None:
    assert Client().post("/theme/", {"theme": "x" * 10_000_000}).status_code in {400, 413}


@pytest.mark.parametrize(
    "stars", [0, -1, 5.1, 0.75, 5.5, 1e308, "NaN", "", None, True, [4], {"a": 4}, "4 "]
)
def test_62_what_is_no_rating_is_refused(movie: Movie, stars: Any) -> None:
    answer = put(movie, json.dumps({"rating": stars}).encode())
    if stars == "4 ":  # a number, generously read
        assert answer.json()["rating"] == 4
        return
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["rating"]
    assert not Rating.objects.exists()


def test_62_nor_in_a_sequence() -> None:
    for stars in (0, -1, 5.1, "NaN", "Infinity", None, "1e400"):
        given = {"sequence": [1], "stars": [stars]}
        answer = Client().post(
            "/api/v1/recommend/sequence/", given, content_type="application/json"
        )
        assert answer.status_code == 400, stars
        assert list(answer.json()["error"]["fields"]) == ["stars"]
