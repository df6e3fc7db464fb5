"""The administration under attack; the number in a name is its line in the security checklist."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from accounts.models import User
from accounts.throttles import SignInThrottle
from catalog.models import Genre, Movie
from recommender import services
from tests.builders import browser_of, make_movie, make_rating, make_user
from tests.engine_fixture import Camps, camps, own_engine, published_models
from uploads.models import Rating

__all__ = ["camps", "own_engine", "published_models"]
pytestmark = pytest.mark.django_db
LOGIN = reverse("admin:login")
PASSWORD = "correct horse 7"


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def root(db: None) -> User:
    return make_user(email="root@example.org", is_staff=True, is_superuser=True)


def clerk(*permissions: str) -> User:
    user = make_user(email="clerk@example.org", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


# --- who comes in ---------------------------------------------------------------------------------
def admin_pages(patterns: Any = None, before: str = "") -> Iterator[str]:
    """Every address under /admin/, each with a made-up key where it wants one."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        address = before + str(one.pattern)
        if isinstance(one, URLResolver) and (before or address.startswith("admin/")):
            yield from admin_pages(one.url_patterns, address)
        elif isinstance(one, URLPattern) and before and "?P<" not in address:
            yield "/" + re.sub(r"<[^>]+>", "1", address)


OPEN = {LOGIN, reverse("admin:logout")}
PAGES = sorted(set(admin_pages()) - OPEN)


def test_29_all_pages_of_the_admin_are_tried() -> None:
    assert len(PAGES) > 50
    for name in ("index", "accounts_user_changelist", "recommender_train", "search"):
        assert reverse(f"admin:{name}") in PAGES


@pytest.mark.parametrize("method", ["get", "post"])
def test_29_only_staff_come_in(method: str) -> None:
    for client in (Client(), browser_of(make_user())):
        for page in [*PAGES, "/admin/nowhere/"]:
            answer = getattr(client, method)(page)
            assert answer.status_code in {302, 403, 405}, page
            if answer.status_code == 302:
                assert answer["Location"].startswith(LOGIN), page


def test_29_staff_without_permissions_see_no_list() -> None:
    browser = browser_of(clerk())
    lists = [page for page in PAGES if page.endswith(("/add/", "/1/change/"))]
    lists += [page.removesuffix("add/") for page in lists if page.endswith("add/")]
    assert len(lists) > 30
    for page in lists:
        assert browser.get(page).status_code in {403, 404}, page


def test_29_an_account_that_is_no_staff_any_more_is_out_at_once(root: User) -> None:
    browser = browser_of(root)
    assert browser.get("/admin/").status_code == 200
    User.objects.update(is_staff=False)
    assert browser.get("/admin/").status_code == 302


def test_29_a_token_opens_no_page_of_it(root: User) -> None:
    given = {"email": root.email, "password": PASSWORD}
    pair = Client().post("/api/v1/auth/jwt/create/", given, content_type="application/json").json()
    shown = Client(headers={"Authorization": f"Bearer {pair['access']}"}).get("/admin/")
    assert shown.status_code == 302


# --- the door --------------------------------------------------------------------------------------
def knock(name: str, password: str, **more: Any) -> Any:
    return Client().post(LOGIN, {"username": name, "password": password}, **more)


def test_29_wrong_passwords_lock_the_name(root: User) -> None:
    shown = [knock(root.email, f"wrong {n}").status_code for n in range(12)]
    assert shown[-1] == 429
    assert knock(root.email, PASSWORD).status_code == 429


def test_29_one_password_for_many_names_is_stopped_too(
    root: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SignInThrottle, "rate", "5/minute", raising=False)
    shown = [knock(f"name{n}@example.org", "summer 2026") for n in range(6)]
    assert [answer.status_code for answer in shown] == [200] * 5 + [429]
    assert int(shown[-1]["Retry-After"]) > 0


def test_29_over_the_rate_nothing_is_hashed(root: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SignInThrottle, "rate", "1/minute", raising=False)
    knock(root.email, "wrong")

    def refuse(*args: object) -> str:
        raise AssertionError("a password was hashed")

    monkeypatch.setattr(MD5PasswordHasher, "encode", refuse)
    assert knock(root.email, PASSWORD).status_code == 429


def test_29_the_doors_of_site_and_admin_count_together(
    root: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SignInThrottle, "rate", "2/minute", raising=False)
    given = {"username": "a@example.org", "password": "x"}
    for _ in range(2):
        Client().post(reverse("accounts:sign_in"), given)
    assert knock(root.email, PASSWORD).status_code == 429


def test_29_the_right_password_of_staff_opens_it_and_of_others_does_not(root: User) -> None:
    alice = make_user(email="alice@example.org")
    assert knock(root.email, PASSWORD).status_code == 302
    assert knock(alice.email, PASSWORD).status_code == 200


# --- what is written down ----------------------------------------------------------------------------
def written() -> list[tuple[str, str]]:
    entries = LogEntry.objects.order_by("pk").select_related("user")
    return [
        (entry.user.email, f"{entry.object_repr}: {entry.get_change_message()}")
        for entry in entries
    ]


