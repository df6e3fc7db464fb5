"""Each request has an id, which its answer, its log lines and the words about a failure share."""

import logging

import pytest
from django.test import Client

from nextflex.base import request_id
from nextflex.base.request_id import HEADER, RequestIdFilter

LIVE = "/api/v1/health/live/"


@pytest.mark.parametrize("given", ["a", "req-7f3a.2_b", "0" * 64])
def test_a_good_id_is_kept(given: str) -> None:
    assert Client().get(LIVE, headers={HEADER: given})[HEADER] == given


BAD = [
    "",
    " ",
    "-dash",
    "x" * 65,
    "two words",
    "a\r\nSet-Cookie: b=c",
    "a\nERROR forged",
    "naïve",
    "<b>",
]


@pytest.mark.parametrize("given", BAD)
def test_another_takes_the_place_of_one_that_could_forge_a_log_line(given: str) -> None:
    shown = Client().get(LIVE, headers={HEADER: given})[HEADER]
    assert shown not in ("", given)
    assert len(shown) == 16
    assert shown.isalnum()


def test_two_requests_have_two_ids() -> None:
    assert Client().get(LIVE)[HEADER] != Client().get(LIVE)[HEADER]


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/", "/nowhere/", "/api/v1/nowhere/", "/admin/", "/random/"])
def test_every_kind_of_answer_has_it(page: str) -> None:
    assert Client().get(page, headers={HEADER: "seen"})[HEADER] == "seen"


def test_the_log_lines_of_a_request_have_it(caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.addFilter(RequestIdFilter())
    Client().get("/api/v1/nowhere/", headers={HEADER: "abc-1"})
    logging.getLogger("a.command").warning("outside of any request")
    shown = {line.name: getattr(line, "request_id", None) for line in caplog.records}
    assert shown == {"django.request": "abc-1", "a.command": "-"}


def test_no_id_outlives_its_request() -> None:
    Client().get(LIVE, headers={HEADER: "abc-1"})
    assert request_id.current.get() == "-"
