"""Posting in tests, as a client would."""

from typing import Any

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from accounts.models import User
from tests.builders import api_of
from uploads.models import Post, PostImage
from uploads.posts.developing import develop
from uploads.tests.pictures import jpeg

MINE, ALL = "/api/v1/me/uploads/", "/api/v1/uploads/"


def one(post: Post | dict[str, Any], of: str = MINE) -> str:
    return f"{of}{post['id'] if isinstance(post, dict) else post.key}/"


def file(data: bytes, name: str = "diner.jpg", kind: str = "image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, kind)


def send(who: User | APIClient, data: bytes | None = None, **fields: Any) -> Any:
    """POST a form; data: the image's bytes."""
    client = api_of(who) if isinstance(who, User) else who
    if data is not None:
        fields["image"] = file(data)
    return client.post(MINE, fields, format="multipart")


def make_post(
    user: User,
    *,
    data: bytes | None = None,
    is_public: bool = True,
    is_developed: bool = True,
    **fields: Any,
) -> Post:
    """A post as the API leaves it, its image made ready, as the worker would."""
    answer = send(user, jpeg() if data is None else data, is_public=is_public, **fields)
    assert answer.status_code == 201, answer.content
    if is_developed:
        develop_all()
    return Post.objects.get(key=answer.json()["id"])


def develop_all() -> None:
    for image in PostImage.objects.filter(state=PostImage.State.PROCESSING):
        develop(image.pk)


def stored_files(folder: str = "posts") -> list[str]:
    """Every file that the storage has."""
    try:
        folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return []
    below = [name for one in folders for name in stored_files(f"{folder}/{one}")]
    return sorted([*below, *(f"{folder}/{name}" for name in names)])


def served(post: Post, client: Any) -> dict[str, Any]:
    """size → the answer, of every file of a post's image."""
    image = PostImage.objects.get(post=post)
    return {size: client.get(image.url_of(size)) for size in image.sizes}
