"""Merge two films that are the same; other apps register how their rows move along."""

from collections.abc import Callable

from django.db import transaction

from catalog.models import Credit, ExternalId, Movie, MovieKeyword, MovieStats
from catalog.services import chart_basis, derive, lock_stats

Move = Callable[[int, int], None]
_moves: list[Move] = []


def moves_with_film(move: Move) -> Move:
    """Register a function that moves an app's rows from one film to another, in a transaction."""
    _moves.append(move)
    return move


@transaction.atomic
def merge_movies(*, keep: Movie, duplicate: Movie) -> None:
    """Move all data of a duplicate to the kept film, and delete the duplicate.

    Where both have a value, the kept film's stays. The data set's part of its figures follows with the
    next import or `datasets use`.
    """
    for movie_id in sorted((keep.pk, duplicate.pk)):
        lock_stats(movie_id)
    for move in _moves:
        move(duplicate.pk, keep.pk)
    ExternalId.objects.filter(movie=duplicate).update(movie=keep)
    _move_unless_there(Credit, ("person_id", "role"), keep, duplicate)
    _move_unless_there(MovieKeyword, ("keyword_id",), keep, duplicate)
    keep.genres.add(*duplicate.genres.all())
    keep.languages.add(*duplicate.languages.all())
    _delete(duplicate)
    _fill_gaps(keep, duplicate)


def _move_unless_there(
    model: type[Credit] | type[MovieKeyword], key: tuple[str, ...], keep: Movie, duplicate: Movie
) -> None:
    present = set(model.objects.filter(movie=keep).values_list(*key))
    rows = model.objects.filter(movie=duplicate).values_list("pk", *key)
    moved = [pk for pk, *values in rows if tuple(values) not in present]
    model.objects.filter(pk__in=moved).update(movie=keep)


def _delete(duplicate: Movie) -> None:
    Movie.objects.filter(pk=duplicate.pk).delete()


def _fill_gaps(keep: Movie, duplicate: Movie) -> None:
    """Fill empty fields from the duplicate; its ids are free only once it is deleted."""
    for name in (
        "year",
        "original_title",
        "overview",
        "runtime_min",
        "original_language",
        "countries",
        "poster_path",
        "backdrop_path",
        "imdb_id",
        "tmdb_id",
    ):
        if not getattr(keep, name):
            setattr(keep, name, getattr(duplicate, name))
    others = [title for title in duplicate.titles if title not in keep.titles]
    keep.alternative_titles = [*keep.alternative_titles, *others]
    keep.set_search_text()
    keep.save()
    stats = MovieStats.objects.get(movie=keep)
    derive(stats, chart_basis())
    stats.save()
