"""The fuzzed site: in a temporary folder, with a few films, users and every model."""

import os
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from random import Random

from django.conf import settings
from django.core.management import call_command

from accounts.models import User
from accounts.services import sign_up
from catalog.additions import add_film
from catalog.models import Movie
from recommender.management.fuzzing.models import serve_every_model
from uploads.ratings.services import rate_movie

ENVIRONMENT = {
    "DEBUG": "false",
    "SITE_URL": "http://127.0.0.1:8000",
    "CACHE_URL": "locmemcache://",
    "EMAIL_URL": "consolemail://",
    "LOG_LEVEL": "CRITICAL",
    "MEDIA_STORE": "",
    "MLFLOW_TRACKING_URI": "",
    "TMDB_API_KEY": "",
    "SIGN_UP_OPEN": "true",
    "CONFIRM_SIGN_UPS": "false",
} | {
    # One client sends the requests of many.
    f"THROTTLE_{scope}": "100000000/minute"
    for scope in ("ANON", "USER", "SIGN_UP", "SIGN_IN", "UPLOAD", "SEQUENCE", "GRAPHQL")
}
PASSWORD = "correct horse 7"  # noqa: S105  of people who are made up
_GENRES = ("Crime|Thriller", "Musical", "Comedy|Romance", "Sci-Fi")
_FILMS, _RATERS, _RATED = 60, 40, 20
_START_S = 1_000_000_000
_OWN_RATINGS = 5
NEWER_FILM = "Newer Than the Training"


class NotThrowAway(Exception):
    """The settings refer to files outside the folder that may be written to."""


def environment_of(folder: Path) -> dict[str, str]:
    """Return the environment of a process that is this site, and no other, regardless of `.env`."""
    return (
        os.environ
        | ENVIRONMENT
        | {
            "NEXTFLEX_DATA_DIR": str(folder),
            "NEXTFLEX_MODEL_STORE": str(folder / "models"),
            "DATABASE_URL": f"sqlite:///{folder / 'fuzzed.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "nextflex.settings",
            "PYTHONPATH": str(settings.BASE_DIR),
        }
    )


def refuse_another(folder: Path) -> None:
    """Raise NotThrowAway unless this process writes only below the folder."""
    places = (settings.DATABASES["default"]["NAME"], settings.DATA_DIR, settings.MODEL_STORE)
    for place in places:
        if not Path(str(place)).is_relative_to(folder):
            raise NotThrowAway(f"{place} is not below {folder}")


def prepare(folder: Path) -> None:
    """Create tables, sixty rated films, every model, and a film unknown to all; takes about a minute."""
    refuse_another(folder)
    # Pages are not displayed, and passwords need no protection.
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    settings.STATIC_ROOT.mkdir()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    call_command("migrate", verbosity=0)
    with (folder / "setup.log").open("w") as log, redirect_stderr(log):
        call_command("import_movielens", str(_release(folder / "made-up")), stdout=log)
        serve_every_model(folder, log)
    add_film(NEWER_FILM, year=2026)


def films() -> tuple[list[int], int]:
    """Return the films that the models know, by id, and the one that is newer than their training."""
    newer = Movie.objects.get(title=NEWER_FILM).pk
    return list(Movie.objects.exclude(pk=newer).order_by("pk").values_list("pk", flat=True)), newer


def person(name: str) -> User:
    """Return Alice, or Sam of the staff, with some ratings; created anew after the API deleted them."""
    email = f"{name}@example.org"
    found = User.objects.filter(email=email).first()
    if found is None:
        found = sign_up(email=email, name=name.title(), password=PASSWORD)
        User.objects.filter(pk=found.pk).update(is_staff=name == "sam")
        found.refresh_from_db()
        for movie in Movie.objects.order_by("pk")[:_OWN_RATINGS]:
            rate_movie(user=found, movie_id=movie.pk, stars=4.5)
    return found


def _release(folder: Path) -> Path:
    """Write ratings in MovieLens's format; each user prefers one kind of film."""
    folder.mkdir()
    films = (f"{key},Film {key} ({1950 + key}),{_GENRES[key % 4]}" for key in range(1, _FILMS + 1))
    _write(folder / "movies.csv", "movieId,title,genres", films)
    _write(folder / "ratings.csv", "userId,movieId,rating,timestamp", _ratings(Random(1)))  # noqa: S311
    return folder


def _ratings(dice: Random) -> Iterator[str]:
    for who in range(1, _RATERS + 1):
        for place, film in enumerate(sorted(dice.sample(range(1, _FILMS + 1), _RATED))):
            stars = 4.5 if film % 4 == who % 4 else dice.choice((1.0, 2.0, 3.0, 3.5))
            yield f"{who},{film},{stars},{_START_S + who * 100_000 + place * 1_000}"


def _write(path: Path, head: str, lines: Iterator[str]) -> None:
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
