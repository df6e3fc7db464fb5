"""Uploads: what is refused, what is kept, what is shown, to whom (checklist 38-51, 53)."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import psutil
import pytest
from django.test import Client
from PIL import Image
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from catalog.models import Movie
from tests.builders import api_of, browser_of, make_movie, make_user
from tests.engine_fixture import camps, own_engine, published_models
from uploads.models import Post, PostImage
from uploads.posts.spooling import spool_folder
from uploads.tests.pictures import (
    SECRETS,
    animation,
    bomb_png,
    exif,
    jpeg,
    jpeg_header,
    noise,
    picture,
    png_header,
    saved,
    telling_jpeg,
    telling_png,
    telling_webp,
)
from uploads.tests.posting import (
    ALL,
    MINE,
    develop_all,
    file,
    make_post,
    one,
    send,
    served,
    stored_files,
)

__all__ = ["camps", "own_engine", "published_models"]

pytestmark = pytest.mark.django_db
PAYLOAD = b"<html><script>alert('polyglot')</script></html>"


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings, own_engine: Path) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def alice() -> User:
    return make_user(email="alice@example.org", name="Alice")


@pytest.fixture
def heat() -> Movie:
    return make_movie()


def refused(user: User, data: bytes, *, name: str = "a.jpg", kind: str = "image/jpeg") -> Any:
    """A post of it that is refused, with nothing kept of it."""
    sent = {"title": "Some film", "text": "x", "image": file(data, name, kind)}
    answer = api_of(user).post(MINE, sent, format="multipart")
    assert 400 <= answer.status_code < 500, answer.content
    assert answer.json()["error"]["message"]
    assert not Post.objects.exists()
    assert stored_files() == []
    assert list(spool_folder().iterdir()) == []
    return answer


BOMBS: dict[str, Callable[[], bytes]] = {
    "a header of 60,000 × 60,000": lambda: png_header(60_000, 60_000),
    "a JPEG header of 60,000 × 60,000": lambda: jpeg_header(60_000, 60_000),
    "a true PNG of 12,000 × 12,000": bomb_png,
    "a WebP canvas of 16 million a side": lambda: (
        b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff" * 6
    ),
    "a GIF of 65,535 a side": lambda: b"GIF89a\xff\xff\xff\xff\0\0\0;",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_38_a_bomb_is_refused_before_it_is_decoded(alice: User, bomb: str) -> None:
    assert refused(alice, BOMBS[bomb]()).status_code == 400


@pytest.mark.parametrize("bomb", ["bomb", "limit"])
def test_38_no_image_costs_this_process_50_mb(alice: User, bomb: str) -> None:
    """Neither one that is refused nor the largest that is taken: decoding is a child's work."""
    data = bomb_png() if bomb == "bomb" else saved(Image.new("RGB", (6320, 6320)), "PNG")
    send(alice, jpeg(), title="Warm")
    peak, process = 0, psutil.Process()
    before = process.memory_info().rss
    with _watched(process) as seen:
        status = send(alice, data, title="Some film", text="x").status_code
    peak = max(seen)
    assert status == (400 if bomb == "bomb" else 201)
    assert peak - before < 50_000_000


class _watched:  # noqa: N801  reads as what it does
    """The resident memory of a process, looked at all the time."""

    def __init__(self, process: psutil.Process) -> None:
        self._process, self._seen = process, list[int]()

    def __enter__(self) -> list[int]:
        import threading  # noqa: PLC0415

        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()
        return self._seen

    def _look(self) -> None:
        while not self._over.wait(0.005):
            self._seen.append(self._process.memory_info().rss)

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()
        self._seen.append(self._process.memory_info().rss)


