"""Graphs such as torch's nets are exported to, by hand: what is alike is known, so the order is."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, ValueInfoProto, checker, helper, numpy_helper

from recommender.core.algorithms.bst import BstModel
from recommender.core.algorithms.neural_mf import NeuralMfModel
from recommender.core.algorithms.sequence_model import SequenceModel
from recommender.core.data.arrays import Float32, Int32

_LENGTH = 8
_ITEMS = helper.make_tensor_value_info("items", TensorProto.INT64, ["n", _LENGTH])
_WINDOWS = helper.make_tensor_value_info("items", TensorProto.INT64, ["n", "l"])
_STARS = helper.make_tensor_value_info("stars", TensorProto.FLOAT, ["n", _LENGTH])
_SUM = helper.make_node("ReduceSum", ["near", "one"], ["sum"], keepdims=0)
_NEAR = helper.make_node("Gather", ["alike", "items"], ["near"])


def sequence_model(alike: Float32, *, mask: bool = False) -> SequenceModel:
    """What comes next is what is like the history. alike: (m, m), of all items of the catalogue."""
    m = len(alike)
    rows = np.pad(alike, ((1, 1), (0, 0)))  # padding, and a mask
    nodes = [_NEAR, _SUM, helper.make_node("LogSoftmax", ["sum"], ["scores"], axis=-1)]
    graph = _graph(nodes, [_WINDOWS], ["n", m], {"alike": rows})
    prior = np.zeros(m, dtype=np.float32)
    return SequenceModel(graph, _all(m), prior, m, _LENGTH, m + 1 if mask else 0)


def neural_mf_model(alike: Float32) -> NeuralMfModel:
    """Stars are high for what is like what was liked."""
    m = len(alike)
    nodes = [*_weighed(), *_as_stars("sum")]
    graph = _graph(nodes, [_ITEMS, _STARS], ["n", m], {"alike": np.pad(alike, ((1, 0), (0, 0)))})
    return NeuralMfModel(graph, _all(m), m, _LENGTH, 3.0)


def bst_model(alike: Float32, *, knows_profiles: bool = False) -> BstModel:
    """The same for some targets; with profiles, F is worth a star to everything."""
    m = len(alike)
    profiles = helper.make_tensor_value_info("profiles", TensorProto.INT64, ["n", 3])
    targets = helper.make_tensor_value_info("targets", TensorProto.INT64, ["n", "t"])
    nodes = [
        *_weighed(),
        helper.make_node("GatherElements", ["sum", "targets"], ["of targets"], axis=1),
        # As torch exports its attention: no -1 can be worked out without targets.
        helper.make_node("Reshape", ["of targets", "deep"], ["in depth"]),
        helper.make_node("Squeeze", ["in depth", "last"], ["flat"]),
        *_as_stars("flat", "stars of all"),
        helper.make_node("Gather", ["profiles", "gender"], ["genders"], axis=1),
        helper.make_node("Equal", ["genders", "female"], ["is female"]),
        helper.make_node("Cast", ["is female"], ["more"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["more", "worth"], ["added"]),
        helper.make_node("Add", ["stars of all", "added"], ["scores"]),
    ]
    constants = {
        "alike": np.pad(alike, ((1, 0), (1, 0))),
        "deep": np.array([0, 0, -1]),
        "gender": np.array([1]),
        "female": np.array([1]),
        "worth": np.array(float(knows_profiles), dtype=np.float32),
    }
    graph = _graph(nodes, [_ITEMS, _STARS, profiles, targets], ["n", "t"], constants)
    means = np.full(m, 3.0, dtype=np.float32)
    thresholds = np.linspace(0.75, 4.75, 9, dtype=np.float32)
    return BstModel(graph, _all(m), means, thresholds, _LENGTH, 4.0, knows_profiles)


def _weighed() -> list[NodeProto]:
    """sum: (n, m), likeness to each film of the history, times how far above 3 stars it is."""
    return [
        _NEAR,
        helper.make_node("Sub", ["stars", "three"], ["above"]),
        helper.make_node("Unsqueeze", ["above", "last"], ["weights"]),
        helper.make_node("Mul", ["near", "weights"], ["weighed"]),
        helper.make_node("ReduceSum", ["weighed", "one"], ["sum"], keepdims=0),
    ]


def _as_stars(name: str, out: str = "scores") -> list[NodeProto]:
    """0.5 to 5."""
    return [
        helper.make_node("Sigmoid", [name], ["share"]),
        helper.make_node("Mul", ["share", "range"], ["wide"]),
        helper.make_node("Add", ["wide", "half"], [out]),
    ]


def _graph(
    nodes: Sequence[NodeProto],
    inputs: Sequence[ValueInfoProto],
    shape: Sequence[str | int],
    given: Mapping[str, NDArray[Any]],
) -> bytes:
    constants = {
        "one": np.array([1]),
        "last": np.array([2]),
        "three": np.array(3.0, dtype=np.float32),
        "range": np.array(4.5, dtype=np.float32),
        "half": np.array(0.5, dtype=np.float32),
    }
    tensors = [
        numpy_helper.from_array(np.ascontiguousarray(value), name)
        for name, value in {**constants, **given}.items()
    ]
    output = helper.make_tensor_value_info("scores", TensorProto.FLOAT, shape)
    graph = helper.make_graph(nodes, "by hand", inputs, [output], tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    checker.check_model(model)
    return bytes(model.SerializeToString())


def _all(m: int) -> Int32:
    return np.arange(m, dtype=np.int32)
