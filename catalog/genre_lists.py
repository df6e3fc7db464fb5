"""The genres of films in the query that reads the films."""

from typing import Any

from django.db.models import Aggregate, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.sql.compiler import SQLCompiler

from catalog.models import Movie


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
    links = Movie.genres.through.objects.filter(movie=OuterRef("pk")).order_by().values("movie")
    return found.annotate(genre_list=Subquery(links.values_list(_JsonList("genre__name"))))
