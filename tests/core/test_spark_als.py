"""Spark's own answers, and that it never outlives a training."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import psutil
import pytest

from recommender.core.algorithms.als import AlsConfig, AlsModel, fit_biases
from recommender.core.algorithms.als_implicit import AlsImplicitConfig, AlsImplicitModel
from recommender.core.algorithms.base import silent
from recommender.core.data.training import TrainingData
from recommender.core.trainers.spark_process import FactorConfig, spark

pytestmark = pytest.mark.spark

_ROOT = Path(__file__).resolve().parents[2]


def test_the_explicit_fold_in_is_sparks_own_user_factor(data: TrainingData) -> None:
    table, config = data.interactions, AlsConfig(rank=6)
    biases = fit_biases(table, config)
    factors = spark().factorise(
        table.users,
        table.items,
        table.ratings - biases.global_mean - biases.item_offsets[table.items],
        config=FactorConfig(config.rank, config.iterations, config.reg),
        seed=3,
        progress=silent,
    )
    without_offsets = 1e15
    model = AlsModel(
        factors.dense_items(20),
        biases.item_offsets,
        biases.global_mean,
        without_offsets,
        config.reg,
    )
    own = np.stack([model.fold_in(*one).user_factor[:-1] for one in table.histories()])
    assert np.abs(own[factors.user_rows] - factors.user_factors).max() < 1e-5


def test_the_implicit_fold_in_is_sparks_own_user_factor(data: TrainingData) -> None:
    table, config = data.interactions, AlsImplicitConfig(rank=6)
    factors = spark().factorise(
        table.users,
        table.items,
        table.ratings - np.float32(config.neutral_stars),
        config=FactorConfig(config.rank, config.iterations, config.reg, config.alpha),
        seed=3,
        progress=silent,
    )
    model = AlsImplicitModel.of(factors.dense_items(20), config)
    own = np.stack([model.fold_in(*one).user_factor for one in table.histories()])
    assert np.abs(own[factors.user_rows] - factors.user_factors).max() < 1e-5


def test_many_iterations_do_not_overflow_the_stack(data: TrainingData) -> None:
    table = data.interactions
    factors = spark().factorise(
        table.users,
        table.items,
        table.ratings,
        config=FactorConfig(2, 25, 0.1),
        seed=3,
        progress=silent,
    )
    assert np.isfinite(factors.item_factors).all()


_ENDLESS = """
import numpy as np
from recommender.core.algorithms.base import silent
from recommender.core.trainers.spark_process import FactorConfig, spark
rows = np.arange(200, dtype=np.int32)
process = spark()
print(process._child.pid, flush=True)
while True:
    process.factorise(rows % 20, rows % 30, np.ones(200, np.float32),
                      config=FactorConfig(2, 5, 0.1), seed=1,
                      progress=lambda step, share: print(step, flush=True))
"""


def test_71_no_jvm_outlives_a_killed_training() -> None:
    trainer = subprocess.Popen(
        [sys.executable, "-c", _ENDLESS], cwd=_ROOT, stdout=subprocess.PIPE, text=True
    )
    assert trainer.stdout is not None
    group = int(trainer.stdout.readline())
    while "fitting" not in trainer.stdout.readline():
        pass
    assert os.getpgid(group) == group
    assert any(one.name() == "java" for one in _members(group))
    trainer.send_signal(signal.SIGKILL)
    trainer.wait()
    trainer.stdout.close()
    deadline = time.monotonic() + 10
    while _members(group) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert _members(group) == []


def _members(group: int) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        try:
            if os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except (ProcessLookupError, psutil.NoSuchProcess):
            continue
    return found


_FAILING = """
import numpy as np
from recommender.core.algorithms.base import silent
from recommender.core.errors import TrainingError
from recommender.core.trainers.spark_process import FactorConfig, spark
rows = np.arange(20, dtype=np.int32)
try:
    spark().factorise(rows, rows, np.ones(20, np.float32), config=FactorConfig(-1, 5, 0.1),
                      seed=1, progress=silent)
except TrainingError as error:
    print("told:", "rank" in str(error))
"""


def test_a_fit_that_fails_tells_sparks_words() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FAILING], cwd=_ROOT, capture_output=True, text=True, check=True
    )
    assert "told: True" in done.stdout
