"""`next-neighbours`: what others watched next after passages like the end of this history.

A nearest-neighbour scheme over passages of sequences, after Ludewig & Jannach 2018, "Evaluation of
session-based recommendation algorithms", section 2.3 (V-SKNN), with two departures: a neighbour is a
place in somebody's sequence, not a whole session, so that order counts; and its weight is the sum of
what speaks for it, raised to a power, so that one passage that shares three films counts for more than
three that share one each.

Each of the last `reach` films of the history, of age a, votes for the `span` places that follow each
occurrence of the film elsewhere: idf * exp(-a / fading) * exp(-d / fading) for the place d further on. A
place's votes, summed and raised to `power`, go to the film that stands there; scores sum to 1.
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import Parts, Progress
from recommender.core.algorithms.item_weights import most_rated, places_of, slices
from recommender.core.data.arrays import Float32, Float64, Int32, Int64, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.sequences import Sequences, decay
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig


@dataclass(frozen=True, slots=True)
class NextNeighboursConfig:
    """reach, span and fading count places; occurrences: of each film, at most so many, by lot."""

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
    """What speaks for places in the sequences. Parallel: film of the history, place, weight.

    In the order of places; firsts: where the votes for each place begin.
    """

    voters: Int64
    places: Int64
    weights: Float64
    firsts: Int64

    @classmethod
    def sorted(cls, voters: Int64, places: Int64, weights: Float64) -> "Votes":
        """Places and the votes' numbers are sorted as one number each, faster than by argsort."""
        bits = len(places).bit_length()
        packed = np.sort((places << bits) | np.arange(len(places)))
        order, ordered = packed & ((1 << bits) - 1), packed >> bits
        firsts = np.flatnonzero(np.diff(ordered, prepend=-1))
        return cls(voters[order], ordered, weights[order], firsts)

    def totals(self) -> Float64:
        """The summed weight of each place that has a vote."""
        if not len(self.firsts):
            return np.zeros(0)
        totals: Float64 = np.add.reduceat(self.weights, self.firsts)
        return totals


@dataclass(frozen=True, slots=True)
class NextNeighboursModel:
    """All sequences, and where each film occurs in them.

    sequence: (n,) item rows end to end; after: (n,) how many follow in the same sequence, at most
    `span`; occurrences: places in the sequence, film by film; starts: (n_items + 1,) into them;
    idf: (n_items,).
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
        result = np.zeros((len(histories), len(self.idf)), dtype=np.float32)
        for row, (items, _) in enumerate(histories):
            votes = self._votes(items)
            total = votes.totals()
            films = self.sequence[votes.places[votes.firsts]]
            # Squares are several times as fast to take as other powers, and 3 is the default.
            powers = total ** (self.power - 1) * total
            raised = np.bincount(films, weights=powers, minlength=len(self.idf))
            result[row] = raised / max(raised.sum(), 1e-12)
        return result

    def contributions(self, history: Histories, items: Int32) -> Float32:
        """A place's raised sum is shared out in proportion to the votes for it."""
        votes = self._votes(history.items)
        total = votes.totals()
        powers = total ** (self.power - 1)
        lengths = np.diff(votes.firsts, append=len(votes.places))
        shares = np.repeat(powers / max(float(powers @ total), 1e-12), lengths)
        rows = places_of(items, len(self.idf))[self.sequence[votes.places]]
        wanted = np.flatnonzero(rows >= 0)
        cells = rows[wanted] * len(history.items) + votes.voters[wanted]
        parts = votes.weights[wanted] * shares[wanted]
        sums = np.bincount(cells, weights=parts, minlength=len(items) * len(history.items))
        return sums.reshape(len(items), len(history.items)).astype(np.float32)

    def _votes(self, items: Int32) -> Votes:
        latest = np.arange(len(items) - 1, max(len(items) - self.reach, 0) - 1, -1)
        films = items[latest]
        owners, entries = slices(self.starts[films], self.starts[films + 1])
        found = self.occurrences[entries].astype(np.int64)
        own = self.idf[films] * decay(len(films), time_constant=self.fading)
        ahead = np.arange(self.span)
        inside = ahead[None, :] < self.after[found][:, None]
        weights = own[owners][:, None] * decay(self.span, time_constant=self.fading)
        places = found[:, None] + 1 + ahead
        voters = np.broadcast_to(latest[owners][:, None], places.shape)
        return Votes.sorted(voters[inside], places[inside], weights[inside].astype(np.float64))


def fit(
    data: TrainingData,
    config: NextNeighboursConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> NextNeighboursModel:
    """Index where each film occurs; beyond `occurrences` of them, drawn from all by lot."""
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
