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
    _chart("popular", "Popular", "Most rated overall; the baseline"),
    _chart("trending", "Trending", "Most rated recently"),
    _chart("latest", "Latest", "Newest releases first"),
    _chart("top-rated", "Top rated", "Highest weighted average rating"),
    Algorithm(
        "content",
        "Similar content",
        "Shares genres, decades and keywords with films you liked",
        "trainers.content_soup:fit",
        "algorithms.content:ContentModel",
        "algorithms.content:ContentConfig",
    ),
    Algorithm(
        "als",
        "Basic rating predictor",
        "Predicts your rating from user and film averages plus learned factors",
        "trainers.spark_als:fit_explicit",
        "algorithms.als:AlsModel",
        "algorithms.als:AlsConfig",
    ),
    Algorithm(
        "bayesian-mf",
        "Rating predictor",
        "Predicts your rating and how uncertain the prediction is",
        "trainers.gibbs:fit",
        "algorithms.bayesian_mf:BayesianMfModel",
        "algorithms.bayesian_mf:BayesianMfConfig",
    ),
    Algorithm(
        "als-implicit",
        "Similar taste",
        "Films chosen by people with similar taste",
        "trainers.spark_als:fit_implicit",
        "algorithms.als_implicit:AlsImplicitModel",
        "algorithms.als_implicit:AlsImplicitConfig",
    ),
    Algorithm(
        "item-similarity",
        "Also rated",
        "Rated by the people who rated films you liked",
        "algorithms.item_similarity:fit",
        "algorithms.item_similarity:ItemSimilarityModel",
        "algorithms.item_similarity:ItemSimilarityConfig",
    ),
    Algorithm(
        "ease",
        "Goes well together",
        "Films that go well with everything you rated",
        "algorithms.ease:fit",
        "algorithms.ease:EaseModel",
        "algorithms.ease:EaseConfig",
    ),
    Algorithm(
        "next-neighbours",
        "Watched next",
        "What people watched next after the same films",
        "algorithms.next_neighbours:fit",
        "algorithms.next_neighbours:NextNeighboursModel",
        "algorithms.next_neighbours:NextNeighboursConfig",
    ),
    Algorithm(
        "next-ridge",
        "Next film",
        "Predicts the next film from the order of your latest ones",
        "algorithms.next_ridge:fit",
        "algorithms.next_ridge:NextRidgeModel",
        "algorithms.next_ridge:NextRidgeConfig",
        parts=("ease", "next-neighbours"),
    ),
    Algorithm(
        "neural-mf",
        "Neural rating predictor",
        "Predicts your rating from learned film factors, genres and years",
        "trainers.neural_mf:fit",
        "algorithms.neural_mf:NeuralMfModel",
        "algorithms.neural_mf:NeuralMfConfig",
        framework="torch",
    ),
    Algorithm(
        "bst",
        "Transformer rating predictor",
        "Predicts your rating from your earlier ratings, age, gender and occupation",
        "trainers.bst:fit",
        "algorithms.bst:BstModel",
        "algorithms.bst:BstConfig",
        framework="torch",
    ),
    Algorithm(
        "bert4rec",
        "Next film (masked training)",
        "Predicts the next film with a transformer trained to fill in hidden films",
        "trainers.bert4rec:fit",
        "algorithms.sequence_model:SequenceModel",
        "algorithms.bert4rec:Bert4RecConfig",
        framework="torch",
    ),
    Algorithm(
        "sasrec",
        "Next film (self-attention)",
        "Predicts the next film by self-attention over your latest ones",
        "trainers.sasrec:fit",
        "algorithms.sequence_model:SequenceModel",
        "algorithms.sasrec:SasRecConfig",
        framework="torch",
    ),
    Algorithm(
        "next-blend",
        "Next film (combined)",
        "Combines next-ridge and sasrec",
        "algorithms.next_blend:fit",
        "algorithms.next_blend:NextBlendModel",
        "algorithms.next_blend:NextBlendConfig",
        parts=("next-ridge", "sasrec"),
    ),
    Algorithm(
        "for-you",
        "For you",
        "Combines next-film, taste, content and rating models; used across the site",
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
        raise UnknownModel(f"unknown model {name!r}; choose from {', '.join(_BY_NAME)}")
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
