"""Nothing of what is held out, and nothing after it in time, reaches a fit or a history.

Each protocol runs twice: on a data set, and on the same with all held-out values changed. What the fit
was given, the arrays of the models and every history that a model was asked about are to be the same,
to the bit.
"""

import dataclasses
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from recommender.core.algorithms.base import Model, PredictsStars, silent
from recommender.core.artifacts.versions import TrainedModel
from recommender.core.data.arrays import Bool, Float32, Int32
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import Interactions
from recommender.core.data.splits import folds, hold_out_users, leave_last_out, split_at_time
from recommender.core.data.training import TrainingData
from recommender.core.pipeline import evaluation
from recommender.core.pipeline.evaluation import EvaluationPlan, evaluate_algorithms
from recommender.core.pipeline.train import Steps, TrainingPlan, fit_all
from tests.core.builders import START_S, make_interactions, make_items

_USERS, _ITEMS, _EACH = 60, 40, 24
_NAMES = (
    "popular",
    "trending",
    "latest",
    "top-rated",
    "item-similarity",
    "ease",
    "next-neighbours",
    "next-ridge",
)
_LATER_S = 10_000_000


def everybody() -> Interactions:
    """60 people who rate 24 of 40 films each, all in the same years; no two ratings at one time."""
    dice = np.random.default_rng(5)
    rows = [
        (user + 1, int(item) + 1, float(dice.integers(1, 11)) / 2)
        for user in range(_USERS)
        for item in dice.permutation(_ITEMS)[:_EACH]
    ]
    table = make_interactions(rows, n_items=_ITEMS)
    times = START_S + 600 * dice.permutation(len(table)).astype(np.int64)
    return dataclasses.replace(table, times=times)


def of(table: Interactions, part: Interactions) -> Bool:
    """Which of the table's interactions are in the part; their times tell."""
    return np.isin(table.times, part.times)


def last_of_each(table: Interactions) -> Bool:
    return of(table, leave_last_out(table).test)


def after_the_cut(table: Interactions) -> Bool:
    return of(table, split_at_time(table).test)


def first_fold(table: Interactions) -> Bool:
    return of(table, next(folds(table, count=5, rng=np.random.default_rng(0))).test)


def beyond_fifteen_of_the_held_out(table: Interactions) -> Bool:
    rng = np.random.default_rng(0)
    held = hold_out_users(table, share=0.1, least=20, rng=rng).test
    return of(table, held.where(evaluation._lots(held, rng) >= 15))


def whole_held_out_users(table: Interactions) -> Bool:
    return of(table, hold_out_users(table, share=0.1, least=20, rng=np.random.default_rng(0)).test)


def changed(table: Interactions, held: Bool, *, later_s: int = _LATER_S) -> Interactions:
    """Other films, other stars and later times in what is held out; the rest untouched."""
    return Interactions(
        table.users,
        np.where(held, (table.items + 7) % _ITEMS, table.items).astype(np.int32),
        np.where(held, 5.5 - table.ratings, table.ratings).astype(np.float32),
        table.times + np.where(held, later_s, 0),
        table.user_ids,
        table.item_ids,
    )


# --- what a protocol lets a model see -----------------------------------------------------------
def arrays_of(value: object) -> list[bytes]:
    """All that a model or a table is made of, its parts included."""
    if isinstance(value, np.ndarray):
        return [value.tobytes()]
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return [one for field in fields for one in arrays_of(getattr(value, field.name))]
    return [repr(value).encode()]


@dataclasses.dataclass(slots=True)
class Seen:
    """fits: what each fit was given, then the models that it gave; asked: histories, in order."""

    fits: list[list[bytes]] = dataclasses.field(default_factory=list)
    asked: list[Histories] = dataclasses.field(default_factory=list)

    def histories(self) -> list[list[bytes]]:
        return [arrays_of(one) for one in self.asked]


@dataclasses.dataclass(frozen=True, slots=True)
class Watched:
    """A model that notes what it is asked; it predicts three stars where it does not predict any."""

    model: Model
    seen: Seen

    def scores(self, histories: Histories) -> Float32:
        self.seen.asked.append(histories)
        return self.model.scores(histories)

    def predict(self, histories: Histories, items: Int32) -> Float32:
        self.seen.asked.append(histories)
        if isinstance(self.model, PredictsStars):
            return self.model.predict(histories, items)
        return np.full((len(histories), len(items)), 3.0, dtype=np.float32)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Seen]:
    """Run a protocol and tell what its models saw."""

    def watched(
        protocol: str, table: Interactions, *, names: tuple[str, ...], test: Interactions | None
    ) -> Seen:
        seen = Seen()

        def noted(
            data: TrainingData, plan: TrainingPlan, steps: Steps, suffix: str
        ) -> dict[str, TrainedModel]:
            trained = fit_all(data, plan, steps, suffix)
            models = [one for each in trained.values() for one in arrays_of(each.model)]
            seen.fits.append([*arrays_of(data), *models])
            return {
                name: dataclasses.replace(one, model=Watched(one.model, seen))
                for name, one in trained.items()
            }

        monkeypatch.setattr(evaluation, "fit_all", noted)
        data = TrainingData.of(table, make_items(_ITEMS))
        plan = EvaluationPlan(protocol, names, test=test)
        evaluate_algorithms(data, plan, progress=silent)
        return seen

    return watched


