"""Similar films: our sparse product of one row beside scikit-learn's dense matrix of all pairs."""

import tempfile
from pathlib import Path

import numpy as np
from scipy import sparse

from recommender.benchmarks.made_up import made_up_items
from recommender.benchmarks.material import Sizes
from recommender.benchmarks.measured_process import DENSE, SPARSE, Child, Told
from recommender.benchmarks.report import OURS, Cell, Row, Table
from recommender.core.algorithms.base import Progress, silent
from recommender.core.algorithms.content import ContentConfig, ContentModel
from recommender.core.data.interactions import Interactions
from recommender.core.data.training import TrainingData
from recommender.core.trainers import content_soup

_MIB = 1 << 20
_FLOAT_BYTES = 4
GOAL_MS, GOAL_TIMES_LESS = 5.0, 100


def measure(sizes: Sizes, progress: Progress) -> list[Table]:
    """Measure both in separate processes, so that each has its own memory peak."""
    progress("generating films", 0.1)
    model = _model(sizes.similar_films)
    with tempfile.TemporaryDirectory() as work:
        soup = Path(work) / "soup.npz"
        sparse.save_npz(soup, model.soup.csr)
        progress("similar films, one row at a time", 0.4)
        ours = Child.ask(SPARSE, str(soup), str(sizes.turns), str(sizes.k))
        progress("similar films, a dense matrix", 0.7)
        rows = min(sizes.dense_rows, sizes.similar_films)
        dense = Child.ask(DENSE, str(soup), str(rows), str(sizes.turns), str(sizes.k))
    return [_times(model, sizes, ours, dense), _memory(model, sizes, rows, ours, dense)]


def _model(films: int) -> ContentModel:
    rng = np.random.default_rng(0)
    items = made_up_items(films, rng)
    nobody = Interactions.from_ids(
        np.empty(0, np.int64),
        np.empty(0, np.int64),
        np.empty(0, np.float32),
        np.empty(0, np.int64),
        item_ids=items.ids,
    )
    data = TrainingData.of(nobody, items)
    return content_soup.fit(data, ContentConfig(), rng=rng, progress=silent, parts={})


def _times(model: ContentModel, sizes: Sizes, ours: Told, dense: Told) -> Table:
    rows: list[Row] = [
        _time(OURS, "ContentModel.similarities and top_k", ours) | {"goal_ms": GOAL_MS},
        _time("scikit-learn", "argpartition of a row of the finished dense matrix", dense),
    ]
    return Table(
        f"The {sizes.k} films most similar to one, among {sizes.similar_films:,} synthetic films "
        f"with {len(model.traits):,} features",
        tuple(rows),
        (
            (
                "The dense alternative needs the whole matrix to be computed and held in memory "
                "beforehand."
            ),
        ),
    )


def _time(by: str, what: str, given: Told) -> dict[str, Cell]:
    figures = {name: given[name] for name in ("median_ms", "p95_ms", "cpu_ms", "turns")}
    return {"task": "similar films", "by": by, "what": what, **figures}


def _memory(model: ContentModel, sizes: Sizes, rows: int, ours: Told, dense: Told) -> Table:
    n = sizes.similar_films
    held = model.values.nbytes + model.columns.nbytes + model.row_starts.nbytes
    whole = n * n * _FLOAT_BYTES
    figures: list[Row] = [
        _row(OURS, "the sparse matrix in memory", "measured", held, 0.0),
        _row(OURS, "additional peak over all queries", "measured", ours["peak_bytes"], 0.0),
        _row(
            "scikit-learn",
            f"cosine_similarity of {rows:,} rows with all",
            "measured",
            dense["peak_bytes"],
            dense["seconds"],
        ),
        _row(
            "scikit-learn",
            f"the dense matrix of {n:,} rows",
            "calculated: rows × rows × 4 bytes; time extrapolated from the rows above",
            whole,
            dense["seconds"] * n / rows,
        ),
    ]
    ours_in_all = held + ours["peak_bytes"]
    return Table(
        "Memory for similar films",
        tuple(figures),
        (
            f"The dense matrix takes {whole / ours_in_all:,.1f} times the memory of ours "
            f"including its peak (goal: {GOAL_TIMES_LESS}).",
        ),
    )


def _row(by: str, what: str, how: str, size: float, seconds: float) -> Row:
    return {
        "task": "memory",
        "by": by,
        "what": what,
        "how": how,
        "MiB": round(size / _MIB, 2),
        "to_make_s": round(seconds, 3),
    }
