"""The fit of `bst`; its paper and its departures are in algorithms/bst.py."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from recommender.core.algorithms.als import AlsConfig, fit_biases
from recommender.core.algorithms.base import Parts, Progress
from recommender.core.algorithms.bst import BstConfig, BstModel
from recommender.core.algorithms.graphs import covered_places
from recommender.core.algorithms.item_weights import most_rated
from recommender.core.data.arrays import Float32, Int32, Int64
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import Interactions
from recommender.core.data.profiles import COLUMNS, Profiles
from recommender.core.data.training import TrainingData
from recommender.core.errors import TooFewRatings
from recommender.core.metrics.beyond_accuracy import genre_shares
from recommender.core.trainers.bst_net import Bst, ItemFacts
from recommender.core.trainers.joint_als import refined
from recommender.core.trainers.journal import Journal
from recommender.core.trainers.sequence_windows import batches_of
from recommender.core.trainers.torch_training import (
    Recipe,
    Task,
    device_at_hand,
    exported,
    trained,
)

_WINDOW = 200
_MOST_VALIDATED = 1_000
_OF_FACTORS = 0.1  # the share of the time that factors take
_FACTOR_START = 0.1


def fit(
    data: TrainingData,
    config: BstConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
    journal: Journal,
) -> BstModel:
    """Train the net and export it. Raises TooFewRatings when no user rated two covered items."""
    table = data.interactions
    covered = most_rated(table, most=config.max_items, least_ratings=config.least_ratings)
    known, asked = _parted(table, covered, config, rng)
    facts = _facts(data, covered, known.users, config, rng, _part(progress, 0.0, _OF_FACTORS))
    seed = int(rng.integers(2**31))
    torch.manual_seed(seed)
    net = Bst(config, facts)
    recipe = Recipe(config, "mae", lower=True)
    task = StarsTask(known, asked, config)
    rest = _part(progress, _OF_FACTORS, 1.0)
    best = trained(net, task, recipe, seed=seed, journal=journal, progress=rest)
    means = fit_biases(table, AlsConfig())
    levels = np.float32(means.global_mean) + means.item_offsets
    return served(best, covered, levels, knows_profiles=bool(known.profiles.any()))


def served(net: Bst, covered: Int32, item_means: Float32, *, knows_profiles: bool) -> BstModel:
    """Export the net as a BstModel. item_means: (n_items,)."""
    length = net.config.length
    graph = exported(
        net,
        {
            "items": torch.ones(2, length, dtype=torch.int64),
            "stars": torch.ones(2, length),
            "profiles": torch.zeros(2, len(COLUMNS), dtype=torch.int64),
            "targets": torch.ones(2, 3, dtype=torch.int64),
        },
        {name: {0: "n"} for name in ("items", "stars", "profiles")}
        | {name: {0: "n", 1: "t"} for name in ("targets", "scores")},
    )
    with torch.no_grad():
        thresholds, steepness = net.thresholds().numpy(), net.steepness.item()
    return BstModel(graph, covered, item_means, thresholds, length, steepness, knows_profiles)


def _part(progress: Progress, start: float, end: float) -> Progress:
    return lambda step, share: progress(step, start + (end - start) * share)


@dataclass(frozen=True, slots=True)
class People:
    """Histories of some users with items as numbers 1 to m.

    users: their rows; offsets, items, stars: as in Histories; profiles: (n, 3).
    """

    users: Int64
    offsets: Int64
    items: Int64
    stars: Float32
    profiles: Profiles

    @classmethod
    def of(cls, users: Int64, everybody: Histories, places: Int64) -> "People":
        """Select these users' histories. places: (n_items,), each item's place among the covered
        ones.
        """
        histories = everybody.select(users)
        items = places[histories.items] + 1
        return cls(users, histories.offsets, items, histories.ratings, histories.profiles)


def _parted(
    table: Interactions, covered: Int32, config: BstConfig, rng: np.random.Generator
) -> tuple[People, People]:
    """Split users at random into those to learn from and those to validate on."""
    places = covered_places(covered, table.n_items)
    histories = table.where(places[table.items] >= 0).histories()
    people = rng.permutation(np.flatnonzero(histories.lengths() >= 2))
    if not len(people):
        raise TooFewRatings("no user has rated two sufficiently popular films; import more ratings")
    count = min(int(config.validation_share * len(people)), _MOST_VALIDATED)
    asked, known = np.sort(people[:count]), np.sort(people[count:])
    return People.of(known, histories, places), People.of(asked, histories, places)


def _facts(
    data: TrainingData,
    covered: Int32,
    users: Int64,
    config: BstConfig,
    rng: np.random.Generator,
    progress: Progress,
) -> ItemFacts:
    """Fit the factors on these users alone, so that the others give an unbiased validation."""
    table = data.interactions.where(np.isin(data.interactions.users, users))
    als = AlsConfig(
        rank=config.factors,
        reg=config.factor_reg,
        user_damping=config.offset_damping,
        refinements=config.factor_sweeps,
    )
    biases = fit_biases(table, als)
    start = rng.normal(0.0, _FACTOR_START, (table.n_items, config.factors)).astype(np.float32)
    factors, offsets = refined(table, start, biases, als, progress)
    levels = (biases.global_mean + offsets).astype(np.float32)
    genres = np.sqrt(genre_shares(data.items.genres)[covered]).astype(np.float32)
    return ItemFacts(levels[covered], factors[covered], genres)


@dataclass(frozen=True, slots=True)
class Shown:
    """One batch: items and stars (n, w), right-aligned with 0 as padding; profiles (n, 3)."""

    items: Tensor
    stars: Tensor
    profiles: Tensor


class StarsTask(Task[Bst, Shown]):
    """Predicts the rating of every item of a history from the ratings before it."""

    def __init__(self, known: People, asked: People, config: BstConfig) -> None:
        self.known, self.asked, self.config = known, asked, config

    def batches(self, rng: np.random.Generator) -> Iterator[Shown]:
        """Yield the batches of one epoch, in random order."""
        return self._shown(self.known, rng)

    def learn(self, net: Bst, batch: Shown) -> float:
        """Add the gradient of the mean negative log-likelihood of the given ratings; return that
        loss.
        """
        shown = self._partly_hidden(batch)
        reported = net.likelihoods(net.along(shown.items, shown.stars, shown.profiles))
        given = (batch.stars[:, 1:] * 2).round().long().clamp(min=1) - 1
        loss = -reported.gather(-1, given[..., None])[batch.items[:, 1:] > 0].mean()
        torch.autograd.backward(loss)
        return loss.item()

    @torch.no_grad()
    def validate(self, net: Bst) -> dict[str, float]:
        """Return the MAE of held-out users; 0 if there are none."""
        batches = self._shown(self.asked, np.random.default_rng(0))
        parts = [self._errors(net, batch) for batch in batches]
        errors = torch.cat(parts) if parts else torch.zeros(1)
        return {"mae": errors.mean().item()}

    def _errors(self, net: Bst, shown: Shown) -> Tensor:
        """(places,): how far the median level is from the stars that were given."""
        s = net.along(shown.items, shown.stars, shown.profiles)
        medians = (torch.searchsorted(net.thresholds(), s.contiguous()) + 1) / 2
        return (medians - shown.stars[:, 1:]).abs()[shown.items[:, 1:] > 0]

    def _shown(self, people: People, rng: np.random.Generator) -> Iterator[Shown]:
        batches = batches_of(people.offsets, self.config.batch, rng, longest=_WINDOW)
        for rows, cells in batches:
            there = cells >= 0
            items = np.where(there, people.items[cells], 0)
            stars = np.where(there, people.stars[cells], 0).astype(np.float32)
            profiles = people.profiles[rows].astype(np.int64)
            parts = (
                torch.from_numpy(part).to(device_at_hand()) for part in (items, stars, profiles)
            )
            yield Shown(*parts)

    def _partly_hidden(self, batch: Shown) -> Shown:
        reported = torch.rand((len(batch.profiles), 1), device=batch.items.device)
        seen = torch.rand(batch.stars.shape, device=batch.items.device)
        return Shown(
            batch.items,
            batch.stars * (seen >= self.config.hides_stars),
            batch.profiles * (reported >= self.config.hides_profile),
        )
