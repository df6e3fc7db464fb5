"""Posts as the templates show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from catalog.poster_urls import poster_url
from uploads.models import Post, PostImage
from uploads.posts.selectors import stars_of

_EXCERPT = 220


@dataclass(frozen=True, slots=True)
class Picture:
    """srcset: all available widths; src: the one for browsers without srcset."""

    src: str
    srcset: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PostCard:
    """state: a message for the owner, or empty; rating: the author's."""

    key: str
    url: str
    title: str
    year: int | None
    film_url: str
    poster: str
    author: str
    rating: float | None
    text: str
    excerpt: str
    picture: Picture | None
    is_public: bool
    state: str
    created_at: datetime


def post_card(post: Post) -> PostCard:
    return PostCard(
        key=str(post.key),
        url=post.get_absolute_url(),
        title=post.film_title,
        year=post.film_year,
        film_url=post.movie.get_absolute_url() if post.movie else "",
        poster=poster_url(post.movie) if post.movie else "",
        author=post.user.name.strip(),
        rating=stars_of(post),
        text=post.text,
        excerpt=_excerpt(post.text),
        picture=picture_of(post.picture),
        is_public=post.is_public,
        state=_state(post),
        created_at=post.created_at,
    )


def post_cards(posts: Iterable[Post]) -> tuple[PostCard, ...]:
    return tuple(map(post_card, posts))


def picture_of(image: PostImage | None) -> Picture | None:
    """Return the picture; None until it is ready."""
    if image is None or not image.is_ready or not image.sizes:
        return None
    sizes = sorted((given["width"], name, given["height"]) for name, given in image.sizes.items())
    width, name, height = sizes[-1] if len(sizes) < 3 else sizes[-2]
    srcset = ", ".join(f"{image.url_of(each)} {wide}w" for wide, each, _ in sizes)
    return Picture(image.url_of(name), srcset, width, height)


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rsplit(' ', 1)[0]} …"


def _state(post: Post) -> str:
    if post.moderation == Post.Moderation.WAITING:
        return "The film is awaiting moderation"
    if post.moderation == Post.Moderation.REJECTED:
        return "The film was not accepted"
    match post.picture and post.picture.state:
        case PostImage.State.PROCESSING:
            return "The image is being processed"
        case PostImage.State.FAILED:
            return "The image could not be processed"
        case PostImage.State.LOST:
            return "The image file is missing"
    return ""
