"""Making one film of two that are the same. Apps above say how what they keep of a film moves along."""

from collections.abc import Callable

from django.db import transaction

from catalog.models import Credit, ExternalId, Movie, MovieKeyword, MovieStats
from catalog.services import chart_basis, derive, lock_stats

Move = Callable[[int, int], None]
_moves: list[Move] = []


def moves_with_film(move: Move) -> Move:
    """Register what moves an app's rows, in a transaction: from the first film to the second."""
    _moves.append(move)
    return move


@transaction.atomic
def merge_movies(*, keep: Movie, duplicate: Movie) -> None:
    """Give a film all that its duplicate has, and delete the duplicate.

    What both have stays as the kept film has it. The data set's part of its figures follows with the
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
    """Its ids are free only once the duplicate is gone."""
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
