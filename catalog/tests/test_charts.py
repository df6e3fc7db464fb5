"""The charts of the database: their order, their ties, and that the engine's say the same."""

from datetime import UTC, datetime, timedelta
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from catalog.models import Movie
from catalog.selectors import CHARTS, EVERYTHING, MovieFilter, chart
from catalog.services import chart_basis, refresh_figures
from catalog.tests.releases import bring_in, write_release
from recommender.core.algorithms import latest, popular, top_rated, trending
from recommender.core.algorithms.base import silent
from recommender.core.ranking.top_k import top_k
from recommender.management.training_data import training_data
from tests.builders import make_movie, make_rating, make_user

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def titles(name: str, wanted: MovieFilter = EVERYTHING) -> list[str]:
    return [movie.title for movie in chart(name, wanted)]


@pytest.mark.databases
def test_popular_is_by_number_of_ratings() -> None:
    for title, count in (("B", 5), ("A", 9), ("C", 7)):
        make_movie(title=title, count=count, mean=3)
    assert titles("popular") == ["A", "C", "B"]


@pytest.mark.databases
def test_popular_ties_go_to_the_lower_id() -> None:
    for title in ("B", "A", "C"):
        make_movie(title=title, count=5, mean=3)
    assert titles("popular") == ["B", "A", "C"]


@pytest.mark.databases
def test_a_film_that_nobody_rated_is_in_no_chart() -> None:
    make_movie()
    assert [titles(name) for name in CHARTS] == [[]] * 4


@pytest.mark.databases
def test_latest_is_by_year_and_then_by_number_of_ratings() -> None:
    for title, year, count in (("B", 1999, 9), ("A", 2001, 1), ("C", 1999, 10)):
        make_movie(title=title, year=year, count=count, mean=3)
    assert titles("latest") == ["A", "C", "B"]


@pytest.mark.databases
def test_a_film_without_a_year_is_not_in_latest() -> None:
    make_movie(year=None, count=5, mean=3)
    assert titles("latest") == []


@pytest.mark.databases
def test_trending_is_by_trend_and_not_by_number() -> None:
    make_movie(title="Old", count=99, mean=3, trend=10.0)
    make_movie(title="New", count=9, mean=3, trend=300.0)
    assert titles("trending") == ["New", "Old"]


def make_crowd() -> None:
    """Twenty films of 8 ratings, so that the chart asks for 8."""
    for place in range(20):
        make_movie(title=f"Low {place}", count=8, mean=2.0)


@pytest.mark.databases
def test_top_rated_trusts_many_ratings_more() -> None:
    make_movie(title="Few", count=10, mean=4.6)
    make_movie(title="Many", count=100, mean=4.5)
    make_crowd()
    refresh_figures()
    assert titles("top-rated")[:2] == ["Many", "Few"]


@pytest.mark.databases
def test_top_rated_leaves_out_films_with_too_few_ratings() -> None:
    make_movie(title="One", count=1, mean=5.0)
    make_crowd()
    refresh_figures()
    assert "One" not in titles("top-rated")


def test_the_constants_of_top_rated_are_kept() -> None:
    make_movie(count=4, mean=4.0)
    make_movie(count=14, mean=2.0)
    basis = refresh_figures()
    assert (basis.mean_rating, basis.least_count, basis.rated_films) == (3.0, 13.0, 2)
    assert chart_basis() == basis


@pytest.mark.databases
def test_a_genre_holds_in_a_chart() -> None:
    make_movie(title="A", genres=("Crime",), count=5, mean=3)
    make_movie(title="B", genres=("Drama",), count=9, mean=3)
    assert titles("popular", MovieFilter(genres=("crime",))) == ["A"]


@pytest.mark.databases
def test_a_rating_on_this_site_moves_a_film_at_once() -> None:
    make_movie(title="A", count=5, mean=3)
    second = make_movie(title="B", count=5, mean=3)
    make_rating(user=make_user(), movie=second)
    assert titles("popular") == ["B", "A"]


@pytest.mark.databases
def test_a_rating_on_this_site_trends_above_old_ones() -> None:
    make_movie(title="A", count=500, mean=3, trend=20.0)
    make_rating(user=make_user(), movie=make_movie(title="B"))
    assert titles("trending") == ["B", "A"]


@pytest.fixture
def busy_site(tmp_path: Any) -> None:
    """Sixty films with ratings of a data set and of the site."""
    dice = np.random.default_rng(5)
    movies = {at: (f"Film {at} ({1980 + at % 7})", "Drama") for at in range(1, 61)}
    movies[61] = ("Without a year", "Drama")
    pairs = sorted({(int(u), int(61 * f * f) + 1) for u, f in dice.random((900, 2)) * (40, 1)})
    ratings = [(user + 1, movie, int(dice.integers(1, 11)) / 2) for user, movie in pairs]
    dice.shuffle(ratings)
    bring_in(write_release(tmp_path / "busy", movies=movies, ratings=ratings))
    people = [make_user() for _ in range(5)]
    for movie in Movie.objects.order_by("id")[:20]:
        for user in people[: int(dice.integers(0, 5))]:
            hours = float(dice.integers(1, 5000))
            stars = int(dice.integers(1, 11)) / 2
            make_rating(user=user, movie=movie, stars=stars, rated_at=NOON - timedelta(hours=hours))
    refresh_figures()


CORE = [
    ("popular", popular, popular.PopularConfig()),
    ("trending", trending, trending.TrendingConfig()),
    ("latest", latest, latest.LatestConfig()),
    ("top-rated", top_rated, top_rated.TopRatedConfig()),
]


@pytest.mark.usefixtures("busy_site")
@pytest.mark.parametrize(("name", "module", "config"), CORE)
def test_the_engines_chart_is_the_databases(name: str, module: ModuleType, config: object) -> None:
    data = training_data()
    model = module.fit(data, config, rng=np.random.default_rng(0), progress=silent, parts={})
    scores = model.item_scores[None, :]
    rows = top_k(scores, 20)[0]
    of_engine = data.items.ids.ids_of(rows[np.isfinite(scores[0][rows])])
    of_site = list(chart(name, EVERYTHING).values_list("pk", flat=True)[:20])
    assert of_engine == of_site
