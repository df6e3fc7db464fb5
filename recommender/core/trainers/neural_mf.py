"""The fit of `neural-mf`; its papers and its departures are in algorithms/neural_mf.py."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from recommender.core.algorithms.base import Parts, Progress
from recommender.core.algorithms.graphs import covered_places, windows_of
from recommender.core.algorithms.item_weights import most_rated
from recommender.core.algorithms.neural_mf import NeuralMfConfig, NeuralMfModel
from recommender.core.data.arrays import Float32, Int32, Int64
from recommender.core.data.interactions import HIGHEST_STARS, LOWEST_STARS
from recommender.core.data.items import Items
from recommender.core.data.training import TrainingData
from recommender.core.errors import TooFewRatings
from recommender.core.metrics.beyond_accuracy import genre_shares
from recommender.core.trainers.journal import Journal
from recommender.core.trainers.torch_training import (
    Recipe,
    Task,
    device_at_hand,
    exported,
    trained,
)

_YEARS_A_BAND = 5
_START = 0.05
_ASKED_AT_ONCE = 256
_RANGE = HIGHEST_STARS - LOWEST_STARS


def fit(
    data: TrainingData,
    config: NeuralMfConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
    journal: Journal,
) -> NeuralMfModel:
    """Train the net and export it. Raises TooFewRatings when no item is covered."""
    table = data.interactions
    covered = most_rated(table, most=config.max_items, least_ratings=config.least_ratings)
    if not len(covered):
        raise TooFewRatings("no film has enough ratings to learn from; import more ratings")
    task = RatingsTask.of(data, covered, config, rng)
    seed = int(rng.integers(2**31))
    torch.manual_seed(seed)
    mean = float(table.ratings.mean(dtype=np.float64))
    net = NeuralMf(config, table.n_users, features_of(data.items, covered), mean)
    recipe = Recipe(config, "rmse", lower=True)
    best = trained(net, task, recipe, seed=seed, journal=journal, progress=progress)
    graph = graph_of(Served(best, config), length=config.length)
    return NeuralMfModel(graph, covered, len(data.items), config.length, mean)


def graph_of(net: "Served", *, length: int) -> bytes:
    """Export the net as the graph of a NeuralMfModel. length: of the windows."""
    example = torch.ones(2, length, dtype=torch.int64)
    return exported(
        net,
        {"items": example, "stars": example.float()},
        {name: {0: "n"} for name in ("items", "stars", "scores")},
    )


def features_of(items: Items, covered: Int32) -> Float32:
    """Return (m, genres + bands of years): genre shares of unit length, and 1 for the band."""
    years = [items.years[row] for row in covered.tolist()]
    of_item = [-1 if year is None else year // _YEARS_A_BAND for year in years]
    bands = np.unique([band for band in of_item if band >= 0])
    in_band = np.array(of_item)[:, None] == bands
    genres = np.sqrt(genre_shares(items.genres)[covered])
    return np.hstack((genres, in_band)).astype(np.float32)


class NeuralMf(nn.Module):
    """The net in training: logits of scaled ratings. Items are numbered 0 to m - 1."""

    features: Tensor

    def __init__(self, config: NeuralMfConfig, users: int, features: Float32, mean: float) -> None:
        super().__init__()
        m, width = len(features), config.width
        self.users, self.user_biases = nn.Embedding(users, width), nn.Embedding(users, 1)
        self.items, self.item_biases = nn.Embedding(m, width), nn.Embedding(m, 1)
        self.kinds = nn.Linear(features.shape[1], width, bias=False)
        share = (mean - LOWEST_STARS) / _RANGE
        self.mean = nn.Parameter(torch.tensor(np.log(share / (1 - share)), dtype=torch.float32))
        self.register_buffer("features", torch.from_numpy(features), persistent=False)
        for table in (self.users, self.items, self.kinds):
            nn.init.normal_(table.weight, std=_START)
        for table in (self.user_biases, self.item_biases):
            nn.init.zeros_(table.weight)

    def vectors(self) -> Tensor:
        """Return (m, width): q of every item."""
        vectors: Tensor = self.items.weight + self.kinds(self.features)
        return vectors

    def of_items(self, items: Tensor) -> tuple[Tensor, Tensor]:
        """Return q, (…, width), and b, (…), of these items."""
        vectors = self.items(items) + self.kinds(self.features[items])
        return vectors, self.item_biases(items).squeeze(-1)

    def forward(self, users: Tensor, items: Tensor) -> Tensor:
        """Return (n,) logits of users[i] and items[i]."""
        vectors, biases = self.of_items(items)
        product = (vectors * self.users(users)).sum(-1)
        return self.mean + biases + self.user_biases(users).squeeze(-1) + product


class Served(nn.Module):
    """The exported net: histories to the ratings of all items. Items are numbered 1 to m, 0 is
    padding.
    """

    vectors: Tensor
    biases: Tensor

    def __init__(self, net: NeuralMf, config: NeuralMfConfig) -> None:
        super().__init__()
        self.steps, self.reg = config.steps, config.reg
        with torch.no_grad():
            vectors = torch.cat((net.vectors(), torch.ones(len(net.items.weight), 1)), dim=1)
            biases = net.mean + net.item_biases.weight[:, 0]
        self.register_buffer("vectors", functional.pad(vectors, (0, 0, 1, 0)).detach())
        self.register_buffer("biases", functional.pad(biases, (1, 0)).detach())

    def forward(self, items: Tensor, stars: Tensor) -> Tensor:
        """Return (n, m) predicted ratings. items, stars: (n, length)."""
        logits = self.biases[1:] + self.person(items, stars) @ self.vectors[1:].T
        return LOWEST_STARS + _RANGE * logits.sigmoid()

    def person(self, items: Tensor, stars: Tensor) -> Tensor:
        """Return (n, width + 1): w and b_u of each history, by accelerated gradient descent from 0."""
        there = (items > 0).float()
        scaled = (stars - LOWEST_STARS) / _RANGE
        vectors, biases = self.vectors[items], self.biases[items]
        bound = vectors.square().sum(dim=(1, 2)) / 4 + self.reg
        step = (1 / bound)[:, None]
        person = ahead = torch.zeros_like(vectors[:, 0])
        for place in range(self.steps):
            prediction = (biases + (vectors @ ahead[:, :, None]).squeeze(-1)).sigmoid()
            missed = (prediction - scaled) * there
            slope = (missed[:, None, :] @ vectors).squeeze(1) + self.reg * ahead
            before, person = person, ahead - step * slope
            ahead = person + place / (place + 3) * (person - before)
        return person


@dataclass(frozen=True, slots=True)
class Triples:
    """Parallel columns: users (rows), items (0 to m - 1) and ratings scaled to 0..1."""

    users: Int64
    items: Int64
    scaled: Float32


class RatingsTask(Task[NeuralMf, tuple[Tensor, Tensor, Tensor]]):
    """Predicts ratings; some are held out and predicted by folding in their user's history, as in
    serving.

    user_reg: (users,), reg / 2 divided by the user's ratings, since a batch holds only some of
    them.
    """

    def __init__(
        self,
        known: Triples,
        asked: Triples,
        windows: tuple[Int64, Float32],
        config: NeuralMfConfig,
    ) -> None:
        self.known, self.asked, self.windows, self.config = known, asked, windows, config
        counts = np.bincount(known.users) if len(known.users) else np.ones(1, dtype=np.int64)
        self.user_reg = (config.reg / 2 / np.maximum(counts, 1)).astype(np.float32)

    @classmethod
    def of(
        cls, data: TrainingData, covered: Int32, config: NeuralMfConfig, rng: np.random.Generator
    ) -> "RatingsTask":
        """Split the ratings of covered items at random into those to learn and those to validate."""
        table = data.interactions
        places = covered_places(covered, table.n_items)
        table = table.where(places[table.items] >= 0)
        held = rng.random(len(table)) < config.validation_share
        scaled = (table.ratings - LOWEST_STARS) / _RANGE
        triples = [
            Triples(table.users[part].astype(np.int64), places[table.items[part]], scaled[part])
            for part in (~held, held)
        ]
        people, rows = np.unique(triples[1].users, return_inverse=True)
        histories = table.where(~held).histories().select(people)
        windows = windows_of(histories, covered, table.n_items, length=config.length)
        asked = Triples(rows, triples[1].items, triples[1].scaled)
        return cls(triples[0], asked, windows, config)

    def batches(self, rng: np.random.Generator) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
        """Yield the batches of one epoch in random order: users, items and scaled ratings, (batch,)
        each.
        """
        known, size = self.known, self.config.batch
        order = rng.permutation(len(known.users))
        for start in range(0, len(order), size):
            rows = order[start : start + size]
            parts = (known.users[rows], known.items[rows], known.scaled[rows])
            users, items, scaled = (torch.from_numpy(part).to(device_at_hand()) for part in parts)
            yield users, items, scaled

    def learn(self, net: NeuralMf, batch: tuple[Tensor, Tensor, Tensor]) -> float:
        """Add the gradient of the cross-entropy plus each rating's share of the decay; return that
        loss.
        """
        users, items, scaled = batch
        loss = functional.binary_cross_entropy_with_logits(net(users, items), scaled)
        vectors, biases = net.of_items(items)
        of_items = vectors.square().sum(-1) + biases.square()
        of_users = net.users(users).square().sum(-1) + net.user_biases(users).square().squeeze(-1)
        user_reg = torch.from_numpy(self.user_reg).to(users.device)[users]
        loss = loss + (self.config.item_reg * of_items + user_reg * of_users).mean()
        torch.autograd.backward(loss)
        return loss.item()

    @torch.no_grad()
    def validate(self, net: NeuralMf) -> dict[str, float]:
        """Return MAE and RMSE, in stars, of the held-out ratings; 0 if there are none."""
        served = Served(net, self.config).to(device_at_hand())
        windows, stars = self.windows
        missed = [np.zeros(0, dtype=np.float32)]
        for start in range(0, len(windows), _ASKED_AT_ONCE):
            part = slice(start, start + _ASKED_AT_ONCE)
            inputs = (torch.from_numpy(one[part]).to(device_at_hand()) for one in (windows, stars))
            predictions = served(*inputs).cpu().numpy()
            mine = (self.asked.users >= start) & (self.asked.users < start + _ASKED_AT_ONCE)
            cells = self.asked.users[mine] - start, self.asked.items[mine]
            missed.append(predictions[cells] - LOWEST_STARS - _RANGE * self.asked.scaled[mine])
        errors = np.concatenate(missed)
        errors = errors if len(errors) else np.zeros(1, dtype=np.float32)
        return {"mae": float(np.abs(errors).mean()), "rmse": float((errors**2).mean() ** 0.5)}
