"""What every algorithm owes the engine. A new one is covered by its line in the registry."""

from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from recommender.core.algorithms.als import AlsModel
from recommender.core.algorithms.base import Explains, FindsSimilar, Model, PredictsStars
from recommender.core.algorithms.content import ContentModel
from recommender.core.algorithms.registry import ALGORITHMS
from recommender.core.artifacts.manifest import DataFacts
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.artifacts.versions import TrainedModel, Version, add_version, load_version
from recommender.core.data.histories import Histories
from recommender.core.data.ids import IdMap
from recommender.core.data.interactions import Interactions
from recommender.core.data.items import Items
from recommender.core.data.training import TrainingData
from recommender.core.ranking.top_k import top_k
from tests.core.builders import make_history
from tests.core.conftest import Fitted, config_for, fit_alone, fit_everything

NAMES = [one.name for one in ALGORITHMS]
CLOSED_FORMS = [
    "popular",
    "trending",
    "latest",
    "top-rated",
    "content",
    "item-similarity",
    "ease",
    "next-neighbours",
    "next-ridge",
]
SEQUENCES = ["bst", "bert4rec", "sasrec", "next-blend"]
PERSONAL = ["content", "als", "bayesian-mf", "als-implicit", "neural-mf", "bst", "for-you"]
REASONED = [
    "als",
    "als-implicit",
    "item-similarity",
    "ease",
    "next-neighbours",
    "next-ridge",
    "neural-mf",
    "bst",
    "bert4rec",
    "sasrec",
    "for-you",
]
PREDICTORS = ["als", "bayesian-mf", "neural-mf", "bst", "for-you"]

pytestmark = pytest.mark.spark


@pytest.fixture(scope="module")
def stored(
    fitted: dict[str, Model], data: TrainingData, tmp_path_factory: pytest.TempPathFactory
) -> Version:
    """The fitted models after a way through the store."""
    store = ArtifactStore(Path(tmp_path_factory.mktemp("store")))
    trained = {
        one.name: TrainedModel(fitted[one.name], config_for(one), {}, 0.0)
        for one in ALGORITHMS
        if one.name in fitted
    }
    facts = DataFacts("checkerboard", "0", 40, 20, len(data.interactions), data.now_s)
    manifest = add_version(
        store, trained, data.items.ids, data=facts, protocol="", created_at="2026-01-01T00:00:00"
    )
    version = load_version(store, manifest.version)
    return replace(version, models=Fitted(version.models))


@pytest.mark.parametrize("name", NAMES)
def test_scores_have_a_row_a_history_and_a_column_an_item(
    name: str, fitted: dict[str, Model], data: TrainingData
) -> None:
    scores = fitted[name].scores(data.interactions.histories())
    assert scores.shape == (40, 20)
    assert scores.dtype == np.float32
    assert not np.isnan(scores).any()
    assert not np.isposinf(scores).any()


@pytest.mark.parametrize("name", NAMES)
def test_one_history_alone_scores_as_in_a_batch(
    name: str, fitted: dict[str, Model], data: TrainingData
) -> None:
    histories = data.interactions.histories()
    together = fitted[name].scores(histories)
    for user in (0, 1, 17, 39):
        alone = fitted[name].scores(histories.select(np.array([user])))
        np.testing.assert_allclose(alone[0], together[user], atol=1e-5)
        assert top_k(alone, 5).tolist() == top_k(together[[user]], 5).tolist()


@pytest.mark.parametrize("name", NAMES)
def test_a_stored_model_scores_as_before(
    name: str, fitted: dict[str, Model], stored: Version, data: TrainingData
) -> None:
    histories = data.interactions.histories()
    before, after = fitted[name].scores(histories), stored.models[name].scores(histories)
    np.testing.assert_array_equal(before, after)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_history_is_a_strangers(name: str, fitted: dict[str, Model]) -> None:
    scores = fitted[name].scores(make_history())
    assert scores.shape == (1, 20)
    assert not np.isnan(scores).any()