OTHERS = {
    "tiff": saved(picture(), "TIFF"),
    "bmp": saved(picture(), "BMP"),
    "ico": saved(picture(), "ICO"),
    "ppm": saved(picture(), "PPM"),
    "tga": saved(picture(), "TGA"),
    "jp2": saved(picture(), "JPEG2000"),
    "pdf": saved(picture(), "PDF"),
    "avif": saved(picture(), "AVIF"),
    "eps": saved(picture(), "EPS"),
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "svgz-like": b"<?xml version='1.0'?>\n<!DOCTYPE svg><svg/>",
    "html": PAYLOAD,
    "zip": b"PK\3\4" + b"\0" * 100,
    "text": b"hello",
}


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_39_only_four_kinds_are_taken_whatever_the_name_says(
    alice: User, kind: str, name: str
) -> None:
    answer = refused(alice, OTHERS[kind], name=name)
    assert answer.status_code == 415
    assert "JPEG, PNG, WebP or GIF" in answer.json()["error"]["message"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_39_the_four_kinds_are_taken(alice: User, kind: str) -> None:
    assert send(alice, saved(picture(), kind), title="Some film").status_code == 201


def _polyglots() -> Iterator[tuple[str, bytes]]:
    for kind in ("JPEG", "PNG", "WEBP", "GIF"):
        yield f"{kind} and HTML after it", saved(picture(), kind) + PAYLOAD
    yield "JPEG with HTML as its comment", jpeg(comment=PAYLOAD)
    yield "GIF with a script as its comment", saved(picture(), "GIF", comment=PAYLOAD)
    yield "JPEG with HTML in EXIF", jpeg(exif=exif(more={0x010E: PAYLOAD.decode()}))
    raw = saved(picture(), "GIF")
    yield "GIF that is a script", raw[:6] + b"/*" + raw[8:] + b"*/=1;alert('polyglot')"


@pytest.mark.parametrize(("name", "data"), _polyglots())
def test_40_what_a_polyglot_hides_is_in_no_served_file(
    alice: User, heat: Movie, name: str, data: bytes
) -> None:
    answer = send(alice, data, movie=heat.pk, is_public=True)
    if name == "GIF that is a script" and answer.status_code == 400:
        return  # its width is the comment's, and the rest too short
    assert answer.status_code == 201, answer.content
    develop_all()
    files = served(Post.objects.get(), Client())
    assert files
    for shown in files.values():
        assert b"alert" not in shown.content
        assert Image.open(BytesIO(shown.content)).format == "WEBP"
    assert all(name.endswith(".webp") for name in stored_files())


def test_40_the_file_as_it_was_sent_has_no_address(alice: User, heat: Movie) -> None:
    post = make_post(alice, movie=heat.pk, is_developed=False)
    upload = PostImage.objects.get(post=post).upload
    assert [upload] == stored_files()
    for address in (f"/media/{upload}", f"/{upload}", f"/static/{upload}"):
        assert browser_of(alice).get(address).status_code == 404
    develop_all()
    assert upload not in stored_files()


def test_41_an_image_is_what_its_bytes_say(alice: User) -> None:
    sent = {"title": "x", "image": file(saved(picture(), "PNG"), "a.gif", "text/html")}
    reported = api_of(alice).post(MINE, sent, format="multipart").json()
    assert reported["image"]["format"] == "PNG"


NAMES = [
    "../../etc/passwd",
    "..\\..\\boot.ini",
    "a\0b.jpg",
    "a" * 500 + ".jpg",
    "a." + "j" * 500,
    "\u202egpj.exe",
    "a\r\nSet-Cookie: x=1.jpg",
    "<img src=x onerror=alert(1)>.jpg",
    "%2e%2e%2fx.jpg",
    "CON.jpg",
    ".htaccess",
]


@pytest.mark.parametrize("name", NAMES)
def test_42_a_files_name_names_nothing_here(
    alice: User, heat: Movie, name: str, settings: Settings
) -> None:
    body = _form(("movie", str(heat.pk)), ("text", "x"), image=(name, jpeg()))
    answer = api_of(alice).post(MINE, body, content_type="multipart/form-data; boundary=frontier")
    assert answer.status_code == 201, answer.content
    develop_all()
    pattern = r"posts/[0-9a-f]{2}/[0-9a-f]{32}-(320|720|1440|full)\.webp"
    assert all(re.fullmatch(pattern, path) for path in stored_files())
    if image := answer.json()["image"]:
        kept = image["file_name"]
        assert len(kept) <= 200
        assert kept.isprintable()
        assert "/" not in kept
        assert "\\" not in kept


def _form(*fields: tuple[str, str], image: tuple[str, bytes]) -> bytes:
    parts = [
        f'--frontier\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields
    ]
    head = f'--frontier\r\nContent-Disposition: form-data; name="image"; filename="{image[0]}"\r\n'
    parts.append(head.encode() + b"Content-Type: image/jpeg\r\n\r\n" + image[1] + b"\r\n")
    return b"".join(parts) + b"--frontier--\r\n"


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_43_600_frames_are_refused(alice: User, kind: str) -> None:
    assert (
        "the maximum is 60" in refused(alice, animation(600, kind=kind)).json()["error"]["message"]
    )


def test_43_the_pixels_of_all_frames_count(alice: User) -> None:
    refused(alice, animation(50, 1000, 1000))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_44_an_image_cut_at_twenty_points_is_refused(alice: User, kind: str) -> None:
    whole = saved(picture(300, 200), kind)
    for point in range(1, 21):
        answer = refused(alice, whole[: len(whole) * point // 21])
        assert answer.status_code == 400


@pytest.mark.parametrize("data", [telling_jpeg(orientation=6), telling_png(), telling_webp()])
def test_45_no_served_file_tells_place_serial_or_owner(
    alice: User, heat: Movie, data: bytes
) -> None:
    assert any(secret in data for secret in SECRETS)
    post = make_post(alice, data=data, movie=heat.pk)
    for shown in served(post, Client()).values():
        assert not [secret for secret in SECRETS if secret in shown.content]
        image = Image.open(BytesIO(shown.content))
        assert not image.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)
    kept = str(list(PostImage.objects.values()))
    assert "SN-0042" not in kept
    assert "48.0" not in kept
    assert "Alice Owner" not in kept


def test_45_an_image_is_shown_upright(alice: User, heat: Movie) -> None:
    post = make_post(alice, data=telling_jpeg(900, 600, orientation=6), movie=heat.pk)
    full = Image.open(BytesIO(served(post, Client())["full"].content))
    assert full.size == (600, 900)


def test_45_the_metadata_is_its_owners_alone(alice: User, heat: Movie) -> None:
    post = make_post(alice, data=telling_jpeg(), movie=heat.pk)
    assert "EOS 5D" in str(api_of(alice).get(one(post)).json())
    for viewer in (APIClient(), api_of(make_user())):
        for address in (one(post, ALL), ALL):
            assert "EOS" not in viewer.get(address).content.decode()


@pytest.mark.parametrize(
    "odd",
    [
        b"Exif\0\0",
        b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\xff" * 300,
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x08",  # points to itself
        exif(more={0x0112: 77, 0x0132: b"\xff\xfe\0", 0x010F: "\0" * 50}),
        exif(more={0x010F: "<script>alert(1)</script>", 0x0110: "\u202e\u0000x"}),
    ],
)
def test_46_odd_exif_does_no_harm(alice: User, heat: Movie, odd: bytes) -> None:
    post = make_post(alice, data=jpeg(exif=odd), movie=heat.pk)
    page = browser_of(alice).get(post.get_absolute_url())
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"mif1", b"hevc"])
def test_47_heic_is_named_and_what_is_taken_told(alice: User, brand: bytes) -> None:
    answer = refused(alice, b"\0\0\0\x18ftyp" + brand + b"\0" * 500, name="photo.heic")
    assert answer.status_code == 415
    assert re.search("HEIC.*JPEG, PNG, WebP or GIF", answer.json()["error"]["message"])


