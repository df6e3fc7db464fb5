"""Figures of films, and the constants of the weighted rating."""

from django.db import models

from catalog.models.movie import Movie


class MovieStats(models.Model):
    """A film's figures: the data set's part, the site's part, and the derived ones.

    Sums are in half stars, so that they are exact; a histogram counts the ratings of 0.5, 1 … 5 stars,
    and is empty without ratings. `trend` is log2 of the decayed count (see
    recommender.core.data.decay). `weighted_rating` is null below the chart's least number of ratings.
    """

    movie = models.OneToOneField(Movie, models.CASCADE, related_name="stats", primary_key=True)
    dataset_count = models.PositiveIntegerField(default=0)
    dataset_half_stars = models.PositiveIntegerField(default=0)
    dataset_histogram = models.JSONField(default=list)
    dataset_trend = models.FloatField(null=True)
    site_count = models.PositiveIntegerField(default=0)
    site_half_stars = models.PositiveIntegerField(default=0)
    site_histogram = models.JSONField(default=list)
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