@pytest.mark.parametrize("name", NAMES)
def test_a_history_of_one_is_enough(name: str, fitted: dict[str, Model]) -> None:
    scores = fitted[name].scores(make_history((3, 5.0)))
    assert np.isfinite(scores).any()


@pytest.mark.parametrize("name", PERSONAL)
def test_opposite_tastes_get_opposite_lists(name: str, fitted: dict[str, Model]) -> None:
    # The rows alternate between the camps, which content knows by genre.
    even = make_history(*((row, 5.0 if row % 2 == 0 else 0.5) for row in range(8)))
    odd = make_history(*((row, 5.0 if row % 2 == 1 else 0.5) for row in range(8)))
    unseen = np.arange(20) >= 8
    of_even = set(top_k(fitted[name].scores(even), 4, allowed=unseen)[0].tolist())
    of_odd = set(top_k(fitted[name].scores(odd), 4, allowed=unseen)[0].tolist())
    assert all(row % 2 == 0 for row in of_even)
    assert all(row % 2 == 1 for row in of_odd)


@pytest.mark.parametrize(
    "name", ["als", "bayesian-mf", "als-implicit", "neural-mf", *SEQUENCES, "for-you"]
)
def test_the_same_seed_gives_the_same_scores(
    name: str, fitted: dict[str, Model], again: dict[str, Model], data: TrainingData
) -> None:
    histories = data.interactions.histories()
    np.testing.assert_allclose(
        fitted[name].scores(histories), again[name].scores(histories), atol=1e-4
    )


@pytest.fixture(scope="module")
def again(data: TrainingData) -> dict[str, Model]:
    return fit_everything(data)


@pytest.mark.parametrize("name", CLOSED_FORMS)
def test_permuted_ids_give_permuted_scores(
    name: str, fitted: dict[str, Model], data: TrainingData
) -> None:
    turned = _turned(data)
    one = next(one for one in ALGORITHMS if one.name == name)
    model = fit_alone(one, turned)
    before = fitted[name].scores(data.interactions.histories())
    after = model.scores(turned.interactions.histories())
    np.testing.assert_allclose(after[:, ::-1], before, atol=1e-4)


def _turned(data: TrainingData) -> TrainingData:
    """The same world with item rows in the opposite order."""
    table, items = data.interactions, data.items
    ids = IdMap(items.ids.ids)
    rows = (len(items) - 1 - table.items).astype(np.int32)
    turned = Interactions(table.users, rows, table.ratings, table.times, table.user_ids, ids)
    films = Items(ids, items.titles[::-1], items.years[::-1], items.genres[::-1])
    return TrainingData.of(turned, films)


@pytest.mark.parametrize("name", PREDICTORS)
def test_predicted_stars_are_stars(name: str, fitted: dict[str, Model], data: TrainingData) -> None:
    model = fitted[name]
    assert isinstance(model, PredictsStars)
    stars = model.predict(data.interactions.histories(), np.arange(20, dtype=np.int32))
    assert stars.min() >= 0.5
    assert stars.max() <= 5.0


@pytest.mark.parametrize(
    "name", ["content", "als", "als-implicit", "item-similarity", "ease", "next-neighbours"]
)
def test_the_contributions_add_up_to_the_personal_part(name: str, fitted: dict[str, Model]) -> None:
    model = fitted[name]
    assert isinstance(model, Explains)
    history = make_history((0, 5.0), (1, 1.0), (4, 4.5))
    rows = np.arange(20, dtype=np.int32)
    personal = model.scores(history)[0]
    if name == "als":
        assert isinstance(model, AlsModel)
        personal = personal - model.global_mean - model.item_offsets
    np.testing.assert_allclose(
        model.explain(history).contributions(rows).sum(axis=1), personal, atol=1e-5
    )


@pytest.mark.parametrize("name", [*dict.fromkeys([*PERSONAL, *REASONED])])
def test_an_opinion_has_the_models_scores(name: str, fitted: dict[str, Model]) -> None:
    model = fitted[name]
    assert isinstance(model, Explains)
    for history in (make_history(), make_history((3, 5.0)), make_history((0, 5.0), (1, 1.0))):
        shown, scores = model.explain(history).scores, model.scores(history)[0]
        np.testing.assert_allclose(shown, scores, atol=1e-5)


