"""The training data: the catalogue, the active data set and the site's ratings."""

from collections import defaultdict
from pathlib import Path

from django.conf import settings
from django.db.models import Q

from catalog.models import Credit, DataSet, ExternalId, Movie, MovieKeyword, Source
from recommender.core.data.dataset import join_ratings, no_rows, read_rows
from recommender.core.data.ids import IdMap
from recommender.core.data.items import Items
from recommender.core.data.profiles import read_profiles
from recommender.core.data.training import TrainingData
from uploads.ratings.selectors import all_site_ratings

_LEADING = 3


def training_data() -> TrainingData:
    """Return the training data. Raises BadData when the active data set's files are missing."""
    items = catalogue_items()
    data_set = DataSet.objects.filter(is_active=True).first()
    root = Path(settings.DATA_DIR) / "datasets"
    rows = read_rows(root, data_set.name) if data_set else no_rows()
    ids = ExternalId.objects.filter(
        source=data_set.numbering if data_set else Source.MOVIELENS
    ).values_list("external_id", "movie_id")
    joined = join_ratings(rows, dict(ids), list(all_site_ratings()), items.ids)
    if data_set:
        joined = joined.with_profiles(*read_profiles(root, data_set.name))
    return TrainingData.of(joined, items)


def data_name() -> str:
    """Return the name of the data in a manifest."""
    data_set = DataSet.objects.filter(is_active=True).first()
    return f"{data_set.title} and the site's ratings" if data_set else "the site's ratings"


def movielens_ids() -> dict[int, int]:
    """Return MovieLens ids by film key, for the films that have one."""
    ids = ExternalId.objects.filter(source=Source.MOVIELENS)
    return dict(ids.values_list("movie_id", "external_id"))


def catalogue_items() -> Items:
    """Return all films with their features; TMDB's own texts only if the operator allows it."""
    movies = list(Movie.objects.order_by("pk").prefetch_related("genres"))
    traits = _traits()
    return Items(
        IdMap.of(movie.pk for movie in movies),
        tuple(movie.title for movie in movies),
        tuple(movie.year for movie in movies),
        tuple(tuple(genre.name for genre in movie.genres.all()) for movie in movies),
        tuple(tuple(traits.get(movie.pk, ())) for movie in movies),
    )


def _traits() -> dict[int, list[str]]:
    """Return, by film, its directors, its first three actors and its keywords as displayed text."""
    kept = Q() if settings.TMDB_IN_TRAINING else ~Q(source=Source.TMDB)
    leading = Q(role=Credit.Role.DIRECTOR) | Q(role=Credit.Role.ACTOR, order__lt=_LEADING)
    people = Credit.objects.filter(kept & leading).order_by("role", "order", "pk")
    words = MovieKeyword.objects.filter(kept).order_by("pk")
    found: dict[int, list[str]] = defaultdict(list)
    for movie_id, role, name in people.values_list("movie_id", "role", "person__name"):
        by = "by" if role == Credit.Role.DIRECTOR else "with"
        found[movie_id].append(f"{by} {name}")
    for movie_id, keyword in words.values_list("movie_id", "keyword__name"):
        found[movie_id].append(keyword)
    return found
