"""Nets that torch has trained, as ONNX graphs: ONNX Runtime serves them, torch is not needed."""

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
    """One thread: a web worker answers several people at once, and a sequence takes a millisecond.

    Raises ValueError for bytes that are no graph.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except _REFUSED as error:
        raise ValueError(f"not an ONNX graph: {error}") from error


def run(session: Session, inputs: Mapping[str, NDArray[Any]]) -> Float32:
    (answer,) = session.run(None, dict(inputs))
    result: Float32 = answer
    return result


def windows_of(
    histories: Histories, covered: Int32, n_items: int, *, length: int
) -> tuple[Int64, Float32]:
    """(n, length) each: the latest covered items of every history and their stars, right-aligned.

    An item is its place in `covered` + 1; 0 where there is none. covered: rows of items, -1 for one that
    the catalogue has no more.
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
    """(n_items,): each item's place in `covered`, -1 for what is not covered."""
    places = places_of(covered, n_items + 1)[:n_items]  # -1 in `covered` marks the row too many
    return places.astype(np.int64)


def moved(covered: Int32, rows: Int32) -> Int32:
    """The covered items in another catalogue. rows: (n_items,) its row of each old one, -1 for none."""
    there = covered >= 0
    result = np.full(len(covered), -1, dtype=np.int32)
    result[there] = rows[covered[there]]
    return result
