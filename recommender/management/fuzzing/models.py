"""Serve every model: trained on the generated ratings, or installed as pretrained."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from django.conf import settings
from django.core.management import call_command

from recommender import services
from recommender.core.algorithms.base import silent
from recommender.core.algorithms.registry import algorithm
from recommender.core.artifacts.versions import TrainedModel, add_version, load_version
from recommender.management.training_data import training_data
from recommender.selectors import MODEL_NAMES

_PRETRAINED = Path(settings.BASE_DIR) / "demo" / "models"
_BLEND = "next-blend"
_FEW_SAMPLES = """\
model = "bayesian-mf"
[settings]
rank = 4
features = 8
sweeps = 6
warm_up = 2
samples = 2
"""


class NotAllServed(Exception):
    """The live version lacks models, so that the fuzzer would not test them."""


def serve_every_model(folder: Path, log: TextIO) -> None:
    """Train the models that need no torch, install the pretrained ones, and blend the two.

    Raises NotAllServed when a model is still missing.
    """
    config = folder / "bayesian-mf.toml"
    config.write_text(_FEW_SAMPLES)
    call_command("train", quick=True, config=[config], stdout=log)
    # With so few ratings the gate may prefer popularity.
    services.publish(services.store().versions()[-1])
    call_command("models", "install", str(_PRETRAINED), stdout=log)
    _add_blend()
    if missing := set(MODEL_NAMES) - set(served_models()):
        raise NotAllServed(f"not served: {', '.join(sorted(missing))}; see {log.name}")


def served_models() -> tuple[str, ...]:
    """Return the names of the live version's models."""
    store = services.store()
    live = store.current()
    return tuple(store.manifest(live).models) if live else ()


def _add_blend() -> None:
    """Publish the live version with `next-blend`, which needs torch only for one of its parts."""
    store = services.store()
    live = load_version(store, store.versions()[-1])
    one = algorithm(_BLEND)
    # It combines finished models, without random numbers.
    model = one.fit(training_data(), one.config(), rng=None, progress=silent, parts=live.models)
    blend = replace(live.trained("sasrec"), model=model, config=one.config())
    added: dict[str, TrainedModel] = {name: live.trained(name) for name in live.models}
    manifest = add_version(
        store,
        added | {_BLEND: blend},
        live.item_ids,
        data=live.manifest.data,
        protocol=live.manifest.protocol,
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    services.publish(manifest.version)
