"""Training of the `als-implicit` factorisation: ours in Spark beside `implicit`, and the quality of
each.
"""

import time
from dataclasses import replace

import numpy as np

from recommender.benchmarks.report import OURS, Row, Table
from recommender.benchmarks.rivals import confidences, implicit_model
from recommender.core.algorithms.als_implicit import AlsImplicitConfig
from recommender.core.algorithms.base import Progress
from recommender.core.artifacts.manifest import Figures
from recommender.core.data.splits import Split, leave_last_out
from recommender.core.data.training import TrainingData
from recommender.core.evaluation.held_out import pick_lists, ranking_figures, tested_users
from recommender.core.trainers.spark_als import fit_implicit

_K = 10
_STARTER = 50  # interactions: enough for Spark to start, too few to take time


def measure(data: TrainingData, progress: Progress) -> list[Table]:
    """Fit both on all interactions but each user's last, and evaluate them on those."""
    split, config = leave_last_out(data.interactions), AlsImplicitConfig()
    table = split.train
    rows = [*_ours(data, split, config, progress), _theirs(split, config, progress)]
    return [
        Table(
            f"ALS of rank {config.rank}, {config.iterations} iterations, on {len(table):,} ratings "
            f"of {table.n_users:,} users and {table.n_items:,} films",
            tuple(rows),
            (
                "Both use the same confidence matrix and all cores. HR@10: each user's last film, "
                "ranked among all films the user had not rated before.",
                "Spark's time includes writing the matrix and fetching the factors. Spark scales "
                "lambda by the number of ratings, implicit does not; neither was tuned.",
            ),
        )
    ]


def _ours(
    data: TrainingData, split: Split, config: AlsImplicitConfig, progress: Progress
) -> list[Row]:
    progress("starting Spark", 0.0)
    table = split.train
    few = TrainingData.of(table.where(np.arange(len(table)) < _STARTER), data.items)
    started = time.perf_counter()
    least = replace(config, rank=1, iterations=1)  # so few ratings: a larger rank is singular
    fit_implicit(few, least, rng=np.random.default_rng(0), progress=progress, parts={})
    ready = time.perf_counter()
    progress("ALS in Spark", 0.2)
    whole = TrainingData.of(table, data.items)
    model = fit_implicit(whole, config, rng=np.random.default_rng(0), progress=progress, parts={})
    done = time.perf_counter()
    figures = ranking_figures(pick_lists(model, split, k=_K), split, k=_K)
    return [
        _row(OURS, "fit_implicit, Spark running", done - ready, figures),
        {"task": "start", "by": OURS, "what": "starting Spark and a first fit of 50 ratings"}
        | {"seconds": round(ready - started, 2), "hr@10": "–", "se": "–"},
    ]


def _theirs(split: Split, config: AlsImplicitConfig, progress: Progress) -> Row:
    progress("ALS in implicit", 0.7)
    people = split.train.histories()
    table = confidences(people, split.train.n_items, config)
    model = implicit_model(config, threads=0)
    started = time.perf_counter()
    model.fit(table, show_progress=False)
    seconds = time.perf_counter() - started
    users = tested_users(split)
    picks, _ = model.recommend(users, table[users], N=_K)
    return _row("implicit", "fit", seconds, ranking_figures(picks.tolist(), split, k=_K))


def _row(by: str, what: str, seconds: float, figures: Figures) -> Row:
    return {
        "task": "training",
        "by": by,
        "what": what,
        "seconds": round(seconds, 2),
        "hr@10": round(figures[f"hr@{_K}"], 4),
        "se": round(figures[f"hr@{_K}:se"], 4),
    }
