"""One user's list from the networks: ONNX Runtime, which serves them, and torch, which trains them.

The networks have realistic sizes and random weights: their output is meaningless, their running time is
not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from recommender.benchmarks.material import Material
from recommender.benchmarks.recommendation_lists import Key
from recommender.benchmarks.report import OURS, Row, Table, timed_rows
from recommender.benchmarks.timing import Work, timed
from recommender.core.algorithms.base import Model, Progress
from recommender.core.algorithms.bert4rec import Bert4RecConfig
from recommender.core.algorithms.bst import BstConfig, BstModel
from recommender.core.algorithms.graphs import windows_of
from recommender.core.algorithms.sasrec import SasRecConfig
from recommender.core.algorithms.sequence_model import SequenceModel
from recommender.core.data.histories import Histories
from recommender.core.trainers import bst, next_item
from recommender.core.trainers.bst_net import Bst, ItemFacts
from recommender.core.trainers.next_item import NextItem
from recommender.core.trainers.transformer import Encoder

_GENRES = 18
_GOALS_MS = {"sasrec": 3.0, "bert4rec": 3.0, "bst": 60.0}


@dataclass(frozen=True, slots=True)
class _Pair:
    """A network and its served form."""

    name: str
    net: nn.Module
    model: Model

    def inputs(self, history: Histories) -> tuple[Tensor, ...]:
        """Return torch's inputs for the same request."""
        if isinstance(self.model, SequenceModel):
            return (torch.from_numpy(self.model.windows(history)),)
        assert isinstance(self.model, BstModel)
        n = len(self.model.covered)
        items, stars = windows_of(history, self.model.covered, n, length=self.model.length)
        profiles = torch.from_numpy(history.profiles.astype(np.int64))
        targets = torch.arange(1, n + 1)[None, :]
        return torch.from_numpy(items), torch.from_numpy(stars), profiles, targets


def measure(material: Material, progress: Progress) -> list[Table]:
    """Time the networks. Raises BadData without long enough histories."""
    torch.manual_seed(0)
    films, works = len(material.data.items), dict[Key, Work]()
    progress("creating networks", 0.1)
    pairs = list(_pairs(films))
    for length in material.sizes.lengths:
        people = material.people(length=length)
        for pair in pairs:
            works |= _works(pair, people, length)
    progress("sequences", 0.5)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    rows = timed_rows(timed(works, turns=material.sizes.turns))
    torch.set_num_threads(threads)
    return [
        Table(
            f"Scores of all {films:,} films for one user, with histories of "
            + ", ".join(map(str, material.sizes.lengths)),
            tuple(map(_with_goal, rows)),
            ("PyTorch runs with one thread and no gradients; its result stays a tensor.",),
        )
    ]


def _with_goal(row: Row) -> Row:
    """Add the goal to our own row."""
    name, _, _ = str(row["task"]).partition(",")
    return {**row, "goal_ms": _GOALS_MS[name]} if row["by"] == OURS else row


def _pairs(films: int) -> Iterator[_Pair]:
    covered = np.arange(films, dtype=np.int32)
    prior = np.zeros(films, dtype=np.float32)
    for name, config, mask in (
        ("sasrec", SasRecConfig(), 0),
        ("bert4rec", Bert4RecConfig(), films + 1),
    ):
        encoder = Encoder(films + (2 if mask else 1), config, causal=not mask)
        net = NextItem(encoder, np.zeros((films, config.width), dtype=np.float32)).eval()
        model = next_item.served(net, covered, prior, n_items=films, mask=mask)
        yield _Pair(name, net, model)
    dice, shape = np.random.default_rng(0), BstConfig()
    facts = ItemFacts(
        dice.normal(3.5, 0.3, films).astype(np.float32),
        dice.normal(0.0, 0.2, (films, shape.factors)).astype(np.float32),
        dice.random((films, _GENRES)).astype(np.float32),
    )
    stars = Bst(shape, facts).eval()
    means = np.full(films, 3.5, dtype=np.float32)
    yield _Pair("bst", stars, bst.served(stars, covered, means, knows_profiles=True))


def _works(pair: _Pair, people: Histories, length: int) -> dict[Key, Work]:
    asked = [people.select(np.array([row])) for row in range(len(people))]
    given = [pair.inputs(one) for one in asked]

    def by_torch(turn: int) -> Tensor:
        with torch.no_grad():
            answer: Tensor = pair.net(*given[turn % len(given)])
        return answer

    task = f"{pair.name}, {length} films"
    return {
        (task, OURS, "ONNX Runtime: scores"): lambda turn: pair.model.scores(
            asked[turn % len(asked)]
        ),
        (task, "torch", "the network itself"): by_torch,
    }
