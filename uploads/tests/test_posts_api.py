"""Posting through the API, looking at posts, changing them and taking them back."""

import uuid
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from accounts.models import User
from accounts.services import delete_account
from catalog.merging import merge_movies
from catalog.models import Movie
from tests.builders import api_of, browser_of, make_movie, make_movies, make_rating
from tests.shown import token
from uploads.models import Post, PostImage, Rating
from uploads.tests.figures import assert_figures_agree
from uploads.tests.pictures import jpeg, telling_jpeg
from uploads.tests.posting import (
    ALL,
    MINE,
    develop_all,
    file,
    make_post,
    one,
    send,
    stored_files,
)


def test_a_post_has_the_film_the_stars_the_text_and_the_image(alice: User, heat: Movie) -> None:
    answer = send(alice, telling_jpeg(), movie=heat.pk, rating=4.5, text="  The diner.\r\nYes. ")
    reported = answer.json()
    assert answer.status_code == 201, reported
    assert answer["Location"] == f"{MINE}{reported['id']}/"
    assert (reported["movie"]["id"], reported["rating"], reported["text"]) == (
        heat.pk,
        4.5,
        "The diner.\nYes.",
    )
    assert (reported["is_public"], reported["moderation"]) == (False, "none")
    assert api_of(alice).get(one(reported)).json() == reported


def test_the_stars_of_a_post_are_the_persons_rating(alice: User, heat: Movie) -> None:
    send(alice, movie=heat.pk, rating=4.5, text="x")
    assert Rating.objects.get(user=alice).stars == 4.5
    assert_figures_agree(heat)


def test_a_rating_given_later_is_the_posts_too(alice: User, heat: Movie) -> None:
    post = send(alice, movie=heat.pk, rating=4.5, text="x").json()
    make_rating(user=alice, movie=heat, stars=2.0)
    assert api_of(alice).get(one(post)).json()["rating"] == 2.0


def test_the_metadata_is_told_at_once_and_the_files_when_the_worker_is_done(
    alice: User, heat: Movie
) -> None:
    reported = send(alice, telling_jpeg(orientation=6), movie=heat.pk).json()
    image = reported["image"]
    assert (image["state"], image["files"]) == ("processing", [])
    assert (image["format"], image["width"], image["height"]) == ("JPEG", 600, 900)
    assert (image["camera_model"], image["orientation"]) == ("EOS 5D", 6)
    assert (image["file_name"], image["had_location"]) == ("diner.jpg", True)
    assert image["file_bytes"] == len(telling_jpeg(orientation=6))
    develop_all()
    image = api_of(alice).get(one(reported)).json()["image"]
    assert image["state"] == "ready"
    assert [one["size"] for one in image["files"]] == ["320", "full"]


def test_the_worker_is_given_the_image(alice: User, heat: Movie) -> None:
    send(alice, jpeg(), movie=heat.pk)
    assert DBTaskResult.objects.filter(task_path="uploads.posts.tasks.develop_image").count() == 1


@pytest.mark.parametrize(("width", "is_large"), [(719, False), (720, True), (1200, True)])
def test_an_image_720_wide_is_large(alice: User, heat: Movie, width: int, is_large: bool) -> None:
    reported = send(alice, jpeg(width, 400), movie=heat.pk).json()
    assert reported["image"]["is_large"] is is_large


@pytest.mark.databases
def test_a_title_of_the_catalogue_is_that_film(alice: User, heat: Movie) -> None:
    reported = send(alice, title="HEAT", text="x").json()
    assert (reported["movie"]["id"], reported["title"], reported["moderation"]) == (
        heat.pk,
        "",
        "none",
    )


