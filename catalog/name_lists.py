"""Names that belong to films, such as their genres, in the query that reads the films."""

from typing import Any

from django.db.models import Aggregate, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.sql.compiler import SQLCompiler

from catalog.models import Movie, MovieKeyword


class _JsonList(Aggregate):
    """All values of a group, as a JSON array in no order. SQLite, PostgreSQL and MariaDB differ."""

    function = "JSON_GROUP_ARRAY"
    output_field = JSONField()

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> Any:
        return super().as_sql(compiler, connection, function="JSONB_AGG", **extra)

    def as_mysql(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> Any:
        return super().as_sql(compiler, connection, function="JSON_ARRAYAGG", **extra)


def with_genre_list(found: QuerySet[Movie]) -> QuerySet[Movie]:
    """Films with `genre_list`, from which `Movie.genre_names` follows."""
    return found.annotate(genre_list=_names(Movie.genres.through, "genre__name"))


def with_word_lists(found: QuerySet[Movie]) -> QuerySet[Movie]:
    """Films with `keyword_list` and `language_list`, their names in no order; None for none."""
    return found.annotate(
        keyword_list=_names(MovieKeyword, "keyword__name"),
        language_list=_names(Movie.languages.through, "language__name"),
    )


def _names(links: Any, name: str) -> Subquery:
    of_film = links.objects.filter(movie=OuterRef("pk")).order_by().values("movie")
    return Subquery(of_film.values_list(_JsonList(name)))
