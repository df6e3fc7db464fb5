"""The pages of posts: choosing a film, posting, looking, publishing, editing, deleting."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from accounts.models import User
from catalog.models import Movie
from tests.builders import browser_of, make_movie, make_movies, make_rating, make_user
from tests.shown import token
from uploads.images.limits import MAX_BYTES
from uploads.models import Post, PostImage, Rating
from uploads.tests.pictures import jpeg, telling_jpeg
from uploads.tests.posting import develop_all, file, make_post, stored_files

pytestmark = pytest.mark.django_db
NEW, MINE, GALLERY = "/uploads/new/", "/uploads/", "/gallery/"


@pytest.fixture
def heat() -> Movie:
    return make_movie()


def page(browser: Client, address: str, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def fill(browser: Client, address: str, data: bytes | None = None, **fields: Any) -> Any:
    return browser.post(address, fields | ({"image": file(data)} if data else {}))


def test_a_title_leads_to_the_films_that_are_meant(browser: Client, heat: Movie) -> None:
    text = page(browser, f"{NEW}?title=heta")
    assert f"{NEW}?film={heat.pk}" in text
    assert f"{NEW}?propose=heta" in text


def test_the_list_under_the_field_leads_to_the_form(heat: Movie) -> None:
    assert f"{NEW}?film={heat.pk}" in page(Client(), "/find/?to=post&title=heat")


def test_a_post_is_made_shown_and_published_without_a_script(
    browser: Client, alice: User, heat: Movie
) -> None:
    assert "Post about" in page(browser, f"{NEW}?film={heat.pk}")
    sent = fill(browser, NEW, telling_jpeg(), movie=heat.pk, rating="4.5", text="The diner.")
    post = Post.objects.get()
    assert sent["Location"] == post.get_absolute_url()
    assert Rating.objects.get(user=alice).stars == 4.5
    assert "being processed" in page(browser, post.get_absolute_url())
    develop_all()
    text = page(browser, post.get_absolute_url())
    for reported in ("EOS 5D", "1 May 2024, 12:30", "900 × 600", "Large", "JPEG", "diner.jpg"):
        assert reported in text
    assert "not stored" in text
    page(Client(), post.get_absolute_url(), 404)
    browser.post(f"{post.get_absolute_url()}publish/", {"on": "1"})
    shown = page(Client(), post.get_absolute_url())
    assert "The diner." in shown
    assert "EOS 5D" not in shown
    assert "The diner." in page(Client(), GALLERY)
    assert "The diner." in page(Client(), heat.get_absolute_url())
    browser.post(f"{post.get_absolute_url()}publish/", {"on": ""})
    assert "The diner." not in page(Client(), GALLERY)


@pytest.mark.parametrize("query", ["film={pk}", "movie={pk}"])
def test_the_form_shows_the_rating_that_one_has(
    browser: Client, alice: User, heat: Movie, query: str
) -> None:
    make_rating(user=alice, movie=heat, stars=5.0)
    text = page(browser, f"{NEW}?{query.format(pk=heat.pk)}")
    assert "Your current rating" in text
    assert "Choosing different stars changes your rating" in text
    assert "No rating" not in text
    assert _chosen(text) == ["5.0"]


def test_the_form_of_an_unrated_film_has_no_stars(browser: Client, heat: Movie) -> None:
    text = page(browser, f"{NEW}?film={heat.pk}")
    assert "This becomes your rating" in text
    assert _chosen(text) == [""]


def test_stars_left_as_they_were_do_not_undo_a_later_rating(
    browser: Client, alice: User, heat: Movie
) -> None:
    """The film is rated elsewhere while the form is open."""
    make_rating(user=alice, movie=heat, stars=2.0)
    sent = fill(browser, NEW, movie=heat.pk, rating="5.0", rating_before="5.0", text="x")
    assert Rating.objects.get(user=alice).stars == 2.0
    assert "rated 5 now" not in page(browser, sent["Location"])


@pytest.mark.parametrize("named", ["movie", "title"])
def test_a_post_that_changes_a_rating_says_so(
    browser: Client, alice: User, heat: Movie, named: str
) -> None:
    make_rating(user=alice, movie=heat, stars=5.0)
    film = {"movie": str(heat.pk)} if named == "movie" else {"title": heat.title, "year": "1995"}
    sent = fill(browser, NEW, None, rating="3.0", rating_before="5.0", text="x", **film)
    text = page(browser, sent["Location"])
    assert "Rated <i>Heat</i> 3 ★" in text
    browser.post("/ratings/undo/")
    assert Rating.objects.get(user=alice).stars == 5.0


def _chosen(text: str) -> list[str]:
    radios = re.findall(r'<input type="radio"[^>]*>', text)
    return [re.findall(r'value="([^"]*)"', one)[0] for one in radios if "checked" in one]


def test_a_proposed_film_waits(browser: Client) -> None:
    text = page(browser, f"{NEW}?propose=The+Night+Bus")
    assert 'value="The Night Bus"' in text
    fill(browser, NEW, title="The Night Bus", year="2025", rating="4.0", text="x")
    post = Post.objects.get()
    assert (post.title, post.year, post.moderation) == ("The Night Bus", 2025, "waiting")
    assert "awaiting moderation" in page(browser, MINE)


@pytest.mark.parametrize(
    ("fields", "data", "status", "words"),
    [
        ({"text": ""}, None, 400, "A post needs a text, an image or both."),
        ({"text": "x" * 5001}, None, 400, "at most 5000"),
        ({"text": "x", "rating": "7"}, None, 400, "valid choice"),
        ({"text": "kept words"}, b"%!PS", 415, "PostScript"),
        ({"text": "kept words"}, jpeg()[:300], 400, "incomplete"),
        ({"text": "kept words"}, b"\xff\xd8\xff" + bytes(MAX_BYTES), 413, "larger than 10 MB"),
    ],
)
def test_a_form_that_is_refused_says_why_and_keeps_what_was_written(
    browser: Client,
    heat: Movie,
    fields: dict[str, str],
    data: bytes | None,
    status: int,
    words: str,
) -> None:
    answer = fill(browser, NEW, data, movie=heat.pk, **fields)
    text = answer.content.decode()
    assert answer.status_code == status
    assert words in text
    assert status == 413 or fields["text"] in text
    assert (Post.objects.count(), stored_files()) == (0, [])


def test_a_form_without_its_token_is_refused(alice: User, heat: Movie) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(alice, "django.contrib.auth.backends.ModelBackend")
    answer = fill(browser, NEW, jpeg(), movie=heat.pk)
    assert (answer.status_code, Post.objects.count()) == (403, 0)


def test_a_form_with_its_token_is_taken(alice: User, heat: Movie) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(alice, "django.contrib.auth.backends.ModelBackend")
    form = browser.get(f"{NEW}?film={heat.pk}")
    answer = fill(browser, NEW, jpeg(), movie=heat.pk, csrfmiddlewaretoken=token(form))
    assert answer.status_code == 302


def test_an_edited_post_keeps_what_was_not_changed(
    browser: Client, alice: User, heat: Movie
) -> None:
    post = make_post(alice, movie=heat.pk, rating=4, text="Hi.")
    text = page(browser, f"{post.get_absolute_url()}edit/")
    assert "Hi." in text
    assert (
        'value="4.0" id="id_rating_8" checked' in text.replace("required ", "") or "checked" in text
    )
    fill(browser, f"{post.get_absolute_url()}edit/", movie=heat.pk, text="Ho.", rating="")
    post.refresh_from_db()
    assert (post.text, post.is_public) == ("Ho.", True)
    assert Rating.objects.get().stars == 4.0


def test_deleting_asks_first(
    browser: Client,
    alice: User,
    heat: Movie,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    post = make_post(alice, movie=heat.pk)
    assert "Delete your post" in page(browser, f"{post.get_absolute_url()}delete/")
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(f"{post.get_absolute_url()}delete/")
    assert (Post.objects.count(), stored_files()) == (0, [])


@pytest.mark.parametrize("act", ["edit", "publish", "delete", "retry"])
def test_a_stranger_does_nothing_to_a_post(alice: User, heat: Movie, act: str) -> None:
    post = make_post(alice, movie=heat.pk, text="Hi.")
    address = f"{post.get_absolute_url()}{act}/"
    assert browser_of(make_user()).post(address, {"text": "mine", "on": ""}).status_code == 404
    assert Client().post(address).status_code == 302
    post.refresh_from_db()
    assert (post.text, post.is_public) == ("Hi.", True)


@pytest.mark.parametrize("act", ["publish", "retry"])
def test_an_act_is_no_link(browser: Client, alice: User, heat: Movie, act: str) -> None:
    post = make_post(alice, movie=heat.pk)
    assert browser.get(f"{post.get_absolute_url()}{act}/").status_code == 405


@pytest.mark.parametrize("address", [NEW, MINE])
def test_a_guest_signs_in_first(address: str) -> None:
    assert Client().get(address)["Location"] == f"/sign-in/?next={address}"


@pytest.mark.parametrize("film", ["0", "x", "9" * 30, "-1"])
def test_a_gallery_of_no_film_is_not_there(film: str) -> None:
    page(Client(), f"{GALLERY}?film={film}", 404)


def test_words_of_people_are_never_markup(alice: User, heat: Movie) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    post = make_post(alice, movie=heat.pk, text=evil)
    PostImage.objects.update(file_name=evil, camera_model=evil, problem=evil)
    for browser in (Client(), browser_of(alice)):
        for address in (post.get_absolute_url(), GALLERY, heat.get_absolute_url(), MINE):
            text = browser.get(address).content.decode()
            assert "<script>alert" not in text
            assert "<img src=x" not in text


@pytest.mark.parametrize("n", [1, 6])
def test_the_gallery_takes_as_many_queries_for_many_posts(
    alice: User, n: int, django_assert_num_queries: DjangoAssertNumQueries, own_engine: Path
) -> None:
    for place, movie in enumerate(make_movies(n)):
        make_post(alice, movie=movie.pk, data=jpeg(60 + place))
    with django_assert_num_queries(4):  # number, posts with films, genres; the footer's data set
        Client().get(GALLERY)
