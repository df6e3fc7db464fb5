"""Moderation of films that users propose with their posts."""

from django.db import transaction
from django.utils import timezone

from catalog.additions import add_film, films_of_name
from catalog.models import Movie
from catalog.services import lock_stats
from uploads.models import Post, Rating
from uploads.posts.errors import NotNow
from uploads.ratings.services import restore_rating

_LONGEST_REASON = 500


@transaction.atomic
def approve(post: Post, *, as_film: Movie | None = None) -> Movie:
    """Accept a proposed film, or replace it by one of the catalogue; its stars then become a rating.

    Without `as_film`, the only film with this title and year is used, or a new one is created. A rating
    that the user has given the film meanwhile stays. Raises NotNow for a post without a pending
    proposal.
    """
    known = as_film or _named(post)
    if known:
        lock_stats(known.pk)  # film before post, in the order of users' own posts
    post = _waiting(post)
    movie = known or add_film(post.title, post.year)
    stars, post.half_stars = post.half_stars, None
    post.movie, post.moderation, post.reason = movie, Post.Moderation.APPROVED, ""
    post.save()
    if stars and not Rating.objects.filter(user=post.user, movie=movie).exists():
        restore_rating(user=post.user, movie_id=movie.pk, half_stars=stars, rated_at=timezone.now())
    return movie


@transaction.atomic
def reject(post: Post, *, reason: str) -> None:
    """Reject a proposed film, with the reason for its owner, who may name another film.

    Raises NotNow for a post without a pending proposal.
    """
    post = _waiting(post)
    post.moderation, post.reason = Post.Moderation.REJECTED, reason.strip()[:_LONGEST_REASON]
    post.save()


def _named(post: Post) -> Movie | None:
    named = films_of_name(post.title, post.year)
    return named[0] if len(named) == 1 else None


def _waiting(post: Post) -> Post:
    found = Post.objects.select_for_update().select_related("user")
    waiting = found.filter(pk=post.pk, moderation=Post.Moderation.WAITING, movie=None).first()
    if waiting is None:
        raise NotNow(f"The post about {post.film_title} is not awaiting moderation.")
    return waiting