@pytest.mark.parametrize("name", [name for name in PERSONAL if name != "bst"])
def test_what_contributes_most_is_of_the_same_camp(name: str, fitted: dict[str, Model]) -> None:
    """But for `bst`: to it, who dislikes the other camp likes this one, which is as good a reason."""
    model = fitted[name]
    assert isinstance(model, Explains)
    history = make_history((0, 5.0), (1, 0.5), (2, 5.0), (3, 0.5))
    added = model.explain(history).contributions(np.array([10], dtype=np.int32))[0]
    assert int(added.argmax()) in (0, 2)


@pytest.mark.parametrize("name", REASONED)
def test_without_the_film_that_contributes_most_the_score_falls_most(
    name: str, fitted: dict[str, Model]
) -> None:
    model = fitted[name]
    assert isinstance(model, Explains)
    rated = [(0, 5.0), (13, 4.0), (2, 4.5), (7, 3.5), (4, 3.0)]
    whole, item = make_history(*rated), 10
    added = model.explain(whole).contributions(np.array([item], dtype=np.int32))[0]
    falls = [
        model.scores(whole)[0, item] - model.scores(make_history(*rest))[0, item]
        for rest in (rated[:place] + rated[place + 1 :] for place in range(len(rated)))
    ]
    assert int(added.argmax()) == int(np.argmax(falls)), (added, falls)


def test_without_a_film_the_content_profile_lacks_what_it_contributed(
    fitted: dict[str, Model],
) -> None:
    """Cosines are over the profile's length, which a film changes too; times it, the parts are exact."""
    model = fitted["content"]
    assert isinstance(model, ContentModel)
    rated = [(0, 5.0), (13, 4.0), (2, 4.5), (7, 1.5), (4, 3.0)]
    whole, item = make_history(*rated), np.array([10], dtype=np.int32)

    def unscaled(history: Histories) -> float:
        profile = model.soup.chosen(history.items).added(history.ratings - model.neutral_stars)
        return float(model.scores(history)[0, 10] * np.linalg.norm(profile))

    added = model.explain(whole).contributions(item)[0]
    scale = unscaled(whole) / float(model.scores(whole)[0, 10])
    rests = [make_history(*rated[:place], *rated[place + 1 :]) for place in range(len(rated))]
    falls = [unscaled(whole) - unscaled(rest) for rest in rests]
    assert (added * scale).tolist() == pytest.approx(falls, abs=1e-5)


def test_without_the_film_that_contributes_most_fewer_stars_are_guessed(
    fitted: dict[str, Model],
) -> None:
    """A rating also says how sure the posterior is, so that the fall need not be the largest."""
    model = fitted["bayesian-mf"]
    assert isinstance(model, Explains)
    rated = [(0, 5.0), (13, 4.0), (2, 4.5), (7, 3.5), (4, 3.0)]
    whole, item = make_history(*rated), 10
    most = int(model.explain(whole).contributions(np.array([item], dtype=np.int32))[0].argmax())
    rest = make_history(*rated[:most], *rated[most + 1 :])
    assert model.scores(rest)[0, item] < model.scores(whole)[0, item]


@pytest.mark.parametrize("name", ["content", "als-implicit", "item-similarity"])
def test_nothing_is_similar_to_itself(name: str, fitted: dict[str, Model]) -> None:
    model = fitted[name]
    assert isinstance(model, FindsSimilar)
    for item in range(20):
        likeness = model.similarities(item)
        assert likeness[item] == -np.inf
        assert likeness.max() <= 1 + 1e-5


@pytest.mark.parametrize("name", NAMES)
def test_a_model_cannot_be_changed(name: str, stored: Version) -> None:
    model = stored.models[name]
    for each in fields(model):  # type: ignore[arg-type]
        value = getattr(model, each.name)
        if isinstance(value, np.ndarray):
            assert not value.flags.writeable
