"""One Spark for all fits of a training, in a child process group that ends with its parent."""

import atexit
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from recommender.core.algorithms.base import Progress
from recommender.core.data import storage_names
from recommender.core.data.arrays import Float32, Int32
from recommender.core.errors import TrainingError
from recommender.core.trainers.java import java_home
from recommender.core.trainers.spark_request import FactorRequest

_PROJECT_ROOT = Path(__file__).resolve().parents[3]
_LOG_TAIL = 2_000


@dataclass(frozen=True, slots=True)
class Factors:
    """Factors from Spark: rows are in any order, and missing for users and items without ratings."""

    item_rows: Int32
    item_factors: Float32
    user_rows: Int32
    user_factors: Float32

    def dense_items(self, n_items: int) -> Float32:
        """Return (n_items, rank) item factors, zero where Spark has none."""
        dense = np.zeros((n_items, self.item_factors.shape[1]), dtype=np.float32)
        dense[self.item_rows] = self.item_factors
        return dense


@dataclass(frozen=True, slots=True)
class FactorConfig:
    """Hyperparameters of one fit. alpha: None for explicit feedback, else the implicit confidence."""

    rank: int
    iterations: int
    reg: float
    alpha: float | None = None


class SparkProcess:
    """A child process that runs Spark, one fit at a time, and ends with this process."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="nextflex-spark-")
        work_dir = Path(self._folder.name)
        self._work_dir = work_dir
        self._log = (work_dir / "spark.log").open("wb")
        self._child = subprocess.Popen(
            [sys.executable, "-m", "recommender.core.trainers.spark_job", str(work_dir)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            cwd=_PROJECT_ROOT,
            env=_environment(work_dir),
            text=True,
            start_new_session=True,
        )

    @classmethod
    def start(cls) -> Self:
        """Start the child, and stop it when this process exits."""
        process = cls()
        atexit.register(process.stop)
        return process

    def factorise(
        self,
        users: Int32,
        items: Int32,
        values: Float32,
        *,
        config: FactorConfig,
        seed: int,
        progress: Progress,
    ) -> Factors:
        """Run one ALS fit on (user row, item row, value) triples.

        Raises TrainingError, with the end of Spark's log, when the fit fails.
        """
        ratings, out = self._work_dir / "ratings.parquet", self._work_dir / "factors.npz"
        names = [storage_names.USER, storage_names.ITEM, storage_names.RATING]
        pq.write_table(pa.table([users, items, values], names=names), ratings)
        request = FactorRequest(
            str(ratings), str(out), config.rank, config.iterations, config.reg, config.alpha, seed
        )
        self._ask(request, progress)
        with np.load(out, allow_pickle=False) as found:
            return Factors(**found)

    def _ask(self, request: FactorRequest, progress: Progress) -> None:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        try:
            print(json.dumps(asdict(request)), file=self._child.stdin, flush=True)
        except BrokenPipeError as error:
            raise TrainingError(self._last_words()) from error
        for line in self._child.stdout:
            message = json.loads(line)
            if message.get("done"):
                return
            progress(message["step"], message["share"])
        raise TrainingError(self._last_words())

    def _last_words(self) -> str:
        self._child.wait()
        log = (self._work_dir / "spark.log").read_text(errors="replace")
        return f"Spark exited with status {self._child.returncode}:\n{log[-_LOG_TAIL:]}"

    def stop(self) -> None:
        """Close the child's input, which makes it kill its group, and delete the work files."""
        if self._child.stdin:
            self._child.stdin.close()
        self._child.wait()
        if self._child.stdout:
            self._child.stdout.close()
        self._log.close()
        self._folder.cleanup()


def _environment(work_dir: Path) -> dict[str, str]:
    return os.environ | {
        "JAVA_HOME": str(java_home(work_dir)),
        # The JVM is killed, not stopped: what it leaves must lie where it is swept up.
        "JAVA_TOOL_OPTIONS": f'"-Djava.io.tmpdir={work_dir}"',
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_DRIVER_PYTHON": sys.executable,
    }


@cache
def spark() -> SparkProcess:
    """Return the one Spark of this process: starting it takes seconds, so all fits share it."""
    return SparkProcess.start()
