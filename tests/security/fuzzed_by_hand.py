"""The fuzzer's process, shorter: models made by hand, without Spark, and one request of each kind.

Run by test_schemathesis.py as `manage.py fuzz_api` runs recommender.management.fuzzing.child.
"""

import sys
from pathlib import Path
from typing import TextIO
from unittest import mock

import django

django.setup()

import numpy as np  # noqa: E402  after setup

from recommender import services  # noqa: E402
from recommender.core.artifacts.manifest import DataFacts  # noqa: E402
from recommender.core.artifacts.versions import add_version  # noqa: E402
from recommender.management.fuzzing import child, engine, site  # noqa: E402
from recommender.management.training_data import training_data  # noqa: E402
from tests.engine_fixture import models_by_hand  # noqa: E402

_KINDS = 4  # of films; see `recommender.management.fuzzing.site`


def serve_models_by_hand(folder: Path, log: TextIO) -> None:
    """The same models as `serve_every_model` trains; each film is alike to every fourth one."""
    data = training_data()
    factors = np.eye(_KINDS, dtype=np.float32)[np.arange(len(data.items)) % _KINDS]
    counts = (data.interactions.n_users, len(data.items), len(data.interactions))
    version = add_version(
        services.store(),
        models_by_hand(data, factors),
        data.items.ids,
        data=DataFacts("made up", "0" * 64, *counts, data.now_s),
        protocol="By hand.",
        created_at="2026-01-01T00:00:00+00:00",
    ).version
    services.publish(version)


if __name__ == "__main__":
    with (
        mock.patch.object(site, "serve_every_model", serve_models_by_hand),
        mock.patch.object(engine, "_CASES", 1),
    ):
        child.main(Path(sys.argv[1]), requests=int(sys.argv[2]), seed=int(sys.argv[3]))
