"""Create, change and delete posts about films.

A file is written before its row, and removed after the row is deleted: an interruption in between
leaves an extra file, which the clean-up removes, never a row without its file.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from django.conf import settings
from django.db import transaction

from accounts.models import User
from catalog.services import lock_stats
from nextflex.base.errors import DomainError
from uploads.images import isolated
from uploads.images.limits import Refused
from uploads.images.metadata import Metadata
from uploads.models import Post, PostImage
from uploads.models.posts import LONGEST_TEXT
from uploads.posts import storing
from uploads.posts.errors import NotNow, QuotaFull, SameImage, refusal
from uploads.posts.film_choice import Film, film_of
from uploads.posts.selectors import used_by
from uploads.posts.spooling import Spooled
from uploads.posts.tasks import develop_image
from uploads.ratings.services import halves_of, rate_movie


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The fields of a post; None leaves a field as it is. The film is given by its id, or by title."""

    movie_id: int | None = None
    title: str | None = None
    year: int | None = None
    stars: float | None = None
    text: str | None = None
    is_public: bool | None = None
    image: Spooled | None = None

    @property
    def words(self) -> str | None:
        """Return the text with plain line breaks, which browsers send as two characters."""
        return None if self.text is None else self.text.replace("\r\n", "\n").strip()

    @property
    def names_film(self) -> bool:
        return self.movie_id is not None or self.title is not None


@dataclass(frozen=True, slots=True)
class _Kept:
    """An image in the storage that has no row yet."""

    upload: str
    spooled: Spooled
    metadata: Metadata

    @property
    def size(self) -> int:
        return self.spooled.size or 0


def create_post(*, user: User, draft: Draft) -> Post:
    """Create a post; its stars become the user's rating, at once for a film of the catalogue.

    Raises NotFound for an unknown film, and the DomainErrors of uploads.posts.errors.
    """
    _check(draft)
    if not draft.words and not draft.image:
        raise DomainError("A post needs a text, an image or both.")
    film = film_of(movie_id=draft.movie_id, title=draft.title or "", year=draft.year)
    post = Post(user=user, text=draft.words or "", is_public=bool(draft.is_public))
    film.put_on(post)
    with _kept(user, draft.image) as kept, transaction.atomic():
        _lock(user, film)
        _check_quota(user, posts=1, size=kept.size if kept else 0)
        _set_stars(post, draft.stars)
        post.save()
        if kept:
            _attach(post, kept)
    return post


def change_post(post: Post, draft: Draft) -> Post:
    """Change a post.

    A new image makes it private until its owner has seen the metadata, unless is_public is given.

    The post's present image changes nothing. Raises as create_post does.
    """
    _check(draft)
    film = _film_after(post, draft)
    same = draft.image and post.picture and draft.image.sha256 == post.picture.sha256
    with _kept(post.user, None if same else draft.image) as kept, transaction.atomic():
        _lock(post.user, film)
        post = Post.objects.select_for_update().select_related("user").get(pk=post.pk)
        if (post.movie_id, post.title, post.year) != (film.movie_id, film.title, film.year):
            film.put_on(post)
        if draft.words is not None:
            post.text = draft.words
        if kept:
            _replace(post, kept)
        if kept or draft.is_public is not None:
            post.is_public = bool(draft.is_public)
        if not post.text and not PostImage.objects.filter(post=post).exists():
            raise DomainError("A post needs a text or an image; delete the post instead.")
        _set_stars(post, draft.stars)
        post.save()
    return post


def delete_post(post: Post) -> None:
    """Delete a post. The rating stays: it belongs to the film, not to the post."""
    with transaction.atomic():
        _remove_later(PostImage.objects.filter(post=post))
        post.delete()


def develop_again(post: Post) -> None:
    """Retry an image that could not be processed. Raises NotNow when none has failed."""
    with transaction.atomic():
        failed = PostImage.objects.filter(post=post, state=PostImage.State.FAILED)
        if not failed.update(state=PostImage.State.PROCESSING, problem=""):
            raise NotNow("This post has no image to retry.")
        develop_image.enqueue(PostImage.objects.get(post=post).pk)


