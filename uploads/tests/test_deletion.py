"""When an account or a rating is deleted, the film's figures follow."""

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts import jwt_tokens
from accounts.models import User
from accounts.services import delete_account, make_api_token, save_demographics
from catalog.models import MovieStats
from tests.builders import browser_of, make_movie, make_rating, make_user
from uploads.lists.services import add_list_entry
from uploads.models import LIST_KINDS, Rating
from uploads.ratings.notes import write_note
from uploads.ratings.selectors import all_site_ratings
from uploads.tests.figures import assert_figures_agree
from uploads.tests.imports import imported
from uploads.tests.posting import make_post, stored_files

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


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


def test_nothing_is_left_of_an_account_and_the_next_training_does_not_know_it(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    movie, alice, bob = make_movie(), make_user(), make_user()
    make_post(alice, movie=movie.pk, rating=5)
    make_rating(user=bob, movie=movie, stars=2.0)
    for kind in LIST_KINDS:
        add_list_entry(kind, user=alice, movie_id=make_movie().pk)
    write_note(user=alice, movie_id=movie.pk, text="Mine.")
    imported(alice, b"Date,Name,Year,Letterboxd URI,Rating\n2024-05-03,Heat,1995,,4\n")
    save_demographics(alice, gender="F")
    make_api_token(alice, name="script", scopes=["read"], days=1)
    jwt_tokens.exchange(jwt_tokens.issue(alice).refresh)
    browser_of(alice)
    with django_capture_on_commit_callbacks(execute=True):
        delete_account(alice)
    assert [one.user_id for one in all_site_ratings()] == [bob.pk]
    assert rows_of(alice.pk) == {}
    assert not stored_files()


def rows_of(user_id: int) -> dict[str, int]:
    """How many rows of which tables still belong to somebody, whatever tables there are."""
    counts = {
        f"{model._meta.label}.{field.name}": model._base_manager.filter(
            **{field.attname: user_id}
        ).count()
        for model in apps.get_models()
        for field in model._meta.fields
        if field.related_model is User
    }
    return {name: count for name, count in counts.items() if count}


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
        for prefix in ("external_ids", "credits", "keyword_links")
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
