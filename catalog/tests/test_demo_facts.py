"""demo/facts.tsv: its form, and what loading it does."""

import runpy
from pathlib import Path

import pytest
from django.conf import settings

from catalog.importers.demo_facts import facts_path, load_facts, read_facts
from catalog.importers.errors import ImportFailed
from catalog.models import Credit, Source
from recommender.core.algorithms.base import silent
from tests.builders import make_movie

CHECK = runpy.run_path(str(Path(settings.BASE_DIR) / "demo" / "check_facts.py"))


def test_the_facts_have_their_form() -> None:
    lines = facts_path().read_text(encoding="utf-8").splitlines()
    assert CHECK["faults_of"](lines) == []
    assert len(lines) == 1_000
    assert facts_path().stat().st_size < 150_000


@pytest.mark.parametrize(
    "line",
    ["1\tHeat\tA\tB", "x\tHeat\tA\tB\tc", "1\tHeat\tA| B\tC\td", "1\tHeat\tA|A\tC\td"],
)
def test_a_line_of_another_form_is_found(line: str) -> None:
    assert CHECK["faults_of"]([line])


def test_a_key_that_is_no_film_of_the_demo_is_found(tmp_path: Path) -> None:
    movies = tmp_path / "movies.csv"
    movies.write_text("movieId,title,genres\n1,Heat (1995),Crime\n", encoding="utf-8")
    lines = ["1\tHeat (1995)\t\t\t", "2\tRonin (1998)\t\t\t"]
    assert CHECK["unmatched"](lines, movies) == ["2 Ronin (1998)"]


@pytest.mark.django_db
def test_facts_give_films_their_people_and_keywords(tmp_path: Path) -> None:
    movie = make_movie(title="Heat", source_id=6)
    path = tmp_path / "facts.tsv"
    path.write_text(
        "6\tHeat (1995)\tMichael Mann\tAl Pacino|Robert De Niro\theist|police\n7\tX\t\t\t\n"
    )
    assert load_facts(read_facts(path), progress=silent) == 1
    shown = Credit.objects.order_by("role", "order").values_list("person__name", "role", "source")
    assert list(shown) == [
        ("Al Pacino", "actor", Source.DEMO),
        ("Robert De Niro", "actor", Source.DEMO),
        ("Michael Mann", "director", Source.DEMO),
    ]
    assert {word.name for word in movie.keywords.all()} == {"heist", "police"}
    assert load_facts(read_facts(path), progress=silent) == 0


def test_a_bad_key_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "facts.tsv"
    path.write_text("6\tHeat\t\t\t\n5\tRonin\t\t\t\n")
    with pytest.raises(
        ImportFailed, match=r"facts.tsv, line 2: '5' is not an id in ascending order"
    ):
        read_facts(path)
