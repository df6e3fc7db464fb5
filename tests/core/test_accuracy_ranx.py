"""Our measures of lists agree with ranx, which computes them from its own definitions."""

import importlib
from types import ModuleType

import numpy as np
import pytest

from recommender.core.metrics.accuracy import (
    hit_rate_at_k,
    ndcg_at_k,
    precision_at_k,
    recall_at_k,
    reciprocal_rank_at_k,
)
from recommender.core.ranking.top_k import top_k

_OURS = {
    "ndcg": ndcg_at_k,
    "hit_rate": hit_rate_at_k,
    "recall": recall_at_k,
    "precision": precision_at_k,
    "mrr": reciprocal_rank_at_k,
}
_USERS, _ITEMS, _LONGEST = 300, 60, 20


@pytest.fixture(scope="module")
def ranx() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUMBA_DISABLE_JIT", "1")  # compiling takes minutes, running it a second
        return importlib.import_module("ranx")


@pytest.fixture(scope="module")
def lists() -> list[list[int]]:
    """Picks from scores with many ties; some users may be shown fewer than 20 films, a few but one."""
    dice = np.random.default_rng(11)
    scores = dice.integers(0, 8, size=(_USERS, _ITEMS)).astype(np.float32)
    shown = dice.random((_USERS, 1)) ** 2
    allowed = dice.random((_USERS, _ITEMS)) < shown
    allowed[:, 0] |= ~allowed.any(axis=1)
    picks: list[list[int]] = top_k(scores, _LONGEST, allowed=allowed).tolist()
    assert {sum(item >= 0 for item in one) for one in picks} >= {1, 5, _LONGEST}
    return picks


@pytest.fixture(scope="module")
def relevant() -> list[set[int]]:
    """One to forty films a user, so that fewer and more than k are relevant."""
    dice = np.random.default_rng(12)
    return [
        set(dice.choice(_ITEMS, size=dice.integers(1, 41), replace=False).tolist())
        for _ in range(_USERS)
    ]


@pytest.mark.parametrize("k", [1, 3, 10, 20])
@pytest.mark.parametrize("metric", list(_OURS))
def test_each_user_has_the_same_figure(
    ranx: ModuleType, lists: list[list[int]], relevant: list[set[int]], metric: str, k: int
) -> None:
    judged = {
        str(user): {str(item): 1 for item in sorted(items)} for user, items in enumerate(relevant)
    }
    ranked = {
        str(user): {
            str(item): float(_LONGEST - place) for place, item in enumerate(picks) if item >= 0
        }
        for user, picks in enumerate(lists)
    }
    theirs = ranx.evaluate(ranx.Qrels(judged), ranx.Run(ranked), f"{metric}@{k}", return_mean=False)
    ours = [_OURS[metric](picks, items, k=k) for picks, items in zip(lists, relevant, strict=True)]
    in_order = dict(zip(sorted(judged), theirs, strict=True))
    assert ours == pytest.approx([in_order[str(user)] for user in range(_USERS)], abs=1e-9)
    assert 0 < np.mean(ours) < 1
