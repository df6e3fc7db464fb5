"""The engine's door while versions change behind it."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from pytest_django import Settings

from recommender import runtime
from recommender.core.data.interface import Rated, RecommendationRequest
from recommender.core.serving.engine import Engine
from tests.engine_fixture import Camps


def ask(camps: Camps, engine: Engine) -> tuple[str, int]:
    """The version that answers, and the film that it puts first."""
    liked = [Rated(camps.crime[9].pk, 5.0, 1_700_000_000)]
    picks = engine.recommend(RecommendationRequest(limit=5, model="als-implicit", history=liked))
    return engine.version, picks[0].movie_id


def test_the_first_question_loads_the_models(published_models: Camps) -> None:
    engine = runtime.engine()
    assert engine is not None
    assert engine.version == "v1"


def test_the_engine_stays_until_another_version_is_live(published_models: Camps) -> None:
    first = runtime.engine()
    published_models.add()
    runtime.holder.refresh()
    assert runtime.engine() is first


def test_a_refresh_takes_up_a_new_version(published_models: Camps) -> None:
    runtime.engine()
    published_models.publish()
    runtime.holder.refresh()
    engine = runtime.engine()
    assert engine is not None
    assert engine.version == "v2"


def test_a_refresh_takes_up_a_rollback(published_models: Camps) -> None:
    published_models.publish()
    runtime.engine()
    published_models.store.rollback()
    assert runtime.holder.refresh().engine is not None
    engine = runtime.engine()
    assert engine is not None
    assert engine.version == "v1"


def test_74_a_request_keeps_its_engine_while_the_version_changes(published_models: Camps) -> None:
    kept = runtime.engine()
    assert kept is not None
    before = ask(published_models, kept)
    published_models.publish(backwards=True)
    runtime.holder.refresh()
    assert ask(published_models, kept) == before


def test_an_engine_outlives_the_files_of_its_version(published_models: Camps) -> None:
    kept = runtime.engine()
    assert kept is not None
    published_models.publish()
    runtime.holder.refresh()
    published_models.store.prune(1)
    assert ask(published_models, kept)[0] == "v1"


def test_69_a_damaged_new_version_leaves_the_old_one_serving(published_models: Camps) -> None:
    runtime.engine()
    published_models.publish()
    (published_models.store.folder("v2") / "item_ids.npy").write_bytes(b"")
    runtime.holder.refresh()
    engine = runtime.engine()
    assert engine is not None
    assert (engine.version, "damaged" in runtime.problem()) == ("v1", True)


@pytest.mark.parametrize("threads", [8])
def test_threads_that_ask_first_all_get_one_engine(published_models: Camps, threads: int) -> None:
    start = threading.Barrier(threads)

    def load() -> Engine | None:
        start.wait()
        return runtime.engine()

    with ThreadPoolExecutor(threads) as pool:
        engines = [future.result() for future in [pool.submit(load) for _ in range(threads)]]
    assert len({id(engine) for engine in engines}) == 1


def test_74_a_new_version_is_taken_up_within_ten_seconds_and_no_answer_fails_or_mixes(
    published_models: Camps, settings: Settings
) -> None:
    settings.MODEL_POLL_S = 0.1
    runtime.start()
    leaders = {"v1": published_models.crime[0].pk, "v2": published_models.crime[-1].pk}
    over = threading.Event()

    def keep_asking() -> set[tuple[str, int]]:
        shown = set()
        while not over.is_set():
            engine = runtime.engine()
            assert engine is not None
            shown.add(ask(published_models, engine))
        return shown

    with ThreadPoolExecutor(4) as pool:
        asking = [pool.submit(keep_asking) for _ in range(4)]
        try:
            published_models.publish(backwards=True)
            deadline = time.monotonic() + 10
            while time.monotonic() < deadline and version_in_use() != "v2":
                time.sleep(0.05)
            time.sleep(0.2)
        finally:
            over.set()
        shown = set().union(*(one.result() for one in asking))
    assert version_in_use() == "v2"
    assert shown == set(leaders.items())


def version_in_use() -> str:
    engine = runtime.engine()
    return engine.version if engine else ""
