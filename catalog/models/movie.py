"""Films with their genres, keywords and languages."""

from typing import Self

from django.db import models

from catalog.models.source_names import SOURCE_LENGTH, Source
from catalog.normalisation import search_text
from nextflex.base.paths import path_of


class Genre(models.Model):
    name = models.CharField(max_length=60, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Keyword(models.Model):
    """A topic of films, in lower case."""

    name = models.CharField(max_length=100, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Language(models.Model):
    """A language of films. code: ISO 639-1, or a source's own code for a language without one."""

    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=60)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class MovieQuerySet(models.QuerySet["Movie"]):
    def shown(self) -> Self:
        """All films except hidden ones."""
        return self.filter(is_hidden=False)


class Movie(models.Model):
    """A film. `search_text` is its titles without case, accents and punctuation.

    Data from TMDB's API is stored separately (TmdbDetails), since it may be kept for six months only.
    poster_path and backdrop_path: the images' paths at TMDB; poster_file and backdrop_file: the path of
    the image that is stored here, see catalog.enrich.images.
    """

    title = models.CharField(max_length=300)
    original_title = models.CharField(max_length=300, blank=True)
    sort_title = models.CharField(max_length=300, db_index=True)
    alternative_titles = models.JSONField(default=list, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True, db_index=True)
    overview = models.TextField(blank=True)
    runtime_min = models.PositiveSmallIntegerField(null=True, blank=True)
    original_language = models.CharField(max_length=12, blank=True, db_index=True)
    languages = models.ManyToManyField(Language, related_name="movies", blank=True)
    countries = models.JSONField(default=list, blank=True)
    poster_path = models.CharField(max_length=100, blank=True)
    backdrop_path = models.CharField(max_length=100, blank=True)
    poster_file = models.CharField(max_length=100, blank=True, editable=False)
    backdrop_file = models.CharField(max_length=100, blank=True, editable=False)
    imdb_id = models.CharField(max_length=12, unique=True, null=True, blank=True)
    tmdb_id = models.PositiveIntegerField(unique=True, null=True, blank=True)
    genres = models.ManyToManyField(Genre, related_name="movies", blank=True)
    keywords = models.ManyToManyField(
        Keyword, through="MovieKeyword", related_name="movies", blank=True
    )
    search_text = models.CharField(max_length=1000, editable=False)
    is_hidden = models.BooleanField(
        "hidden",
        default=False,
        help_text=(
            "Hidden films are visible only to staff. Their ratings and list entries are kept."
        ),
    )

    objects = MovieQuerySet.as_manager()

    class Meta:
        ordering = ["sort_title", "year", "id"]

    def __str__(self) -> str:
        return f"{self.title} ({self.year})" if self.year else self.title

    def get_absolute_url(self) -> str:
        return path_of("pages:film", self.pk)

    @property
    def genre_names(self) -> tuple[str, ...]:
        """In alphabetical order; without a query where `catalog.selectors.films` read the film."""
        if "genre_list" in self.__dict__:
            return tuple(sorted(self.__dict__["genre_list"] or ()))
        return tuple(sorted(genre.name for genre in self.genres.all()))

    def clean(self) -> None:
        """Replace a form's empty field by an empty list."""
        self.alternative_titles = self.alternative_titles or []
        self.countries = self.countries or []

    @property
    def titles(self) -> list[str]:
        """Return all titles, each once, the displayed one first."""
        given = [self.title, self.original_title, *self.alternative_titles]
        return list(dict.fromkeys(title for title in given if title))

    def set_search_text(self) -> None:
        """Update the search text; to be called after a change of a title, before saving."""
        self.search_text = search_text([*self.titles, self.sort_title])


class MovieKeyword(models.Model):
    """A keyword of a film from one source."""

    movie = models.ForeignKey(Movie, models.CASCADE, related_name="keyword_links")
    keyword = models.ForeignKey(Keyword, models.CASCADE, related_name="movie_links")
    source = models.CharField(max_length=SOURCE_LENGTH, choices=Source.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["movie", "keyword"], name="a_keyword_once_a_film")
        ]

    def __str__(self) -> str:
        return f"{self.keyword_id} of {self.movie_id}"
