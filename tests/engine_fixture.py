"""Published models without Spark: two camps of films, and people who like one and not the other."""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from pytest_django import Settings

from catalog.models import Movie
from catalog.services import refresh_figures
from recommender import runtime
from recommender.core.algorithms import (
    ease,
    for_you,
    item_similarity,
    latest,
    next_neighbours,
    next_ridge,
    popular,
    top_rated,
    trending,
)
from recommender.core.algorithms.als import AlsConfig, AlsModel, fit_biases
from recommender.core.algorithms.als_implicit import AlsImplicitConfig, AlsImplicitModel
from recommender.core.algorithms.base import Model, silent
from recommender.core.algorithms.bayesian_mf import BayesianMfConfig, BayesianMfModel
from recommender.core.algorithms.bert4rec import Bert4RecConfig
from recommender.core.algorithms.bst import BstConfig
from recommender.core.algorithms.content import ContentConfig
from recommender.core.algorithms.neural_mf import NeuralMfConfig
from recommender.core.algorithms.next_blend import NextBlendConfig, NextBlendModel
from recommender.core.algorithms.sasrec import SasRecConfig
from recommender.core.artifacts.manifest import DataFacts
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.artifacts.versions import TrainedModel, add_version
from recommender.core.data.arrays import Float32
from recommender.core.data.ids import IdMap
from recommender.core.data.interactions import Interactions
from recommender.core.data.items import Items
from recommender.core.data.training import TrainingData
from recommender.core.trainers import content_soup
from tests.builders import Film, make_films
from tests.onnx_graphs import bst_model, neural_mf_model, sequence_model

CAMP_SIZE = 20
_RATERS = 12
_START_S = 1_000_000_000
_FITTED = TemporaryDirectory(prefix="nextflex-fitted-")  # of this process, until it ends
_FIGURES = {"ndcg@10": 0.2, "hr@10": 0.4, "rmse": 0.9}


@dataclass(frozen=True, slots=True)
class Camps:
    """Crime films and musicals, each liked by the people who dislike the others; and their store."""

    crime: list[Movie]
    musicals: list[Movie]
    store: ArtifactStore

    @property
    def films(self) -> list[Movie]:
        return sorted([*self.crime, *self.musicals], key=lambda movie: movie.pk)

    def publish(self, *, backwards: bool = False) -> str:
        """Add a version and make it live; backwards: each camp's last film comes first in it."""
        version = self.add(backwards=backwards)
        self.store.publish(version)
        return version

    def add(self, *, backwards: bool = False) -> str:
        data = _data(self)
        count = len(data.interactions)
        facts = DataFacts("two camps", "0" * 64, _RATERS, len(data.items), count, data.now_s)
        return add_version(
            self.store,
            models_by_hand(data, _factors(self, backwards=backwards)),
            data.items.ids,
            data=facts,
            protocol="By hand.",
            created_at="2026-01-01T00:00:00+00:00",
        ).version


def _factors(camps: Camps, *, backwards: bool) -> Float32:
    """(1, 0) for crime and (0, 1) for musicals, ever shorter, so that a list has one right order."""
    order = -1 if backwards else 1
    lengths = np.linspace(1.0, 0.6, CAMP_SIZE)[::order]
    of_film = {movie.pk: (length, 0.0) for movie, length in zip(camps.crime, lengths, strict=True)}
    of_film |= {m.pk: (0.0, length) for m, length in zip(camps.musicals, lengths, strict=True)}
    return np.array([of_film[movie.pk] for movie in camps.films], dtype=np.float32)


