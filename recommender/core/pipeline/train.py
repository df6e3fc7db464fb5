"""From data to a stored version: fit, evaluate, fit again on everything, store, ask the gate."""

import os
import platform
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import numpy as np

from recommender.core.algorithms.base import Model, Progress
from recommender.core.algorithms.chart import ChartModel
from recommender.core.algorithms.registry import ALGORITHMS, BASELINE, Algorithm, with_parts
from recommender.core.artifacts.files import only_one
from recommender.core.artifacts.manifest import DataFacts, Manifest
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.artifacts.versions import TrainedModel, add_version
from recommender.core.data.fingerprint import fingerprint
from recommender.core.data.splits import hold_out_latest
from recommender.core.data.training import TrainingData
from recommender.core.errors import TooFewRatings, TrainingError
from recommender.core.evaluation.held_out import evaluate
from recommender.core.pipeline.carrying import carried_over
from recommender.core.pipeline.checkpoints import Checkpoints
from recommender.core.pipeline.gate import MARGIN, Verdict, verdict_on
from recommender.core.pipeline.tuned_configs import Settings, config_of
from recommender.core.trainers.journal import Journal

HELD_OUT_SHARE = 0.2
PROTOCOL = (
    "Each user's latest 20 % of ratings are held out and ranked among all films they had not rated; "
    "every held-out film counts as relevant."
)
_LEAST_RATINGS = 20
_NO_HASTE = 1e6  # minutes


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """What to train and how.

    names: the algorithms, all of them when empty; the baseline is always included. margin: the
    share of the live version's NDCG@10 that a new one may lose and still be published; settings:
    override the algorithms' defaults, such as those from `tune`; is_quick: leave out algorithms
    that need a framework to train.
    """

    store: Path
    data_name: str
    names: tuple[str, ...] = ()
    seed: int = 0
    margin: float = MARGIN
    settings: Settings = field(default_factory=dict)
    is_quick: bool = False
    checkpoints: Checkpoints = field(default_factory=Checkpoints)

    @property
    def algorithms(self) -> tuple[Algorithm, ...]:
        """The algorithms to train, with their parts, in training order.

        Raises TrainingError when a named one needs a framework that is not installed.
        """
        if not self.names:
            return tuple(filter(self._is_wanted, ALGORITHMS))
        chosen = with_parts((BASELINE, *self.names))
        for one in chosen:
            if not one.is_trainable:
                missing = ", ".join(sorted(one.frameworks))
                raise TrainingError(
                    f"{one.name} is trained with {missing}, which is not installed; "
                    f"run script/setup {missing}"
                )
        return chosen

    def _is_wanted(self, one: Algorithm) -> bool:
        return one.is_trainable and not (self.is_quick and one.frameworks)


@dataclass(frozen=True, slots=True)
class Trained:
    """A stored version, to be published if the verdict accepts it.

    fitted: the models trained for it; the others were carried over. left_out: algorithms with too
    few ratings.
    """

    manifest: Manifest
    verdict: Verdict
    fitted: tuple[str, ...]
    left_out: tuple[str, ...]


def training_lock(store: Path) -> AbstractContextManager[None]:
    """Allow one training at a time: raise TrainingError while another one runs."""
    return only_one(ArtifactStore(store).training_lock)


