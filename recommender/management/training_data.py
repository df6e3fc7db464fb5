"""Everything that the models learn from: the catalogue, the active data set and the site's ratings."""

from pathlib import Path

from django.conf import settings

from catalog.models import DataSet, ExternalId, Movie
from recommender.core.data.dataset import join_ratings, no_rows, read_rows
from recommender.core.data.ids import IdMap
from recommender.core.data.items import Items
from recommender.core.data.training import TrainingData
from uploads.selectors import all_site_ratings

_SOURCE = "movielens"


def training_data() -> TrainingData:
    """Raises BadData when the active data set's files are not there."""
    items = catalogue_items()
    data_set = DataSet.objects.filter(is_active=True).first()
    rows = read_rows(Path(settings.DATA_DIR) / "datasets", data_set.name) if data_set else no_rows()
    ids = ExternalId.objects.filter(source=_SOURCE).values_list("external_id", "movie_id")
    joined = join_ratings(rows, dict(ids), list(all_site_ratings()), items.ids)
    return TrainingData.of(joined, items)


def data_name() -> str:
    """How a manifest names the data."""
    data_set = DataSet.objects.filter(is_active=True).first()
    return f"{data_set.title} and the site's ratings" if data_set else "the site's ratings"


def catalogue_items() -> Items:
    movies = list(Movie.objects.order_by("pk").prefetch_related("genres"))
    return Items(
        IdMap.of(movie.pk for movie in movies),
        tuple(movie.title for movie in movies),
        tuple(movie.year for movie in movies),
        tuple(tuple(genre.name for genre in movie.genres.all()) for movie in movies),
    )
