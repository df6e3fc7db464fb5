"""Whatever ends an upload between file and row leaves nothing behind after the sweep (checklist 52)."""

import errno
import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from catalog.models import Movie
from tests.builders import api_of, browser_of, make_movie, make_user
from tests.engine_fixture import camps, own_engine, published_models
from uploads.models import Post, PostImage, Rating
from uploads.posts.spooling import spool_folder
from uploads.posts.sweeping import sweep
from uploads.tests.pictures import jpeg
from uploads.tests.posting import make_post, one, send, stored_files

__all__ = ["camps", "own_engine", "published_models"]

_ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings, own_engine: Path) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def alice(db: None) -> User:
    return make_user()


@pytest.fixture
def heat(db: None) -> Movie:
    return make_movie()


def swept() -> Any:
    return sweep(now=timezone.now() + timedelta(seconds=5), grace=timedelta(0))


def test_52_a_kill_at_any_stage_leaves_nothing_after_the_sweep(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.security.upload_stages"],
        cwd=_ROOT,
        env=os.environ
        | {
            "NEXTFLEX_DATA_DIR": str(tmp_path),
            "DATABASE_URL": f"sqlite:///{tmp_path / 'nextflex.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "nextflex.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    shown = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(shown) == 12
    for stage in shown:
        assert stage["signal"] == signal.SIGKILL, stage
        assert stage["before"]["dangling"] == [], stage
        assert stage["after"] == {"orphans": [], "dangling": []}, stage
        assert set(stage["states"]) <= {"ready"}, stage
    assert sum(bool(stage["removed"]) for stage in shown) >= 7  # the kills do leave files


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_52_a_storage_that_fails_keeps_nothing_and_says_so(
    alice: User, heat: Movie, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fails(*args: Any, **kwargs: Any) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage.save", fails)
    answer = send(alice, jpeg(), movie=heat.pk, rating=4)
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert (Post.objects.count(), Rating.objects.count(), stored_files()) == (0, 0, [])
    assert list(spool_folder().iterdir()) == []


def test_52_a_full_disk_while_the_body_comes_keeps_nothing(
    alice: User, heat: Movie, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**kwargs: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("uploads.posts.spooling.tempfile.mkstemp", fails)
    assert send(alice, jpeg(), movie=heat.pk).status_code == 503
    assert (Post.objects.count(), stored_files()) == (0, [])


def test_52_a_transaction_that_is_rolled_back_takes_the_file_along(
    alice: User, heat: Movie, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*args: Any) -> None:
        raise RuntimeError("the queue is gone")

    monkeypatch.setattr("uploads.posts.services._attach", fails)
    with pytest.raises(RuntimeError):
        send(alice, jpeg(), movie=heat.pk)
    assert (Post.objects.count(), stored_files()) == (0, [])


def test_52_a_file_that_no_row_names_goes_once_it_is_old(alice: User, heat: Movie) -> None:
    make_post(alice, movie=heat.pk)
    kept = stored_files()
    default_storage.save("posts/ab/" + "ab" * 16 + "-upload", ContentFile(b"x"))
    default_storage.save("posts/ab/" + "ab" * 16 + "-full.webp", ContentFile(b"x"))
    (spool_folder() / "tmpabc").write_bytes(b"x")
    assert sweep(now=timezone.now()).orphans == 0
    assert swept().orphans == 3
    assert stored_files() == kept
    assert swept().orphans == 0


def test_52_a_row_whose_file_is_gone_says_so_and_the_image_may_come_again(
    alice: User, heat: Movie
) -> None:
    post = make_post(alice, movie=heat.pk, text="Hi.")
    for name in stored_files():
        default_storage.delete(name)
    image = PostImage.objects.get()
    assert browser_of(alice).get(image.url_of("full")).status_code == 404
    assert swept().lost == 1
    shown = api_of(alice).get(one(post)).json()
    assert (shown["image"]["state"], shown["image"]["files"]) == ("lost", [])
    assert "missing" in shown["image"]["problem"]
    assert swept().lost == 0
    assert send(alice, jpeg(), movie=heat.pk).status_code == 201


def test_52_an_image_whose_task_was_lost_is_queued_again(alice: User, heat: Movie) -> None:
    make_post(alice, movie=heat.pk, is_developed=False)
    assert sweep(now=timezone.now()).again == 0
    assert swept().again == 1


def test_52_the_command_tells_what_it_did(
    alice: User, heat: Movie, capsys: pytest.CaptureFixture[str]
) -> None:
    default_storage.save("posts/ab/" + "ab" * 16 + "-upload", ContentFile(b"x"))
    call_command("sweep_uploads", "--grace-minutes", "-1")
    assert "1 files deleted, 0 images marked as missing, 0 queued again." in capsys.readouterr().out
