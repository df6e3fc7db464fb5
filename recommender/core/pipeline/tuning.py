"""Hyperparameter search on validation data alone.

The part that `train` holds out for evaluation is removed first. Validation is the latest fifth of
each user's remaining ratings; for the blend, whose weights depend on the length of the history, it
is all ratings of some users. Neither the figures of a version nor leave-last-out ever use ratings
that a search has seen. The search is Optuna's tree-structured Parzen estimator (Bergstra et al.
2011), whose trials are stored in a file, so that an interrupted search resumes. Its first trial is
the defaults.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from recommender.core.algorithms.base import Model, PredictsStars, Progress, silent
from recommender.core.algorithms.for_you import ForYouModel
from recommender.core.algorithms.registry import Algorithm, algorithm, with_parts
from recommender.core.data.fingerprint import fingerprint
from recommender.core.data.splits import Split, hold_out_latest, hold_out_users
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig
from recommender.core.evaluation.held_out import evaluate, star_figures
from recommender.core.pipeline.blend import learned_weights, mean_ndcg
from recommender.core.pipeline.train import HELD_OUT_SHARE
from recommender.core.pipeline.tuned_configs import Settings, config_of

if TYPE_CHECKING:
    from optuna import Study, Trial
    from optuna.trial import FrozenTrial

_BY_STARS = {"als", "bayesian-mf"}
LEARNED = "for-you"
_STRANGERS, _LEAST_RATINGS = 0.3, 10


@dataclass(frozen=True, slots=True)
class Range:
    """Search range of a hyperparameter, both ends included.

    whole: integers only; even: on a linear scale, otherwise a logarithmic one.
    """

    low: float
    high: float
    whole: bool = False
    even: bool = False


SPACES: dict[str, dict[str, Range]] = {
    "als": {
        "rank": Range(4, 64, whole=True),
        "reg": Range(0.02, 0.5),
        "item_damping": Range(0.5, 50),
        "user_damping": Range(0.5, 50),
    },
    "bayesian-mf": {"rank": Range(8, 48, whole=True), "features": Range(25, 400, whole=True)},
    "als-implicit": {
        "rank": Range(8, 128, whole=True),
        "reg": Range(0.005, 0.5),
        "alpha": Range(0.25, 40),
        "neutral_stars": Range(0.25, 3.75, even=True),
    },
    "item-similarity": {
        "shrinkage": Range(1, 500),
        "neutral_stars": Range(0.25, 3.75, even=True),
    },
    "ease": {"reg": Range(20, 2_000)},
    "next-neighbours": {"fading": Range(0.5, 20), "power": Range(0.5, 6)},
    "next-ridge": {
        "reg": Range(10, 1_000),
        "ease_weight": Range(0, 1, even=True),
        "neighbours_weight": Range(0, 0.6, even=True),
    },
}


@dataclass(frozen=True, slots=True)
class Search:
    """A search.

    name: of an algorithm; trials: their total number, including earlier runs; kept_in: the trials'
    file. Raises BadConfig for an algorithm without search space.
    """

    name: str
    trials: int
    kept_in: Path
    seed: int = 0

    def __post_init__(self) -> None:
        if self.name not in SPACES and self.name != LEARNED:
            known = ", ".join([*SPACES, LEARNED])
            raise BadConfig(
                f"{algorithm(self.name).name} has no settings to tune; choose from {known}"
            )
        if self.trials < 1:
            raise BadConfig(f"trials={self.trials} must be at least 1")


@dataclass(frozen=True, slots=True)
class Tuned:
    """Result of a search.

    metric: the validation metric; default, best: its values; settings: the best found, {} if those
    are the defaults.
    """

    name: str
    metric: str
    trials: int
    default: float
    best: float
    settings: dict[str, Any]


def tune(data: TrainingData, search: Search, settings: Settings, *, progress: Progress) -> Tuned:
    """Search the best settings of an algorithm; for `for-you`, learn its weights.

    settings: of the algorithms that it builds on. Raises BadConfig without Optuna.
    """
    known = hold_out_latest(data.interactions, share=HELD_OUT_SHARE).train
    if search.name == LEARNED:
        return _learn(TrainingData.of(known, data.items), search, settings, progress)
    split = hold_out_latest(known, share=HELD_OUT_SHARE)
    part = TrainingData.of(split.train, data.items)
    fitted = _parts(part, search, settings, progress)
    study = _study(search, fingerprint(data))
    chosen = algorithm(search.name)

    def measured(trial: "Trial") -> float:
        values = {name: _drawn(trial, name, each) for name, each in SPACES[search.name].items()}
        model = _fit(chosen, part, config_of(chosen, {search.name: values}), fitted, search.seed)
        return _figure(search.name, model, split)

    for trial in range(len(_done(study)), search.trials):
        progress(f"trial {trial + 1} of {search.trials}", trial / search.trials)
        study.optimize(measured, n_trials=1)
    best, default = study.best_trial, _done(study)[0]
    return Tuned(
        search.name,
        _metric(search.name),
        len(_done(study)),
        _value(default.value),
        _value(best.value),
        {} if best.number == default.number else dict(best.params),
    )


def _learn(data: TrainingData, search: Search, settings: Settings, progress: Progress) -> Tuned:
    """Learn the blend's weights from half of the held-out users; keep them if they are better for
    the rest.
    """
    rng = np.random.default_rng(search.seed)
    split = hold_out_users(data.interactions, share=_STRANGERS, least=_LEAST_RATINGS, rng=rng)
    part = TrainingData.of(split.train, data.items)
    fitted = _parts(part, search, settings, progress)
    blend = algorithm(search.name)
    drawn = rng.integers(2, size=data.interactions.n_users) > 0
    teachers, judges = (split.test.where(side[split.test.users]) for side in (drawn, ~drawn))
    before = _blend(part, blend.config(), fitted, search.seed)
    found = learned_weights(before, teachers, progress=progress)
    after = _blend(part, config_of(blend, {blend.name: found}), fitted, search.seed)
    figures = mean_ndcg(before, judges), mean_ndcg(after, judges)
    settings = found if figures[1] > figures[0] else {}
    return Tuned(search.name, _metric(search.name), 2, figures[0], max(figures), settings)


def _blend(data: TrainingData, config: Any, fitted: Mapping[str, Model], seed: int) -> ForYouModel:
    return cast("ForYouModel", _fit(algorithm(LEARNED), data, config, fitted, seed))


def _parts(
    part: TrainingData, search: Search, settings: Settings, progress: Progress
) -> dict[str, Model]:
    """Everything that the algorithm builds on, fitted once for all trials."""
    fitted: dict[str, Model] = {}
    for one in with_parts((search.name,)):
        if one.name != search.name:
            progress(f"fitting {one.name}", 0.0)
            fitted[one.name] = _fit(one, part, config_of(one, settings), fitted, search.seed)
    return fitted


def _fit(
    one: Algorithm, data: TrainingData, config: Any, fitted: Mapping[str, Model], seed: int
) -> Model:
    rng = np.random.default_rng(seed)
    parts = {name: fitted[name] for name in one.parts}
    return one.fit(data, config, rng=rng, progress=silent, parts=parts)


def _metric(name: str) -> str:
    return "rmse" if name in _BY_STARS else "ndcg@10"


def _figure(name: str, model: Model, split: Split) -> float:
    if name in _BY_STARS and isinstance(model, PredictsStars):
        return star_figures(model, split)["rmse"]
    return evaluate({name: model}, split, progress=silent)[name]["ndcg@10"]


def _study(search: Search, data: str) -> "Study":
    """The search's trials so far, the defaults first. One file holds the studies of many."""
    try:
        import optuna  # noqa: PLC0415
        from optuna.storages.journal import JournalFileBackend  # noqa: PLC0415
    except ImportError as error:
        raise BadConfig("tune needs Optuna; run script/setup tune") from error
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    search.kept_in.parent.mkdir(parents=True, exist_ok=True)
    backend = JournalFileBackend(str(search.kept_in))
    study = optuna.create_study(
        storage=optuna.storages.JournalStorage(backend),
        study_name=f"{search.name} on {data} with seed {search.seed}",
        direction="minimize" if search.name in _BY_STARS else "maximize",
        load_if_exists=True,
    )
    # A new sampler that began with the same seed would draw the first trials again.
    study.sampler = optuna.samplers.TPESampler(seed=search.seed + len(_done(study)))
    if not _done(study):
        config = algorithm(search.name).config()
        study.enqueue_trial({name: getattr(config, name) for name in SPACES[search.name]})
    return study


def _done(study: "Study") -> "list[FrozenTrial]":
    """Those that ended with a figure, in their order; one that was killed is none of them."""
    return [trial for trial in study.trials if trial.value is not None]


def _drawn(trial: "Trial", name: str, each: Range) -> float:
    if each.whole:
        return trial.suggest_int(name, int(each.low), int(each.high), log=not each.even)
    return trial.suggest_float(name, each.low, each.high, log=not each.even)


def _value(value: float | None) -> float:
    """Raises BadConfig for a trial that has none, since its fit failed."""
    if value is None:
        raise BadConfig("a trial finished without a score; delete the trials file and start again")
    return value
