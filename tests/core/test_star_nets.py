"""`bst` and `neural-mf`: what they make of a history, and that what is served is what was trained."""

from typing import Any

import numpy as np
import pytest

from conftest import require
from recommender.core.algorithms.base import Model
from recommender.core.algorithms.bst import BstModel
from recommender.core.algorithms.neural_mf import NeuralMfModel
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import Interactions
from recommender.core.data.profiles import coded
from recommender.core.data.training import TrainingData
from tests.core.builders import checkerboard, make_history, make_items
from tests.core.test_sequence_training import fit
from tests.onnx_graphs import bst_model, neural_mf_model

ALIKE = np.kron(np.eye(2), np.ones((3, 3))).astype(np.float32)


def everything(n: int) -> Any:
    return np.arange(n, dtype=np.int32)


def test_bst_predicts_the_median_and_scores_by_the_mean() -> None:
    """Of a stranger s is 2.75, the threshold above 2.5 stars: so much or less is as likely as more."""
    model = bst_model(ALIKE)
    assert model.predict(make_history(), everything(6)).tolist() == [[2.5] * 6]
    scores = model.scores(make_history((0, 5.0)))[0]
    assert scores[1] > scores[0 + 3]
    assert model.predict(make_history((0, 5.0)), np.array([1, 4], np.int32)).tolist() == [
        [4.5, 2.5]
    ]


def test_bst_gives_each_person_their_own_targets() -> None:
    model = bst_model(ALIKE)
    two = Histories(
        np.array([0, 1, 2]),
        np.array([0, 3], np.int32),
        np.array([5, 5], np.float32),
        np.array([1, 2]),
    )
    each = model.predict_each(two, np.array([[1, 4], [1, 4]], np.int32))
    assert each.tolist() == [[4.5, 2.5], [2.5, 4.5]]


def test_bst_knows_a_film_that_it_does_not_cover_by_its_mean() -> None:
    model = bst_model(ALIKE).moved(np.array([0, 1, 2, 3, 4, -1], np.int32), 6)
    history = make_history((0, 5.0))
    assert model.predict(history, np.array([5], np.int32)).tolist() == [[3.0]]
    assert np.isneginf(model.scores(history)[0, 5])


def test_a_profile_reaches_the_graph() -> None:
    model = bst_model(ALIKE, knows_profiles=True)
    nobody = model.scores(make_history((0, 5.0)))
    one = make_history((0, 5.0))
    woman = Histories.single(one.items, one.ratings, one.times, coded(30, "F", 3))
    assert (model.scores(woman) > nobody).all()


@pytest.mark.parametrize(
    ("age", "band"), [(None, 0), (1, 1), (17, 1), (18, 2), (24, 2), (25, 3), (56, 7), (99, 7)]
)
def test_an_age_falls_into_its_band(age: int | None, band: int) -> None:
    assert coded(age).tolist() == [[band, 0, 0]]


def test_gender_and_occupation_are_coded_from_one() -> None:
    assert coded(None, "M", 0).tolist() == [[0, 2, 1]]


def test_neural_mf_gives_no_two_people_the_same_list() -> None:
    model = neural_mf_model(ALIKE)
    one, other = (model.scores(make_history((row, 5.0)))[0] for row in (0, 3))
    assert one.argmax() < 3 <= other.argmax()


def with_profiles() -> TrainingData:
    """Two camps; those of the first are women, those of the second men."""
    table = checkerboard()
    profiles = np.concatenate([coded(30, "FM"[user % 2], 4) for user in range(table.n_users)])
    known = Interactions(
        table.users,
        table.items,
        table.ratings,
        table.times,
        table.user_ids,
        table.item_ids,
        profiles,
    )
    return TrainingData.of(known, make_items(20))


def test_bst_learns_what_profiles_tell_and_does_without() -> None:
    require("torch")
    data = with_profiles()
    free = {"dropout": 0.0, "weight_decay": 0.0, "hides_stars": 0.0, "hides_profile": 0.2}
    model = fit("bst", data, None, epochs=50, patience=50, learning_rate=1e-2, **free)
    assert isinstance(model, BstModel)
    assert model.knows_profiles
    nobody = make_history()
    person = {
        gender: Histories.single(nobody.items, nobody.ratings, nobody.times, coded(30, gender, 4))
        for gender in "FM"
    }
    of_woman, of_man = (model.scores(person[gender])[0] for gender in "FM")
    more = of_woman - of_man
    assert more[::2].mean() > more[1::2].mean() + 0.3  # even rows are the first camp's
    assert np.isfinite(model.scores(nobody)).all()


def test_bst_without_profiles_says_that_it_knows_none(fitted: dict[str, Model]) -> None:
    model = fitted["bst"]
    assert isinstance(model, BstModel)
    assert not model.knows_profiles


def test_bst_scores_targets_together_as_alone(fitted: dict[str, Model], data: TrainingData) -> None:
    model = fitted["bst"]
    assert isinstance(model, BstModel)
    histories = data.interactions.histories().select(np.array([0, 5]))
    together = model.predict(histories, everything(20))
    alone = [model.predict(histories, np.array([item], np.int32))[:, 0] for item in range(20)]
    np.testing.assert_array_equal(together, np.stack(alone, axis=1))