def train(data: TrainingData, plan: TrainingPlan, *, progress: Progress) -> Trained:
    """Fit, evaluate beside the baseline and store all algorithms of a plan as one version.

    Figures come from models fitted without the held-out ratings; the stored models are fitted on
    everything. The same data, plan and seed give the same models, except for Spark's rounding. The
    version is not published: the caller does that if the verdict accepts it. Raises TrainingError
    when there is too little data, for any model or for one that the plan names, or when a fit ends
    in NaN or infinity.
    """
    if len(data.interactions) < _LEAST_RATINGS:
        raise TrainingError(
            f"{len(data.interactions)} ratings are too few to train on; run load_demo or "
            "import_movielens first"
        )
    split = hold_out_latest(data.interactions, share=HELD_OUT_SHARE)
    steps = Steps(progress, total=2 * len(plan.algorithms) + 1)
    measured = fit_all(TrainingData.of(split.train, data.items), plan, steps, " (for evaluation)")
    models = {name: one.model for name, one in measured.items()}
    figures = evaluate(models, split, progress=steps.next())
    final = fit_all(data, _as_long(plan, measured), steps, " (on all data)")
    store = ArtifactStore(plan.store)
    trained = {name: replace(one, figures=figures[name]) for name, one in final.items()}
    if not plan.names:
        trained |= carried_over(store, data.items.ids, trained)
    manifest = add_version(
        store,
        trained,
        data.items.ids,
        data=facts_of(data, plan.data_name),
        protocol=PROTOCOL,
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    verdict = verdict_on(store, manifest.version, margin=plan.margin)
    left_out = tuple(one.name for one in plan.algorithms if one.name not in final)
    return Trained(manifest, verdict, tuple(final), left_out)


def _as_long(plan: TrainingPlan, measured: Mapping[str, TrainedModel]) -> TrainingPlan:
    """Return the final plan: models trained in epochs get the best number of the measured fit."""
    settings = {name: dict(chosen) for name, chosen in plan.settings.items()}
    for name, one in measured.items():
        if epochs := one.record["best_epoch"]:
            theirs = {"epochs": epochs, "patience": epochs, "minutes": _NO_HASTE}
            settings[name] = settings.get(name, {}) | theirs
    return replace(plan, names=tuple(measured), settings=settings)


class Steps:
    """Converts the progress of each of `total` equal steps to progress of the whole."""

    def __init__(self, progress: Progress, *, total: int) -> None:
        self._progress, self._total, self._done = progress, total, -1

    def next(self, suffix: str = "") -> Progress:
        """Start the next step and return its progress. suffix: appended to the names of its steps."""
        self._done += 1
        done = self._done

        def tell(step: str, share: float) -> None:
            self._progress(f"{step}{suffix}", (done + share) / self._total)

        return tell


def fit_all(
    data: TrainingData, plan: TrainingPlan, steps: Steps, suffix: str
) -> dict[str, TrainedModel]:
    """Fit the plan's algorithms in order, each with the finished parts that it builds on.

    If the plan names none, those that raise TooFewRatings are left out, and everything built on
    them.
    """
    data_hash = fingerprint(data)
    fitted: dict[str, Model] = {}
    trained: dict[str, TrainedModel] = {}
    for one in plan.algorithms:
        tell = steps.next(suffix)
        tell(one.name, 0.0)
        if not fitted.keys() >= set(one.parts):
            tell(f"{one.name} is skipped because its parts are", 1.0)
            continue
        config, started = config_of(one, plan.settings), time.perf_counter()
        journal = plan.checkpoints.journal(one, config, plan.seed, data_hash)
        try:
            fitted[one.name] = one.fit(
                data,
                config,
                rng=np.random.default_rng(plan.seed),
                progress=_named(one.name, tell),
                parts=_parts(one, fitted),
                **({"journal": journal} if one.framework else {}),
            )
        except TooFewRatings as error:
            if plan.names:
                raise
            tell(f"{one.name} is skipped: {error}", 1.0)
            continue
        refuse_non_finite(one.name, fitted[one.name])
        trained[one.name] = TrainedModel(
            fitted[one.name],
            config,
            {},
            round(time.perf_counter() - started, 3),
            {"seed": plan.seed, "data": data_hash, **_record(journal)},
        )
    return trained


def _record(journal: Journal) -> dict[str, Any]:
    machine = {"device": platform.machine(), "cpus": os.cpu_count() or 1} | journal.machine
    return {"machine": machine, "curve": journal.curve, "best_epoch": journal.best_epoch}


def _named(name: str, tell: Progress) -> Progress:
    return lambda step, share: tell(f"{name}: {step}", share)


def _parts(one: Algorithm, fitted: Mapping[str, Model]) -> dict[str, Model]:
    return {name: fitted[name] for name in one.parts}


def facts_of(data: TrainingData, name: str) -> DataFacts:
    """Return the facts of the data for a manifest. name: of the data set."""
    interactions = data.interactions
    return DataFacts(
        name=name,
        fingerprint=fingerprint(data),
        users=interactions.n_users,
        items=interactions.n_items,
        interactions=len(interactions),
        newest_s=data.now_s,
    )


def refuse_non_finite(name: str, model: Model) -> None:
    """Raise TrainingError when an array or a number of a model is NaN or infinite.

    -infinity in a chart means "never shown", and is allowed.
    """
    for each in fields(cast("Any", model)):
        value = getattr(model, each.name)
        if not isinstance(value, (np.ndarray, float)):
            continue
        if isinstance(model, ChartModel):
            value = np.where(np.isneginf(value), 0, value)
        if not np.isfinite(value).all():
            raise TrainingError(
                f"{each.name} of {name} contains NaN or infinity; check the data or raise the "
                "regularisation"
            )
