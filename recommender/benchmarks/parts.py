"""The parts of the benchmark, by name, in the order in which they are measured."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from recommender.benchmarks import (
    als_training,
    answers,
    fold_in,
    recommendation_lists,
    similar_items,
    store_loading,
)
from recommender.benchmarks.material import Material, Sizes, fitted
from recommender.benchmarks.report import Table
from recommender.benchmarks.rivals import library, one_thread
from recommender.core.algorithms.base import Progress
from recommender.core.data.training import TrainingData
from recommender.core.pipeline.train import Steps


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the benchmark. needs: libraries that must be installed."""

    title: str
    measure: Callable[[Material, Progress], list[Table]]
    needs: tuple[str, ...] = ()


def _sequences(material: Material, progress: Progress) -> list[Table]:
    """Measure sequence models; loads torch, which the other parts do not need."""
    from recommender.benchmarks import sequence_models  # noqa: PLC0415

    return sequence_models.measure(material, progress)


PARTS = {
    "lists": Part("Lists", recommendation_lists.measure, ("implicit",)),
    "similar": Part(
        "Similar films", lambda material, tell: similar_items.measure(material.sizes, tell)
    ),
    "fold-in": Part("Fold-in of a rating", fold_in.measure, ("implicit",)),
    "training": Part(
        "Training a factorisation",
        lambda material, tell: als_training.measure(material.data, tell),
        ("implicit",),
    ),
    "loading": Part("Loading and swapping models", store_loading.measure, ("psutil",)),
    "answers": Part("Recommendations with all controls", answers.measure),
    "sequences": Part("Sequence models", _sequences, ("torch",)),
}


def measured(
    names: Iterable[str], data: TrainingData, sizes: Sizes, root: Path, progress: Progress
) -> dict[str, list[Table]]:
    """Fit the models once, in a store at `root`, and measure these parts with them.

    BLAS has one thread, as in a worker; `implicit` requires this too, and trains on its own threads.
    Raises MissingLibrary, before anything is fitted, when a part needs one that is not installed.
    """
    chosen = {name: PARTS[name] for name in PARTS if name in set(names)}
    check_installed(chosen)
    steps = Steps(progress, total=1 + len(chosen))
    material = fitted(data, root, sizes, progress=steps.next())
    return {name: tables_of(part, material, steps.next()) for name, part in chosen.items()}


def check_installed(names: Iterable[str]) -> None:
    """Raise MissingLibrary when one of these parts needs a library that is not installed."""
    for name in names:
        for need in PARTS[name].needs:
            library(need)


def tables_of(part: Part, material: Material, progress: Progress) -> list[Table]:
    """Measure one part with single-threaded BLAS."""
    with one_thread():
        return part.measure(material, progress)
