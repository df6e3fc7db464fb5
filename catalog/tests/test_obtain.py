"""Sources from elsewhere: a release by its name over HTTP, and a zip in S3, each from a real server."""

import hashlib
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer
from pytest_django import Settings

from catalog.importers.data_sets import Description
from catalog.importers.errors import ImportFailed
from catalog.importers.formats import MOVIELENS
from catalog.importers.pipeline import Report, import_source
from catalog.models import Movie
from catalog.tests.releases import write_release
from recommender.core.algorithms.base import silent

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    """A folder that a server on loopback publishes, with ml-latest-small.zip in it."""
    folder = tmp_path / "published"
    folder.mkdir()
    zipped = _zip(tmp_path, folder / "ml-latest-small.zip")
    digest = hashlib.md5(zipped.read_bytes(), usedforsecurity=False).hexdigest()
    checksum = folder / "ml-latest-small.zip.md5"
    checksum.write_text(f"MD5 (ml-latest-small.zip) = {digest}\n")
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.MOVIELENS_URL = f"http://127.0.0.1:{server.server_port}/"
        yield folder
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".md5": "text/plain"}

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass


def _zip(folder: Path, target: Path) -> Path:
    release = write_release(folder / "ml-latest-small")
    with zipfile.ZipFile(target, "w") as archive:
        for file in release.iterdir():
            archive.write(file, f"ml-latest-small/{file.name}")
    return target


def take(where: str) -> Report:
    return import_source(where, MOVIELENS, Description("x", "X", "", ""), progress=silent)


def test_a_release_is_downloaded_by_its_name(published: Path) -> None:
    assert take("ml-latest-small").applied["films.jsonl"].new == 4


def test_a_release_that_was_downloaded_is_not_downloaded_again(published: Path) -> None:
    take("ml-latest-small")
    (published / "ml-latest-small.zip").unlink()
    assert take("ml-latest-small").applied["films.jsonl"].new == 0


def test_what_is_not_what_was_published_is_refused(published: Path, settings: Settings) -> None:
    (published / "ml-latest-small.zip.md5").write_text("0" * 32)
    with pytest.raises(ImportFailed, match=r"checksum .* not the published 0000"):
        take("ml-latest-small")
    assert not Movie.objects.exists()
    assert not list((settings.DATA_DIR / "sources").glob("*.zip"))


def test_a_release_that_is_not_there_is_told(published: Path) -> None:
    with pytest.raises(ImportFailed, match="ml-25m could not be downloaded"):
        take("ml-25m")


def test_no_other_address_is_read() -> None:
    with pytest.raises(ImportFailed, match="only s3://bucket/file is supported"):
        take("http://127.0.0.1/ml.zip")


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a bucket that holds ml.zip, in a server that answers as S3 does."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    _host, port = server.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    client.create_bucket(Bucket="films")
    client.upload_file(str(_zip(tmp_path, tmp_path / "ml.zip")), "films", "data/ml.zip")
    yield "films"
    server.stop()


@pytest.mark.filterwarnings("ignore")  # the server's and the client's own
def test_a_zip_in_s3_is_read(bucket: str) -> None:
    assert take(f"s3://{bucket}/data/ml.zip").applied["films.jsonl"].new == 4


@pytest.mark.filterwarnings("ignore")
def test_a_zip_that_is_not_in_s3_is_named(bucket: str) -> None:
    with pytest.raises(ImportFailed, match=r"s3://films/nothing\.zip could not be read"):
        take(f"s3://{bucket}/nothing.zip")
