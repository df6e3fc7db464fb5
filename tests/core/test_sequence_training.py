"""What the nets learn from, how they train, and that what is served is what was trained."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from conftest import require
from recommender.core.algorithms.base import silent
from recommender.core.algorithms.registry import algorithm
from recommender.core.algorithms.sasrec import SasRecConfig
from recommender.core.algorithms.sequence_model import SequenceModel
from recommender.core.data.arrays import Int64
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import Interactions
from recommender.core.data.training import TrainingData
from recommender.core.errors import TrainingError
from recommender.core.ranking.top_k import top_k
from recommender.core.trainers.journal import Journal
from tests.core.builders import make_history, make_interactions, make_items
from tests.core.conftest import SMALL, config_for

TORCH = ["sasrec", "bert4rec", "bst", "neural-mf"]


@pytest.fixture(autouse=True)
def torch_is_here() -> None:
    require("torch")


def cycle(*, users: int = 40, items: int = 12) -> TrainingData:
    """Everybody watches the same films in the same circle, each from another one on."""
    rows = [
        (user + 1, (user + step) % items + 1, 4.0) for user in range(users) for step in range(9)
    ]
    return TrainingData.of(make_interactions(rows, n_items=items, step_s=60), make_items(items))


def fit(
    name: str, data: TrainingData, journal: Journal | None = None, **settings: object
) -> object:
    one = algorithm(name)
    config = one.config(**SMALL[name] | settings)
    return one.fit(
        data,
        config,
        rng=np.random.default_rng(0),
        progress=silent,
        parts={},
        journal=journal or Journal(),
    )


@pytest.mark.parametrize("name", ["sasrec", "bert4rec"])
def test_the_order_is_learned_and_the_first_film_can_come_next(name: str) -> None:
    """Row 0 comes after row 11 in the circle: as number 1 of the net it is neither padding nor mask."""
    model = fit(name, cycle(), epochs=60, patience=60, dropout=0.0, width=32, learning_rate=3e-3)
    assert isinstance(model, SequenceModel)
    for last in (11, 4, 7):
        history = make_history(*(((last - back) % 12, 4.0) for back in reversed(range(8))))
        allowed = ~history.seen(12)
        assert top_k(model.scores(history), 1, allowed=allowed)[0, 0] == (last + 1) % 12


def test_sasrec_is_told_the_item_after_each_place() -> None:
    from recommender.core.trainers.sasrec import shifted  # noqa: PLC0415  needs torch

    shown, wanted = shifted(np.array([[0, 3, 1, 2]]), np.random.default_rng(0))
    assert shown.tolist() == [[0, 3, 1]]
    assert wanted.tolist() == [[0, 1, 2]]


def test_bert4rec_hides_items_and_never_padding() -> None:
    from recommender.core.trainers.bert4rec import hidden  # noqa: PLC0415  needs torch

    sequences = np.tile(np.array([0, 0, 1, 2, 3, 4]), (200, 1))
    dice = np.random.default_rng(0)
    shown, wanted = hidden(sequences, dice, mask=9, share=0.4, last_alone=0.2)
    assert ((shown == 9) == (wanted > 0)).all()
    assert (wanted[shown == 9] == sequences[shown == 9]).all()
    assert (shown[shown != 9] == sequences[shown != 9]).all()
    assert (wanted[:, :2] == 0).all()
    assert (wanted > 0).any(axis=1).all()
    alone = (wanted > 0).sum(axis=1) == 1
    assert 0.2 < (alone & (wanted[:, -1] > 0)).mean() < 0.6


def test_what_is_withheld_for_validation_is_never_learned_from() -> None:
    from recommender.core.trainers.sequence_windows import Windows  # noqa: PLC0415  needs torch

    windows = Windows.of(
        cycle().interactions, config_for(algorithm("sasrec")), np.random.default_rng(0)
    )
    assert len(windows.answers) == 20  # of half the people at most
    learned = np.diff(windows.offsets)
    assert sorted(learned.tolist()) == [8] * 20 + [9] * 20
    for asked, answer in zip(windows.asked, windows.answers, strict=True):
        assert answer == asked[-1] % 12 + 1  # the next of the circle, which is not in the window
        assert answer not in asked[-4:]


def test_an_epoch_shows_everybody_once_and_the_latest_on_the_right() -> None:
    from recommender.core.trainers.sequence_windows import batches_of  # noqa: PLC0415  needs torch

    offsets = np.array([0, 3, 4, 11, 13])
    batches = list(batches_of(offsets, 2, np.random.default_rng(0), longest=5))
    people = sorted(int(one) for who, _ in batches for one in who)
    assert people == [0, 2, 3]  # of one entry nothing can be learned
    for who, entries in batches:
        for person, row in zip(who, entries, strict=True):
            there = row[row >= 0]
            assert row.tolist() == [-1] * (len(row) - len(there)) + there.tolist()
            assert there.tolist() == list(range(int(there[0]), int(there[0]) + len(there)))
            assert len(there) == min(5, int(offsets[person + 1] - offsets[person]))


def test_a_place_sees_nothing_that_comes_later() -> None:
    net = _net()
    windows = np.array([[0, 0, 1, 2, 3, 4], [0, 0, 1, 2, 9, 8]])
    states = _states(net, windows)
    np.testing.assert_allclose(states[0, :4], states[1, :4], atol=1e-6)
    assert np.abs(states[0, 4] - states[1, 4]).max() > 0.01


def test_padding_changes_nothing() -> None:
    net = _net()
    narrow, wide = np.array([[1, 2, 3]]), np.array([[0, 0, 0, 0, 1, 2, 3]])
    np.testing.assert_allclose(_states(net, narrow)[0, -3:], _states(net, wide)[0, -3:], atol=1e-6)


def test_attention_stays_within_a_sequence() -> None:
    net = _net()
    alone = _states(net, np.array([[0, 1, 2, 3]]))
    among = _states(net, np.array([[4, 5, 6, 7], [0, 1, 2, 3]]))
    np.testing.assert_allclose(alone[0], among[1], atol=1e-6)


def _net() -> "object":
    import torch  # noqa: PLC0415

    from recommender.core.trainers.transformer import Encoder  # noqa: PLC0415

    torch.manual_seed(0)
    return Encoder(13, config_for(algorithm("sasrec")), causal=True).eval()


def _states(net: "object", windows: Int64) -> np.ndarray:
    import torch  # noqa: PLC0415

    with torch.no_grad():
        states: np.ndarray = net(torch.from_numpy(windows)).numpy()  # type: ignore[operator]
    return states


def test_the_loss_in_slices_has_the_gradient_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch  # noqa: PLC0415
    from torch.nn import functional  # noqa: PLC0415

    from recommender.core.trainers import next_item  # noqa: PLC0415
    from recommender.core.trainers.sasrec import shifted  # noqa: PLC0415
    from recommender.core.trainers.sequence_windows import Windows  # noqa: PLC0415

    monkeypatch.setattr(next_item, "_SLICE", 7)
    config = config_for(algorithm("sasrec"))
    windows = Windows.of(cycle().interactions, config, np.random.default_rng(0))
    task = next_item.NextItemTask(windows, shifted, batch=8)
    net = next_item.NextItem(_net(), windows.starts(16))  # type: ignore[arg-type]
    batch = next(task.batches(np.random.default_rng(0)))
    loss = task.learn(net, batch)
    found = net.encoder.items.weight.grad.clone()
    net.zero_grad()
    shown, wanted = map(torch.from_numpy, batch)
    logits = net.encoder.logits(net.encoder(shown)[wanted > 0], net.stop)
    whole = functional.cross_entropy(logits, wanted[wanted > 0] - 1, reduction="sum")
    (whole / task.places).backward()
    assert loss == pytest.approx(whole.item() / int((wanted > 0).sum()), abs=1e-5)
    np.testing.assert_allclose(found.numpy(), net.encoder.items.weight.grad.numpy(), atol=1e-5)


def test_films_watched_close_together_begin_alike() -> None:
    """In a circle of films the nearest ones are neighbours; one that nobody watched has no place."""
    from recommender.core.trainers.item_vectors import spectral_vectors  # noqa: PLC0415

    walks = (np.arange(50)[:, None] + np.arange(12)) % 40 + 1
    vectors = spectral_vectors(np.arange(0, 601, 12), walks.ravel(), m=41, width=16)
    assert not vectors[40].any()
    assert (vectors**2).sum() == pytest.approx(41, rel=1e-4)
    likeness = vectors[:40] @ vectors[:40].T
    np.fill_diagonal(likeness, -np.inf)
    away = (likeness.argmax(axis=1) - np.arange(40)) % 40
    assert set(away.tolist()) <= {1, 2, 3, 37, 38, 39}


def test_the_beginning_is_the_same_again_where_the_spectrum_has_ties() -> None:
    """A hundred pairs of films, each watched by one person: the largest eigenvalues are all the same."""
    from recommender.core.trainers.item_vectors import spectral_vectors  # noqa: PLC0415

    pairs = np.arange(0, 201, 2), np.arange(1, 201)
    once, again = (spectral_vectors(*pairs, m=200, width=16) for _ in range(2))
    np.testing.assert_array_equal(once, again)


def test_few_films_begin_in_fewer_dimensions() -> None:
    from recommender.core.trainers.item_vectors import spectral_vectors  # noqa: PLC0415

    vectors = spectral_vectors(np.array([0, 3]), np.array([1, 2, 3]), m=3, width=8)
    assert vectors.shape == (3, 8)
    assert not vectors[:, :5].any()
    assert vectors.any(axis=1).all()


@pytest.mark.parametrize("name", TORCH)
def test_a_training_that_was_killed_ends_as_if_it_had_not_been(name: str, tmp_path: Path) -> None:
    class Killed(Exception):
        pass

    def kill(step: str, share: float) -> None:
        if step.startswith("epoch 4"):
            raise Killed

    one = algorithm(name)
    data, config = cycle(), one.config(**SMALL[name] | {"epochs": 6, "patience": 6})
    dice = {"rng": np.random.default_rng(0), "parts": {}}
    whole = one.fit(data, config, progress=silent, journal=Journal(), **dice)
    dice = {"rng": np.random.default_rng(0), "parts": {}}
    with pytest.raises(Killed):
        one.fit(data, config, progress=kill, journal=Journal(tmp_path / "it"), **dice)
    journal, steps = Journal(tmp_path / "it"), []
    dice = {"rng": np.random.default_rng(0), "parts": {}}
    resumed = one.fit(
        data, config, progress=lambda step, share: steps.append(step), journal=journal, **dice
    )
    assert not any(step.startswith(("epoch 1 ", "epoch 2 ", "epoch 3 ")) for step in steps)
    assert [line["epoch"] for line in journal.curve] == [1, 2, 3, 4, 5, 6]
    histories = data.interactions.histories()
    np.testing.assert_allclose(resumed.scores(histories), whole.scores(histories), atol=1e-5)


def test_what_is_validated_and_served_is_the_mean_over_the_latest_steps() -> None:
    """Shamir & Zhang: the mean of n steps is that of n - 1 and the nth, which has 9 / (n + 8)."""
    import torch  # noqa: PLC0415

    from recommender.core.trainers.torch_training import Recipe, trained  # noqa: PLC0415

    class Swings:
        """A number that is pushed to and fro."""

        def __init__(self) -> None:
            self.before: list[float] = []
            self.validated: list[float] = []

        def batches(self, rng: np.random.Generator) -> Iterator[float]:
            return iter([1.0, -2.0, 0.5, 3.0, -1.0])

        def learn(self, net: torch.nn.Linear, batch: float) -> float:
            self.before.append(net.weight.item())
            net.weight.grad = torch.full_like(net.weight, batch)
            return batch

        def validate(self, net: torch.nn.Linear) -> dict[str, float]:
            self.validated.append(net.weight.item())
            return {"worth": float(len(self.validated))}

    task, net = Swings(), torch.nn.Linear(1, 1, bias=False)
    recipe = Recipe(SasRecConfig(epochs=2, learning_rate=0.1), "worth")
    best = trained(net, task, recipe, seed=0, journal=Journal(), progress=silent)
    mean = task.before[1]
    for n, latest in enumerate(task.before[2:6], start=2):
        mean += (latest - mean) * 9 / (n + 8)
    assert task.validated[0] == pytest.approx(mean, abs=1e-6)
    assert best.weight.item() == task.validated[1]


def test_a_training_ends_when_it_gets_no_better_and_keeps_the_best() -> None:
    journal = Journal()
    fit("neural-mf", cycle(), journal, epochs=200, patience=2, learning_rate=0.5)
    errors = [line["rmse"] for line in journal.curve]
    assert len(errors) < 200
    assert int(np.argmin(errors)) == len(errors) - 3


def test_a_training_stops_when_its_minutes_are_over() -> None:
    journal = Journal()
    fit("sasrec", cycle(), journal, epochs=10_000, patience=10_000, minutes=0.01)
    assert 1 <= len(journal.curve) < 1_000


def test_a_loss_that_is_no_number_ends_the_fit() -> None:
    with pytest.raises(TrainingError, match="lower learning_rate"):
        fit("sasrec", cycle(), learning_rate=1e30)


@pytest.mark.parametrize("name", TORCH)
def test_too_little_to_learn_from_is_said(name: str) -> None:
    data = cycle()
    empty = TrainingData.of(data.interactions.where(data.interactions.items < 0), data.items)
    with pytest.raises(TrainingError, match="import more"):
        fit(name, empty)


@pytest.mark.parametrize("name", ["sasrec", "bert4rec"])
def test_the_graph_says_what_the_net_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On random windows and on real ones, to 1e-5."""
    import torch  # noqa: PLC0415

    from recommender.core.trainers import next_item  # noqa: PLC0415
    from recommender.core.trainers.torch_training import exported  # noqa: PLC0415

    kept = []

    def export(net: torch.nn.Module, *rest: Any) -> bytes:
        kept.append(net)
        return exported(net, *rest)

    monkeypatch.setattr(next_item, "exported", export)
    data = cycle()
    model = fit(name, data)
    assert isinstance(model, SequenceModel)
    (net,) = kept
    dice = np.random.default_rng(0)
    random = dice.integers(0, 13, (20, 12)) * (np.arange(12) >= dice.integers(0, 12, (20, 1)))
    random[:, -1] = model.mask or 1
    for windows in (random, model.windows(data.interactions.histories())):
        with torch.no_grad():
            wanted = net(torch.from_numpy(windows)).numpy()
        (found,) = model.session.run(None, {"items": windows})
        np.testing.assert_allclose(found, wanted, atol=1e-5)


