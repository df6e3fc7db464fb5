"""Films that people propose with their posts, and what moderators make of them."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from catalog.models import Movie, MovieStats
from nextflex.base.errors import DomainError
from tests.builders import api_of, browser_of, make_movie, make_rating, make_user
from uploads.models import Post, Rating
from uploads.posts import moderation
from uploads.tests.figures import assert_figures_agree
from uploads.tests.posting import MINE, make_post, one, send


@pytest.fixture
def proposal(alice: User) -> Post:
    return make_post(alice, title="The Night Bus", year="2025", rating="4.5", text="So good.")


@pytest.fixture
def moderator(db: None) -> Client:
    return browser_of(make_user(is_staff=True, is_superuser=True))


def decide(moderator: Client, post: Post, **given: object) -> None:
    address = reverse("admin:uploads_post_change", args=[post.pk])
    form = {"is_public": "on", "movie": "", "reason": ""} | given
    answer = moderator.post(address, form)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    post.refresh_from_db()


def test_a_film_that_is_let_in_is_found_shown_and_rated(
    alice: User, proposal: Post, moderator: Client
) -> None:
    decide(moderator, proposal, decision="approve")
    movie = Movie.objects.get(title="The Night Bus")
    assert (movie.year, movie.sort_title) == (2025, "Night Bus, The")
    assert Rating.objects.get(user=alice, movie=movie).stars == 4.5
    assert assert_figures_agree(movie).rating_count == 1
    found = Client().get("/api/v1/movies/?q=night bus").json()["results"]
    assert [film["id"] for film in found] == [movie.pk]
    assert Client().get(movie.get_absolute_url()).status_code == 200
    shown = Client().get("/api/v1/uploads/").json()["results"]
    assert [(row["id"], row["rating"]) for row in shown] == [(str(proposal.key), 4.5)]


@pytest.mark.databases
def test_several_proposals_of_one_film_become_one(alice: User, bob: User, proposal: Post) -> None:
    other = make_post(bob, title="the night BUS!", year="2025")
    first = moderation.approve(proposal)
    assert moderation.approve(other) == first
    assert Movie.objects.count() == 1


def test_a_moderator_may_say_which_film_is_meant(
    proposal: Post, heat: Movie, moderator: Client
) -> None:
    decide(moderator, proposal, decision="approve", movie=str(heat.pk))
    assert (proposal.movie, proposal.moderation) == (heat, "approved")
    assert Movie.objects.count() == 1


@pytest.mark.databases
def test_a_rating_given_meanwhile_stays(alice: User, proposal: Post, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=2.0)
    moderation.approve(proposal, as_film=heat)
    assert Rating.objects.get().stars == 2.0


def test_who_proposed_a_film_is_told_why_it_was_not_let_in(
    alice: User, proposal: Post, moderator: Client
) -> None:
    decide(moderator, proposal, decision="reject", reason="It is a series.")
    shown = api_of(alice).get(one(proposal)).json()
    assert (shown["moderation"], shown["reason"]) == ("rejected", "It is a series.")
    assert "It is a series." in browser_of(alice).get(proposal.get_absolute_url()).content.decode()
    assert not Movie.objects.exists()


def test_a_rejection_without_a_reason_is_asked_for_one(proposal: Post, moderator: Client) -> None:
    address = reverse("admin:uploads_post_change", args=[proposal.pk])
    answer = moderator.post(address, {"decision": "reject", "reason": " "})
    assert answer.status_code == 200
    assert "Give a reason." in answer.content.decode()


def test_a_rejected_film_can_be_proposed_as_another(alice: User, proposal: Post) -> None:
    moderation.reject(proposal, reason="Never heard of it.")
    shown = api_of(alice).patch(one(proposal), {"title": "Night Bus 2"}, format="json").json()
    assert (shown["moderation"], shown["reason"]) == ("waiting", "")


@pytest.mark.databases
def test_what_is_decided_is_decided(proposal: Post) -> None:
    moderation.approve(proposal)
    with pytest.raises(DomainError, match="is not awaiting moderation"):
        moderation.reject(proposal, reason="Too late.")


def test_many_are_let_in_at_once(alice: User, proposal: Post, moderator: Client) -> None:
    send(alice, title="Another", text="x")
    keys = [str(post.pk) for post in Post.objects.all()]
    form = {"action": "let_in", "_selected_action": keys}
    answer = moderator.post(reverse("admin:uploads_post_changelist"), form, follow=True)
    assert "Added to the catalogue: The Night Bus (2025), Another." in answer.content.decode()
    assert Movie.objects.count() == 2


def test_private_words_are_not_for_moderators(alice: User, heat: Movie, moderator: Client) -> None:
    send(alice, movie=heat.pk, text="nobody's business")
    hidden = send(alice, title="New film", text="my secret").json()
    listed = moderator.get(reverse("admin:uploads_post_changelist")).content.decode()
    assert "New film" in listed
    assert "Heat" not in listed
    post = Post.objects.get(key=hidden["id"])
    page = moderator.get(reverse("admin:uploads_post_change", args=[post.pk])).content.decode()
    assert "my secret" not in page
    assert "(private)" in page


def test_a_moderator_takes_a_post_out_of_the_public_eye(
    alice: User, heat: Movie, moderator: Client
) -> None:
    post = make_post(alice, movie=heat.pk)
    address = reverse("admin:uploads_post_change", args=[post.pk])
    assert moderator.post(address, {}).status_code == 302
    assert Client().get("/api/v1/uploads/").json()["count"] == 0
    assert api_of(alice).get(MINE).json()["count"] == 1


def test_a_moderator_publishes_nothing(alice: User, moderator: Client) -> None:
    post = make_post(alice, title="New film", is_public=False)
    decide(moderator, post, is_public="on")
    assert not post.is_public


def test_a_guest_and_a_user_do_not_moderate(alice: User, proposal: Post) -> None:
    address = reverse("admin:uploads_post_change", args=[proposal.pk])
    for browser in (Client(), browser_of(alice)):
        assert browser.post(address, {"decision": "approve"}).status_code == 302
    assert not MovieStats.objects.exists()


def test_a_film_of_the_catalogue_is_not_moderated(alice: User) -> None:
    movie = make_movie(title="Ronin")
    post = make_post(alice, movie=movie.pk)
    with pytest.raises(DomainError):
        moderation.approve(post)
