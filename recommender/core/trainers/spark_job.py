"""The program that runs Spark, as a child process: reads one fit per line, answers on its output.

It leads a process group of its own, which includes the JVM. When its input closes, because the
parent has finished or was killed, it kills that group: no JVM outlives a training.
"""

import json
import os
import queue
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from pyspark.ml.recommendation import ALS
from pyspark.sql import SparkSession

from recommender.core.data import storage_names
from recommender.core.data.arrays import Float32, Int32
from recommender.core.trainers.spark_request import FactorRequest


def main() -> None:
    """Start Spark and run the fits that arrive, one at a time, until the input closes."""
    requests: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_read, args=(requests,), daemon=True).start()
    say(step="starting Spark", share=0.0)
    session = start_session(Path(sys.argv[1]))
    while True:
        factorise(session, FactorRequest(**json.loads(requests.get())))


def say(**message: object) -> None:
    """Write one message to the parent, as a line of JSON."""
    print(json.dumps(message), flush=True)


def _read(requests: "queue.Queue[str]") -> None:
    for line in sys.stdin:
        requests.put(line)
    os.killpg(os.getpgid(0), signal.SIGKILL)


def start_session(work_dir: Path) -> SparkSession:
    """Start a Spark session; SPARK_MASTER and SPARK_CONF override the defaults."""
    conf = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.driver.extraJavaOptions": "-Xss8m",
        "spark.sql.shuffle.partitions": "8",
        "spark.local.dir": str(work_dir / "spark"),
        "spark.sql.warehouse.dir": str(work_dir / "warehouse"),
    }
    conf |= dict(pair.split("=", 1) for pair in os.environ.get("SPARK_CONF", "").split(",") if pair)
    builder = SparkSession.Builder().master(os.environ.get("SPARK_MASTER") or "local[*]")
    for name, value in conf.items():
        builder = builder.config(name, value)
    session = builder.appName("nextflex").getOrCreate()
    # Without checkpoints the lineage of 15 iterations overflows the stack.
    session.sparkContext.setCheckpointDir(str(work_dir / "checkpoints"))
    return session


def factorise(session: SparkSession, request: FactorRequest) -> None:
    """Run one ALS fit and write its factors to the npz file that the request names."""
    say(step="fitting with Spark", share=0.3)
    settings: dict[str, Any] = {"implicitPrefs": request.alpha is not None}
    if request.alpha is not None:
        settings["alpha"] = request.alpha
    als = ALS(
        rank=request.rank,
        maxIter=request.iterations,
        regParam=request.reg,
        seed=request.seed,
        userCol=storage_names.USER,
        itemCol=storage_names.ITEM,
        ratingCol=storage_names.RATING,
        **settings,
    )
    fitted = als.fit(session.read.parquet(request.ratings))
    say(step="fetching the factors", share=0.9)
    with Path(request.out).open("wb") as file:
        item_rows, item_factors = _factors(fitted.itemFactors.toArrow())
        user_rows, user_factors = _factors(fitted.userFactors.toArrow())
        np.savez(
            file,
            item_rows=item_rows,
            item_factors=item_factors,
            user_rows=user_rows,
            user_factors=user_factors,
        )
    say(done=True)


def _factors(table: pa.Table) -> tuple[Int32, Float32]:
    rows = table.column("id").to_numpy()
    values = table.column("features").combine_chunks().flatten().to_numpy(zero_copy_only=False)
    matrix = values.astype(np.float32).reshape(len(rows), -1)
    return rows.astype(np.int32), matrix


if __name__ == "__main__":
    main()
