from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from catalog.importers.data_sets import Description
from catalog.importers.formats import MOVIELENS
from catalog.importers.pipeline import is_imported
from catalog.importers.rating_histograms import datasets_root
from catalog.importers.stage import FILMS
from catalog.models import ChartBasis, DataSet, ExternalId, Genre, Movie, MovieStats
from catalog.tests.releases import MOVIES, RATINGS, bring_in, write_release
from recommender.core.data.dataset import read_facts
from tests.builders import make_rating, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return write_release(tmp_path / "ml-tiny")


def everything() -> dict[str, Any]:
    """All rows of the catalogue, but for the time of the import."""
    tables = (Movie, Genre, ExternalId, MovieStats, ChartBasis, Movie.genres.through)
    rows = {table.__name__: list(table.objects.order_by("pk").values()) for table in tables}
    sets = list(DataSet.objects.order_by("pk").values())
    return rows | {"DataSet": [{**row, "imported_at": None} for row in sets]}


def film(source_id: int) -> Movie:
    return ExternalId.objects.get(source="movielens", external_id=source_id).movie


def test_a_title_is_taken_apart(release: Path) -> None:
    bring_in(release)
    assert (film(2).title, film(2).sort_title, film(2).year) == ("The Matrix", "Matrix, The", 1999)


def test_another_title_is_kept(release: Path) -> None:
    bring_in(release)
    assert film(3).alternative_titles == [
        "Le Fabuleux destin d'Amélie Poulain",
        "Amelie (Fabuleux destin d'Amélie Poulain, Le)",
    ]


@pytest.mark.databases
def test_what_an_older_version_took_for_titles_goes_with_the_next_import(release: Path) -> None:
    titles = {5: ("Frontière(s) (2007)", "Horror"), 6: ("Foo (1993) (1995) (V)", "Drama")}
    write_release(release, movies=MOVIES | titles)
    bring_in(release)
    old = {5: ("Frontière", ["s", "Grenze(n)"], 2007), 6: ("Foo", ["1993", "1995", "V"], None)}
    for number, (title, others, year) in old.items():
        movie = film(number)
        movie.title, movie.alternative_titles, movie.year = title, others, year
        movie.set_search_text()
        movie.save()
    assert bring_in(release).applied[FILMS].changed == 2
    assert (film(5).title, film(5).alternative_titles) == ("Frontière(s)", ["Grenze(n)"])
    assert (film(6).alternative_titles, film(6).year) == ([], 1995)
    assert film(5).search_text == "|frontiere s|grenze n|"
    assert bring_in(release).applied[FILMS].changed == 0


@pytest.mark.databases
def test_genres_are_kept(release: Path) -> None:
    bring_in(release)
    assert [genre.name for genre in film(2).genres.all()] == ["Action", "Sci-Fi"]


def test_no_genre_is_named_no_genres_listed(release: Path) -> None:
    bring_in(release)
    assert not film(4).genres.exists()
    assert not Genre.objects.filter(name__contains="no genres").exists()


@pytest.mark.databases
def test_figures_are_those_of_the_ratings(release: Path) -> None:
    bring_in(release)
    stats = film(1).stats
    assert (stats.rating_count, stats.rating_mean) == (2, 3.75)
    assert stats.dataset_histogram == [0, 0, 0, 0, 0, 0, 1, 1, 0, 0]


@pytest.mark.databases
def test_a_film_without_ratings_has_a_row_of_figures(release: Path) -> None:
    bring_in(release)
    assert film(4).stats.rating_count == 0


def test_the_data_set_is_active_and_says_where_it_comes_from(release: Path) -> None:
    bring_in(release)
    row = DataSet.objects.get()
    assert (row.is_active, row.films, row.users, row.ratings) == (True, 4, 3, 5)
    assert (row.title, row.licence) == ("Tiny", "non-commercial use")


def test_its_interactions_lie_in_files(release: Path) -> None:
    bring_in(release)
    assert read_facts(datasets_root(), "tiny").ratings == 5


@pytest.mark.databases
def test_a_second_import_changes_nothing(release: Path) -> None:
    bring_in(release)
    before = everything()
    report = bring_in(release)
    assert (report.applied[FILMS].new, report.applied[FILMS].changed) == (0, 0)
    assert everything() == before


def test_it_is_known_to_be_imported(release: Path) -> None:
    assert not is_imported(release, MOVIELENS, "tiny")
    bring_in(release)
    assert is_imported(release, MOVIELENS, "tiny")


