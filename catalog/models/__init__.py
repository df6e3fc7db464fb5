"""The catalogue: films, their people and figures, and the sources of all data."""

from catalog.models.movie import Genre, Keyword, Language, Movie, MovieKeyword
from catalog.models.movie_stats import ChartBasis, MovieStats
from catalog.models.people import Credit, Person
from catalog.models.search import SearchUse, SearchWord
from catalog.models.sources import (
    DataSet,
    EnrichmentFailure,
    ExternalId,
    Source,
    TmdbDetails,
    WikidataFacts,
)

__all__ = [
    "ChartBasis",
    "Credit",
    "DataSet",
    "EnrichmentFailure",
    "ExternalId",
    "Genre",
    "Keyword",
    "Language",
    "Movie",
    "MovieKeyword",
    "MovieStats",
    "Person",
    "SearchUse",
    "SearchWord",
    "Source",
    "TmdbDetails",
    "WikidataFacts",
]