def _data(camps: Camps) -> TrainingData:
    films = camps.films
    ids = IdMap.of(movie.pk for movie in films)
    crime = {movie.pk for movie in camps.crime}
    known = {movie.pk for camp in (camps.crime, camps.musicals) for movie in camp[: CAMP_SIZE // 2]}
    rows = [
        (user, movie.pk, 4.5 if (user % 2 == 0) == (movie.pk in crime) else 1.5)
        for user in range(1, _RATERS + 1)
        for movie in films
        if movie.pk in known or user <= _RATERS - 2  # of each camp, the first half is better known
    ]
    users, items, stars = (np.array(column) for column in zip(*rows, strict=True))
    times = _START_S + np.arange(len(rows), dtype=np.int64)
    given = Interactions.from_ids(users, items, stars.astype(np.float32), times, item_ids=ids)
    genres = tuple(("Crime",) if movie.pk in crime else ("Musical",) for movie in films)
    titles, years = tuple(movie.title for movie in films), tuple(movie.year for movie in films)
    return TrainingData.of(given, Items(ids, titles, years, genres))


def models_by_hand(data: TrainingData, factors: Float32) -> dict[str, TrainedModel]:
    dice = np.random.default_rng(0)
    trained: dict[str, TrainedModel] = {}
    parts: dict[str, Model] = {}
    for name, module, config in (
        ("popular", popular, popular.PopularConfig()),
        ("trending", trending, trending.TrendingConfig()),
        ("latest", latest, latest.LatestConfig()),
        ("top-rated", top_rated, top_rated.TopRatedConfig()),
        ("content", content_soup, ContentConfig()),
        ("item-similarity", item_similarity, item_similarity.ItemSimilarityConfig()),
        ("ease", ease, ease.EaseConfig()),
        ("next-neighbours", next_neighbours, next_neighbours.NextNeighboursConfig()),
        ("next-ridge", next_ridge, next_ridge.NextRidgeConfig()),
    ):
        parts[name] = module.fit(data, config, rng=dice, progress=silent, parts=parts)
        trained[name] = TrainedModel(parts[name], config, _FIGURES, 0.1)
    stars, taste = AlsConfig(rank=2), AlsImplicitConfig(rank=2)
    biases = fit_biases(data.interactions, stars)
    guesser = BayesianMfConfig(rank=2, features=0, sweeps=1, warm_up=0, samples=1)
    als = AlsModel(factors, biases.item_offsets, biases.global_mean, stars.user_damping, stars.reg)
    implicit = AlsImplicitModel.of(factors, taste)
    trained["als"] = TrainedModel(als, stars, _FIGURES, 0.1)
    trained["als-implicit"] = TrainedModel(implicit, taste, _FIGURES, 0.1)
    # The factors alone decide the order, which is therefore known.
    blend = for_you.ForYouConfig((1,), (1000.0,), (0.0,), (0.0,))
    parts |= {"bayesian-mf": _bayesian(als), "als-implicit": implicit}
    trained["bayesian-mf"] = TrainedModel(parts["bayesian-mf"], guesser, _FIGURES, 0.1)
    model = for_you.fit(data, blend, rng=dice, progress=silent, parts=parts)
    trained["for-you"] = TrainedModel(model, blend, _FIGURES | {"ndcg@10": 0.4}, 0.1)
    return trained | _sequence_models(factors, parts["next-ridge"])


def _sequence_models(factors: Float32, ridge: Model) -> dict[str, TrainedModel]:
    """By hand: to these nets, films are alike as far as their factors are."""
    alike = factors @ factors.T
    sasrec = sequence_model(alike)
    assert isinstance(ridge, next_ridge.NextRidgeModel)
    models: dict[str, tuple[Model, object]] = {
        "neural-mf": (neural_mf_model(alike), NeuralMfConfig()),
        "bst": (bst_model(alike, knows_profiles=True), BstConfig()),
        "bert4rec": (sequence_model(alike, mask=True), Bert4RecConfig()),
        "sasrec": (sasrec, SasRecConfig()),
        "next-blend": (NextBlendModel(ridge, sasrec, 0.6, -16.0), NextBlendConfig()),
    }
    curve = [{"epoch": 1, "loss": 2.0, "ndcg@10": 0.1}, {"epoch": 2, "loss": 1.5, "ndcg@10": 0.2}]
    record = {"seed": 0, "data": "0" * 64, "machine": {"device": "by hand"}, "curve": curve}
    return {
        name: TrainedModel(model, config, _FIGURES, 0.1, record)
        for name, (model, config) in models.items()
    }


def _bayesian(als: AlsModel) -> BayesianMfModel:
    """One sample with the same factors, for people drawn from N(0, I)."""
    n_items, rank = als.item_factors.shape
    vectors = np.column_stack((als.item_factors, als.item_offsets))
    return BayesianMfModel(
        vectors[:, None, :],
        np.zeros((n_items, 1, rank + 1), dtype=np.float32),
        np.zeros((1, rank + 1)),
        np.eye(rank + 1)[None],
        np.array([2.0]),
        np.zeros(n_items, dtype=np.float32),
        5.0,
        als.global_mean,
    )


@pytest.fixture
def own_engine(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The engine's door opens on this test's own store, which is empty."""
    store = Path(settings.MODEL_STORE)
    holder = runtime.EngineHolder(store)
    monkeypatch.setattr(runtime, "holder", holder)
    yield store
    holder.stop()


@pytest.fixture
def camps(db: None, own_engine: Path) -> Camps:
    return make_camps(own_engine)


def make_camps(store: Path) -> Camps:
    """Films of two camps in turn, fewer ratings from one to the next; nothing is published yet."""
    films = [
        Film(
            title=f"{genre} number {place}",
            genres=(genre,),
            year=1980 + place,
            count=(count := 200 - 2 * place - (genre == "Musical")),
            mean=3.5,
            trend=count,
        )
        for place in range(CAMP_SIZE)
        for genre in ("Crime", "Musical")
    ]
    movies = make_films(films)
    crime, musicals = movies[::2], movies[1::2]
    refresh_figures()
    return Camps(crime, musicals, ArtifactStore(store))


@pytest.fixture
def published_models(camps: Camps) -> Camps:
    """The same with a live version of all models, fitted once for films with the same ids."""
    ids = "-".join(str(movie.pk) for movie in camps.films)
    fitted = Path(_FITTED.name, hashlib.sha256(ids.encode()).hexdigest())
    if fitted.exists():
        shutil.copytree(fitted, camps.store.root, dirs_exist_ok=True)
    else:
        camps.publish()
        shutil.copytree(camps.store.root, fitted)
    return camps
