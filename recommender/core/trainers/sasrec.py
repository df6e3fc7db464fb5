"""The fit of `sasrec`; its paper and its departures are in algorithms/sasrec.py."""

import numpy as np
import torch

from recommender.core.algorithms.base import Parts, Progress
from recommender.core.algorithms.sasrec import SasRecConfig
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
    config: SasRecConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
    journal: Journal,
) -> SequenceModel:
    """Train the net and export it. Raises TooFewRatings when no user rated two covered items."""
    windows = Windows.of(data.interactions, config, rng)
    seed = int(rng.integers(2**31))
    torch.manual_seed(seed)
    net = NextItem(Encoder(windows.m + 1, config, causal=True), windows.starts(config.width))
    task = NextItemTask(windows, shifted, batch=config.batch)
    recipe = Recipe(config, "ndcg@10")
    best = trained(net, task, recipe, seed=seed, journal=journal, progress=progress)
    return served(best, windows.covered, windows.prior(), n_items=len(data.items))


def shifted(sequences: Int64, rng: np.random.Generator) -> tuple[Int64, Int64]:
    """Return all but the last item of each sequence as inputs, and the next items as targets.

    A place of padding has target 0.
    """
    shown, wanted = sequences[:, :-1], sequences[:, 1:]
    return shown.copy(), np.where(shown > 0, wanted, 0)
