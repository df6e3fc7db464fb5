"""Kills a process at one stage of an upload after another, sweeps, and tells what is left.

Run by test_upload_orphans.py, with a folder of its own; each line is a stage and what it left.
"""

import json
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from unittest import mock

import django

django.setup()

from django.core.files.uploadedfile import UploadedFile  # noqa: E402  after setup
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from accounts.models import User  # noqa: E402
from tests.builders import make_movie, make_user  # noqa: E402
from uploads.models import Post, PostImage  # noqa: E402
from uploads.posts import services, storing  # noqa: E402
from uploads.posts.developing import develop  # noqa: E402
from uploads.posts.spooling import Spooled, SpoolingHandler, spool_folder  # noqa: E402
from uploads.posts.sweeping import sweep  # noqa: E402
from uploads.tests.pictures import jpeg  # noqa: E402
from uploads.tests.posting import stored_files  # noqa: E402

Act = Callable[[User], object]
_sizes = iter(range(800, 10_000))


def die(*args: Any, **kwargs: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def dying_at(target: str, *, call: int = 1, is_after: bool = False) -> Iterator[None]:
    """The process dies when a function is called for the nth time, before or after its work."""
    module, _, name = target.rpartition(".")
    owner = storing if module == "storing" else services if module == "services" else None
    owner = owner or __import__(module, fromlist=[name])
    work, calls = getattr(owner, name), iter(range(1, 1000))

    def dying(*args: Any, **kwargs: Any) -> Any:
        is_it = next(calls) == call
        if is_it and not is_after:
            die()
        shown = work(*args, **kwargs)
        if is_it:
            die()
        return shown

    with mock.patch.object(owner, name, dying):
        yield


def spooled() -> UploadedFile:  # type: ignore[type-arg]  # generic in the stubs alone
    """An image on its way to disk, as a request leaves it."""
    handler, data = SpoolingHandler(), jpeg(next(_sizes), 500)
    handler.new_file("image", "a.jpg", "image/jpeg", None)
    handler.receive_data_chunk(data, 0)
    return handler.file_complete(len(data))


def post(user: User) -> Post:
    image = spooled()
    assert isinstance(image, Spooled)
    made = services.create_post(user=user, draft=services.Draft(movie_id=1, image=image))
    image.close()
    return made


def half_spooled(user: User) -> None:
    handler = SpoolingHandler()
    handler.new_file("image", "a.jpg", "image/jpeg", None)
    handler.receive_data_chunk(jpeg(400, 400)[:2000], 0)
    die()


def developed(user: User) -> None:
    develop(PostImage.objects.get(post=post(user)).pk)


def replaced(user: User) -> None:
    old = post(user)
    develop(PostImage.objects.get(post=old).pk)
    image = spooled()
    assert isinstance(image, Spooled)
    services.change_post(old, services.Draft(image=image))


def deleted(user: User) -> None:
    old = post(user)
    develop(PostImage.objects.get(post=old).pk)
    services.delete_post(old)


STAGES: dict[str, tuple[Act, dict[str, Any] | None]] = {
    "while the body comes": (half_spooled, None),
    "before the file is kept": (post, {"target": "storing.keep_upload"}),
    "after the file is kept": (post, {"target": "storing.keep_upload", "is_after": True}),
    "within the transaction": (post, {"target": "services._attach", "is_after": True}),
    "before the worker begins": (developed, {"target": "storing.copy_to"}),
    "after one size": (developed, {"target": "storing.keep", "is_after": True}),
    "before the last size": (developed, {"target": "storing.keep", "call": 3}),
    "before the row is ready": (developed, {"target": "uploads.posts.developing._finish"}),
    "before the upload is removed": (developed, {"target": "storing.remove"}),
    "while an image is replaced": (replaced, {"target": "services._replace", "is_after": True}),
    "before the replaced files are removed": (replaced, {"target": "storing.remove", "call": 2}),
    "before deleted files are removed": (deleted, {"target": "storing.remove", "call": 2}),
}


def run(act: Act, death: dict[str, Any] | None, user: User) -> int:
    """The signal that ended the act, in a process of its own."""
    connections.close_all()
    for _ in range(3):
        next(_sizes)  # the child's images shall be none that an earlier one sent
    child = os.fork()
    if child == 0:
        try:
            if death is None:
                act(user)
            else:
                with dying_at(**death):
                    act(user)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status)


def state() -> dict[str, Any]:
    files = set(stored_files()) | {f"spool/{path.name}" for path in spool_folder().iterdir()}
    named = {name for image in PostImage.objects.all() for name in image.files}
    return {"orphans": sorted(files - named), "dangling": sorted(named - files)}


def main() -> None:
    call_command("migrate", verbosity=0)
    make_movie(title="Heat")
    user = make_user()
    for name, (act, death) in STAGES.items():
        ended = run(act, death, user)
        before = state()
        swept = sweep(now=timezone.now() + timedelta(seconds=5), grace=timedelta(0))
        for image in PostImage.objects.filter(state=PostImage.State.PROCESSING):
            develop(image.pk)
        after = state()
        states = sorted(set(PostImage.objects.values_list("state", flat=True)))
        shown = {"signal": ended, "before": before, "after": after, "states": states}
        print(json.dumps({"stage": name, "removed": swept.orphans} | shown), flush=True)


if __name__ == "__main__":
    main()
