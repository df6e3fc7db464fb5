import pytest

from catalog.merging import merge_movies
from catalog.models import Movie
from tests.builders import make_credit, make_movie, make_rating, make_user
from uploads.models import Rating

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def test_ratings_move_to_the_film_that_is_kept() -> None:
    keep, twin = make_movie(title="Heat"), make_movie(title="Heat 2")
    alice, bob = make_user(), make_user()
    make_rating(user=alice, movie=twin, stars=5)
    make_rating(user=bob, movie=keep, stars=3)
    merge_movies(keep=keep, duplicate=twin)
    assert set(Rating.objects.values_list("movie_id", "half_stars")) == {
        (keep.pk, 10),
        (keep.pk, 6),
    }
    keep.stats.refresh_from_db()
    assert (keep.stats.rating_count, keep.stats.rating_mean) == (2, 4.0)
    assert keep.stats.site_histogram == [0, 0, 0, 0, 0, 1, 0, 0, 0, 1]


def test_whoever_rated_both_keeps_the_later_rating() -> None:
    keep, twin = make_movie(title="Heat"), make_movie(title="Heat 2")
    alice = make_user()
    make_rating(user=alice, movie=keep, stars=2)
    make_rating(user=alice, movie=twin, stars=5)
    merge_movies(keep=keep, duplicate=twin)
    assert Rating.objects.get().stars == 5


def test_the_kept_film_takes_over_ids_titles_and_people() -> None:
    keep, twin = make_movie(title="Heat", source_id=6), make_movie(title="Heat II", source_id=7)
    make_credit(movie=keep, name="Al Pacino", role="actor")
    make_credit(movie=twin, name="Al Pacino", role="actor")
    make_credit(movie=twin, name="Michael Mann", role="director")
    twin.tmdb_id, twin.overview = 949, "Cops and robbers."
    twin.save()
    merge_movies(keep=keep, duplicate=twin)
    movie = Movie.objects.get()
    assert (movie.tmdb_id, movie.overview) == (949, "Cops and robbers.")
    assert movie.alternative_titles == ["Heat II"]
    assert movie.credits.count() == 2
    assert set(movie.external_ids.values_list("external_id", flat=True)) == {6, 7}
