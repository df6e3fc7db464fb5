"""Registry of every algorithm that can be trained, in training order, one entry each.

Fits and models are named as "module:attribute" and loaded on demand, so that a web worker, which
only loads models, never imports Spark or scikit-learn.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from recommender.core.algorithms.base import Model
from recommender.core.errors import UnknownModel

_PACKAGE = "recommender.core"


@dataclass(frozen=True, slots=True)
class Algorithm:
    """One entry of the registry.

    parts: names of the algorithms whose finished models the fit needs; framework: an optional
    package that training needs and the finished model does not.
    """

    name: str
    label: str
    description: str
    fit_path: str
    model_path: str
    config_path: str
    parts: tuple[str, ...] = ()
    framework: str = ""

    @property
    def frameworks(self) -> frozenset[str]:
        """Optional packages that training this algorithm and its parts needs."""
        own = {self.framework} if self.framework else set()
        return frozenset(own.union(*(algorithm(part).frameworks for part in self.parts)))

    @property
    def is_trainable(self) -> bool:
        """Whether these packages are installed."""
        return all(find_spec(name) is not None for name in self.frameworks)

    @property
    def fit(self) -> Callable[..., Model]:
        """The fit function, imported on first use."""
        loaded: Callable[..., Model] = _load(self.fit_path)
        return loaded

    @property
    def model(self) -> type[Model]:
        """The class of the finished model, imported on first use."""
        loaded: type[Model] = _load(self.model_path)
        return loaded

    @property
    def config(self) -> type[Any]:
        """The class of the hyperparameters, imported on first use."""
        loaded: type[Any] = _load(self.config_path)
        return loaded


def _load(path: str) -> Any:
    module, attribute = path.split(":")
    return getattr(import_module(f"{_PACKAGE}.{module}"), attribute)


def _chart(name: str, label: str, description: str) -> Algorithm:
    module = f"algorithms.{name.replace('-', '_')}"
    config = f"{module}:{label.title().replace(' ', '')}Config"
    return Algorithm(
        name, label, description, f"{module}:fit", "algorithms.chart:ChartModel", config
    )


ALGORITHMS = (
    _chart("popular", "Popular", "Most ratings of all; the baseline"),
    _chart("trending", "Trending", "Most ratings lately"),
    _chart("latest", "Latest", "Newest films first"),
    _chart("top-rated", "Top rated", "Best mean, weighted by how many gave it"),
    Algorithm(
        "content",
        "Same kind",
        "Shares genres, times and words with what you liked",
        "trainers.content_soup:fit",
        "algorithms.content:ContentModel",
        "algorithms.content:ContentConfig",
    ),
    Algorithm(
        "als",
        "Plain star guesser",
        "Predicts stars from what the means leave over",
        "trainers.spark_als:fit_explicit",
        "algorithms.als:AlsModel",
        "algorithms.als:AlsConfig",
    ),
    Algorithm(
        "bayesian-mf",
        "Star guesser",
        "Predicts the stars you would give, and how sure it is",
        "trainers.gibbs:fit",
        "algorithms.bayesian_mf:BayesianMfModel",
        "algorithms.bayesian_mf:BayesianMfConfig",
    ),
    Algorithm(
        "als-implicit",
        "Taste",
        "What people who like the same films choose",
        "trainers.spark_als:fit_implicit",
        "algorithms.als_implicit:AlsImplicitModel",
        "algorithms.als_implicit:AlsImplicitConfig",
    ),
    Algorithm(
        "item-similarity",
        "Rated alike",
        "Rated by the people who rated what you liked",
        "algorithms.item_similarity:fit",
        "algorithms.item_similarity:ItemSimilarityModel",
        "algorithms.item_similarity:ItemSimilarityConfig",
    ),
    Algorithm(
        "ease",
        "Goes with yours",
        "Weighs what goes with everything you rated",
        "algorithms.ease:fit",
        "algorithms.ease:EaseModel",
        "algorithms.ease:EaseConfig",
    ),
    Algorithm(
        "next-neighbours",
        "Others went on with",
        "What people watched next after the same films",
        "algorithms.next_neighbours:fit",
        "algorithms.next_neighbours:NextNeighboursModel",
        "algorithms.next_neighbours:NextNeighboursConfig",
    ),
    Algorithm(
        "next-ridge",
        "What comes next",
        "The next film, from the order of your last ones",
        "algorithms.next_ridge:fit",
        "algorithms.next_ridge:NextRidgeModel",
        "algorithms.next_ridge:NextRidgeConfig",
        parts=("ease", "next-neighbours"),
    ),
    Algorithm(
        "neural-mf",
        "Neural star guesser",
        "Predicts stars from factors of films, their genres and years",
        "trainers.neural_mf:fit",
        "algorithms.neural_mf:NeuralMfModel",
        "algorithms.neural_mf:NeuralMfConfig",
        framework="torch",
    ),
    Algorithm(
        "bst",
        "Behaviour transformer",
        "Predicts stars from what you rated before, your age and what you do",
        "trainers.bst:fit",
        "algorithms.bst:BstModel",
        "algorithms.bst:BstConfig",
        framework="torch",
    ),
    Algorithm(
        "bert4rec",
        "Fills the gap",
        "The next film, learned from gaps in what others watched",
        "trainers.bert4rec:fit",
        "algorithms.sequence_model:SequenceModel",
        "algorithms.bert4rec:Bert4RecConfig",
        framework="torch",
    ),
    Algorithm(
        "sasrec",
        "Follows your order",
        "The next film, by attention to the order of your last ones",
        "trainers.sasrec:fit",
        "algorithms.sequence_model:SequenceModel",
        "algorithms.sasrec:SasRecConfig",
        framework="torch",
    ),
    Algorithm(
        "next-blend",
        "Order and company",
        "What comes next and attention to the order, together",
        "algorithms.next_blend:fit",
        "algorithms.next_blend:NextBlendModel",
        "algorithms.next_blend:NextBlendConfig",
        parts=("next-ridge", "sasrec"),
    ),
    Algorithm(
        "for-you",
        "For you",
        "What comes next, taste and kind together; what the site uses",
        "algorithms.for_you:fit",
        "algorithms.for_you:ForYouModel",
        "algorithms.for_you:ForYouConfig",
        parts=("content", "bayesian-mf", "als-implicit", "next-ridge"),
    ),
)
BASELINE = "popular"
_BY_NAME = {algorithm.name: algorithm for algorithm in ALGORITHMS}


def algorithm(name: str) -> Algorithm:
    """Return an entry by name. Raises UnknownModel, listing the known names."""
    if name not in _BY_NAME:
        raise UnknownModel(f"no model is named {name!r}; there are {', '.join(_BY_NAME)}")
    return _BY_NAME[name]


def with_parts(names: tuple[str, ...]) -> tuple[Algorithm, ...]:
    """Return these algorithms and everything they build on, in training order."""
    wanted: set[str] = set()
    left = list(names)
    while left:
        one = algorithm(left.pop())
        wanted.add(one.name)
        left += one.parts
    return tuple(one for one in ALGORITHMS if one.name in wanted)
