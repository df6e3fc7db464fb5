"""A worse version does not take the live one's place, and everybody is told why."""

from pathlib import Path

import pytest

from recommender.core.artifacts.manifest import DataFacts, Manifest, ModelEntry
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.pipeline.gate import judge, verdict_on


def version(
    name: str = "v2",
    *,
    protocol: str = "held out",
    data: str = "films",
    **ndcg: float | None,
) -> Manifest:
    """A manifest with an NDCG@10 a model; None: the model was not measured."""
    models = {
        model.replace("_", "-"): ModelEntry(
            {}, {}, {}, {} if value is None else {"ndcg@10": value}, 1.0
        )
        for model, value in ndcg.items()
    }
    facts = DataFacts(data, "0" * 64, 2, 3, 5, 1)
    return Manifest(name, "2026-01-01T00:00:00", protocol, facts, models)


LIVE = version("v1", popular=0.10, for_you=0.20)


@pytest.mark.parametrize("ndcg", [0.19, 0.2, 0.5])
def test_81_a_version_that_is_as_good_is_published(ndcg: float) -> None:
    assert judge(version(popular=0.1, for_you=ndcg), LIVE, margin=0.05).accepted


@pytest.mark.parametrize("ndcg", [0.1899, 0.15])
def test_81_a_version_that_is_worse_by_more_than_the_margin_is_not(ndcg: float) -> None:
    verdict = judge(version(popular=0.1, for_you=ndcg), LIVE, margin=0.05)
    assert not verdict.accepted
    assert "below the live version v1's 0.2000; 5.0% is allowed" in verdict.reasons[0]


def test_81_a_margin_of_nothing_allows_no_loss() -> None:
    assert judge(version(popular=0.1, for_you=0.2), LIVE, margin=0).accepted
    assert not judge(version(popular=0.1, for_you=0.1999), LIVE, margin=0).accepted


@pytest.mark.parametrize("live", [None, LIVE])
@pytest.mark.parametrize("popular", [0.30, 0.31])
def test_81_a_version_that_does_not_beat_popularity_is_not_published(
    live: Manifest | None, popular: float
) -> None:
    verdict = judge(version(popular=popular, for_you=0.30), live, margin=0.05)
    assert not verdict.accepted
    assert verdict.reasons[0].endswith(f"no better than the popularity baseline's {popular:.4f}")


def test_81_the_first_version_need_only_beat_popularity() -> None:
    verdict = judge(version(popular=0.1, for_you=0.2), None, margin=0.05)
    assert verdict.accepted
    assert "There is no live version to compare it with" in verdict.reasons


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (
            {"protocol": "another"},
            "It was measured with a different protocol, so it was not compared",
        ),
        ({"data": "songs"}, "It was trained on different data (songs, not films)"),
    ],
)
def test_81_figures_that_cannot_be_compared_are_not(changed: dict[str, str], why: str) -> None:
    new = version(popular=0.01, for_you=0.02, **changed)  # type: ignore[arg-type]  # words alone
    verdict = judge(new, LIVE, margin=0.05)
    assert verdict.accepted
    assert why in str(verdict)


def test_81_a_live_version_without_figures_leaves_the_floor_alone() -> None:
    verdict = judge(
        version(popular=0.01, for_you=0.02), version("v1", popular=None, for_you=None), margin=0.05
    )
    assert verdict.accepted
    assert "The live version v1 has no NDCG@10 of for-you to compare with" in verdict.reasons


@pytest.mark.parametrize("ndcg", [None, float("nan"), float("inf")])
@pytest.mark.parametrize("unmeasured", ["popular", "for_you"])
def test_81_what_was_not_measured_is_not_published(unmeasured: str, ndcg: float | None) -> None:
    figures: dict[str, float | None] = {"popular": 0.1, "for_you": 0.3}
    figures[unmeasured] = ndcg
    new = version(**figures)  # type: ignore[arg-type]  # figures alone
    verdict = judge(new, None, margin=0.05)
    assert not verdict.accepted
    assert "was not measured, so it cannot be judged" in verdict.reasons[0]


def test_81_a_version_without_for_you_takes_it_from_nobody() -> None:
    verdict = judge(version(popular=0.1, content=0.2), LIVE, margin=0.05)
    assert not verdict.accepted
    assert verdict.reasons[0] == "It lacks for-you, which the site uses and the live version v1 has"
    assert verdict.reasons[1] == "v2 was trained without for-you; nothing else can be compared"


def test_81_without_for_you_on_either_side_the_shared_models_are_judged() -> None:
    live = version("v1", popular=0.1, content=0.2, latest=0.01)
    assert judge(version(popular=0.1, content=0.2, latest=0.01), live, margin=0.05).accepted
    verdict = judge(version(popular=0.1, content=0.1, latest=0.01), live, margin=0.05)
    assert not verdict.accepted
    assert "NDCG@10 of content is 0.1000, 50.0% below" in verdict.reasons[0]
    assert "only content, latest can be compared" in str(verdict)


def test_81_a_verdict_is_sentences() -> None:
    verdict = judge(version(popular=0.1, for_you=0.2), None, margin=0.05)
    assert str(verdict) == (
        "NDCG@10 of for-you is 0.2000; the popularity baseline has 0.1000. "
        "There is no live version to compare it with."
    )


def test_81_a_live_version_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    store = ArtifactStore(tmp_path)
    for ndcg in (0.2, 0.1):
        store.add(lambda folder, ndcg=ndcg: version(popular=0.05, for_you=ndcg))  # type: ignore[misc]
    store.publish("v1")
    assert not verdict_on(store, "v2", margin=0.05).accepted
    (store.folder("v1") / "manifest.json").write_text("{")
    verdict = verdict_on(store, "v2", margin=0.05)
    assert verdict.accepted
    assert "The live version cannot be read" in verdict.reasons[-1]
