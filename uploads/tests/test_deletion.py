"""When an account or a rating is deleted, the film's figures follow."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.services import delete_account
from catalog.models import MovieStats
from tests.builders import make_movie, make_rating, make_user
from uploads.models import Rating
from uploads.tests.figures import assert_figures_agree

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> Client:
    client = Client()
    client.force_login(
        User.objects.create_superuser("root@example.org", "x"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return client


def test_a_deleted_account_takes_its_ratings_out_of_the_figures() -> None:
    movie, alice, bob = make_movie(), make_user(), make_user()
    make_rating(user=alice, movie=movie, stars=5.0)
    make_rating(user=bob, movie=movie, stars=2.0)
    delete_account(alice)
    assert assert_figures_agree(movie).site_count == 1
    assert not User.objects.filter(pk=alice.pk).exists()


def test_the_admin_deletes_accounts_with_their_figures(admin: Client) -> None:
    movie, alice = make_movie(), make_user()
    make_rating(user=alice, movie=movie, stars=5.0)
    admin.post(reverse("admin:accounts_user_delete", args=[alice.pk]), {"post": "yes"})
    assert not User.objects.filter(pk=alice.pk).exists()
    assert assert_figures_agree(movie).site_count == 0


def test_the_admin_removes_a_rating_with_its_figures(admin: Client) -> None:
    movie, alice = make_movie(), make_user()
    make_rating(user=alice, movie=movie, stars=5.0)
    rating = Rating.objects.get()
    admin.post(reverse("admin:uploads_rating_delete", args=[rating.pk]), {"post": "yes"})
    assert not Rating.objects.exists()
    assert assert_figures_agree(movie).site_count == 0


def test_a_film_made_in_the_admin_has_figures_from_the_start(admin: Client) -> None:
    inline = {
        f"{prefix}-{name}": "0"
        for prefix in ("external_ids", "credits")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
    }
    fields = {
        "title": "Heat",
        "sort_title": "Heat",
        "year": "1995",
        "alternative_titles": "",
        "countries": "",
    }
    answer = admin.post(reverse("admin:catalog_movie_add"), fields | inline)
    assert answer.status_code == 302, answer.content[:2000]
    assert MovieStats.objects.get().rating_count == 0
    assert Client().get("/browse/?q=heat").status_code == 200
