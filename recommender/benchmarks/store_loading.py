"""Loading a version until the first answer, swapping under load, and the memory of workers."""

import threading
import time
from collections.abc import Callable

from recommender.benchmarks.material import Material, add_copy, rated_of
from recommender.benchmarks.measured_process import SERVE, Child
from recommender.benchmarks.report import OURS, Row, Table, timed_rows
from recommender.benchmarks.rivals import library
from recommender.benchmarks.timing import Taken, Timing, timed
from recommender.core.algorithms.base import Progress
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.artifacts.versions import load_version
from recommender.core.data.interface import RecommendationRequest
from recommender.core.serving.engine import Engine
from recommender.core.serving.loading import load_engine

_LOADS = 20
_SWAPS = 5
_QUIET_S = 0.5
_MIB = 1 << 20
_WORKERS = 2
_LISTS = 20


def measure(material: Material, progress: Progress) -> list[Table]:
    """Measure loading and swapping. Raises MissingLibrary without `psutil`."""
    progress("loading", 0.1)
    loads = _loads(material)
    progress("swapping under load", 0.4)
    swaps = _swaps(material)
    progress("memory of workers", 0.8)
    return [loads, swaps, _memory(material)]


def _loads(material: Material) -> Table:
    store, version = ArtifactStore(material.root), material.version.manifest.version
    size = sum(file.size for file in material.version.manifest.files.values()) / _MIB
    found = timed(
        {
            ("load", OURS, ("load_engine: verify checksums, then memory-map")): lambda turn: (
                load_engine(material.root)
            ),
            ("checksums", OURS, "of which checksums"): lambda turn: store.verify(version),
            ("first list", OURS, "load, and the first list"): lambda turn: _first_list(material),
        },
        turns=_LOADS,
    )
    rows = timed_rows(found)
    return Table(f"Loading a version of {size:.0f} MiB with its files in the page cache", rows)


def _first_list(material: Material) -> None:
    engine = Engine(load_version(ArtifactStore(material.root), material.version.manifest.version))
    engine.recommend(_request(material))


def _swaps(material: Material) -> Table:
    """Measure swaps: one thread sends requests while this one loads each newly published version."""
    store = ArtifactStore(material.root)
    first = material.version.manifest.version
    names = [first, add_copy(store, dict(material.version.models), material.data)]
    live = [Engine(material.version)]
    request = _request(material)
    taken: list[Taken] = []

    def put_in_place() -> None:
        engine = load_engine(material.root).engine
        assert engine is not None  # it has just been published
        live[0] = engine

    def swap() -> None:
        for turn in range(_SWAPS):
            store.publish(names[(turn + 1) % 2])
            taken.append(Taken.by(put_in_place))
        store.publish(first)

    def ask() -> object:
        return live[0].recommend(request)

    quiet = _asked_while(ask, lambda: time.sleep(_QUIET_S))
    during = _asked_while(ask, swap)
    return Table(
        "Swapping versions under continuous requests",
        timed_rows(
            {
                ("swap", OURS, "load the new version and swap it in"): Timing.of(taken),
                ("answers", OURS, "a response during the swap"): Timing.of(during),
                ("responses without a swap", OURS, "a response without a swap"): Timing.of(quiet),
            }
        ),
        (
            "Loading runs in a separate thread and competes with responses for CPU time. Workers "
            "also check for a new version every 2 s.",
        ),
    )


def _asked_while(ask: Callable[[], object], work: Callable[[], None]) -> list[Taken]:
    """Return the times of the requests during the work, at least two."""
    thread = threading.Thread(target=work)
    thread.start()
    taken: list[Taken] = []
    while thread.is_alive() or len(taken) < 2:
        taken.append(Taken.by(ask))
    thread.join()
    return taken


def _memory(material: Material) -> Table:
    films = ",".join(str(one.movie_id) for one in _request(material).history[:_LISTS])
    psutil = library("psutil")
    with Child(SERVE, str(material.root), films) as alone:
        rows = [_row("one worker", step, given) for step, given in alone.given.items()]
        with Child(SERVE, str(material.root), films) as other:
            for number, child in enumerate((alone, other), start=1):
                given = psutil.Process(child.pid).memory_full_info()
                figures = {"rss": given.rss, "pss": given.pss, "uss": given.uss}
                rows.append(
                    _row(f"worker {number} of {_WORKERS}", "both have the version loaded", figures)
                )
    return Table(
        "Memory of the engines in workers, without Django",
        tuple(rows),
        (
            "RSS counts shared pages fully for each process, PSS proportionally, USS not at all. "
            "The version is memory-mapped: its pages are in the page cache and shared by all "
            "workers.",
        ),
    )


def _row(who: str, step: str, given: dict[str, float]) -> Row:
    sizes = {f"{name.upper()} MiB": round(size / _MIB, 1) for name, size in given.items()}
    return {"task": who, "by": OURS, "what": step} | sizes


def _request(material: Material) -> RecommendationRequest:
    people = material.people(length=material.sizes.history)
    history = rated_of(people, material.version.item_ids.ids.tolist())[0]
    return RecommendationRequest(limit=material.sizes.k, history=history)
