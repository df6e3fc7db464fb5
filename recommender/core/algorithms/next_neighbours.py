"""`next-neighbours`: what users watched next after passages like the end of this history.

A nearest-neighbour scheme over passages of sequences, after Ludewig & Jannach 2018, "Evaluation of
session-based recommendation algorithms", section 2.3 (V-SKNN), with two departures: a neighbour is
a place in a user's sequence, not a whole session, so that order counts; and its weight is the sum
of its votes, raised to a power, so that one passage that shares three items counts for more than
three that share one each.

Each of the last `reach` items of the history, of age a, votes for the `span` places that follow
each occurrence of the item elsewhere: idf * exp(-a / fading) * exp(-d / fading) for the place d
further on. A place's votes, summed and raised to `power`, go to the item at that place; scores sum
to 1.
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import Parts, Progress, ScoredExplanation
from recommender.core.algorithms.item_weights import most_rated
from recommender.core.data.arrays import Float32, Float64, Int32, Int64, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.sequences import Sequences, decay
from recommender.core.data.sparse_rows import places_of, slices
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig


@dataclass(frozen=True, slots=True)
class NextNeighboursConfig:
    """Hyperparameters of `next-neighbours`.

    reach, span, fading: in places of a sequence; occurrences: of each item, at most so many, chosen
    at random. Raises BadConfig for values out of range.
    """

    reach: int = 8
    span: int = 5
    fading: float = 3.0
    power: float = 3.0
    occurrences: int = 400
    max_items: int = 20_000

    def __post_init__(self) -> None:
        if min(self.reach, self.span, self.occurrences, self.max_items) < 1:
            raise BadConfig(f"{self}: reach, span, occurrences and max_items must be at least 1")
        if self.fading <= 0 or self.power <= 0:
            raise BadConfig(f"{self}: fading and power must be above 0")


@dataclass(frozen=True, slots=True)
class Votes:
    """Votes for p places in the sequences.

    Parallel, in the order of places: voters (ages of the voting items, 0 for the last) and weights;
    firsts: (p,) where the votes for each place begin; films: (p,) the item at each place; totals:
    (p,) sums of weights; raised: (p,) these to the power.
    """

    voters: Int64
    weights: Float64
    firsts: Int64
    films: Int32
    totals: Float64
    raised: Float64


@dataclass(frozen=True, slots=True)
class NextNeighboursModel:
    """Fitted `next-neighbours` model: all sequences, and where each item occurs in them.

    sequence: (n,) item rows end to end; after: (n,) how many items follow in the same sequence, at
    most `span`; occurrences: places in the sequence, item by item; starts: (n_items + 1,) into
    them; idf: (n_items,).
    """

    sequence: Int32
    after: Int32
    occurrences: Int32
    starts: Int32
    idf: Float32
    reach: int
    span: int
    fading: float
    power: float

    def __post_init__(self) -> None:
        for name in ("sequence", "after", "occurrences", "starts", "idf"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items) shares of the votes, summing to 1; all 0 for an empty history."""
        result = np.empty((len(histories), len(self.idf)), dtype=np.float32)
        for row, (items, _) in enumerate(histories):
            result[row] = self._scores(self._votes(items))
        return result

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history.

        The score of each place is divided among the items of the history in proportion to their
        votes for it.
        """
        votes = self._votes(history.items)
        length = len(history.items)
        return ScoredExplanation(
            self._scores(votes), lambda items: self._parts(votes, items, length)
        )

    def _scores(self, votes: Votes) -> Float32:
        raised = np.bincount(votes.films, votes.raised, minlength=len(self.idf))
        scores: Float32 = (raised / max(raised.sum(), 1e-12)).astype(np.float32)
        return scores

    def _parts(self, votes: Votes, items: Int32, length: int) -> Float32:
        """A place's raised sum is shared out in proportion to the votes for it."""
        rows = places_of(items, len(self.idf))[votes.films]
        wanted = np.flatnonzero(rows >= 0)
        ends = np.append(votes.firsts[1:], len(votes.voters))
        owners, entries = slices(votes.firsts[wanted], ends[wanted])
        everything = max(float(votes.raised.sum()), 1e-12)
        shares = votes.raised[wanted] / np.maximum(votes.totals[wanted], 1e-12) / everything
        cells = rows[wanted][owners] * length + (length - 1 - votes.voters[entries])
        parts = votes.weights[entries] * shares[owners]
        sums = np.bincount(cells, weights=parts, minlength=len(items) * length)
        return sums.reshape(len(items), length).astype(np.float32)

    def _votes(self, items: Int32) -> Votes:
        """Place and kind of a vote (whose, and how far ahead) are sorted as one number, faster than by
        argsort."""
        latest = items[::-1][: self.reach]
        owners, entries = slices(self.starts[latest], self.starts[latest + 1])
        found = self.occurrences[entries]
        shift = (len(latest) * self.span).bit_length()
        nearest = ((found.astype(np.int64) + 1) << shift) | (owners * self.span)
        after, step = self.after[found], (1 << shift) + 1
        ahead = [nearest[after > more] + more * step for more in range(self.span)]
        packed = np.sort(np.concatenate(ahead))
        places, kinds = packed >> shift, packed & ((1 << shift) - 1)
        own = self.idf[latest] * decay(len(latest), time_constant=self.fading)
        fades = decay(self.span, time_constant=self.fading)
        weights = np.outer(own, fades).astype(np.float64).ravel()[kinds]
        firsts = np.flatnonzero(np.diff(places, prepend=-1))
        totals = np.add.reduceat(weights, firsts) if len(firsts) else np.zeros(0)
        # Squares are several times as fast to take as other powers, and 3 is the default.
        raised = totals ** (self.power - 1) * totals
        films = self.sequence[places[firsts]]
        return Votes(kinds // self.span, weights, firsts, films, totals, raised)


def fit(
    data: TrainingData,
    config: NextNeighboursConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> NextNeighboursModel:
    """Index where each item occurs; beyond `occurrences` of an item, a random sample of them."""
    table = data.interactions
    covered = most_rated(table, most=config.max_items, least_ratings=1)
    part = table.where(np.isin(table.items, covered))
    sequences = Sequences.of(part)
    lot = rng.permutation(len(part))
    by_item = lot[np.argsort(part.items[lot], kind="stable")]
    counts = part.item_counts()
    rank = np.arange(len(part)) - np.repeat(np.cumsum(counts) - counts, counts)
    chosen = by_item[rank < config.occurrences]
    starts = np.concatenate(([0], np.cumsum(np.minimum(counts, config.occurrences))))
    return NextNeighboursModel(
        part.items,
        np.minimum(sequences.after, config.span).astype(np.int32),
        chosen.astype(np.int32),
        starts.astype(np.int32),
        np.log(max(table.n_users, 1) / np.maximum(counts, 1)).clip(0).astype(np.float32),
        config.reach,
        config.span,
        config.fading,
        config.power,
    )
