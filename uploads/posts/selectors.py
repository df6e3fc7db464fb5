"""Queries of posts."""

from uuid import UUID

from django.db.models import F, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from accounts.models import User
from uploads.models import Post, PostImage, PostQuerySet, Rating


def posts() -> PostQuerySet:
    """Return all posts with the displayed data: two queries for any number.

    `given_half_stars`: the author's current rating of the film; the stars of a proposed film are in the
    post.
    """
    rating = Rating.objects.filter(user=OuterRef("user"), movie=OuterRef("movie"))
    shown = Post.objects.select_related("image", "movie__stats", "user")
    return shown.prefetch_related("movie__genres").annotate(
        given_half_stars=Coalesce(Subquery(rating.values("half_stars")[:1]), F("half_stars"))
    )


def own_posts(user: User) -> PostQuerySet:
    return posts().by(user).newest_first()


def public_posts(movie_id: int | None = None) -> PostQuerySet:
    """Return the public posts, newest first; of one film, or of all."""
    found = posts().public().newest_first()
    return found if movie_id is None else found.filter(movie_id=movie_id)


def own_post(user: User, key: UUID) -> Post | None:
    return posts().by(user).filter(key=key).first()


def post_for(viewer: User | None, key: UUID) -> Post | None:
    """Return a post that is public, or the viewer's own."""
    if viewer and (own := own_post(viewer, key)):
        return own
    return posts().public().filter(key=key).first()


def stars_of(post: Post) -> float | None:
    """Return the author's rating of the film, for a post from this module."""
    half_stars: int | None = getattr(post, "given_half_stars", post.half_stars)
    return half_stars / 2 if half_stars is not None else None


def image_of(key: UUID) -> PostImage | None:
    """Return a finished image of any user."""
    ready = PostImage.objects.filter(key=key, state=PostImage.State.READY)
    return ready.select_related("post").first()


def is_shown_to_all(image: PostImage) -> bool:
    return Post.objects.public().filter(pk=image.post_id).exists()


def used_by(user: User) -> tuple[int, int]:
    """Return the number of a user's posts, and the total bytes of their original images."""
    images = PostImage.objects.filter(user=user, sha256__isnull=False)
    size = images.aggregate(total=Sum("file_bytes"))["total"]
    return Post.objects.by(user).count(), size or 0