@pytest.mark.parametrize("name", ["sasrec", "bert4rec"])
def test_of_a_long_history_the_latest_films_count(name: str) -> None:
    model = fit(name, cycle())
    assert isinstance(model, SequenceModel)
    latest = [(row % 12, 4.0) for row in range(12)]
    long = make_history(*[(5, 4.0)] * 500, *latest)
    np.testing.assert_allclose(model.scores(long), model.scores(make_history(*latest)), atol=1e-5)


def test_ten_thousand_films_and_films_that_it_does_not_know_have_an_answer() -> None:
    data = cycle()
    table = data.interactions
    wide = Interactions(
        table.users, table.items, table.ratings, table.times, table.user_ids, make_items(20).ids
    )
    model = fit("sasrec", TrainingData.of(wide, make_items(20)))
    assert isinstance(model, SequenceModel)
    long = make_history(*((row % 20, 4.0) for row in range(10_000)))
    assert np.isfinite(model.scores(long)[0, :12]).all()
    stranger, unknown = model.scores(make_history()), model.scores(make_history((15, 5.0)))
    np.testing.assert_array_equal(unknown, stranger)
    assert np.isneginf(stranger[0, 12:]).all()
    assert not model.knows(np.array([15], dtype=np.int32))
    assert model.knows(np.array([15, 3], dtype=np.int32))


def test_in_another_catalogue_a_model_says_the_same_of_the_same_films() -> None:
    data = cycle()
    model = fit("sasrec", data)
    assert isinstance(model, SequenceModel)
    rows = np.array([14 - row if row != 7 else -1 for row in range(12)], dtype=np.int32)
    there = model.moved(rows, 16)
    history = make_history((2, 4.0), (3, 4.0))
    moved = make_history((12, 4.0), (11, 4.0))
    before, after = model.scores(history)[0], there.scores(moved)[0]
    kept = np.flatnonzero(rows >= 0)
    np.testing.assert_allclose(after[rows[kept]], before[kept], atol=1e-6)
    assert np.isneginf(after[[0, 1, 2, 7]]).all()  # what is new there, and what is gone
    gone: Histories = make_history((7, 4.0))
    assert np.isfinite(there.scores(gone)).any()
