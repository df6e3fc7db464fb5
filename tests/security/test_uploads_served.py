"""Uploads to a running server, as supervisord.conf starts it (checklist 49, 54)."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
import requests

from tests.security.sites import Site, seeded
from uploads.tests.pictures import noise

__all__ = ["seeded"]

MINE = "/api/v1/me/uploads/"


@pytest.fixture(scope="module")
def site(seeded: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return seeded.copy_to(tmp_path_factory.mktemp("served") / "site")


def post(site: Site, port: int, data: bytes) -> requests.Response:
    return requests.post(
        f"http://127.0.0.1:{port}{MINE}",
        data={"title": "Some film", "text": "x"},
        files={"image": ("a.jpg", data, "image/jpeg")},
        headers={"Authorization": f"Bearer {site.token}"},
        timeout=120,
    )


def memory_of_children() -> int:
    """Of all server processes that this test started."""
    me = psutil.Process()
    return sum(child.memory_info().rss for child in me.children(recursive=True))


def test_49_a_body_of_50_mb_is_refused_and_not_kept_in_memory(site: Site) -> None:
    with site.served(workers=1) as port:
        assert post(site, port, noise(300, 300)).status_code == 201
        before, seen, is_over = memory_of_children(), list[int](), threading.Event()

        def look() -> None:
            while not is_over.wait(0.01):
                seen.append(memory_of_children())

        watcher = threading.Thread(target=look)
        watcher.start()
        answers = [post(site, port, bytes(50_000_000)) for _ in range(3)]
        is_over.set()
        watcher.join()
    assert [answer.status_code for answer in answers] == [413] * 3
    assert answers[0].json()["error"]["code"] == "too_large"
    assert max(seen) - before < 25_000_000
    assert list((site.folder / "spool").iterdir()) == []


def test_49_a_body_of_no_told_length_is_refused(site: Site) -> None:
    def pieces() -> "list[bytes]":
        return [bytes(64_000)] * 200

    with site.served(workers=1) as port:
        answer = requests.post(
            f"http://127.0.0.1:{port}{MINE}",
            data=iter(pieces()),
            headers={
                "Authorization": f"Bearer {site.token}",
                "Content-Type": "multipart/form-data; boundary=x",
            },
            timeout=60,
        )
    assert 400 <= answer.status_code < 500


@pytest.mark.slow
def test_54_ten_uploads_at_once_leave_browsing_as_quick(site: Site, tmp_path: Path) -> None:
    """The best of three, each against the same browsing just before: the machine has other work, too."""
    images = [noise(2700 + at, 2000, 92) for at in range(30)]
    assert all(4_000_000 < len(image) < 10_000_000 for image in images)
    assert site.manage("collectstatic", "--noinput").wait(timeout=120) == 0
    ratios = []
    with site.served(workers=2) as port, ThreadPoolExecutor(10) as pool:
        browsing(port, 3)
        for attempt in range(3):
            calm = browsing(port, 10)
            some = images[10 * attempt : 10 * attempt + 10]
            sent = [pool.submit(post, site, port, image) for image in some]
            loaded = browsing(port, 10)
            assert [one.result().status_code for one in sent] == [201] * 10
            ratios.append(loaded / calm)
    assert min(ratios) <= 2, ratios


def browsing(port: int, seconds: float, *, per_second: int = 10) -> float:
    """The 99th percentile of a page, in seconds, asked for at a steady pace by an open loop."""
    times: list[float] = []

    def ask() -> None:
        start = time.perf_counter()
        assert requests.get(f"http://127.0.0.1:{port}/browse/", timeout=60).status_code == 200
        times.append(time.perf_counter() - start)

    start, threads = time.perf_counter(), list[threading.Thread]()
    for number in range(int(seconds * per_second)):
        time.sleep(max(0.0, start + number / per_second - time.perf_counter()))
        threads.append(threading.Thread(target=ask))
        threads[-1].start()
    for thread in threads:
        thread.join()
    assert len(times) == len(threads)
    return sorted(times)[int(len(times) * 0.99)]
