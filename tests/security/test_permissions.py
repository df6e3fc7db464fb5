"""Check 24: who may ask for what, as one table that a person has read.

After a change of addresses: WRITE_PERMISSIONS=1 pytest tests/security/test_permissions.py, then read the
difference.
"""

import os
from difflib import unified_diff
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import ApiToken, BrowserSession, User
from accounts.services import make_api_token
from accounts.throttles import SignInThrottle, SignUpThrottle
from tests.builders import browser_of, make_credit, make_movie, make_rating, make_user
from tests.engine_fixture import camps, own_engine, published_models
from tests.security import permissions
from uploads.models import PostImage
from uploads.tests.imports import imported
from uploads.tests.posting import make_post

__all__ = ["camps", "own_engine", "published_models"]


@pytest.fixture
def alice(settings: Settings, own_engine: Path, monkeypatch: pytest.MonkeyPatch, db: None) -> User:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    for throttle in (SignInThrottle, SignUpThrottle):
        monkeypatch.setattr(throttle, "rate", "100000/minute", raising=False)
    return make_user(email="alice@example.org")


@pytest.fixture
def values(alice: User) -> dict[str, object]:
    """A value for every parameter of every route; what can belong to somebody is alice's."""
    movie = make_movie(title="Heat", genres=("Crime",))
    make_rating(user=alice, movie=movie)
    browser_of(alice)
    person = make_credit(movie=movie, role="actor", name="Al Pacino").person
    post = make_post(alice, movie=movie.pk, is_public=False)
    PostImage.objects.update(key=post.key)  # one value for both parameters of this name
    job = imported(alice, b"Date,Name,Year,Letterboxd URI,Rating\n2024-05-03,Heat,1990,,4\n")
    token, _ = make_api_token(alice, name="script", scopes=["read"], days=1)
    return {
        "pk": movie.pk,
        "movie_id": movie.pk,
        "person": person.pk,
        "name": "popular",
        "uidb64": "MQ",
        "uid": "MQ",
        "token": "made-up",
        "session_id": BrowserSession.objects.get(user=alice).public_id,
        "token_id": token.pk,
        "key": post.key,
        "size": "full",
        "job_id": job.pk,
        "line": job.rows.get().line,
        "id": alice.pk,
        "object_id": alice.pk,  # on the admin's pages without a model
        "content_type_id": 1,
        "app_label": "catalog",
        "url": "nothing/",
        "version": "v1",
    }


@pytest.fixture(scope="module")
def table() -> list[permissions.Row]:
    """The checked-in one, which the first test compares with the site."""
    return permissions.read()


def test_24_every_address_answers_as_the_table_says(values: dict[str, object]) -> None:
    staff = make_user(email="staff@example.org", is_staff=True, is_superuser=True)
    people = (Client(), browser_of(make_user(email="bob@example.org")), browser_of(staff))
    found = permissions.as_text(list(permissions.rows(people, values)))
    assert ApiToken.objects.count() == 1
    if os.environ.get("WRITE_PERMISSIONS"):
        permissions.TABLE.write_text(found)
    wanted = permissions.TABLE.read_text()
    difference = "\n".join(unified_diff(wanted.split("\n"), found.split("\n"), lineterm="", n=0))
    assert not difference, difference


def test_24_nothing_of_alice_s_is_reached_by_others(table: list[permissions.Row]) -> None:
    """A row that would let others in must not be written down unseen."""
    own = (
        "session_id>",
        "token_id>",
        "uuid:key>",
        "job_id>",
        "me/notes/<",
        "me/ratings/<",
        "me/watchlist/<",
        "me/not-interested/<",
        "me/seen/<",
    )
    theirs = [row for row in table if any(word in row.route for word in own)]
    leaks = [row for row in theirs if not {row.user, row.staff} <= {404, 405}]
    puts = [row for row in leaks if row.method == "PUT" and "<key:movie_id>" in row.route]
    assert theirs
    assert leaks == puts  # which are of one's own list, whoever else has the film on theirs


def test_24_no_address_fails(table: list[permissions.Row]) -> None:
    assert not [row for row in table if max(row.guest, row.user, row.staff) >= 500]


def test_24_guests_and_users_get_nothing_of_the_admin(table: list[permissions.Row]) -> None:
    inside = [row for row in table if row.route.startswith("admin/") and "login" not in row.route]
    assert inside
    assert {row.guest for row in inside} <= {301, 302, 405}
    assert {row.user for row in inside} <= {301, 302, 405}


def test_24_guests_get_nothing_under_me(table: list[permissions.Row]) -> None:
    own = [row for row in table if "/me/" in row.route]
    assert own
    assert {row.guest for row in own} == {401}