@pytest.mark.parametrize("year", [None, 2031])
def test_a_title_that_several_films_or_none_have_is_a_proposal(
    alice: User, heat: Movie, year: int | None
) -> None:
    make_movie(title="Heat", year=1986)
    of_year = {"year": year} if year else {}
    reported = send(alice, None, title="Heat", text="x", rating=3.5, **of_year).json()
    assert (reported["movie"], reported["title"], reported["year"]) == (None, "Heat", year)
    assert (reported["moderation"], reported["rating"]) == ("waiting", 3.5)
    assert not Rating.objects.exists()


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"text": "x"}, 400),
        ({"text": "x", "title": "  "}, 400),
        ({"text": "x", "title": "?!"}, 400),
        ({"text": "x", "movie": "999999"}, 404),
        ({"text": "x", "movie": "many"}, 400),
        ({"text": "x", "movie": "1", "title": "Heat"}, 400),
        ({"title": "New"}, 400),
        ({"title": "New", "text": "   "}, 400),
        ({"title": "New", "text": "x" * 5001}, 400),
        ({"title": "New", "text": "a\0b"}, 400),
        ({"title": "N" * 301, "text": "x"}, 400),
        ({"title": "New", "text": "x", "year": "1492"}, 400),
        ({"title": "New", "text": "x", "year": "9999"}, 400),
        ({"title": "New", "text": "x", "rating": "6"}, 400),
        ({"title": "New", "text": "x", "rating": "nan"}, 400),
        ({"title": "New", "text": "x", "is_public": "perhaps"}, 400),
        ({"title": "New", "image": "no file"}, 400),
    ],
)
def test_what_cannot_be_posted_is_refused_and_nothing_kept(
    alice: User, fields: dict[str, str], status: int
) -> None:
    answer = send(alice, None, **fields)
    assert answer.status_code == status, answer.content
    assert answer.json()["error"]["message"]
    assert (Post.objects.count(), stored_files()) == (0, [])


def test_a_post_without_an_image_may_come_as_json(alice: User, heat: Movie) -> None:
    body = {"movie": heat.pk, "text": "So good.", "rating": 5}
    answer = api_of(alice).post(MINE, body, format="json")
    assert (answer.status_code, answer.json()["image"]) == (201, None)


def test_another_body_is_refused(alice: User) -> None:
    answer = api_of(alice).post(MINE, "a,b", content_type="text/csv")
    assert answer.status_code == 415


def test_a_second_image_is_refused(alice: User, heat: Movie) -> None:
    both = {"image": [file(jpeg()), file(jpeg(90))], "movie": heat.pk}
    answer = api_of(alice).post(MINE, both, format="multipart")
    assert (answer.status_code, Post.objects.count()) == (400, 0)


def test_a_file_of_another_field_is_passed_over(alice: User, heat: Movie) -> None:
    sent = {"evil": file(b"x" * 5000), "movie": heat.pk, "text": "x"}
    assert api_of(alice).post(MINE, sent, format="multipart").json()["image"] is None


def test_a_post_is_private_until_it_is_published(alice: User, heat: Movie) -> None:
    post = make_post(alice, is_public=False, movie=heat.pk)
    assert APIClient().get(ALL).json()["results"] == []
    assert APIClient().get(one(post, ALL)).status_code == 404
    answer = api_of(alice).patch(one(post), {"is_public": True}, format="json")
    assert answer.json()["is_public"] is True
    assert [row["id"] for row in APIClient().get(ALL).json()["results"]] == [str(post.key)]


def test_a_published_post_tells_no_metadata_and_no_address(alice: User, heat: Movie) -> None:
    post = make_post(alice, data=telling_jpeg(), movie=heat.pk, rating=4, text="Hi.")
    reported = APIClient().get(one(post, ALL)).json()
    assert set(reported["image"]) == {"files"}
    assert (reported["author"], reported["rating"], reported["text"]) == ("", 4.0, "Hi.")
    assert "alice" not in str(reported)


def test_a_published_post_is_not_seen_before_its_image_is_ready(alice: User, heat: Movie) -> None:
    post = make_post(alice, is_developed=False, movie=heat.pk)
    assert APIClient().get(one(post, ALL)).status_code == 404
    develop_all()
    assert APIClient().get(one(post, ALL)).status_code == 200


def test_a_post_about_a_proposed_film_is_not_seen(alice: User) -> None:
    post = make_post(alice, title="A film of mine")
    assert APIClient().get(one(post, ALL)).status_code == 404