def test_48_media_can_do_nothing_in_a_browser(alice: User, heat: Movie) -> None:
    for shown in served(make_post(alice, movie=heat.pk), Client()).values():
        assert shown.status_code == 200
        assert shown["Content-Type"] == "image/webp"
        assert shown["X-Content-Type-Options"] == "nosniff"
        assert shown["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert re.fullmatch(
            r'inline; filename="[0-9a-f-]{36}-\w+\.webp"', shown["Content-Disposition"]
        )


def test_48_public_media_may_be_kept_a_while_and_be_asked_for_again(
    alice: User, heat: Movie
) -> None:
    post = make_post(alice, movie=heat.pk)
    address = PostImage.objects.get(post=post).url_of("full")
    first = Client().get(address)
    assert first["Cache-Control"] == "public, max-age=300"
    assert "Cookie" not in first.get("Vary", "")
    again = Client().get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_49_an_image_over_the_limit_is_refused_by_what_it_says(alice: User) -> None:
    sent = {"title": "x", "image": file(b"\xff\xd8\xff" + bytes(11_500_000))}
    answer = api_of(alice).post(MINE, sent, format="multipart")
    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "too_large"


def test_49_an_image_a_little_over_the_limit_is_stopped_while_it_comes(alice: User) -> None:
    answer = refused(alice, b"\xff\xd8\xff" + bytes(10_000_001))
    assert answer.status_code == 413


