"""The real releases come in whole, and what NextFlex says of the demo's films is right."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from catalog.importers.data_sets import Description
from catalog.importers.demo_facts import facts_path, read_facts
from catalog.importers.formats import MOVIELENS
from catalog.importers.pipeline import Report, import_source
from catalog.importers.stage import FILMS
from catalog.models import Movie
from catalog.search.query import search_for
from catalog.selectors import MovieFilter, matching, ordered
from recommender.core.algorithms.base import silent

pytestmark = [pytest.mark.realdata, pytest.mark.django_db]


def take(path: Path) -> Report:
    name = path.stem
    return import_source(str(path), MOVIELENS, Description(name, name, "", ""), progress=silent)


def first(q: str) -> str:
    movie = ordered(matching(MovieFilter(q=q)), ordering="relevance").first()
    return movie.title if movie else ""


def test_latest_small_comes_in_and_is_searched(real_data: Path) -> None:
    report = take(real_data / "ml-latest-small.zip")
    assert Movie.objects.count() == 9_742
    assert report.facts is not None
    assert report.facts.ratings == 100_836
    assert report.files["links.csv"].noted["no tmdb id"] == 8
    assert report.files["movies.csv"].noted["no unambiguous year in the title"] == 13
    again = take(real_data / "ml-latest-small.zip").applied[FILMS]
    assert (again.new, again.changed) == (0, 0)
    assert first("amelie").startswith("Amelie")
    assert first("matrix the") == "The Matrix"
    assert first("star wras").startswith("Star Wars")
    assert search_for("star wras").corrected == "star wars"
    assert first("12 angy men") == "12 Angry Men"


def test_one_million_comes_in_with_its_people(real_data: Path) -> None:
    report = take(real_data / "ml-1m.zip")
    assert Movie.objects.count() == 3_883
    assert report.facts is not None
    assert (report.facts.ratings, report.facts.users) == (994_169, 6_040)
    assert report.facts.profiles == 6_040


def plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name)
    return "".join(char for char in bare if char.isalpha()).casefold()


def directors_compared(real_data: Path) -> Iterator[bool]:
    rows = pq.read_table(real_data / "ml-1m-details.parquet").to_pylist()
    known = {row["movieId"]: {plain(one["name"]) for one in row["directors"] or ()} for row in rows}
    for one in read_facts(facts_path()):
        if known.get(one.number):
            yield from (plain(name) in known[one.number] for name in one.directors)


def test_the_facts_name_the_right_directors(real_data: Path) -> None:
    compared = list(directors_compared(real_data))
    assert len(compared) > 700
    assert sum(compared) / len(compared) >= 0.98
