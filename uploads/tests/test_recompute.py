import pytest
from django.core.management import call_command

from catalog.models import MovieStats
from recommender.core.algorithms.base import silent
from tests.builders import make_movie, make_rating, make_user
from uploads.ratings.services import recompute_site_figures, remove_rating

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def test_what_was_kept_up_agrees_with_what_is_worked_out_anew() -> None:
    heat, ronin = make_movie(title="Heat", count=3, mean=4.0), make_movie(title="Ronin")
    for stars in (0.5, 3.0, 5.0):
        make_rating(user=make_user(), movie=heat, stars=stars)
    alice = make_user()
    make_rating(user=alice, movie=ronin, stars=2.0)
    make_rating(user=alice, movie=ronin, stars=4.0)
    remove_rating(user=alice, movie_id=ronin.pk)
    before = list(MovieStats.objects.order_by("pk").values())
    assert recompute_site_figures(progress=silent) == 0
    assert list(MovieStats.objects.order_by("pk").values()) == before


def test_figures_that_somebody_edited_are_put_right(capsys: pytest.CaptureFixture[str]) -> None:
    movie = make_movie()
    make_rating(user=make_user(), movie=movie, stars=4.0)
    MovieStats.objects.update(site_count=9, site_histogram=[9] * 10, rating_count=9)
    call_command("recompute")
    assert "Corrected the statistics of 1 films" in capsys.readouterr().out
    stats = MovieStats.objects.get()
    assert (stats.site_count, stats.rating_count) == (1, 1)
    assert stats.site_histogram == [0, 0, 0, 0, 0, 0, 0, 1, 0, 0]