@pytest.mark.parametrize(
    ("protocol", "held_out", "later_s"),
    [
        ("leave-last-out", last_of_each, _LATER_S),
        ("time-split", after_the_cut, _LATER_S),
        ("cold-start", beyond_fifteen_of_the_held_out, 0),  # the lot falls by place in time
    ],
)
def test_what_is_held_out_reaches_no_fit_and_no_history(
    watch: Callable[..., Seen],
    protocol: str,
    held_out: Callable[[Interactions], Bool],
    later_s: int,
) -> None:
    table = everybody()
    one = watch(protocol, table, names=_NAMES, test=None)
    moved = changed(table, held_out(table), later_s=later_s)
    other = watch(protocol, moved, names=_NAMES, test=None)
    assert one.fits
    assert one.fits == other.fits
    assert one.asked
    assert one.histories() == other.histories()


def test_people_held_out_whole_do_not_touch_a_fit(watch: Callable[..., Seen]) -> None:
    table = everybody()
    one = watch("cold-start", table, names=_NAMES, test=None)
    moved = changed(table, whole_held_out_users(table))
    other = watch("cold-start", moved, names=_NAMES, test=None)
    assert one.fits == other.fits
    assert one.histories() != other.histories()  # what they tell of themselves does differ


def test_a_held_out_fold_does_not_touch_its_fit(watch: Callable[..., Seen]) -> None:
    table = everybody()
    names = ("popular", "top-rated", "item-similarity", "ease")
    one = watch("rating-kfold", table, names=names, test=None)
    moved = changed(table, first_fold(table), later_s=0)  # the lot falls by place in time
    other = watch("rating-kfold", moved, names=names, test=None)
    assert one.fits[0] == other.fits[0]
    n_asked = len(one.asked) // 5
    assert one.histories()[:n_asked] == other.histories()[:n_asked]
    assert all(first != second for first, second in zip(one.fits[1:], other.fits[1:], strict=True))


@pytest.mark.parametrize("protocol", ["rating-given", "leave-last-out"])
def test_a_separate_test_file_reaches_no_fit_and_no_history(
    watch: Callable[..., Seen], protocol: str
) -> None:
    split = leave_last_out(everybody())
    all_held = np.ones(len(split.test), dtype=np.bool_)
    one = watch(protocol, split.train, names=_NAMES, test=split.test)
    other = watch(protocol, split.train, names=_NAMES, test=changed(split.test, all_held))
    assert one.fits == other.fits
    assert one.histories() == other.histories()


@pytest.mark.parametrize("place", [0, _EACH - 2])
def test_a_rating_that_is_not_held_out_does_reach_the_fit(
    watch: Callable[..., Seen], place: int
) -> None:
    """So the tests above would see a leak of a single rating."""
    table = everybody()
    first = np.zeros(len(table), dtype=np.bool_)
    first[place] = True
    moved = changed(table, first, later_s=0)
    one = watch("leave-last-out", table, names=_NAMES, test=None)
    other = watch("leave-last-out", moved, names=_NAMES, test=None)
    assert one.fits != other.fits
    assert one.histories() != other.histories()


# --- time ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("protocol", "held_out"),
    [("leave-last-out", last_of_each), ("time-split", after_the_cut)],
)
def test_no_history_reaches_past_what_its_person_is_asked_about(
    watch: Callable[..., Seen], protocol: str, held_out: Callable[[Interactions], Bool]
) -> None:
    table = everybody()
    held = table.where(held_out(table))
    owner = dict(zip(table.times.tolist(), table.users.tolist(), strict=True))
    first = {user: held.times[held.users == user].min() for user in set(held.users.tolist())}
    lengths = set()
    for asked in watch(protocol, table, names=("popular",), test=None).asked:
        for start, end in pairwise(asked.offsets.tolist()):
            lengths.add(end - start)
            times = asked.times[start:end].tolist()
            assert all(time < first[owner[time]] for time in times)
            assert len({owner[time] for time in times}) <= 1
    assert max(lengths) >= 15


def test_nothing_after_the_cut_is_in_the_fit_of_a_time_split() -> None:
    """Even whole years of other ratings later change nothing but the cut."""
    table = everybody()
    split = split_at_time(table)
    moved = split_at_time(changed(table, after_the_cut(table)))
    assert arrays_of(split.train) == arrays_of(moved.train)
    data = TrainingData.of(split.train, make_items(_ITEMS))
    assert data.now_s < split.test.times.min()


def test_cold_start_knows_k_ratings_and_no_more(watch: Callable[..., Seen]) -> None:
    seen = watch("cold-start", everybody(), names=("popular",), test=None)
    lengths = [set(one.lengths().tolist()) for one in seen.asked if len(one) > 1]
    assert lengths == [{k} for k in evaluation.COLD_LENGTHS]


def test_a_held_out_rating_of_a_window_does_not_touch_the_fit(watch: Callable[..., Seen]) -> None:
    """The histories do hold it, where it is older than what is predicted."""
    table = everybody()
    names = ("popular", "top-rated", "item-similarity", "ease")
    held = np.random.default_rng(0).random(len(table)) < 0.15
    one = watch("rating-windows", table, names=names, test=None)
    moved = changed(table, held, later_s=0)
    other = watch("rating-windows", moved, names=names, test=None)
    assert one.fits == other.fits
