"""ONNX graphs of nets trained by torch: ONNX Runtime serves them, and torch is not needed."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as errors

from recommender.core.data.arrays import Float32, Int32, Int64
from recommender.core.data.histories import Histories
from recommender.core.data.sparse_rows import places_of

Session: TypeAlias = onnxruntime.InferenceSession
_REFUSED = (
    errors.Fail,
    errors.InvalidArgument,
    errors.InvalidGraph,
    errors.InvalidProtobuf,
    errors.NotImplemented,
    errors.RuntimeException,
)


def session_of(graph: bytes) -> Session:
    """Return a single-threaded CPU session of an ONNX graph.

    One thread, since a web worker serves several users at once, and a sequence takes about a
    millisecond. Raises ValueError for bytes that are not a graph.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # An arena keeps the largest buffers that any thread has ever needed, per session.
    options.enable_cpu_mem_arena = False
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except _REFUSED as error:
        raise ValueError(f"not an ONNX graph: {error}") from error


def run(session: Session, inputs: Mapping[str, NDArray[Any]]) -> Float32:
    """Return the only output of a graph. inputs: by name."""
    (answer,) = session.run(None, dict(inputs))
    result: Float32 = answer
    return result


def windows_of(
    histories: Histories, covered: Int32, n_items: int, *, length: int
) -> tuple[Int64, Float32]:
    """Return the latest covered items of every history and their ratings, (n, length) each,
    right-aligned.

    An item is its place in `covered` + 1; 0 is padding. covered: rows of items, -1 for one that the
    catalogue no longer has.
    """
    places = covered_places(covered, n_items) + 1
    known = histories.where(places[histories.items] > 0)
    from_end = np.repeat(known.offsets[1:], known.lengths()) - 1 - np.arange(len(known.items))
    latest = np.flatnonzero(from_end < length)
    cells = known.owners()[latest], length - 1 - from_end[latest]
    items = np.zeros((len(histories), length), dtype=np.int64)
    stars = np.zeros((len(histories), length), dtype=np.float32)
    items[cells], stars[cells] = places[known.items[latest]], known.ratings[latest]
    return items, stars


def covered_places(covered: Int32, n_items: int) -> Int64:
    """Return (n_items,) places of the items in `covered`, -1 for those that are not covered."""
    places = places_of(covered, n_items + 1)[:n_items]  # -1 in `covered` marks the row too many
    return places.astype(np.int64)


def moved(covered: Int32, rows: Int32) -> Int32:
    """Return the rows of the covered items in another catalogue, -1 for none.

    rows: (n_items,), each old item's row in the new catalogue, -1 for none.
    """
    there = covered >= 0
    result = np.full(len(covered), -1, dtype=np.int32)
    result[there] = rows[covered[there]]
    return result
