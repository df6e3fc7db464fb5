"""The gate: decides whether a new version may replace the live one."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from recommender.core.algorithms.registry import BASELINE
from recommender.core.artifacts.manifest import Manifest
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.data.interface import DEFAULT
from recommender.core.errors import ArtifactError

MARGIN = 0.05
_FIGURE = "ndcg@10"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision of the gate.

    reasons: sentences without a full stop, those against publishing first; never empty.
    """

    accepted: bool
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return ". ".join(self.reasons) + "."


@dataclass(frozen=True, slots=True)
class _Finding:
    is_fine: bool
    text: str


def verdict_on(store: ArtifactStore, version: str, *, margin: float) -> Verdict:
    """Judge a stored version against the live one.

    A live version that cannot be read is not compared. Raises ArtifactError when the new one cannot
    be read.
    """
    new = store.manifest(version)
    try:
        name = store.current()
        live = store.manifest(name) if name else None
    except ArtifactError as error:
        alone = judge(new, None, margin=margin)
        return Verdict(
            alone.accepted, (*alone.reasons, (f"The live version cannot be read: {error}"))
        )
    return judge(new, live, margin=margin)


def judge(new: Manifest, live: Manifest | None, *, margin: float) -> Verdict:
    """Accept if `for-you` beats popularity and loses at most `margin` compared with the live
    version.

    margin: a share of the live version's NDCG@10, 0 to 1. Figures from another protocol or another
    data set are not compared; a data set with more ratings than before is still the same one.
    Without `for-you`, the models that both versions have are compared, and the version is refused
    if the live one has `for-you`.
    """
    if DEFAULT in new.models:
        found = [_beside_popularity(new), *_beside_live((DEFAULT,), new, live, margin)]
    else:
        shared = tuple(_shared(new, live))
        found = [*_without_default(new, live, shared), *_beside_live(shared, new, live, margin)]
    found.sort(key=lambda one: one.is_fine)
    return Verdict(all(one.is_fine for one in found), tuple(one.text for one in found))


def _beside_popularity(new: Manifest) -> _Finding:
    ours, floor = _measured(new, DEFAULT), _measured(new, BASELINE)
    if ours is None or floor is None:
        lacking = DEFAULT if ours is None else BASELINE
        return _Finding(False, f"NDCG@10 of {lacking} was not measured, so it cannot be judged")
    given = f"NDCG@10 of {DEFAULT} is {ours:.4f}"
    if ours > floor:
        return _Finding(True, f"{given}; the popularity baseline has {floor:.4f}")
    return _Finding(False, f"{given}, no better than the popularity baseline's {floor:.4f}")


def _without_default(
    new: Manifest, live: Manifest | None, shared: tuple[str, ...]
) -> Iterator[_Finding]:
    judged = (
        f"only {', '.join(shared)} can be compared" if shared else ("nothing else can be compared")
    )
    yield _Finding(True, f"{new.version} was trained without {DEFAULT}; {judged}")
    if live and DEFAULT in live.models:
        yield _Finding(
            False,
            (f"It lacks {DEFAULT}, which the site uses and the live version {live.version} has"),
        )


def _beside_live(
    names: tuple[str, ...], new: Manifest, live: Manifest | None, margin: float
) -> Iterator[_Finding]:
    if live is None:
        yield _Finding(True, "There is no live version to compare it with")
    elif obstacle := _obstacle(new, live):
        yield _Finding(
            True, (f"{obstacle}, so it was not compared with the live version {live.version}")
        )
    else:
        for name in names:
            yield _loss(name, new, live, margin)


def _shared(new: Manifest, live: Manifest | None) -> Iterator[str]:
    return (name for name in new.models if live and name != BASELINE and name in live.models)


def _obstacle(new: Manifest, live: Manifest) -> str:
    """Why the figures of two versions cannot be compared; empty when they can."""
    if new.protocol != live.protocol:
        return "It was measured with a different protocol"
    if new.data.name != live.data.name:
        return f"It was trained on different data ({new.data.name}, not {live.data.name})"
    return ""


def _loss(name: str, new: Manifest, live: Manifest, margin: float) -> _Finding:
    ours, theirs = _measured(new, name), _measured(live, name)
    if theirs is None:
        return _Finding(
            True, (f"The live version {live.version} has no NDCG@10 of {name} to compare with")
        )
    if ours is None:
        return _Finding(
            False, (f"NDCG@10 of {name} was not measured; the live version {live.version} has it")
        )
    if ours >= theirs * (1 - margin):
        return _Finding(True, f"The live version {live.version} has {theirs:.4f} with {name}")
    given = (
        f"NDCG@10 of {name} is {ours:.4f}, {1 - ours / theirs:.1%} below the live version "
        f"{live.version}'s"
    )
    return _Finding(False, f"{given} {theirs:.4f}; {margin:.1%} is allowed")


def _measured(manifest: Manifest, name: str) -> float | None:
    """A model's NDCG@10; None when it was not measured or is no number."""
    entry = manifest.models.get(name)
    value = entry.figures.get(_FIGURE) if entry else None
    return value if value is not None and math.isfinite(value) else None
