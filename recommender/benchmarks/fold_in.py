"""Fold-in of one new rating: a user's factor from their whole history, ours beside `implicit`."""

from recommender.benchmarks.material import Material
from recommender.benchmarks.recommendation_lists import Key
from recommender.benchmarks.report import OURS, Table, timed_rows
from recommender.benchmarks.rivals import confidences, implicit_with
from recommender.benchmarks.timing import Work, timed
from recommender.core.algorithms.als_implicit import AlsImplicitConfig
from recommender.core.algorithms.base import Progress
from recommender.core.algorithms.bayesian_mf import BayesianMfModel
from recommender.core.data.histories import Histories


def measure(material: Material, progress: Progress) -> list[Table]:
    """Time fold-in. Raises MissingLibrary without `implicit`, BadData without long enough
    histories.
    """
    works: dict[Key, Work] = {}
    for length in material.sizes.lengths:
        works |= _works(material, material.people(length=length), length)
    progress("fold-in", 0.5)
    rank = material.taste().item_factors.shape[1]
    return [
        Table(
            f"User factor from histories of {_words(material.sizes.lengths)}",
            timed_rows(timed(works, turns=material.sizes.turns)),
            (
                f"als-implicit and implicit solve the same system of rank {rank}, except that "
                "implicit does not scale lambda. bayesian-mf predicts ratings and has no "
                "counterpart.",
            ),
        )
    ]


def _works(material: Material, people: Histories, length: int) -> dict[Key, Work]:
    taste, stars, n = material.taste(), material.version.models["bayesian-mf"], len(people)
    assert isinstance(stars, BayesianMfModel)
    asked = list(people)
    table = confidences(people, len(taste.item_factors), AlsImplicitConfig(alpha=taste.alpha))
    rows = [table[[row]] for row in range(n)]
    theirs = implicit_with(taste, taste.item_factors[:n].copy())
    task = f"taste, {length} ratings"
    return {
        (task, OURS, "als-implicit: fold_in"): lambda turn: (
            taste.fold_in(*asked[turn % n]).user_factor
        ),
        (task, "implicit", "recalculate_user"): lambda turn: theirs.recalculate_user(
            0, rows[turn % n]
        ),
        (f"stars, {length} ratings", OURS, "bayesian-mf: posterior"): lambda turn: stars.posterior(
            *asked[turn % n]
        ),
    }


def _words(lengths: tuple[int, ...]) -> str:
    return ", ".join(map(str, lengths)) + " ratings"