def test_along_a_history_the_net_says_what_it_says_after_each_of_its_beginnings() -> None:
    """So that one pass trains all places, and none of them sees what comes later."""
    require("torch")
    import torch  # noqa: PLC0415

    from recommender.core.algorithms.registry import algorithm  # noqa: PLC0415
    from recommender.core.trainers.bst_net import Bst, ItemFacts  # noqa: PLC0415
    from tests.core.conftest import config_for  # noqa: PLC0415

    torch.manual_seed(0)
    dice = np.random.default_rng(0)
    facts = ItemFacts(
        dice.normal(3.5, 0.3, 10).astype(np.float32),
        dice.normal(0, 0.3, (10, 4)).astype(np.float32),
        dice.random((10, 3)).astype(np.float32),
    )
    net = Bst(config_for(algorithm("bst")), facts).eval()
    torch.nn.init.normal_(net.mlp[-1].weight)
    items = torch.tensor([[3, 1, 7, 2, 9, 4]])
    stars = torch.tensor([[4.0, 2.5, 5.0, 1.0, 2.5, 4.5]])
    profile = torch.tensor([[2, 1, 5]])
    with torch.no_grad():
        along = net.along(items, stars, profile)[0].numpy()
        for place in range(1, 6):
            window, given = (torch.zeros(1, 12, dtype=kind) for kind in (torch.int64, torch.float))
            window[0, -place:], given[0, -place:] = items[0, :place], stars[0, :place]
            after = net(window, given, profile, items[:, place : place + 1])[0, 0].item()
            assert along[place - 1] == pytest.approx(after, abs=2e-4)


def test_neural_mf_folds_a_person_in_as_a_solver_does(fitted: dict[str, Model]) -> None:
    """Forty steps of descent end where scipy's minimiser does, up to a hundredth of a star."""
    require("torch")
    import torch  # noqa: PLC0415
    from scipy.optimize import minimize  # noqa: PLC0415

    from recommender.core.algorithms.registry import algorithm  # noqa: PLC0415
    from recommender.core.trainers.neural_mf import NeuralMf, Served  # noqa: PLC0415
    from tests.core.conftest import config_for  # noqa: PLC0415

    torch.manual_seed(0)
    config = config_for(algorithm("neural-mf"))
    net = NeuralMf(config, 3, np.eye(9, dtype=np.float32), 3.5)
    torch.nn.init.normal_(net.items.weight, std=0.7)
    served = Served(net, config)
    items, stars = torch.tensor([[0, 0, 2, 5, 9, 1]]), torch.tensor([[0, 0, 5.0, 1.0, 4.0, 2.5]])
    vectors, biases = served.vectors[items[0, 2:]].numpy(), served.biases[items[0, 2:]].numpy()
    scaled = (stars[0, 2:].numpy() - 0.5) / 4.5

    def loss(person: Any) -> float:
        logits = biases + vectors @ person
        missed = np.logaddexp(0, logits) - scaled * logits
        return float(missed.sum() + config.reg / 2 * person @ person)

    wanted = minimize(loss, np.zeros(5)).x
    with torch.no_grad():
        found = served.person(items, stars)[0].numpy()
    of_wanted, of_found = (
        4.5 / (1 + np.exp(-(biases + vectors @ person))) for person in (wanted, found)
    )
    np.testing.assert_allclose(of_found, of_wanted, atol=0.01)


def test_the_graphs_of_stars_say_what_the_nets_say(
    fitted: dict[str, Model], data: TrainingData, monkeypatch: pytest.MonkeyPatch
) -> None:
    require("torch")
    import torch  # noqa: PLC0415

    from recommender.core.trainers import bst, neural_mf  # noqa: PLC0415
    from recommender.core.trainers.torch_training import exported  # noqa: PLC0415

    kept: list[torch.nn.Module] = []

    def export(net: torch.nn.Module, *rest: Any) -> bytes:
        kept.append(net)
        return exported(net, *rest)

    for module in (bst, neural_mf):
        monkeypatch.setattr(module, "exported", export)
    models = [fit("bst", data), fit("neural-mf", data)]
    dice = np.random.default_rng(0)
    for model, net in zip(models, kept, strict=True):
        assert isinstance(model, (BstModel, NeuralMfModel))
        length = model.length
        items = dice.integers(1, 21, (6, length)) * (np.arange(length) >= 4)
        stars = (dice.integers(1, 11, (6, length)) / 2 * (items > 0)).astype(np.float32)
        inputs = {"items": items, "stars": stars}
        if isinstance(model, BstModel):
            profiles = np.stack([dice.integers(0, size, 6) for size in (8, 3, 22)], axis=1)
            inputs |= {"profiles": profiles, "targets": dice.integers(1, 21, (6, 5))}
        with torch.no_grad():
            wanted = net(*map(torch.from_numpy, inputs.values())).numpy()
        (found,) = model.session.run(None, inputs)
        np.testing.assert_allclose(found, wanted, atol=1e-5)