STEPS = ["reading ratings", "writing films", "writing figures", "done"]


@pytest.mark.databases
@pytest.mark.parametrize("step", STEPS)
def test_an_interrupted_import_is_finished_by_the_next(
    release: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(at: str, share: float) -> None:
        if at == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in(release, progress=pulled)
    bring_in(release)
    assert [film(key).stats.rating_count for key in MOVIES] == [2, 2, 1, 0]
    assert is_imported(release, MOVIELENS, "tiny")


@pytest.mark.databases
def test_an_import_interrupted_between_batches_is_finished_by_the_next(
    release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []

    def pulled(at: str, share: float) -> None:
        steps.append(at)
        if steps.count("writing films") == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("catalog.importers.pipeline.BATCH", 2)
    with pytest.raises(KeyboardInterrupt):
        bring_in(release, progress=pulled)
    assert Movie.objects.count() == 2
    assert bring_in(release).applied[FILMS].new == 2
    assert Movie.objects.count() == 4


def test_an_interrupted_import_does_not_count_as_imported(release: Path) -> None:
    def pulled(at: str, share: float) -> None:
        if at == "writing figures":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in(release, progress=pulled)
    assert not is_imported(release, MOVIELENS, "tiny")


@pytest.mark.databases
def test_a_film_that_changed_at_the_source_is_changed(release: Path) -> None:
    bring_in(release)
    key = film(2).pk
    write_release(release, movies=MOVIES | {2: ("The Matrix Reborn (2000)", "Drama")})
    assert bring_in(release).applied[FILMS].changed == 1
    movie = Movie.objects.get(pk=key)
    assert (movie.title, movie.year) == ("The Matrix Reborn", 2000)
    assert [genre.name for genre in movie.genres.all()] == ["Drama"]


@pytest.mark.databases
def test_a_film_that_changed_is_found_by_its_new_title(release: Path) -> None:
    bring_in(release)
    write_release(release, movies=MOVIES | {2: ("Reborn (2000)", "Drama")})
    bring_in(release)
    assert film(2).search_text == "|reborn|"


@pytest.mark.databases
def test_a_rating_that_is_gone_at_the_source_is_gone(release: Path) -> None:
    bring_in(release)
    write_release(release, ratings=RATINGS[:2])
    bring_in(release)
    assert [film(key).stats.rating_count for key in MOVIES] == [1, 1, 0, 0]


@pytest.mark.databases
def test_the_ratings_of_this_site_stay(release: Path) -> None:
    bring_in(release)
    make_rating(user=make_user(), movie=film(1), stars=5)
    bring_in(release)
    stats = film(1).stats
    assert (stats.site_count, stats.rating_count) == (1, 3)


@pytest.mark.databases
def test_another_data_set_becomes_the_active_one(release: Path, tmp_path: Path) -> None:
    bring_in(release)
    other = write_release(tmp_path / "other", movies={9: ("Nine (2009)", "")}, ratings=[(1, 9, 4)])
    bring_in(other, description=Description("other", "Other", "", ""))
    assert [row.name for row in DataSet.objects.filter(is_active=True)] == ["other"]
    assert film(1).stats.rating_count == 0


def test_films_without_a_title_are_refused_and_told(release: Path) -> None:
    write_release(release, movies=MOVIES | {5: (" ", "Drama")})
    report = bring_in(release).files["movies.csv"]
    assert (report.refused, report.lines) == ({"no title": 1}, {"no title": [6]})


def test_the_command_tells_what_it_did(
    release: Path, capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    call_command("import_movielens", str(release))
    shown = capsys.readouterr().out
    assert "movies.csv: 4 rows read" in shown
    assert "films: 4 new, 0 changed" in shown
    assert "ratings: 5 kept, from 3 users" in shown


def test_the_command_names_the_data_set_after_its_folder(release: Path) -> None:
    call_command("import_movielens", str(release))
    assert DataSet.objects.get().name == "ml-tiny"


def test_the_command_fails_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="does not exist; name a folder or a zip"):
        call_command("import_movielens", str(tmp_path / "nowhere"))


def test_progress_never_goes_back(release: Path) -> None:
    shares: list[float] = []

    def tell(step: str, share: float) -> None:
        shares.append(share)

    bring_in(release, progress=tell)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
