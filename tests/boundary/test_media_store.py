"""Posts whose files lie in a bucket: a real server of the S3 protocol, over HTTP."""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import boto3
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from accounts.models import User
from catalog.models import Movie
from nextflex.conf import env
from tests.boundary.servers import free_port
from tests.builders import api_of, make_movie, make_user
from tests.engine_fixture import camps, own_engine, published_models
from uploads.models import Post, PostImage
from uploads.posts.sweeping import sweep
from uploads.tests.pictures import jpeg
from uploads.tests.posting import develop_all, make_post, one, send, served, stored_files

__all__ = ["camps", "own_engine", "published_models"]

pytestmark = pytest.mark.django_db
BUCKET = "films"


@pytest.fixture(scope="module")
def s3_server() -> "Iterator[tuple[str, subprocess.Popen[bytes]]]":
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, stdout=quiet, stderr=quiet)
    yield f"http://127.0.0.1:{port}", server
    server.kill()
    server.wait(timeout=30)


@pytest.fixture
def bucket(
    s3_server: "tuple[str, subprocess.Popen[bytes]]",
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    own_engine: Path,
) -> str:
    """The address of a server with an empty bucket, which the site is set to use."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    address, _ = s3_server
    for name, value in {
        "MEDIA_STORE": f"s3://{BUCKET}/site/media",
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_REGION": "us-east-1",
        "AWS_S3_ENDPOINT_URL": address,
    }.items():
        monkeypatch.setenv(name, value)
    _make_bucket(address)
    settings.STORAGES = settings.STORAGES | {"default": env.storage("MEDIA_STORE")}
    return address


def _client(address: str) -> "boto3.client":
    return boto3.client(
        "s3",
        endpoint_url=address,
        aws_access_key_id="key",
        aws_secret_access_key="secret",
        region_name="us-east-1",
    )


def _make_bucket(address: str) -> None:
    from botocore.exceptions import EndpointConnectionError  # noqa: PLC0415

    deadline = time.monotonic() + 60
    while True:
        try:
            client = _client(address)
            client.create_bucket(Bucket=BUCKET)
            for item in client.list_objects_v2(Bucket=BUCKET).get("Contents", ()):
                client.delete_object(Bucket=BUCKET, Key=item["Key"])
            return
        except EndpointConnectionError:
            assert time.monotonic() < deadline, "moto does not answer"
            time.sleep(0.3)


def _keys(address: str) -> list[str]:
    listed = _client(address).list_objects_v2(Bucket=BUCKET)
    return [item["Key"] for item in listed.get("Contents", ())]


@pytest.fixture
def alice(db: None) -> User:
    return make_user()


@pytest.fixture
def heat(db: None) -> Movie:
    return make_movie()


def test_a_posts_files_lie_in_the_bucket_and_are_served_by_the_site(
    bucket: str,
    alice: User,
    heat: Movie,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    post = make_post(alice, data=jpeg(900, 500), movie=heat.pk, is_developed=False)
    (upload,) = _keys(bucket)
    assert upload.startswith("site/media/posts/")
    assert upload.endswith("-upload")
    develop_all()
    assert upload not in _keys(bucket)
    assert len(_keys(bucket)) == 3  # full, 720, 320
    for shown in served(post, Client()).values():
        assert (shown.status_code, shown["Content-Type"]) == (200, "image/webp")
        assert shown.content.startswith(b"RIFF")
    assert bucket not in str(api_of(alice).get(one(post)).json())
    with django_capture_on_commit_callbacks(execute=True):
        api_of(alice).delete(one(post))
    assert _keys(bucket) == []


def test_the_bucket_is_swept(bucket: str, alice: User, heat: Movie) -> None:
    make_post(alice, movie=heat.pk)
    kept = _keys(bucket)
    client = _client(bucket)
    client.put_object(Bucket=BUCKET, Key="site/media/posts/ab/" + "ab" * 16 + "-upload", Body=b"x")
    client.put_object(Bucket=BUCKET, Key="elsewhere", Body=b"x")
    later = timezone.now() + timedelta(minutes=1)
    assert sweep(now=later, grace=timedelta(0)).orphans == 1
    assert _keys(bucket) == ["elsewhere", *kept]
    for key in kept:
        client.delete_object(Bucket=BUCKET, Key=key)
    assert sweep(now=later, grace=timedelta(0)).lost == 1
    assert PostImage.objects.get().state == "lost"
    assert stored_files() == []


def test_a_bucket_that_is_gone_is_told_as_unavailable(
    bucket: str, alice: User, heat: Movie, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = make_post(alice, movie=heat.pk)
    nowhere = f"http://127.0.0.1:{free_port()}"
    monkeypatch.setenv("AWS_S3_ENDPOINT_URL", nowhere)
    settings.STORAGES = settings.STORAGES | {"default": env.storage("MEDIA_STORE")}
    started = time.monotonic()
    answer = send(alice, jpeg(90), movie=heat.pk)
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert Post.objects.count() == 1
    shown = Client().get(PostImage.objects.get(post=post).url_of("full"))
    assert (shown.status_code, shown["Retry-After"]) == (503, "5")
    assert time.monotonic() - started < 30


def test_a_store_that_is_none_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in ("s3://", "ftp://host/x", "gs://bucket"):
        monkeypatch.setenv("MEDIA_STORE", wrong)
        with pytest.raises(ImproperlyConfigured, match="MEDIA_STORE"):
            env.storage("MEDIA_STORE")


def test_a_folder_may_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MEDIA_STORE", str(tmp_path / "shown"))
    assert env.storage("MEDIA_STORE")["OPTIONS"] == {"location": str(tmp_path / "shown")}
