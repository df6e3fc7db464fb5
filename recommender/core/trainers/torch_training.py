"""Training of a net: epochs, selection of the best by validation, checkpoints, and the exported
graph.

The net that is validated and served is not that of the last step but an average over the latest
steps (torch AveragedModel), which has the effect of a decaying learning rate without knowing when
training will end. The average is polynomial, so that about the last ninth of all steps counts:
Shamir & Zhang 2013, "Stochastic gradient descent for non-smooth optimization: convergence results
and optimal averaging schemes", section 4.
"""

import io
import math
import platform
import time
import warnings
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel

from recommender.core.algorithms.base import Progress
from recommender.core.errors import TrainingError
from recommender.core.trainers.journal import Arrays, Figures, Journal

_OPSET = 17
_STEEPNESS = 8
_NET, _MEAN, _BEST, _OPTIMIZER = "net", "mean", "best", "optimizer"

Batch = TypeVar("Batch")
_Taught_contra = TypeVar("_Taught_contra", contravariant=True)
_Net = TypeVar("_Net", bound=nn.Module)
State = dict[str, Tensor]


class Task(Protocol[_Taught_contra, Batch]):
    """What a net learns and how it is validated."""

    def batches(self, rng: np.random.Generator) -> Iterator[Batch]:
        """Yield the batches of one epoch."""
        ...

    def learn(self, net: _Taught_contra, batch: Batch) -> float:
        """Add the gradient of a batch's loss to the net's, and return the loss."""
        ...

    def validate(self, net: _Taught_contra) -> Figures:
        """Return validation figures by name."""
        ...


class Trains(Protocol):
    """The hyperparameters that every trained net has."""

    @property
    def epochs(self) -> int:
        """The number of epochs at most."""
        ...

    @property
    def patience(self) -> int:
        """Epochs without improvement before stopping."""
        ...

    @property
    def minutes(self) -> float:
        """The time after which no epoch starts."""
        ...

    @property
    def learning_rate(self) -> float:
        """The learning rate of AdamW."""
        ...

    @property
    def weight_decay(self) -> float:
        """The decay of weights; biases, scales and thresholds do not decay."""
        ...


@dataclass(frozen=True, slots=True)
class Recipe:
    """Hyperparameters, and the figure that selects the best epoch; lower: whether less is better."""

    config: Trains
    chosen_by: str
    lower: bool = False


@dataclass(slots=True)
class _Course:
    """How far a training is. best: the mean's state after the best epoch."""

    best: State
    epoch: int = 0
    best_worth: float = -math.inf
    since_best: int = 0
    seconds: float = 0.0
    started: float = field(default_factory=time.perf_counter)

    def ended(self, recipe: Recipe) -> bool:
        return (
            self.epoch >= recipe.config.epochs
            or self.since_best >= recipe.config.patience
            or self.spent() > 60 * recipe.config.minutes
        )

    def spent(self) -> float:
        return self.seconds + time.perf_counter() - self.started


@dataclass(frozen=True, slots=True)
class _Learner(Generic[_Net]):
    """A net that is trained, its optimizer, and the mean over its latest steps."""

    net: _Net
    optimizer: torch.optim.Optimizer
    mean: AveragedModel

    @classmethod
    def of(cls, net: _Net, recipe: Recipe) -> "_Learner[_Net]":
        return cls(net, _optimizer(net, recipe), AveragedModel(net, avg_fn=_mean))


