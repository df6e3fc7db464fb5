"""Evaluation of algorithms by the standard protocols: fit on one part of the data, measure on the
other.

| protocol       | held out                                    | figures                             |
|----------------|---------------------------------------------|-------------------------------------|
| leave-last-out | each user's last item, or a test file's     | ranking                             |
| time-split     | the latest fifth of all ratings             | ranking, of known and of new users  |
| rating-kfold   | a fifth of all ratings, five times          | RMSE and MAE, with and without cold |
| rating-given   | a test file                                 | RMSE and MAE, with and without cold |
| rating-windows | 15 % of all ratings                         | RMSE and MAE, with and without cold |
| cold-start     | a tenth of the users but k of their ratings | ranking and RMSE for each k         |

A cold rating is one whose user or item is not in the training part. In every protocol, histories
contain nothing later than what is predicted, except in rating-kfold, rating-given and cold-start,
which follow the literature and hold out at random. Fits never see a held-out rating; the histories
of rating-windows do, where it is older than the one that is predicted.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from recommender.core.algorithms.base import Model, PredictsStars, Progress, UncertainPredictions
from recommender.core.algorithms.registry import BASELINE, with_parts
from recommender.core.artifacts.manifest import Figures
from recommender.core.data.arrays import Bool, Float32, Int32, Int64
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import Interactions
from recommender.core.data.items import Items
from recommender.core.data.splits import (
    Split,
    folds,
    hold_out_users,
    leave_last_out,
    split_at_time,
)
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig
from recommender.core.evaluation.held_out import (
    errors_of,
    evaluate,
    joined,
    predict_held_out,
    star_figures,
    window_predictions,
)
from recommender.core.pipeline.checkpoints import Checkpoints
from recommender.core.pipeline.train import Steps, TrainingPlan, fit_all
from recommender.core.pipeline.tuned_configs import Settings

_FOLDS = 5
_WINDOW_SHARE = 0.15
_COLD_SHARE = 0.1
COLD_LENGTHS = (0, 1, 2, 3, 5, 10, 15)
_YARDSTICK = "item-mean"
_COLD_LEAST = max(COLD_LENGTHS) + 5

Found = dict[str, Figures]


@dataclass(frozen=True, slots=True)
class EvaluationPlan:
    """What to evaluate and how.

    protocol: a key of PROTOCOLS; names: of algorithms; test: the held-out part, if given as a
    separate file; settings: override the algorithms' defaults. Raises BadConfig for an unknown
    protocol, and for a test part where the protocol makes its own.
    """

    protocol: str
    names: tuple[str, ...]
    seed: int = 0
    test: Interactions | None = None
    settings: Settings = field(default_factory=dict)
    checkpoints: Checkpoints = field(default_factory=Checkpoints)

    def __post_init__(self) -> None:
        if self.protocol not in PROTOCOLS:
            raise BadConfig(
                f"unknown protocol {self.protocol!r}; choose from {', '.join(PROTOCOLS)}"
            )
        if self.test is not None and self.protocol not in {"rating-given", "leave-last-out"}:
            raise BadConfig(f"{self.protocol} creates its own test split; omit --test")

    def given(self) -> Interactions:
        """Return the separate test part. Raises BadConfig when there is none."""
        if self.test is None:
            raise BadConfig(f"{self.protocol} needs a test file; give it with --test")
        return self.test


@dataclass(frozen=True, slots=True)
class Fitted:
    """Finished models by name, and how many seconds each took, including its parts."""

    models: dict[str, Model]
    seconds: dict[str, float]

    def with_seconds(self, found: Found) -> Found:
        """Add "fit_seconds" to each algorithm's figures."""
        return {name: found[name] | {"fit_seconds": self.seconds[name]} for name in found}


def evaluate_algorithms(data: TrainingData, plan: EvaluationPlan, *, progress: Progress) -> Found:
    """Return each algorithm's figures, with those of popularity where lists are measured.

    "<metric>:se" is a standard error; "fit_seconds" is from the last fit. Raises BadData when
    nothing can be held out, BadConfig when no algorithm has a figure by the protocol.
    """
    return PROTOCOLS[plan.protocol](data, plan, progress)


