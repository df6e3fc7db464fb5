"""The served models and their metrics."""

from dataclasses import dataclass
from datetime import datetime

from recommender import runtime
from recommender.core.algorithms.registry import ALGORITHMS, BASELINE, algorithm


@dataclass(frozen=True, slots=True)
class ModelFigures:
    """A served model and its metrics. ratio: its NDCG@10 over the baseline's.

    predicts_stars: whether it predicts ratings; uses_profile: whether it uses age, gender and
    occupation; is_shipped: whether it is a pretrained model that comes with NextFlex.
    """

    name: str
    label: str
    description: str
    figures: dict[str, float]
    fit_seconds: float
    ratio: float | None
    predicts_stars: bool
    uses_profile: bool
    is_shipped: bool


@dataclass(frozen=True, slots=True)
class LiveVersion:
    """The live version; baseline: the name of the model that the others are compared with."""

    version: str
    created_at: datetime
    data_name: str
    users: int
    items: int
    interactions: int
    protocol: str
    baseline: str
    models: tuple[ModelFigures, ...]


def live_version() -> LiveVersion | None:
    """Return the live models, best NDCG@10 first; None when no version can be served."""
    engine = runtime.engine()
    if engine is None:
        return None
    manifest = engine.manifest
    base = manifest.models[BASELINE].figures.get("ndcg@10", 0.0)
    models = [
        ModelFigures(
            name,
            algorithm(name).label,
            algorithm(name).description,
            entry.figures,
            entry.fit_seconds,
            entry.figures["ndcg@10"] / base if base and "ndcg@10" in entry.figures else None,
            engine.predicts_stars(name),
            engine.knows_profiles(name),
            entry.is_shipped,
        )
        for name, entry in manifest.models.items()
    ]
    data = manifest.data
    return LiveVersion(
        manifest.version,
        datetime.fromisoformat(manifest.created_at),
        data.name,
        data.users,
        data.items,
        data.interactions,
        manifest.protocol,
        BASELINE,
        tuple(sorted(models, key=lambda one: -one.figures.get("ndcg@10", 0.0))),
    )


def lacking() -> tuple[str, ...]:
    """Return the sequence models that cannot be trained here, since their framework is not installed."""
    return tuple(one.name for one in ALGORITHMS if one.framework and not one.is_trainable)