def device_at_hand() -> torch.device:
    """Return the GPU if there is one, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def machine_at_hand() -> dict[str, str | int]:
    """Return the device, its threads and the version of torch, for the record of a fit."""
    on_gpu = torch.cuda.is_available()
    device = torch.cuda.get_device_name() if on_gpu else platform.machine()
    return {"device": device, "threads": torch.get_num_threads(), "torch": torch.__version__}


def trained(
    net: _Net,
    task: Task[_Net, Batch],
    recipe: Recipe,
    *,
    seed: int,
    journal: Journal,
    progress: Progress,
) -> _Net:
    """Train a net; return its averaged weights after the best epoch, in evaluation mode, on the
    CPU.

    Each epoch's shuffling is seeded by (seed, epoch), so a resumed training ends like an
    uninterrupted one; on a GPU, up to the order of its sums. Raises TrainingError when the loss is
    not finite.
    """
    net.to(device_at_hand())
    journal.machine.update(machine_at_hand())
    learner = _Learner.of(net, recipe)
    course = _resumed(learner, journal) or _Course(deepcopy(net.state_dict()))
    while not course.ended(recipe):
        progress(_words(course, recipe, journal), _share(course, recipe))
        loss = _epoch(learner, task, seed, course.epoch)
        figures = task.validate(learner.mean.module.eval())
        _judge(course, learner.mean.module, figures, recipe)
        course.epoch += 1
        line = {"epoch": course.epoch, "loss": loss, **figures, "seconds": round(course.spent(), 1)}
        journal.note(line)
        _keep(course, learner, journal)
    journal.best_epoch = course.epoch - course.since_best
    net.load_state_dict(course.best)
    return net.cpu().eval()


def _optimizer(net: nn.Module, recipe: Recipe) -> torch.optim.Optimizer:
    """Weights decay; biases, scales and thresholds do not."""
    groups = [
        {
            "params": [each for each in net.parameters() if (each.ndim > 1) == is_weight],
            "weight_decay": recipe.config.weight_decay if is_weight else 0.0,
        }
        for is_weight in (True, False)
    ]
    return torch.optim.AdamW(groups, lr=recipe.config.learning_rate)


def _mean(mean: Tensor, latest: Tensor, count: Tensor | int) -> Tensor:
    return mean + (latest - mean) * ((_STEEPNESS + 1) / (count + 1 + _STEEPNESS))


def _epoch(learner: _Learner[_Net], task: Task[_Net, Batch], seed: int, epoch: int) -> float:
    torch.manual_seed(seed * 100_003 + epoch)
    learner.net.train()
    losses = []
    for batch in task.batches(np.random.default_rng([seed, epoch])):
        learner.optimizer.zero_grad(set_to_none=True)
        losses.append(task.learn(learner.net, batch))
        learner.optimizer.step()
        learner.mean.update_parameters(learner.net)
    loss = float(np.mean(losses)) if losses else 0.0
    if not math.isfinite(loss):
        raise TrainingError(
            f"the loss is {loss} in epoch {epoch + 1}; lower learning_rate or check the data"
        )
    return loss


def _judge(course: _Course, net: nn.Module, figures: Figures, recipe: Recipe) -> None:
    worth = figures[recipe.chosen_by] * (-1 if recipe.lower else 1)
    course.since_best += 1
    if worth > course.best_worth:
        course.best, course.best_worth, course.since_best = deepcopy(net.state_dict()), worth, 0


def _words(course: _Course, recipe: Recipe, journal: Journal) -> str:
    words = f"epoch {course.epoch + 1} of at most {recipe.config.epochs}"
    if not journal.curve:
        return words
    return f"{words}, {recipe.chosen_by} {journal.curve[-1][recipe.chosen_by]:.4f}"


def _share(course: _Course, recipe: Recipe) -> float:
    config = recipe.config
    return min(1.0, max(course.epoch / config.epochs, course.spent() / (60 * config.minutes)))


def _keep(course: _Course, learner: _Learner[_Net], journal: Journal) -> None:
    moments = {
        f"{place}/{name}": value
        for place, state in learner.optimizer.state_dict()["state"].items()
        for name, value in state.items()
    }
    groups = {
        _NET: learner.net.state_dict(),
        _MEAN: learner.mean.state_dict(),
        _BEST: course.best,
        _OPTIMIZER: moments,
    }
    arrays = {
        f"{group}/{name}": value.detach().cpu().numpy()
        for group, state in groups.items()
        for name, value in state.items()
    }
    words = {
        "epoch": course.epoch,
        "best_worth": course.best_worth,
        "since_best": course.since_best,
        "seconds": course.spent(),
    }
    journal.keep(arrays, words)


def _resumed(learner: _Learner[_Net], journal: Journal) -> _Course | None:
    kept = journal.kept()
    if kept is None:
        return None
    arrays, words = kept
    learner.net.load_state_dict(_state(arrays, _NET))
    learner.mean.load_state_dict(_state(arrays, _MEAN))
    moments: dict[int, dict[str, Any]] = {}
    for name, value in _state(arrays, _OPTIMIZER).items():
        place, _, moment = name.partition("/")
        moments.setdefault(int(place), {})[moment] = value
    known = learner.optimizer.state_dict()
    learner.optimizer.load_state_dict(known | {"state": moments})
    return _Course(_state(arrays, _BEST), **words)


def _state(arrays: Arrays, group: str) -> State:
    start = f"{group}/"
    return {
        name.removeprefix(start): torch.from_numpy(value)
        for name, value in arrays.items()
        if name.startswith(start)
    }


def exported(
    net: nn.Module, inputs: Mapping[str, Tensor], axes: Mapping[str, dict[int, str]]
) -> bytes:
    """Return the net's forward pass as an ONNX graph with one output, "scores".

    inputs: an example of each; axes: names of the variable sizes of inputs and output.
    """
    file = io.BytesIO()
    with warnings.catch_warnings():
        # The exporter that is to replace this one needs two packages more and gives the same graph.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            net.cpu().eval(),
            tuple(inputs.values()),
            file,
            input_names=list(inputs),
            output_names=["scores"],
            dynamic_axes=dict(axes),
            opset_version=_OPSET,
            do_constant_folding=False,  # it would store every table once more, transposed
            dynamo=False,
        )
    return file.getvalue()