def _leave_last_out(data: TrainingData, plan: EvaluationPlan, progress: Progress) -> Found:
    whole = data.interactions
    split = leave_last_out(whole) if plan.test is None else Split(whole, plan.test)
    fitted = _fitted(split.train, data.items, plan, progress)
    return fitted.with_seconds(evaluate(fitted.models, split, items=data.items, progress=progress))


def _time_split(data: TrainingData, plan: EvaluationPlan, progress: Progress) -> Found:
    split = split_at_time(data.interactions)
    fitted = _fitted(split.train, data.items, plan, progress)
    is_known = split.train.histories().lengths() > 0
    known = Split(split.train, split.test.where(is_known[split.test.users]))
    new = Split(split.train, split.test.where(~is_known[split.test.users]))
    found = evaluate(fitted.models, known, items=data.items, progress=progress)
    if len(new.test):
        of_new = evaluate(fitted.models, new, progress=progress)
        for name, figures in of_new.items():
            found[name] |= {f"new-users:{metric}": value for metric, value in figures.items()}
    found = fitted.with_seconds(found)
    if any("rmse" in figures for figures in found.values()):
        found[_YARDSTICK] = star_figures(_ItemMean.of(split.train), known)
    return found


def _rating_kfold(data: TrainingData, plan: EvaluationPlan, progress: Progress) -> Found:
    rng = np.random.default_rng(plan.seed)
    parts = list(folds(data.interactions, count=_FOLDS, rng=rng))
    return _stars(parts, data.items, plan, progress)


def _rating_given(data: TrainingData, plan: EvaluationPlan, progress: Progress) -> Found:
    return _stars([Split(data.interactions, plan.given())], data.items, plan, progress)


def _rating_windows(data: TrainingData, plan: EvaluationPlan, progress: Progress) -> Found:
    """Chen et al. 2019 and their followers: every rating has the ones before it as its history."""
    table = data.interactions
    held = np.random.default_rng(plan.seed).random(len(table)) < _WINDOW_SHARE
    split = Split(table.where(~held), table.where(held))
    fitted = _fitted(split.train, data.items, plan, progress)
    warm = _warm(split)
    found: Found = {}
    for done, (name, model) in enumerate(fitted.models.items()):
        progress(f"measuring {name}", done / len(fitted.models))
        if isinstance(model, PredictsStars):
            predictions = window_predictions(model, table, np.flatnonzero(held))
            found[name] = _errors(predictions, split.test.ratings, warm)
    found = fitted.with_seconds(_some(found, plan))
    means = predict_held_out(_ItemMean.of(split.train), split)
    found[_YARDSTICK] = _errors(means, split.test.ratings, warm)
    return found


def _some(found: Found, plan: EvaluationPlan) -> Found:
    if not found:
        raise BadConfig(f"none of {', '.join(plan.names)} predicts ratings; try als or for-you")
    return found


def _errors(predictions: UncertainPredictions, actual: Float32, warm: Bool) -> Figures:
    of_warm = UncertainPredictions(predictions.stars[warm], predictions.deviations[warm])
    without_cold = errors_of(of_warm, actual[warm])
    figures = errors_of(predictions, actual)
    figures |= {f"warm:{metric}": value for metric, value in without_cold.items()}
    return figures | {"warm_share": float(warm.mean())}


def _stars(splits: list[Split], items: Items, plan: EvaluationPlan, progress: Progress) -> Found:
    """Errors over the held-out ratings of all splits together."""
    predictions: dict[str, list[UncertainPredictions]] = {}
    seconds: dict[str, float] = {}
    for done, split in enumerate(splits):
        fitted = _fitted(split.train, items, plan, _part(progress, done, len(splits)))
        for name, model in fitted.models.items():
            if isinstance(model, PredictsStars):
                predictions.setdefault(name, []).append(predict_held_out(model, split))
                seconds[name] = fitted.seconds[name]
    actual = np.concatenate([split.test.ratings for split in splits])
    warm = np.concatenate([_warm(split) for split in splits])
    found = {
        name: _errors(joined(parts), actual, warm) | {"fit_seconds": seconds[name]}
        for name, parts in predictions.items()
    }
    return _some(found, plan)


