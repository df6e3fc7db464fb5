"""Update the search index: to be called after a change of titles, credits or names."""

from collections.abc import Collection, Iterable, Mapping

from django.db import transaction
from django.db.models import Q

from catalog.models import Credit, Movie, SearchUse, SearchWord
from catalog.search import vocabulary
from catalog.search.tokens import word_key, words_of
from nextflex.base.chunks import batches
from nextflex.base.progress import Progress

_ACTORS = 10
_NAMED = Q(role__in=(Credit.Role.DIRECTOR, Credit.Role.WRITER)) | Q(
    role=Credit.Role.ACTOR, order__lt=_ACTORS
)

_Use = tuple[int, int, int]  # word, film, place


def index_films(movie_ids: Iterable[int]) -> None:
    """Update the index of these films, one batch per transaction.

    The words of a film are those of all its titles and of the names of its directors, its writers and
    its first ten actors.
    """
    for some in batches(sorted(set(movie_ids))):
        _index_batch(some)
    vocabulary.forget()


def rebuild(*, progress: Progress) -> int:
    """Index every film, and delete unused words; return the number of films."""
    movie_ids = list(Movie.objects.order_by("pk").values_list("pk", flat=True))
    done = 0
    for some in batches(movie_ids):
        progress("indexing films", done / len(movie_ids))
        _index_batch(some)
        done += len(some)
    unused = SearchWord.objects.filter(uses=None).values_list("pk", flat=True)
    for words in batches(list(unused)):
        SearchWord.objects.filter(pk__in=words).delete()
    vocabulary.forget()
    progress("done", 1.0)
    return len(movie_ids)


@transaction.atomic
def _index_batch(movie_ids: Collection[int]) -> None:
    movies = Movie.objects.in_bulk(movie_ids)
    _refresh_search_text(movies)
    text_of: dict[int, str] = {}
    wanted: set[_Use] = set()
    for movie_id, place, words in _words(movies):
        keys = {word_key(word): word for word in words}
        text_of |= keys
        wanted |= {(key, movie_id, place) for key in keys}
    present = {
        (use.word_id, use.movie_id, use.place): use.pk
        for use in SearchUse.objects.filter(movie_id__in=movie_ids)
    }
    new = sorted(wanted - present.keys())
    SearchWord.objects.bulk_create(
        [SearchWord(key=key, text=text_of[key]) for key in sorted({key for key, *_ in new})],
        ignore_conflicts=True,
        batch_size=1000,
    )
    SearchUse.objects.bulk_create(
        [SearchUse(word_id=key, movie_id=movie, place=place) for key, movie, place in new],
        ignore_conflicts=True,
        batch_size=1000,
    )
    gone = [present[use] for use in present.keys() - wanted]
    for some in batches(gone):
        SearchUse.objects.filter(pk__in=some).delete()


def _refresh_search_text(movies: Mapping[int, Movie]) -> None:
    stale = []
    for movie in movies.values():
        before = movie.search_text
        movie.set_search_text()
        if movie.search_text != before:
            stale.append(movie)
    Movie.objects.bulk_update(stale, ["search_text"], batch_size=200)


def _words(movies: Mapping[int, Movie]) -> Iterable[tuple[int, int, set[str]]]:
    for movie in movies.values():
        yield movie.pk, SearchUse.Place.TITLE, words_of(movie.titles)
    credits_ = Credit.objects.filter(_NAMED, movie_id__in=movies)
    for movie_id, name in credits_.values_list("movie_id", "person__name"):
        yield movie_id, SearchUse.Place.PERSON, words_of([name])