def delete_posts_of(user_id: int) -> None:
    """Delete a user's posts, in the transaction that deletes the account."""
    _remove_later(PostImage.objects.filter(user_id=user_id))
    Post.objects.filter(user_id=user_id).delete()


def move_posts(from_movie_id: int, to_movie_id: int) -> None:
    """Reassign the duplicate film's posts."""
    Post.objects.filter(movie_id=from_movie_id).update(movie_id=to_movie_id)


def _check(draft: Draft) -> None:
    if len(draft.words or "") > LONGEST_TEXT:
        raise DomainError(f"The text is longer than {LONGEST_TEXT:,} characters.")
    if draft.stars is not None:
        halves_of(draft.stars)


def _film_after(post: Post, draft: Draft) -> Film:
    if draft.names_film:
        return film_of(movie_id=draft.movie_id, title=draft.title or "", year=draft.year)
    return Film(post.movie_id, post.title, post.year)


def _lock(user: User, film: Film) -> None:
    """Lock the film, then the user, in the order of ratings: a user's posts take turns, no deadlock."""
    if film.movie_id is not None:
        lock_stats(film.movie_id)
    User.objects.select_for_update().get(pk=user.pk)


def _check_quota(user: User, *, posts: int, size: int) -> None:
    """Check the quota of a locked user."""
    has_posts, has_bytes = used_by(user)
    if has_posts + posts > settings.UPLOAD_QUOTA_POSTS:
        raise QuotaFull(f"You have {has_posts:,} posts, the maximum; delete one first.")
    if size and has_bytes + size > settings.UPLOAD_QUOTA_BYTES:
        most = settings.UPLOAD_QUOTA_BYTES / 1e6
        raise QuotaFull(
            f"Your images use {has_bytes / 1e6:.1f} of {most:g} MB; delete a post first."
        )


def _set_stars(post: Post, stars: float | None) -> None:
    if stars is None:
        return
    if post.movie_id is None:
        post.half_stars = halves_of(stars)
    else:
        rate_movie(user=post.user, movie_id=post.movie_id, stars=stars)


@contextmanager
def _kept(user: User, image: Spooled | None) -> Iterator[_Kept | None]:
    """Examine the image and store its file, which is deleted again if a later step fails."""
    if image is None:
        yield None
        return
    _check_new(user, image.sha256)
    try:
        metadata = isolated.examine(image.path)
    except Refused as error:
        raise refusal(error) from error
    upload = storing.keep_upload(image)
    try:
        yield _Kept(upload, image, metadata)
    except BaseException:
        storing.remove([upload])
        raise


def _check_new(user: User, sha256: str) -> None:
    twin = PostImage.objects.filter(user=user, sha256=sha256).select_related("post").first()
    if twin:
        raise SameImage(f"You have already posted this image, in post {twin.post.key}.")


def _attach(post: Post, kept: _Kept) -> None:
    """Attach an image, for a locked user. Row and task share one transaction: both exist, or neither."""
    _check_new(post.user, kept.spooled.sha256)
    image = PostImage.objects.create(
        post=post,
        user=post.user,
        upload=kept.upload,
        sha256=kept.spooled.sha256,
        file_name=kept.spooled.given_name,
        file_bytes=kept.size,
        **asdict(kept.metadata),
    )
    develop_image.enqueue(image.pk)


def _replace(post: Post, kept: _Kept) -> None:
    before = PostImage.objects.filter(post=post)
    freed = sum(before.values_list("file_bytes", flat=True))
    _check_quota(post.user, posts=0, size=kept.size - freed)
    _remove_later(before)
    before.delete()
    _attach(post, kept)


def _remove_later(images: Iterable[PostImage]) -> None:
    """Delete the files once the deletion of the rows is committed."""
    names = [name for image in images for name in image.files]
    transaction.on_commit(lambda: storing.remove(names))