@pytest.fixture
def versions(camps: Camps) -> Camps:
    """v1 and v2 were published, v2 is live."""
    for _ in range(2):
        camps.publish()
    services.mirror_store()
    return camps


def test_29_training_publishing_and_rolling_back_are_logged(root: User, versions: Camps) -> None:
    browser = browser_of(root)
    browser.post(reverse("admin:recommender_train"))
    browser.post(reverse("admin:recommender_publish", args=["v1"]))
    browser.post(reverse("admin:recommender_publish", args=["v2"]))
    browser.post(reverse("admin:recommender_roll_back"))
    shown = written()
    assert {who for who, _ in shown} == {root.email}
    words = [what for _, what in shown]
    assert words[0] == "Train now: Requested a training run."
    assert words[1].startswith("v1: Published v1.")
    assert words[2].startswith("v2: Published v2.")
    assert words[3].startswith("v1: Rolled back to v1.")


def test_29_what_was_only_asked_or_refused_is_not_logged_as_done(
    root: User, versions: Camps
) -> None:
    browser = browser_of(root)
    browser.get(reverse("admin:recommender_train"))
    browser.get(reverse("admin:recommender_roll_back"))
    browser.post(reverse("admin:recommender_publish", args=["v9"]))
    browser_of(clerk()).post(reverse("admin:recommender_train"))
    assert written() == []
    assert not DBTaskResult.objects.exists()


def test_29_the_index_shows_what_was_done(root: User, versions: Camps) -> None:
    browser = browser_of(root)
    browser.post(reverse("admin:recommender_train"))
    assert browser.get("/admin/").status_code == 200
    history = reverse("admin:recommender_trainingrun_changelist")
    assert browser.get(history).status_code == 200


def change(root: User) -> None:
    genre = Genre.objects.create(name="Noir")
    page = reverse("admin:catalog_genre_change", args=[genre.pk])
    browser_of(root).post(page, {"name": "Film Noir"})
    assert Genre.objects.get(pk=genre.pk).name == "Film Noir"


def delete_rating(root: User) -> None:
    rating = make_rating(user=make_user(), movie=make_movie())
    page = reverse("admin:uploads_rating_delete", args=[rating.pk])
    browser_of(root).post(page, {"post": "yes"})
    assert not Rating.objects.exists()


def delete_accounts(root: User) -> None:
    doomed = [make_user().pk, make_user().pk]
    given = {"action": "delete_selected", "_selected_action": doomed, "post": "yes"}
    browser_of(root).post(reverse("admin:accounts_user_changelist"), given)
    assert list(User.objects.all()) == [root]


def set_password(root: User) -> None:
    alice = make_user(email="alice@example.org")
    given = {"password1": "battery staple 8", "password2": "battery staple 8"}
    browser_of(root).post(reverse("admin:auth_user_password_change", args=[alice.pk]), given)
    alice.refresh_from_db()
    assert alice.check_password("battery staple 8")


def delete_film(root: User) -> None:
    page = reverse("admin:catalog_movie_delete", args=[make_movie().pk])
    browser_of(root).post(page, {"post": "yes"})
    assert not Movie.objects.exists()


@pytest.mark.parametrize("act", [change, delete_rating, delete_accounts, set_password, delete_film])
def test_29_every_act_is_logged_with_its_actor(act: Callable[[User], None], root: User) -> None:
    act(root)
    assert {who for who, _ in written()} == {root.email}


def test_29_no_password_is_in_the_log_of_acts(root: User) -> None:
    set_password(root)
    assert "battery" not in "".join(what for _, what in written())


# --- staff among themselves ----------------------------------------------------------------------------
def test_29_a_clerk_takes_over_no_account_that_may_do_more(root: User) -> None:
    browser = browser_of(clerk("view_user", "change_user", "delete_user"))
    other = make_user(email="other@example.org", is_staff=True)
    given = {"password1": "battery staple 8", "password2": "battery staple 8"}
    for user in (root, other):
        browser.post(reverse("admin:auth_user_password_change", args=[user.pk]), given)
        changed = {"email": "mine@example.org", "name": "", "is_active": "on"}
        browser.post(reverse("admin:accounts_user_change", args=[user.pk]), changed)
        browser.post(reverse("admin:accounts_user_delete", args=[user.pk]), {"post": "yes"})
        doomed = {"action": "delete_selected", "_selected_action": [user.pk], "post": "yes"}
        browser.post(reverse("admin:accounts_user_changelist"), doomed)
        before = (user.email, user.password)
        user.refresh_from_db()
        assert (user.email, user.password) == before


def test_29_a_clerk_may_change_a_member(root: User) -> None:
    browser = browser_of(clerk("view_user", "change_user"))
    alice = make_user(email="alice@example.org")
    changed = {"email": "alice@example.org", "name": "Ann", "is_active": "on"}
    browser.post(reverse("admin:accounts_user_change", args=[alice.pk]), changed)
    alice.refresh_from_db()
    assert alice.name == "Ann"
