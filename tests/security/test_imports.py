"""Files that nobody means well with, and imports that are somebody else's."""

import io
import struct
import tracemalloc
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from accounts.models import User
from catalog.models import Movie
from tests.builders import api_of, browser_of, make_movie, make_user
from uploads.import_jobs.starting import MOST_BYTES
from uploads.models import ImportJob, Rating
from uploads.tests.exports import RATINGS, csv_of, film, zip_of
from uploads.tests.imports import imported

pytestmark = pytest.mark.django_db
IMPORTS = "/api/v1/me/import/"
HEAT = csv_of(RATINGS, film("Heat", rating="4.5"))


@pytest.fixture
def alice(settings: Settings) -> User:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return make_user()


@pytest.fixture
def heat(alice: User) -> Movie:
    return make_movie(title="Heat")


def refusal(user: User, raw: bytes, *, name: str = "export.zip", status: int = 400) -> str:
    """The message; nothing must be kept."""
    answer = api_of(user).post(IMPORTS, {"file": SimpleUploadedFile(name, raw)})
    assert answer.status_code == status, answer.content
    assert not ImportJob.objects.exists()
    return str(answer.json()["error"]["message"])


def test_38_a_zip_bomb_is_refused_before_it_is_unpacked(alice: User) -> None:
    bomb = zip_of({"ratings.csv": b"0" * 300_000_000})
    assert len(bomb) < 400_000
    tracemalloc.start()
    assert "20,000,000" in refusal(alice, bomb)
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


def test_38_a_zip_that_lies_about_its_sizes_is_refused(alice: User) -> None:
    raw = bytearray(zip_of({"ratings.csv": HEAT * 1_000}))
    directory = raw.index(b"PK\x01\x02")
    for at in (22, directory + 24):  # the sizes in the entry and in the directory
        raw[at : at + 4] = struct.pack("<I", 100)
    refusal(alice, bytes(raw))


def test_38_a_zip_of_very_many_entries_is_refused(alice: User) -> None:
    assert "entries" in refusal(alice, zip_of({f"lists/{at}.csv": b"" for at in range(3_500)}))


