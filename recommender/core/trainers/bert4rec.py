"""The fit of `bert4rec`; its paper and its departures are in algorithms/bert4rec.py."""

from functools import partial

import numpy as np
import torch

from recommender.core.algorithms.base import Parts, Progress
from recommender.core.algorithms.bert4rec import Bert4RecConfig
from recommender.core.algorithms.sequence_model import SequenceModel
from recommender.core.data.arrays import Int64
from recommender.core.data.training import TrainingData
from recommender.core.trainers.journal import Journal
from recommender.core.trainers.next_item import NextItem, NextItemTask, served
from recommender.core.trainers.sequence_windows import Windows
from recommender.core.trainers.torch_training import Recipe, trained
from recommender.core.trainers.transformer import Encoder


def fit(
    data: TrainingData,
    config: Bert4RecConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
    journal: Journal,
) -> SequenceModel:
    """Train the net and export it. Raises TooFewRatings when no user rated two covered items."""
    windows = Windows.of(data.interactions, config, rng)
    mask = windows.m + 1
    seed = int(rng.integers(2**31))
    torch.manual_seed(seed)
    net = NextItem(Encoder(mask + 1, config, causal=False), windows.starts(config.width))
    hides = partial(hidden, mask=mask, share=config.hidden, last_alone=config.last_alone)
    task = NextItemTask(windows, hides, batch=config.batch, mask=mask)
    recipe = Recipe(config, "ndcg@10")
    best = trained(net, task, recipe, seed=seed, journal=journal, progress=progress)
    return served(best, windows.covered, windows.prior(), n_items=len(data.items), mask=mask)


def hidden(
    sequences: Int64, rng: np.random.Generator, *, mask: int, share: float, last_alone: float
) -> tuple[Int64, Int64]:
    """Mask some items of each sequence, at least one; return the masked sequences and the targets.

    sequences: (n, w), 0 is padding. Targets: (n, w), the original items at masked places, 0
    elsewhere.
    """
    there = sequences > 0
    masked = there & (rng.random(sequences.shape) < share)
    alone = (rng.random(len(sequences)) < last_alone) | ~masked.any(axis=1)
    masked[alone] = False
    masked[alone, -1] = True
    return np.where(masked, mask, sequences), np.where(masked, sequences, 0)
