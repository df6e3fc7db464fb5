"""Quotas and repetitions when many uploads of one person come at once (checklist 50, 51)."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from accounts.models import User
from catalog.models import Movie
from tests.builders import api_of, make_movie, make_user
from tests.engine_fixture import camps, own_engine, published_models
from uploads.models import Post, PostImage
from uploads.posts.selectors import used_by
from uploads.tests.pictures import jpeg
from uploads.tests.posting import MINE, file, send, stored_files
from uploads.tests.test_parallel import all_at_once

__all__ = ["camps", "own_engine", "published_models"]

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 10  # each is looked at in a process of its own


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings, own_engine: Path) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def alice(transactional_db: None) -> User:
    return make_user()


@pytest.fixture
def heat(transactional_db: None) -> Movie:
    return make_movie()


def statuses(user: User, movie: Movie, images: list[bytes]) -> Counter[int]:
    """Of posts with these images, all sent at the same moment."""
    shown: list[int] = []

    def act(data: bytes) -> Callable[[], object]:
        client = api_of(user)
        form = {"movie": movie.pk, "rating": 4, "image": file(data)}
        return lambda: shown.append(client.post(MINE, form, format="multipart").status_code)

    assert all_at_once([act(data) for data in images]) == []
    return Counter(shown)


@pytest.mark.databases
def test_50_the_number_of_posts_holds(alice: User, heat: Movie, settings: Settings) -> None:
    settings.UPLOAD_QUOTA_POSTS = 3
    shown = statuses(alice, heat, [jpeg(60 + at) for at in range(MANY)])
    assert shown == {201: 3, 403: MANY - 3}
    assert (Post.objects.count(), PostImage.objects.count(), len(stored_files())) == (3, 3, 3)


def test_50_the_bytes_of_images_hold(alice: User, heat: Movie, settings: Settings) -> None:
    images = [jpeg(60 + at) for at in range(MANY)]
    settings.UPLOAD_QUOTA_BYTES = 4 * max(map(len, images))
    shown = statuses(alice, heat, images)
    assert set(shown) == {201, 403}
    _, size = used_by(alice)
    assert size <= settings.UPLOAD_QUOTA_BYTES
    assert size + min(map(len, images)) > settings.UPLOAD_QUOTA_BYTES - max(map(len, images))
    assert len(stored_files()) == shown[201]


def test_50_what_is_deleted_makes_room(alice: User, heat: Movie, settings: Settings) -> None:
    settings.UPLOAD_QUOTA_POSTS = 1
    first = send(alice, jpeg(), movie=heat.pk).json()
    refused = send(alice, jpeg(90), movie=heat.pk)
    assert refused.json()["error"]["code"] == "quota_full"
    assert api_of(alice).delete(f"{MINE}{first['id']}/").status_code == 204
    assert send(alice, jpeg(90), movie=heat.pk).status_code == 201


def test_50_another_persons_posts_do_not_count(
    alice: User, heat: Movie, settings: Settings
) -> None:
    settings.UPLOAD_QUOTA_POSTS = 1
    assert send(make_user(), jpeg(), movie=heat.pk).status_code == 201
    assert send(alice, jpeg(), movie=heat.pk).status_code == 201


@pytest.mark.databases
def test_51_one_file_sent_many_times_at_once_is_one_post(alice: User, heat: Movie) -> None:
    assert statuses(alice, heat, [jpeg()] * MANY) == {201: 1, 409: MANY - 1}
    assert (Post.objects.count(), len(stored_files())) == (1, 1)
