"""Processes whose memory is measured: each does one thing and reports figures as a line of JSON.

python -m recommender.benchmarks.measured_process sparse SOUP TURNS K
python -m recommender.benchmarks.measured_process dense SOUP ROWS TURNS K
python -m recommender.benchmarks.measured_process serve STORE FILMS
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from scipy import sparse

from recommender.benchmarks.rivals import bare_top, library
from recommender.benchmarks.timing import timed
from recommender.core.errors import TrainingError

DENSE, SPARSE, SERVE = "dense", "sparse", "serve"
Told = dict[str, float]
_PROJECT_ROOT = Path(__file__).resolve().parents[2]
_KIB = 1024
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")  # as in a worker


class Child:
    """A process that reports one line of figures, then waits until its input closes."""

    def __init__(self, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "recommender.benchmarks.measured_process", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=_PROJECT_ROOT,
            env=os.environ | dict.fromkeys(_ONE_THREAD, "1"),
            text=True,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self.stop()
            raise TrainingError(
                f"the measured process ended with status {self._process.returncode}: {arguments}"
            )
        self.given: dict[str, Any] = json.loads(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def stop(self) -> None:
        """Close the child's input and wait for its end."""
        self._process.communicate()

    @classmethod
    def ask(cls, *arguments: str) -> Told:
        """Return the figures of a process that need not stay alive."""
        with cls(*arguments) as child:
            return child.given


def similar_by_rows(soup_file: str, turns: str, k: str) -> Told:
    """Measure similar films by one sparse row at a time: milliseconds and peak memory."""
    from recommender.core.algorithms.content import ContentModel  # noqa: PLC0415
    from recommender.core.ranking.top_k import top_k  # noqa: PLC0415

    soup = sparse.csr_array(sparse.load_npz(soup_file))
    traits = tuple(map(str, range(soup.shape[1])))
    model = ContentModel(soup.data, soup.indices, soup.indptr, traits, 2.75)
    n, before = soup.shape[0], _peak_bytes()
    found = timed(
        {"": lambda turn: top_k(model.similarities(turn * 7919 % n)[None, :], int(k))},
        turns=int(turns),
    )[""]
    return {
        **found.cells(),
        "peak_bytes": _peak_bytes() - before,
    }


def similar_by_matrix(soup_file: str, rows: str, turns: str, k: str) -> Told:
    """Measure similar films from a dense matrix of `rows` rows: milliseconds and peak memory."""
    cosine_similarity = library("sklearn.metrics.pairwise").cosine_similarity
    soup = sparse.csr_array(sparse.load_npz(soup_file))
    before, started = _peak_bytes(), time.perf_counter()
    dense = cosine_similarity(soup[: int(rows)], soup, dense_output=True)
    seconds = time.perf_counter() - started
    peak = _peak_bytes() - before
    found = timed(
        {"": lambda turn: bare_top(dense[[turn % len(dense)]], int(k))}, turns=int(turns)
    )[""]
    return {
        **found.cells(),
        "peak_bytes": peak,
        "seconds": seconds,
    }


def serve(root: str, films: str) -> dict[str, Told]:
    """Measure the memory of a process that loads the live version and answers as a web worker does.

    films: ids of rated films, separated by commas. Returns, for each step, bytes: resident,
    proportional (shared pages divided among their processes) and unique.
    """
    psutil = library("psutil")

    def memory() -> Told:
        given = psutil.Process().memory_full_info()
        return {"rss": given.rss, "pss": given.pss, "uss": given.uss}

    from recommender.core.data.interface import Rated, RecommendationRequest  # noqa: PLC0415
    from recommender.core.serving.loading import load_engine  # noqa: PLC0415

    steps = {"the engine's code imported": memory()}
    engine = load_engine(Path(root)).engine
    if engine is None:
        raise TrainingError(f"no version in {root} can be served")
    steps["version loaded"] = memory()
    rated = [Rated(int(film), 4.0, place) for place, film in enumerate(films.split(","))]
    for end in range(1, len(rated) + 1):
        engine.recommend(RecommendationRequest(limit=10, history=rated[:end]))
    steps[f"{len(rated)} lists made"] = memory()
    return steps


def _peak_bytes() -> int:
    """Return this process's peak; getrusage would include a larger peak of its parent."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * _KIB


_WORK: dict[str, Callable[..., Any]] = {
    SPARSE: similar_by_rows,
    DENSE: similar_by_matrix,
    SERVE: serve,
}

if __name__ == "__main__":
    print(json.dumps(_WORK[sys.argv[1]](*sys.argv[2:])), flush=True)
    sys.stdin.read()
