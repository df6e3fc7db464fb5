"""The net of `bst`."""

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from recommender.core.algorithms.bst import BstConfig
from recommender.core.data.arrays import Float32
from recommender.core.data.profiles import SIZES
from recommender.core.trainers.transformer import Block, Dropout, item_embedding

_NEVER = -1e9
LEVELS = 10


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """Facts about m items, known before training.

    levels: (m,) ratings predicted for a new user; factors: (m, rank), of `als`; genres: (m,
    genres), of unit length.
    """

    levels: Float32
    factors: Float32
    genres: Float32


class Bst(nn.Module):
    """Scores targets for a user: any items after a history (forward), or each item along one
    (along).

    The score is a number s on the scale of the thresholds t between levels of stars: P(stars <=
    level k) = sigmoid(steepness * (t_k - s)). s is the prediction of `als`, folded in from the same
    history, plus the output of the MLP over that prediction, the target's state, its genres and the
    demographics. The distance between two items of a history enters attention as a learned bias for
    each distance.
    """

    levels: Tensor
    factors: Tensor
    genres: Tensor

    def __init__(self, config: BstConfig, facts: ItemFacts) -> None:
        super().__init__()
        width, m = config.width, len(facts.levels)
        self.config = config
        self.items = item_embedding(m + 1, width)
        self.stars = nn.Embedding(LEVELS + 1, width)
        self.target = nn.Parameter(torch.zeros(width))
        self.blocks = nn.ModuleList(Block(config) for _ in range(config.blocks))
        self.distances = nn.Parameter(torch.zeros(config.heads, config.length + 1))
        self.last, self.dropout = nn.LayerNorm(width), Dropout(config.dropout)
        self.profiles = nn.ModuleList(nn.Embedding(size, width, padding_idx=0) for size in SIZES)
        self.kinds = nn.Linear(facts.genres.shape[1], width, bias=False)
        self.mlp = nn.Sequential(
            nn.Linear(3 * width + 3, config.hidden),
            nn.GELU(),
            Dropout(config.dropout),
            nn.Linear(config.hidden, 1),
        )
        self.steepness = nn.Parameter(torch.tensor(2.0))
        self.first = nn.Parameter(torch.tensor(0.75))
        self.gaps = nn.Parameter(torch.full((LEVELS - 2,), 0.5))
        nn.init.normal_(self.stars.weight, std=width**-0.5)
        for table in (self.mlp[-1], *self.profiles):
            nn.init.zeros_(table.weight)
        for name in ("levels", "factors", "genres"):
            values = torch.from_numpy(np.asarray(getattr(facts, name), dtype=np.float32))
            before = torch.zeros_like(values[:1])
            self.register_buffer(name, torch.cat((before, values)))

    def forward(self, items: Tensor, stars: Tensor, profiles: Tensor, targets: Tensor) -> Tensor:
        """Score targets after a history. items, stars: (n, length); targets: (n, t). Returns (n,
        t).
        """
        ages = torch.arange(self.config.length, 0, -1, device=items.device)[None, :]
        return self._worth(items, stars, profiles, targets, ages)

    def along(self, items: Tensor, stars: Tensor, profiles: Tensor) -> Tensor:
        """Score each item but the first, (n, w) to (n, w - 1), from at most `length` items before
        it.
        """
        places = torch.arange(items.shape[1] - 1, device=items.device)
        ages = places[:, None] + 1 - places[None, :]
        return self._worth(items[:, :-1], stars[:, :-1], profiles, items[:, 1:], ages)

    def thresholds(self) -> Tensor:
        """Return (LEVELS - 1,) thresholds, not decreasing."""
        return torch.cat((self.first[None], self.first + self.gaps.abs().cumsum(0)))

    def likelihoods(self, s: Tensor) -> Tensor:
        """Return (…, LEVELS) log-probabilities of the levels of stars. s: (…)."""
        below = (self.steepness * (self.thresholds() - s[..., None])).sigmoid()
        ends = torch.zeros_like(below[..., :1])
        steps = torch.cat((below, ends + 1), dim=-1) - torch.cat((ends, below), dim=-1)
        return (steps + 1e-6).log()

    def _worth(
        self, items: Tensor, stars: Tensor, profiles: Tensor, targets: Tensor, ages: Tensor
    ) -> Tensor:
        """ages: (t or 1, w), how many places before a target each film of the history is."""
        near = (ages >= 1) & (ages <= self.config.length)
        seen = near & (items != 0)[:, None, :]
        history = self.dropout(self.items(items) + self.stars((stars * 2).round().long()))
        states = self.dropout(self.items(targets) + self.target)
        nearness = self.distances[:, ages.clamp(0, self.config.length)]
        for place, block in enumerate(self.blocks):
            states = self._look(block, states, history, seen, nearness)
            if place + 1 < len(self.blocks):
                history = self._among(block, history, items)
        prediction, count = self._folded_in(items, stars, targets, seen)
        kinds = self.kinds(self.genres[targets])
        person = sum(table(profiles[:, column]) for column, table in enumerate(self.profiles))
        person = person[:, None, :].expand(-1, targets.shape[1], -1)
        given = torch.stack(
            (prediction, self.levels[targets], count.expand(prediction.shape)), dim=-1
        )
        joined = torch.cat((self.last(states), kinds, person, given), dim=-1)
        return prediction + self.mlp(joined).squeeze(-1)

    def _look(
        self, block: Block, states: Tensor, history: Tensor, seen: Tensor, nearness: Tensor
    ) -> Tensor:
        """Each target looks at the history before it and at itself."""
        queries, own_keys, own_values = block.split(block.before_attention(states))
        _, keys, values = block.split(block.before_attention(history))
        scale = 1 / math.sqrt(keys.shape[-1])
        likeness = queries @ keys.transpose(-1, -2) * scale + nearness
        likeness = likeness.masked_fill(~seen[:, None], _NEVER)
        itself = (queries * own_keys).sum(-1, keepdim=True) * scale
        weights = block.dropout(torch.cat((likeness, itself), dim=-1).softmax(-1))
        found = weights[..., :-1] @ values + weights[..., -1:] * own_values
        return block.onward(states, found)

    def _among(self, block: Block, history: Tensor, items: Tensor) -> Tensor:
        """Each film of the history looks at those before it and at itself."""
        places = torch.arange(items.shape[1], device=items.device)
        ages = places[:, None] - places[None, :]
        near = (ages >= 0) & (ages <= self.config.length)
        allowed = (near & (items != 0)[:, None, :]) | (ages == 0)
        return block(history, allowed[:, None])

    @torch.no_grad()
    def _folded_in(
        self, items: Tensor, stars: Tensor, targets: Tensor, seen: Tensor
    ) -> tuple[Tensor, Tensor]:
        """(n, t) predictions of `als` for each target; (n, t or 1) log(1 + number of ratings used).

        The user's factor and offset solve the ridge regression of algorithms/als.py, by conjugate
        gradients (Hestenes & Stiefel 1952): a solver for any number of targets whose operations
        ONNX has.
        """
        given = (seen & (stars > 0)[:, None, :]).float()
        count = given.sum(-1, keepdim=True)
        known = functional.pad(self.factors[items], (0, 1), value=1.0)
        decay = torch.cat(
            (
                (self.config.factor_reg * count).expand(-1, -1, known.shape[-1] - 1),
                torch.full_like(count, self.config.offset_damping),
            ),
            dim=-1,
        )
        person = _ridge(known, (stars - self.levels[items])[:, None, :], given, decay)
        asked = functional.pad(self.factors[targets], (0, 1), value=1.0)
        return self.levels[targets] + (person * asked).sum(-1), (count.squeeze(-1) + 1).log()


def _ridge(known: Tensor, left: Tensor, given: Tensor, decay: Tensor) -> Tensor:
    """(n, t, d): solve (X'X + diag(decay)) person = X' left, X the rows of `known` that are
    visible.
    """
    remains = (left * given) @ known
    person = torch.zeros_like(remains)
    step, size = remains, remains.square().sum(-1, keepdim=True)
    for _ in range(_SOLVER_STEPS):
        turned = ((step @ known.transpose(1, 2)) * given) @ known + decay * step
        along = size / ((step * turned).sum(-1, keepdim=True) + _TINY)
        person, remains = person + along * step, remains - along * turned
        size, before = remains.square().sum(-1, keepdim=True), size
        step = remains + size / (before + _TINY) * step
    return person


_SOLVER_STEPS, _TINY = 12, 1e-12