@pytest.mark.databases
def test_public_posts_come_newest_first_and_by_film(alice: User, bob: User, heat: Movie) -> None:
    other = make_movie(title="Ronin")
    first = make_post(alice, movie=heat.pk)
    second = make_post(bob, movie=other.pk)
    ids = [row["id"] for row in APIClient().get(ALL).json()["results"]]
    assert ids == [str(second.key), str(first.key)]
    of_heat = APIClient().get(f"{ALL}?movie={heat.pk}").json()
    assert [row["id"] for row in of_heat["results"]] == [str(first.key)]
    assert APIClient().get(ALL, {"movie": "x"}).status_code == 400


@pytest.mark.databases
def test_ones_own_list_can_be_narrowed(alice: User, heat: Movie) -> None:
    make_post(alice, movie=heat.pk, is_public=False)
    shown = make_post(alice, movie=heat.pk, data=jpeg(90))
    reported = api_of(alice).get(f"{MINE}?is_public=true&movie={heat.pk}").json()
    assert [row["id"] for row in reported["results"]] == [str(shown.key)]
    assert api_of(alice).get(MINE, {"is_public": "false"}).json()["count"] == 1


def test_what_is_given_changes_and_the_rest_stays(alice: User, heat: Movie) -> None:
    post = make_post(alice, movie=heat.pk, rating=4, text="Hi.")
    reported = api_of(alice).patch(one(post), {"text": "Ho."}, format="multipart").json()
    assert (reported["text"], reported["rating"], reported["is_public"]) == ("Ho.", 4.0, True)
    assert reported["image"]["state"] == "ready"
    reported = api_of(alice).put(one(post), {"rating": 2}, format="json").json()
    assert (reported["text"], reported["rating"]) == ("Ho.", 2.0)