def test_49_an_image_of_just_the_limit_is_read(alice: User) -> None:
    image = noise(1800, 1800, 95)
    padded = image + bytes(10_000_000 - len(image))
    assert send(alice, padded, title="x").status_code == 201


def test_49_a_field_over_the_limit_is_refused(alice: User) -> None:
    answer = api_of(alice).post(MINE, {"title": "x", "text": "x" * 1_100_000}, format="multipart")
    assert answer.status_code == 413


def test_49_a_body_that_ends_too_early_is_refused(alice: User, heat: Movie) -> None:
    body = _form(("movie", str(heat.pk)), ("text", "x"), image=("a.jpg", jpeg(400, 400)))
    answer = api_of(alice).post(
        MINE, body[: len(body) // 2], content_type="multipart/form-data; boundary=frontier"
    )
    assert (answer.status_code, Post.objects.count()) == (400, 0)
    assert list(spool_folder().iterdir()) == []


@pytest.mark.parametrize(
    "kind",
    ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=é"],
)
def test_49_a_form_without_a_boundary_is_refused(alice: User, kind: str) -> None:
    answer = api_of(alice).post(MINE, b"x" * 100, content_type=kind)
    assert answer.status_code == 400


def test_51_the_same_file_twice_names_the_post_that_has_it(alice: User, heat: Movie) -> None:
    first = send(alice, jpeg(), movie=heat.pk).json()
    answer = send(alice, jpeg(), movie=heat.pk)
    assert answer.status_code == 409
    assert first["id"] in answer.json()["error"]["message"]
    assert (Post.objects.count(), len(stored_files())) == (1, 1)


def test_51_two_people_may_post_the_same_file(alice: User, heat: Movie) -> None:
    assert send(alice, jpeg(), movie=heat.pk).status_code == 201
    assert send(make_user(), jpeg(), movie=heat.pk).status_code == 201


def test_53_a_private_image_is_there_for_its_owner_alone(alice: User, heat: Movie) -> None:
    post = make_post(alice, movie=heat.pk, is_public=False)
    address = PostImage.objects.get(post=post).url_of("full")
    for stranger in (Client(), browser_of(make_user()), api_of(make_user()), APIClient()):
        assert stranger.get(address).status_code == 404
        assert stranger.get(post.get_absolute_url()).status_code == 404
    bad = APIClient()
    bad.credentials(HTTP_AUTHORIZATION="Bearer not.a.token")
    assert bad.get(address).status_code == 404
    for owner in (browser_of(alice), api_of(alice)):
        shown = owner.get(address)
        assert shown.status_code == 200
        assert shown["Cache-Control"] == "private, no-store"


def test_53_an_unpublished_image_is_private_again(alice: User, heat: Movie) -> None:
    post = make_post(alice, movie=heat.pk)
    address = PostImage.objects.get(post=post).url_of("full")
    assert Client().get(address).status_code == 200
    api_of(alice).patch(one(post), {"is_public": False}, format="json")
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("size", ["721", "upload", "full.webp/..", "", "FULL"])
def test_53_no_other_size_is_there(alice: User, heat: Movie, size: str) -> None:
    image = PostImage.objects.get(post=make_post(alice, movie=heat.pk))
    assert browser_of(alice).get(f"/media/{image.key}/{size}.webp").status_code == 404
    assert browser_of(alice).get(f"/media/{image.folder}-full.webp").status_code == 404


def test_55_a_thousand_damaged_images_crash_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "fuzz_images", "--count", "1000", "--seed", "7"],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert re.search(r"\d taken, 1 sizes", done.stdout)
