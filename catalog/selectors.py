"""Queries of the catalogue: films by filter, charts, and the active data set."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from django.db.models import F, Q, QuerySet, Value

from catalog.models import Credit, DataSet, Genre, Language, Movie, MovieStats
from catalog.name_lists import with_genre_list
from catalog.search.query import Search, search_for
from nextflex.base.errors import NotFound

CHARTS = {
    "trending": "stats__trend",
    "popular": "stats__rating_count",
    "latest": "year",
    "top-rated": "stats__weighted_rating",
}
ORDERINGS = {
    "popularity": ("-stats__rating_count", "id"),
    "rating": (F("stats__weighted_rating").desc(nulls_last=True), "-stats__rating_count", "id"),
    "year": (F("year").desc(nulls_last=True), "-stats__rating_count", "id"),
    "-year": (F("year").asc(nulls_last=True), "-stats__rating_count", "id"),
    "title": ("sort_title", "year", "id"),
}


@dataclass(frozen=True, slots=True)
class MovieFilter:
    """A filter of films; all given conditions must hold.

    language: a code; person: in any role; min_rating: the minimum mean; min_ratings: the minimum number
    of ratings.
    """

    q: str = ""
    genres: tuple[str, ...] = ()
    exclude_genres: tuple[str, ...] = ()
    year_min: int | None = None
    year_max: int | None = None
    language: str = ""
    person: int | None = None
    keyword: str = ""
    min_rating: float | None = None
    min_ratings: int | None = None

    @property
    def is_open(self) -> bool:
        return self == EVERYTHING


EVERYTHING = MovieFilter()


def films(*, with_hidden: bool = False) -> QuerySet[Movie]:
    """Return films with figures and genre names, without long texts: one query for any number."""
    return _films(with_hidden=with_hidden).all()


@cache
def _films(*, with_hidden: bool) -> QuerySet[Movie]:
    """Built once, as building it takes longer than reading a film."""
    found = Movie.objects.all() if with_hidden else Movie.objects.shown()
    return with_genre_list(found.defer("overview", "countries").select_related("stats"))


def matching(wanted: MovieFilter, search: Search | None = None) -> QuerySet[Movie]:
    """Return the films that pass a filter, unordered; with a `q` they have `match`, lower for closer.

    search: the `q`, if it is parsed already.
    """
    found = _of_genres(films(), wanted).filter(**_figures(wanted))
    if wanted.language:
        spoken = Language.movies.through.objects.filter(language__code=wanted.language)
        original = Q(original_language=wanted.language)
        found = found.filter(original | Q(pk__in=spoken.values("movie")))
    if wanted.person is not None:
        found = found.filter(pk__in=Credit.objects.filter(person=wanted.person).values("movie"))
    if wanted.keyword:
        found = found.filter(keywords__name=wanted.keyword)
    if wanted.q.strip():
        return (search or search_for(wanted.q)).of(found)
    return found


def _of_genres(found: QuerySet[Movie], wanted: MovieFilter) -> QuerySet[Movie]:
    for name in wanted.genres:
        of_genre = Movie.genres.through.objects.filter(genre__name__iexact=name)
        found = found.filter(pk__in=of_genre.values("movie"))
    if wanted.exclude_genres:
        refused = Genre.objects.filter(_any_name(wanted.exclude_genres))
        found = found.exclude(genres__in=refused)
    return found


def _figures(wanted: MovieFilter) -> dict[str, float]:
    bounds = {
        "year__gte": wanted.year_min,
        "year__lte": wanted.year_max,
        "stats__rating_mean__gte": wanted.min_rating,
        "stats__rating_count__gte": wanted.min_ratings,
    }
    return {name: bound for name, bound in bounds.items() if bound is not None}


def _any_name(names: Iterable[str]) -> Q:
    condition = Q()
    for name in names:
        condition |= Q(name__iexact=name)
    return condition


def ordered(found: QuerySet[Movie], *, ordering: str) -> QuerySet[Movie]:
    """Order films by one of ORDERINGS, or by "relevance": the match, then the number of ratings.

    All films have figures; saying so lets the database read them in the order of an index.
    """
    found = found.filter(stats__isnull=False)
    if ordering != "relevance" or "match" not in found.query.annotations:
        return found.order_by(*ORDERINGS.get(ordering, ORDERINGS["popularity"]))
    return found.order_by(F("match"), "-stats__rating_count", "id")


def chart(name: str, wanted: MovieFilter) -> QuerySet[Movie]:
    """Return a chart's films, best first, live from their figures; ties: more ratings, then the id."""
    column = CHARTS[name]
    rated = F("stats__rating_count") + 0  # without the sum, SQLite reads all films by that index
    found = matching(wanted).alias(rated=rated).filter(rated__gt=0, **{f"{column}__isnull": False})
    return found.order_by(f"-{column}", "-stats__rating_count", "id")


def chart_score(name: str, movie: Movie) -> float:
    """Return the figure by which a chart orders a film."""
    owner = movie if name == "latest" else movie.stats
    return float(getattr(owner, CHARTS[name].removeprefix("stats__")))


def in_order(movie_ids: Iterable[int]) -> list[Movie]:
    """Return these films in this order; ids without a film are left out."""
    ids = list(movie_ids)
    found = films().in_bulk(ids)
    return [found[movie_id] for movie_id in ids if movie_id in found]


def titles(movie_ids: Iterable[int]) -> list[Movie]:
    """Return these films with only the fields of titles and URLs, in any order."""
    return list(Movie.objects.shown().filter(pk__in=list(movie_ids)))


def require_shown(movie_id: int) -> None:
    """Raise NotFound for a hidden or unknown film."""
    if not Movie.objects.shown().filter(pk=movie_id).exists():
        raise NotFound(f"Unknown film {movie_id}.")


def genre_names() -> list[str]:
    return list(Genre.objects.values_list("name", flat=True))


def filter_choices() -> tuple[list[str], list[tuple[str, str]]]:
    """Return the genres, and the codes and names of the films' languages, in one query; each by name."""
    used = Language.movies.through.objects.values("language")
    languages = Language.objects.filter(pk__in=used).order_by().values_list("code", "name")
    genres = Genre.objects.order_by().values_list(Value(""), "name")
    rows = sorted(languages.union(genres, all=True), key=itemgetter(1))
    return [name for code, name in rows if not code], [row for row in rows if row[0]]


def place_by_count(stats: MovieStats) -> int:
    """Return the film's rank by number of ratings, from 1."""
    return MovieStats.objects.filter(rating_count__gt=stats.rating_count).count() + 1


def active_data_set() -> DataSet | None:
    return DataSet.objects.filter(is_active=True).first()
