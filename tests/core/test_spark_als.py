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
                      config=FactorConfig(1, 1, 0.1), seed=1,
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


_FIT_AND_FAIL = """
import numpy as np
from recommender.core.algorithms.base import silent
from recommender.core.errors import TrainingError
from recommender.core.trainers.spark_process import FactorConfig, spark
rows = np.arange(60, dtype=np.int32)
for rank in (2, -1):
    try:
        found = spark().factorise(rows % 6, rows % 10, np.ones(60, np.float32),
                                  config=FactorConfig(rank, 3, 0.1), seed=1, progress=silent)
        print("factors:", found.item_factors.shape)
    except TrainingError as error:
        print("error names the rank:", "rank" in str(error))
"""


@pytest.fixture(scope="module")
def without_java(tmp_path_factory: pytest.TempPathFactory) -> "subprocess.CompletedProcess[str]":
    """A good fit and a bad one, by a process that finds every program but `java`."""
    tools = tmp_path_factory.mktemp("tools")
    for folder in ("/usr/bin", "/bin"):
        for tool in Path(folder).iterdir():
            link = tools / tool.name
            if tool.name != "java" and not link.is_symlink():
                link.symlink_to(tool)
    surroundings = {name: value for name, value in os.environ.items() if name != "JAVA_HOME"}
    return subprocess.run(
        [sys.executable, "-c", _FIT_AND_FAIL],
        cwd=_ROOT,
        env=surroundings | {"PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_als_fits_with_no_java_on_the_machine(
    without_java: "subprocess.CompletedProcess[str]",
) -> None:
    assert "factors: (10, 2)" in without_java.stdout, without_java.stderr[-2_000:]


def test_a_fit_that_fails_raises_an_error_with_sparks_reason(
    without_java: "subprocess.CompletedProcess[str]",
) -> None:
    assert "error names the rank: True" in without_java.stdout, without_java.stderr[-2_000:]
