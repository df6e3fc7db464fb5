"""The context of the gallery, of a user's own posts, and of one post."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.template.defaultfilters import filesizeformat
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime

from accounts.models import User
from catalog.models import Movie
from nextflex.site.posts.cards import PostCard, post_card, post_cards
from uploads.models import Post, PostImage
from uploads.posts import selectors

_PAGE_SIZE = 24
_ON_A_FILMS_PAGE = 6
_TURNS = {
    2: "mirrored",
    3: "upside down",
    4: "mirrored, upside down",
    5: "mirrored, rotated",
    6: "rotated right",
    7: "mirrored, rotated",
    8: "rotated left",
}


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str


def gallery(number: str | None, movie: Movie | None) -> dict[str, object]:
    found = selectors.public_posts(movie.pk if movie else None)
    page = Paginator(found, _PAGE_SIZE).get_page(number)
    query = f"film={movie.pk}" if movie else ""
    return {"page": page, "posts": post_cards(page.object_list), "film": movie, "query": query}


def mine(user: User, number: str | None) -> dict[str, object]:
    page = Paginator(selectors.own_posts(user), _PAGE_SIZE).get_page(number)
    return {
        "page": page,
        "posts": post_cards(page.object_list),
        "total": page.paginator.count,
    }


def of_film(movie: Movie) -> tuple[PostCard, ...]:
    """Return a film's newest public posts."""
    return post_cards(selectors.public_posts(movie.pk).prefetch_related(None)[:_ON_A_FILMS_PAGE])


def one(post: Post, *, is_owner: bool) -> dict[str, object]:
    """Return a post's context. The image's metadata is shown only to the owner."""
    image = post.picture if is_owner else None
    return {
        "post": post_card(post),
        "is_owner": is_owner,
        "reason": post.reason,
        "image": image,
        "facts": facts_of(image) if image else (),
    }


def facts_of(image: PostImage) -> tuple[Fact, ...]:
    """Return the known metadata with names."""
    given = {
        "File name": image.file_name,
        "Format": image.kind,
        "Size": filesizeformat(image.file_bytes).replace("\xa0", " "),
        "Width × height": f"{image.width:,} × {image.height:,}",
        "Colours": f"{image.colour_mode}, {image.bit_depth} bits per channel",
        "Frames": f"{image.frames}; only the first is shown" if image.frames > 1 else "",
        "Orientation": _TURNS.get(image.orientation, "upright"),
        "Taken": _moment(image.taken_at),
        "Digitised": _moment(image.digitised_at),
        "Modified": _moment(image.changed_at),
        "Uploaded": date_format(localtime(image.uploaded_at), "j F Y, H:i"),
        "Camera": " ".join(filter(None, (image.camera_make, image.camera_model))),
        "Software": image.software,
        "Location": "was in the file; not stored" if image.had_location else "",
    }
    return tuple(Fact(label, value) for label, value in given.items() if value)


def _moment(text: str) -> str:
    """Format a time in the camera's own zone."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return ""
    return f"{moment:%-d %B %Y, %H:%M}" if moment else ""