def _warm(split: Split) -> Bool:
    """For each held-out rating, whether both its user and its item are in the training part."""
    users = split.train.histories().lengths() > 0
    warm: Bool = users[split.test.users] & (split.train.item_counts() > 0)[split.test.items]
    return warm


def _cold_start(data: TrainingData, plan: EvaluationPlan, progress: Progress) -> Found:
    """Figures by k, such as "ndcg@10 k=3", over the same held-out ratings for every k.

    "Given k" of Breese, Heckerman & Kadie 1998, "Empirical analysis of predictive algorithms for
    collaborative filtering", section 3.2: 15 ratings of each held-out user are sampled at random,
    of which the first k are known; all others are predicted.
    """
    rng = np.random.default_rng(plan.seed)
    table = data.interactions
    held_users = hold_out_users(table, share=_COLD_SHARE, least=_COLD_LEAST, rng=rng)
    fitted = _fitted(held_users.train, data.items, plan, progress)
    place = _lots(held_users.test, rng)
    later = held_users.test.where(place >= max(COLD_LENGTHS))
    found: Found = {name: {} for name in fitted.models}
    for k in COLD_LENGTHS:
        split = Split(held_users.test.where(place < k), later)
        for name, figures in evaluate(fitted.models, split, progress=progress).items():
            found[name] |= {_at(metric, k): value for metric, value in figures.items()}
    item_mean = star_figures(_ItemMean.of(held_users.train), Split(later, later))
    found[_YARDSTICK] = {_at(metric, 0): value for metric, value in item_mean.items()}
    return found


def _at(metric: str, k: int) -> str:
    """The figure's name at k known ratings; a standard error stays marked at the end."""
    name, _, error = metric.partition(":")
    return f"{name} k={k}" + (f":{error}" if error else "")


def _lots(table: Interactions, rng: np.random.Generator) -> Int64:
    """Each interaction's place, from 0, in a random order of its user's interactions."""
    drawn = np.lexsort((rng.random(len(table)), table.users))
    places = np.empty(len(table), dtype=np.int64)
    places[drawn] = np.arange(len(table)) - table.histories().offsets[table.users]
    return places


@dataclass(frozen=True, slots=True)
class _ItemMean:
    """The baseline of predicted ratings: an item's mean, or the global mean for an item without
    ratings.
    """

    means: Float32

    @classmethod
    def of(cls, table: Interactions) -> "_ItemMean":
        counts = table.item_counts()
        overall = float(table.ratings.mean())
        means = np.where(counts > 0, table.item_sums() / np.maximum(counts, 1), overall)
        return cls(means.astype(np.float32))

    def predict(self, histories: Histories, items: Int32) -> Float32:
        return np.broadcast_to(self.means[items], (len(histories), len(items)))


def _fitted(part: Interactions, items: Items, plan: EvaluationPlan, progress: Progress) -> Fitted:
    """The asked for algorithms and the baseline, fitted on one part."""
    chosen = TrainingPlan(
        Path(),
        "",
        plan.names,
        plan.seed,
        settings=plan.settings,
        checkpoints=plan.checkpoints,
    )
    steps = Steps(progress, total=len(chosen.algorithms))
    trained = fit_all(TrainingData.of(part, items), chosen, steps, "")
    names = [name for name in trained if name in {BASELINE, *plan.names}]
    seconds = {
        name: sum(trained[one.name].fit_seconds for one in with_parts((name,))) for name in names
    }
    return Fitted({name: trained[name].model for name in names}, seconds)


def _part(progress: Progress, done: int, total: int) -> Progress:
    return lambda step, share: progress(f"{step} ({done + 1} of {total})", (done + share) / total)


PROTOCOLS: dict[str, Callable[[TrainingData, EvaluationPlan, Progress], Found]] = {
    "leave-last-out": _leave_last_out,
    "time-split": _time_split,
    "rating-kfold": _rating_kfold,
    "rating-given": _rating_given,
    "rating-windows": _rating_windows,
    "cold-start": _cold_start,
}