def test_38_a_locked_a_twofold_and_an_empty_zip_are_refused(alice: User) -> None:
    locked = bytearray(zip_of({"ratings.csv": HEAT}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + at] |= 1
    assert "password" in refusal(alice, bytes(locked))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("ratings.csv", HEAT)
        archive.writestr("RATINGS.CSV", HEAT)
    assert "two files" in refusal(alice, stream.getvalue())
    refusal(alice, zip_of({}))
    refusal(alice, zip_of({"ratings.csv": b""}))


LAUGHS = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">
<!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
<recentratings><film><filmname>&lol2;</filmname><filmid>1</filmid></film></recentratings>"""
REACHING = """<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<recentratings><film><filmname>&x;</filmname><filmid>1</filmid></film></recentratings>"""


@pytest.mark.parametrize("raw", [LAUGHS, REACHING])
def test_38_xml_with_entities_is_refused(alice: User, raw: str) -> None:
    assert "document type" in refusal(alice, raw.encode(), name="ratings.xml")


def test_58_deep_xml_and_deep_json_are_refused(alice: User) -> None:
    deep = "<a>" * 300_000 + "</a>" * 300_000
    refusal(alice, f"<r><film>{deep}</film></r>".encode(), name="ratings.xml")
    refusal(alice, b'{"movies":' + b"[" * 400_000, name="backup.json")


@pytest.mark.parametrize(
    ("raw", "seems"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"SQLite format 3\x00\x10", "an SQLite database"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (bytes(range(256)) * 40, "a binary file"),
        (zip_of({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "save it as CSV"),
    ],
)
def test_60_what_is_no_export_is_named_without_its_bytes(
    alice: User, raw: bytes, seems: str
) -> None:
    message = refusal(alice, raw, name="mine.csv")
    assert seems in message
    assert message.isprintable()
    assert len(message) < 400


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_44_a_zip_cut_short_is_refused(alice: User, share: float) -> None:
    whole = zip_of({"ratings.csv": HEAT * 50})
    refusal(alice, whole[: int(len(whole) * share)])


@pytest.mark.parametrize("at", range(30, 130, 10))
def test_44_a_flipped_byte_of_a_zip_never_breaks_the_site(alice: User, at: int) -> None:
    raw = bytearray(zip_of({"ratings.csv": HEAT * 50}))
    raw[at % len(raw)] ^= 0xFF
    answer = api_of(alice).post(IMPORTS, {"file": SimpleUploadedFile("x.zip", bytes(raw))})
    assert answer.status_code in (202, 400)


@pytest.mark.parametrize(
    "name", ["../ratings.csv", "/etc/ratings.csv", "a/../ratings.csv", "deleted/ratings.csv"]
)
def test_42_only_known_places_in_a_zip_are_read(alice: User, name: str) -> None:
    assert "none of" in refusal(alice, zip_of({name: HEAT}))


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "a\\b\\evil.csv",
        "x\x00.csv",
        "x" * 240 + ".csv",
        "\u202excel.csv",
        "<b>.csv",
    ],
)
def test_42_a_files_name_is_shown_as_a_name(alice: User, heat: Movie, name: str) -> None:
    answer = api_of(alice).post(IMPORTS, {"file": SimpleUploadedFile(name, HEAT)})
    assert answer.status_code in (202, 400)
    for job in ImportJob.objects.all():
        assert len(job.file_name) <= 100
        assert not set("/\\\x00\u202e") & set(job.file_name)


def test_49_a_file_over_the_limit_is_refused_by_its_length(alice: User) -> None:
    assert "5,000,000" in refusal(alice, b"x" * (MOST_BYTES + 1), status=413)


def test_49_a_body_of_fifty_megabytes_is_not_read(alice: User) -> None:
    class Unread(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise AssertionError("the body was read")

    unread: dict[str, Any] = {"wsgi.input": Unread()}
    for client in (api_of(alice), browser_of(alice)):
        answer: Any = client.generic(
            "POST",
            IMPORTS,
            b"",
            content_type="multipart/form-data; boundary=x",
            CONTENT_LENGTH="50000000",
            **unread,
        )
        assert answer.status_code == 413


def test_49_a_form_of_very_many_fields_is_refused(alice: User) -> None:
    fields = {f"field{at}": "x" for at in range(1_500)}
    answer = api_of(alice).post(IMPORTS, fields)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "parse_error")


def test_22_another_persons_import_is_not_there(alice: User, heat: Movie) -> None:
    job = imported(alice, HEAT)
    stranger = api_of(make_user())
    mine = f"{IMPORTS}{job.pk}/"
    answers = [
        stranger.get(f"/api/v1/jobs/{job.pk}/"),
        stranger.get(mine),
        stranger.delete(mine),
        stranger.get(f"{mine}rows/"),
        stranger.post(f"{mine}apply/"),
        stranger.put(f"{mine}reading/", {"scale": 10}, format="json"),
        stranger.put(f"{mine}rows/2/", {"movie": None}, format="json"),
    ]
    assert [answer.status_code for answer in answers] == [404] * 7
    job.refresh_from_db()
    assert (job.state, job.counts) == ("done", {"imported": 1})
    assert not Rating.objects.exists()


def test_25_a_session_without_a_csrf_token_cannot_upload(alice: User) -> None:
    browser = browser_of(alice)
    browser.handler.enforce_csrf_checks = True
    answer = browser.post(IMPORTS, {"file": SimpleUploadedFile("ratings.csv", HEAT)})
    assert answer.status_code == 403
    assert not ImportJob.objects.exists()


@pytest.mark.parametrize("page", ["0", "-1", "abc", "9" * 30])
def test_57_a_page_of_rows_that_is_not_there_is_not_found(
    alice: User, heat: Movie, page: str
) -> None:
    job = imported(alice, HEAT)
    assert api_of(alice).get(f"{IMPORTS}{job.pk}/rows/", {"page": page}).status_code == 404


def test_64_rows_of_an_unknown_outcome_are_refused(alice: User, heat: Movie) -> None:
    job = imported(alice, HEAT)
    answer = api_of(alice).get(f"{IMPORTS}{job.pk}/rows/", {"outcome": "user__password"})
    assert answer.status_code == 400
