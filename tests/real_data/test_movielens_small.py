"""What the site promises, kept on real ratings: `for-you` and its parts on MovieLens latest-small."""

import zipfile
from pathlib import Path

import pytest

from catalog.importers.movielens.films import films_of
from catalog.importers.movielens.layouts import CSV_LAYOUT
from catalog.importers.refusals import Ledger
from catalog.importers.rows import FilmRow
from recommender.core.artifacts.manifest import Manifest
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.data.ids import IdMap
from recommender.core.data.interactions import Interactions
from recommender.core.data.interface import Rated, RecommendationRequest
from recommender.core.data.items import Items
from recommender.core.data.ratings_files import CSV, read_blocks
from recommender.core.data.training import TrainingData
from recommender.core.pipeline.train import TrainingPlan, train
from recommender.core.serving.engine import Engine
from recommender.core.serving.loading import load_engine

pytestmark = [pytest.mark.realdata, pytest.mark.spark]

DIE_HARD, TERMINATOR, PREDATOR = 1036, 1240, 3527
SLEEPLESS, PRETTY_WOMAN, TOY_STORY = 539, 597, 1
# A fifth of the time, and hardly less accurate; films of fewer than ten ratings are still covered.
_SHORT = {
    "bayesian-mf": {"features": 50, "sweeps": 24, "warm_up": 12, "samples": 4},
    "als-implicit": {"iterations": 5},
    "ease": {"max_items": 3_000},
    "next-ridge": {"max_items": 3_000},
}


@pytest.fixture(scope="module")
def trained(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Engine, Manifest]:
    folder = tmp_path_factory.mktemp("small")
    with zipfile.ZipFile(real_data / "ml-latest-small.zip") as archive:
        for info in archive.infolist():
            info.filename = Path(info.filename).name
            if info.filename.endswith(".csv"):
                archive.extract(info, folder)
    store = folder / "models"
    plan = TrainingPlan(store, "small", ("for-you",), settings=_SHORT)
    trained = train(_read(folder), plan, progress=lambda step, share: None)
    assert trained.verdict.accepted
    ArtifactStore(store).publish(trained.manifest.version)
    engine = load_engine(store).engine
    assert engine is not None
    return engine, trained.manifest


def _read(folder: Path) -> TrainingData:
    ledger = Ledger.begun(folder / "refused.csv")
    films = sorted(films_of(folder, CSV_LAYOUT, {}, ledger), key=_number)
    items = _items(films)
    numbers = items.ids.ids.tolist()
    blocks = read_blocks(folder / "ratings.csv", CSV, known_items=numbers, now_s=2_000_000_000)
    (rows,) = blocks
    table = Interactions.from_ids(
        rows.users, rows.items, rows.ratings, rows.times, item_ids=items.ids
    )
    return TrainingData.of(table, items)


def _number(film: FilmRow) -> int:
    assert film.ref
    return film.ref.number


def _items(films: list[FilmRow]) -> Items:
    return Items(
        IdMap.of(map(_number, films)),
        tuple(film.titles.title for film in films),
        tuple(film.titles.year for film in films),
        tuple(film.genres for film in films),
    )


def history(*rated: tuple[int, float]) -> list[Rated]:
    return [
        Rated(movie_id, stars, 1_500_000_000 + place)
        for place, (movie_id, stars) in enumerate(rated)
    ]


def ten(engine: Engine, rated: list[Rated], model: str = "for-you") -> list[int]:
    return [
        pick.movie_id
        for pick in engine.recommend(RecommendationRequest(limit=10, model=model, history=rated))
    ]


def test_for_you_beats_popularity_by_far(trained: tuple[Engine, Manifest]) -> None:
    models = trained[1].models
    ours, base = models["for-you"].figures, models["popular"].figures
    assert ours["ndcg@10"] > 1.3 * base["ndcg@10"]
    assert ours["hr@10"] > base["hr@10"] + 3 * base["hr@10:se"]


def test_guessed_stars_are_closer_than_those_of_means(trained: tuple[Engine, Manifest]) -> None:
    assert trained[1].models["for-you"].figures["rmse"] < 0.93


def test_opposite_tastes_share_at_most_five_of_ten(trained: tuple[Engine, Manifest]) -> None:
    engine = trained[0]
    action = [(DIE_HARD, 5.0), (TERMINATOR, 5.0), (PREDATOR, 4.5)]
    romance = [(SLEEPLESS, 5.0), (PRETTY_WOMAN, 4.5)]
    one = history(*action, *((film, 0.5) for film, _ in romance))
    other = history(*((film, 0.5) for film, _ in action), *romance)
    assert len(set(ten(engine, one)) & set(ten(engine, other))) <= 5


def test_one_rating_gives_another_list_than_the_chart(trained: tuple[Engine, Manifest]) -> None:
    engine, one = trained[0], history((TOY_STORY, 5.0))
    assert ten(engine, one) != ten(engine, one, "popular")


def test_obscure_films_do_not_come_first(trained: tuple[Engine, Manifest]) -> None:
    engine = trained[0]
    chart = engine.recommend(
        RecommendationRequest(limit=10_000, model="popular", history=history((2, 3.0)))
    )
    counts = {pick.movie_id: pick.score for pick in chart}
    assert min(counts[movie_id] for movie_id in ten(engine, history((TOY_STORY, 5.0)))) >= 10


def test_each_pick_of_a_liked_film_names_it(trained: tuple[Engine, Manifest]) -> None:
    picks = trained[0].recommend(
        RecommendationRequest(limit=10, history=history((DIE_HARD, 5.0), (TERMINATOR, 4.5)))
    )
    assert all({one.movie_id for one in pick.because} <= {DIE_HARD, TERMINATOR} for pick in picks)
    assert all(pick.because for pick in picks)


def test_a_sequel_is_like_its_first_part(trained: tuple[Engine, Manifest]) -> None:
    toy_story_2 = 3114
    similar = trained[0].similar(TOY_STORY, by="content", request=RecommendationRequest(limit=5))
    assert toy_story_2 in {pick.movie_id for pick in similar}