def test_a_new_image_takes_the_place_of_the_old_one_and_is_private(
    alice: User, heat: Movie, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    post = make_post(alice, movie=heat.pk)
    before = stored_files()
    with django_capture_on_commit_callbacks(execute=True):
        reported = (
            api_of(alice).patch(one(post), {"image": file(jpeg(800))}, format="multipart").json()
        )
    assert (reported["image"]["width"], reported["is_public"]) == (800, False)
    develop_all()
    assert not set(before) & set(stored_files())
    assert PostImage.objects.count() == 1


@pytest.mark.databases
def test_the_same_image_again_changes_nothing(alice: User, heat: Movie) -> None:
    post = make_post(alice, movie=heat.pk)
    before = stored_files()
    answer = api_of(alice).patch(one(post), {"image": file(jpeg())}, format="multipart")
    assert (answer.status_code, answer.json()["is_public"]) == (200, True)
    assert stored_files() == before


def test_a_post_can_move_to_another_film(alice: User, heat: Movie) -> None:
    other = make_movie(title="Ronin")
    post = make_post(alice, movie=heat.pk)
    reported = api_of(alice).patch(one(post), {"movie": other.pk}, format="json").json()
    assert reported["movie"]["id"] == other.pk
    reported = api_of(alice).patch(one(post), {"title": "Not known yet"}, format="json").json()
    assert (reported["movie"], reported["moderation"]) == (None, "waiting")


def test_the_last_of_text_and_image_stays(alice: User, heat: Movie) -> None:
    post = send(alice, movie=heat.pk, text="Hi.").json()
    assert api_of(alice).patch(one(post), {"text": ""}, format="json").status_code == 400
    assert Post.objects.get().text == "Hi."


def test_a_deleted_post_is_gone_with_its_files_and_the_rating_stays(
    alice: User, heat: Movie, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    post = make_post(alice, movie=heat.pk, rating=4)
    with django_capture_on_commit_callbacks(execute=True):
        assert api_of(alice).delete(one(post)).status_code == 204
    assert (Post.objects.count(), stored_files()) == (0, [])
    assert Rating.objects.get().stars == 4.0
    assert api_of(alice).delete(one(post)).status_code == 404


@pytest.mark.databases
def test_a_deleted_account_takes_posts_and_files_along(
    alice: User, heat: Movie, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    make_post(alice, movie=heat.pk)
    make_post(alice, title="Waiting", data=jpeg(90), is_developed=False)
    assert len(stored_files()) == 2
    with django_capture_on_commit_callbacks(execute=True):
        delete_account(alice)
    assert (Post.objects.count(), PostImage.objects.count(), stored_files()) == (0, 0, [])


@pytest.mark.databases
def test_posts_move_with_a_merged_film(alice: User, heat: Movie) -> None:
    twin = make_movie(title="Heat.")
    post = make_post(alice, movie=twin.pk)
    merge_movies(keep=heat, duplicate=twin)
    post.refresh_from_db()
    assert post.movie_id == heat.pk


@pytest.mark.parametrize("method", ["get", "patch", "put", "delete"])
def test_another_persons_post_is_not_there(
    alice: User, bob: User, heat: Movie, method: str
) -> None:
    post = make_post(alice, movie=heat.pk)
    body = {"text": "mine now"} if method in {"patch", "put"} else None
    assert getattr(api_of(bob), method)(one(post), body, format="json").status_code == 404
    assert api_of(bob).post(f"{one(post)}retry/").status_code == 404
    assert Post.objects.get().text == ""


@pytest.mark.parametrize("method", ["get", "patch", "put", "delete"])
@pytest.mark.parametrize("key", ["1", "0", "abc", str(uuid.UUID(int=7)), "x" * 99])
def test_an_unknown_post_is_not_there(alice: User, method: str, key: str) -> None:
    body = {"text": "x"} if method in {"patch", "put"} else None
    answer = getattr(api_of(alice), method)(f"{MINE}{key}/", body, format="json")
    assert answer.status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_guest_is_asked_for_a_token(db: None, method: str) -> None:
    answer = getattr(APIClient(), method)(MINE, {"text": "x"}, format="multipart")
    assert answer.status_code == 401


def test_a_session_without_a_csrf_token_posts_nothing(alice: User, heat: Movie) -> None:
    browser = browser_of(alice)
    browser.handler.enforce_csrf_checks = True
    answer = browser.post(MINE, {"movie": heat.pk, "text": "x", "image": file(jpeg())})
    assert (answer.status_code, Post.objects.count()) == (403, 0)


def test_a_session_with_its_csrf_token_posts(alice: User, heat: Movie) -> None:
    browser = browser_of(alice)
    browser.handler.enforce_csrf_checks = True
    browser.get("/sign-up/")
    page = browser.get("/ratings/")
    sent = {"movie": heat.pk, "image": file(jpeg()), "csrfmiddlewaretoken": token(page)}
    answer = browser.post(MINE, sent)
    assert answer.status_code == 201, answer.content


def test_an_image_that_could_not_be_prepared_can_be_tried_again(
    alice: User, heat: Movie, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*args: Any) -> None:
        raise OSError("No space left on device")

    post = make_post(alice, movie=heat.pk, is_developed=False)
    with monkeypatch.context() as patched:
        patched.setattr("uploads.posts.storing.default_storage.save", fails)
        develop_all()
    reported = api_of(alice).get(one(post)).json()["image"]
    assert (reported["state"], "Try again" in reported["problem"]) == ("failed", True)
    assert api_of(alice).post(f"{one(post)}retry/").json()["image"]["state"] == "processing"
    develop_all()
    assert api_of(alice).get(one(post)).json()["image"]["state"] == "ready"
    assert api_of(alice).post(f"{one(post)}retry/").status_code == 409


def test_sending_is_throttled_by_account(
    alice: User, bob: User, heat: Movie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("uploads.throttles.UploadThrottle.rate", "2/hour", raising=False)
    for status in (201, 201, 429):
        answer = send(alice, movie=heat.pk, text="x")
        assert answer.status_code == status
    assert int(answer["Retry-After"]) > 3000
    assert send(bob, movie=heat.pk, text="x").status_code == 201
    assert api_of(alice).get(MINE).status_code == 200


@pytest.mark.parametrize("n", [2, 8])
def test_the_lists_take_as_many_queries_for_many_posts(
    alice: User, n: int, django_assert_num_queries: DjangoAssertNumQueries, settings: Settings
) -> None:
    for place, movie in enumerate(make_movies(n)):
        make_post(alice, movie=movie.pk, data=jpeg(60 + place))
    client = api_of(alice)
    with django_assert_num_queries(4):  # user, number, posts with films, genres
        assert client.get(MINE).json()["count"] == n
    with django_assert_num_queries(3):
        assert APIClient().get(ALL).json()["count"] == n
