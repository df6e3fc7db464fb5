"""Synthetic users and guests, who rate films before the benchmark, and are deleted after it."""

import secrets
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib.auth import login
from django.contrib.auth.hashers import make_password
from django.core.management.base import CommandError
from django.http import HttpRequest
from django_tasks_db.models import DBTaskResult

from accounts import jwt_tokens
from accounts.link_views import MODEL_BACKEND
from accounts.models import User
from accounts.personal_tokens import digest_of
from accounts.services import delete_account
from accounts.sessions import SessionStore
from catalog.models import Movie
from catalog.selectors import EVERYTHING, chart
from uploads.models import Guest, PostImage
from uploads.posts.tasks import develop_image
from uploads.ratings.services import rate_movie

STARS = (5.0, 4.5, 4.0, 3.0, 2.0)
_PREFIX, _DOMAIN = "benchmark-", "@example.org"  # a reserved domain: no real address ends in it
_MOST_POPULAR = 1_000


@dataclass(frozen=True, slots=True)
class Member:
    """A signed-in user: the key of a browser session, and an access token."""

    user: User
    session: str
    access: str


@dataclass(frozen=True, slots=True)
class Film:
    id: int
    title: str


@dataclass(frozen=True, slots=True)
class Visitors:
    """Who sends requests, and about which films, the most rated first. guests: keys of their cookies."""

    members: tuple[Member, ...]
    guests: tuple[str, ...]
    password: str
    films: tuple[Film, ...]
    genre: str


@contextmanager
def synthetic_visitors(*, members: int, guests: int, ratings: int) -> Iterator[Visitors]:
    """Yield users with this many ratings each, and guests without any; delete them and all they wrote.

    The next run deletes the users of one that was killed. Raises CommandError without films.
    """
    popular = list(chart("popular", EVERYTHING)[:_MOST_POPULAR])
    films = tuple(Film(movie.pk, movie.title) for movie in popular)
    if len(films) < ratings:
        raise CommandError(
            f"--ratings {ratings}: only {len(films)} films have ratings; run load_demo first"
        )
    keys = tuple(secrets.token_urlsafe(32) for _ in range(guests))
    password = secrets.token_urlsafe(16)
    _delete_users()
    try:
        hashed = make_password(password)
        made = tuple(_member(films, hashed, place, ratings) for place in range(members))
        yield Visitors(made, keys, password, films, _common_genre(popular))
    finally:
        Guest.objects.filter(digest__in=map(digest_of, keys)).delete()
        _delete_users()


def new_address() -> str:
    """Return an e-mail address by which the user is deleted at the end."""
    return f"{_PREFIX}{secrets.token_hex(8)}{_DOMAIN}"


def _member(films: tuple[Film, ...], password: str, place: int, ratings: int) -> Member:
    """Create a user who has rated every second popular film.

    place: where in the list of films to begin, so that users differ.
    """
    user = User.objects.create(email=new_address(), password=password)
    step = max(1, min(2, len(films) // ratings))
    for count in range(ratings):
        film = films[(place + step * count) % len(films)]
        rate_movie(user=user, movie_id=film.id, stars=STARS[count % len(STARS)])
    request = HttpRequest()
    request.session = SessionStore()
    login(request, user, MODEL_BACKEND)
    request.session.save()
    access = jwt_tokens.issue(user, client="benchmark").access
    return Member(user, str(request.session.session_key), access)


def _common_genre(movies: Sequence[Movie]) -> str:
    """Return the genre of most of these films; empty without genres."""
    counts = Counter(genre for movie in movies for genre in movie.genre_names)
    return counts.most_common(1)[0][0] if counts else ""


def _delete_users() -> None:
    users = User.objects.filter(email__startswith=_PREFIX, email__endswith=_DOMAIN)
    images = set(PostImage.objects.filter(user__in=users).values_list("pk", flat=True))
    _delete_tasks(images)
    for user in users:
        delete_account(user)


def _delete_tasks(images: set[int]) -> None:
    """Delete the tasks that would make smaller versions of these images."""
    waiting = DBTaskResult.objects.filter(task_path=develop_image.module_path)
    found = [task.pk for task in waiting if set(task.args_kwargs["args"]) & images]
    DBTaskResult.objects.filter(pk__in=found).delete()
