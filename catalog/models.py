"""The catalogue: films, their genres, the ids that sources give them, and their figures."""

from django.db import models
from django.urls import reverse

from catalog.normal import search_text


class Genre(models.Model):
    name = models.CharField(max_length=60, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Movie(models.Model):
    """A film. `search_text` is its titles without case, accents and punctuation."""

    title = models.CharField(max_length=300)
    sort_title = models.CharField(max_length=300, db_index=True)
    alternative_titles = models.JSONField(default=list, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True, db_index=True)
    genres = models.ManyToManyField(Genre, related_name="movies", blank=True)
    search_text = models.CharField(max_length=1000, editable=False)

    class Meta:
        ordering = ["sort_title", "year", "id"]

    def __str__(self) -> str:
        return f"{self.title} ({self.year})" if self.year else self.title

    def get_absolute_url(self) -> str:
        return reverse("pages:film", args=[self.pk])

    @property
    def titles(self) -> list[str]:
        return [self.title, *self.alternative_titles]

    def set_search_text(self) -> None:
        """Call after a change of a title, before saving."""
        self.search_text = search_text(self.titles)


class ExternalId(models.Model):
    """The id by which a source knows a film."""

    movie = models.ForeignKey(Movie, models.CASCADE, related_name="external_ids")
    source = models.CharField(max_length=40)
    external_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "external_id"], name="one_film_an_external_id"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}:{self.external_id}"


class MovieStats(models.Model):
    """A film's figures: the data set's part, the site's part, and what follows from both.

    Sums are in half stars, so that they are exact. `trend` is log2 of the decayed count (see
    recommender.core.data.decay). `weighted_rating` is null below the chart's least number of ratings.
    """

    movie = models.OneToOneField(Movie, models.CASCADE, related_name="stats", primary_key=True)
    dataset_count = models.PositiveIntegerField(default=0)
    dataset_half_stars = models.PositiveIntegerField(default=0)
    dataset_histogram = models.JSONField(default=list)
    dataset_trend = models.FloatField(null=True)
    site_count = models.PositiveIntegerField(default=0)
    site_half_stars = models.PositiveIntegerField(default=0)
    site_trend = models.FloatField(null=True)
    rating_count = models.PositiveIntegerField(default=0, db_index=True)
    rating_mean = models.FloatField(null=True)
    weighted_rating = models.FloatField(null=True, db_index=True)
    trend = models.FloatField(null=True, db_index=True)

    class Meta:
        verbose_name_plural = "movie stats"

    def __str__(self) -> str:
        return f"{self.rating_count} ratings of {self.movie_id}"


class ChartBasis(models.Model):
    """The two constants of the weighted rating, over all rated films; one row."""

    mean_rating = models.FloatField()
    least_count = models.FloatField()
    rated_films = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "chart basis"

    def __str__(self) -> str:
        return f"C = {self.mean_rating:.4f}, m = {self.least_count:g}"


class DataSet(models.Model):
    """An imported data set; its interactions lie in files, the active one's train the models."""

    name = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=120)
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
