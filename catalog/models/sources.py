"""Sources of the catalogue: data sets, ids of other catalogues, and data from services."""

from django.db import models

from catalog.models.movie import Movie
from catalog.models.source_names import SOURCE_LENGTH, Source

__all__ = ["DataSet", "EnrichmentFailure", "ExternalId", "Source", "TmdbDetails", "WikidataFacts"]


class ExternalId(models.Model):
    """A source's id of a film. IMDb's and TMDB's ids are fields of the film itself."""

    movie = models.ForeignKey(Movie, models.CASCADE, related_name="external_ids")
    source = models.CharField(max_length=SOURCE_LENGTH, choices=Source.choices)
    external_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "external_id"], name="one_film_an_external_id"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}:{self.external_id}"


class DataSet(models.Model):
    """An imported data set. Its interactions are files; those of the active one train the models.

    numbering: the source whose ids its files use; `ExternalId` rows lead from them to the films.
    """

    name = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=120)
    numbering = models.CharField(
        max_length=SOURCE_LENGTH, choices=Source.choices, default=Source.MOVIELENS
    )
    url = models.URLField(blank=True)
    licence = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=False)
    films = models.PositiveIntegerField()
    users = models.PositiveIntegerField()
    ratings = models.PositiveIntegerField()
    refused = models.JSONField(default=dict)
    source_sha256 = models.CharField(max_length=64)
    imported_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class TmdbDetails(models.Model):
    """TMDB's details of a film, until they expire; every page that shows them must credit TMDB.

    trailers: [{"site", "key", "name"}]; providers: {country code: [{"name", "kind"}]}.
    """

    movie = models.OneToOneField(Movie, models.CASCADE, related_name="tmdb", primary_key=True)
    fetched_at = models.DateTimeField(db_index=True)
    is_found = models.BooleanField(default=True)
    overview = models.TextField(blank=True)
    tagline = models.CharField(max_length=300, blank=True)
    poster_path = models.CharField(max_length=100, blank=True)
    backdrop_path = models.CharField(max_length=100, blank=True)
    trailers = models.JSONField(default=list, blank=True)
    providers = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = "TMDB details"
        verbose_name_plural = "TMDB details"

    def __str__(self) -> str:
        return f"TMDB on {self.movie_id}"


class WikidataFacts(models.Model):
    """The time of the last Wikidata query about a film, and the entity it returned, such as Q83495."""

    movie = models.OneToOneField(Movie, models.CASCADE, related_name="wikidata", primary_key=True)
    fetched_at = models.DateTimeField(db_index=True)
    entity = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name_plural = "Wikidata facts"

    def __str__(self) -> str:
        return f"{self.entity or 'nothing'} on {self.movie_id}"


class EnrichmentFailure(models.Model):
    """A film on which a service failed at the last request; other films are requested first."""

    movie = models.ForeignKey(Movie, models.CASCADE, related_name="enrichment_failures")
    source = models.CharField(max_length=SOURCE_LENGTH, choices=Source.choices)
    failed_at = models.DateTimeField()
    reason = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["movie", "source"], name="one_failure_a_film_and_source"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} on {self.movie_id}: {self.reason}"
