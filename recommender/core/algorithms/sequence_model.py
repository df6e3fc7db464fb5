"""The served form of `sasrec` and `bert4rec`: a graph from the order of a history to the next item."""

from dataclasses import dataclass, field, replace

import numpy as np

from recommender.core.algorithms.base import ScoredExplanation
from recommender.core.algorithms.graphs import Session, moved, run, session_of, windows_of
from recommender.core.algorithms.occlusion import occlusion
from recommender.core.data.arrays import Float32, Int32, Int64, read_only
from recommender.core.data.histories import Histories
from recommender.core.ranking.top_k import NEVER

_BATCH = 64


@dataclass(frozen=True, slots=True)
class SequenceModel:
    """Fitted sequence model.

    graph: ONNX, from (n, l) int64 windows, l at most `length`, to (n, m) float32 log-probabilities
    of the next item. covered: (m,) rows of items, -1 for one that the catalogue no longer has;
    prior: (m,) log-probabilities for an empty history; mask: the number placed at the end of a
    window to ask for the next item, 0 for a graph that needs none. Items that are not covered are
    never shown.
    """

    graph: bytes
    covered: Int32
    prior: Float32
    n_items: int
    length: int
    mask: int = 0
    session: Session = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("covered", "prior"):
            object.__setattr__(self, name, read_only(getattr(self, name)))
        object.__setattr__(self, "session", session_of(self.graph))

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items) log-probabilities of the next item; -inf for items that are not
        covered.

        A history without covered items gets the prior.
        """
        windows = self.windows(histories)
        known = np.flatnonzero((windows[:, :-1] if self.mask else windows).any(axis=1))
        of_covered = np.tile(self.prior, (len(histories), 1))
        for start in range(0, len(known), _BATCH):
            rows = known[start : start + _BATCH]
            of_covered[rows] = run(self.session, {"items": _trimmed(windows[rows])})
        there = self.covered >= 0
        result = np.full((len(histories), self.n_items), NEVER, dtype=np.float32)
        result[:, self.covered[there]] = of_covered[:, there]
        return result

    def windows(self, histories: Histories) -> Int64:
        """Return (n, length) inputs of the graph, right-aligned, with the mask last where there is
        one.
        """
        length = self.length - 1 if self.mask else self.length
        items, _ = windows_of(histories, self.covered, self.n_items, length=length)
        return np.pad(items, ((0, 0), (0, 1)), constant_values=self.mask) if self.mask else items

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history with contributions by occlusion, which need not add up."""

        def scores_of(histories: Histories, items: Int32) -> Float32:
            scores: Float32 = self.scores(histories)[:, items]
            return scores

        return occlusion(self, history, scores_of)

    def knows(self, items: Int32) -> bool:
        """Return whether the model covers any of these items."""
        return bool(np.isin(items, self.covered).any())

    def moved(self, rows: Int32, n_items: int) -> "SequenceModel":
        """Return the model for another catalogue of n_items."""
        return replace(self, covered=moved(self.covered, rows), n_items=n_items)


def _trimmed(windows: Int64) -> Int64:
    """Without the columns that are padding in all of them: a graph's time grows with its places."""
    first = int(windows.any(axis=0).argmax())
    return windows[:, first:]
