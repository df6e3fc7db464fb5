"""The user's data: their ratings, and the films on their lists."""

from datetime import date, datetime

import strawberry
import strawberry_django

from catalog.models import Movie as MovieRow
from nextflex.graphql import loads
from nextflex.graphql.context import Info
from nextflex.graphql.types import Column, Movie
from uploads import models


@strawberry_django.type(models.Rating, field_cls=Column, description="Your rating of a film.")
class Rating:
    rated_at: strawberry.auto

    @strawberry.field(description="0.5 to 5 in steps of 0.5.")
    def rating(self, root: strawberry.Parent[models.Rating]) -> float:
        return root.stars

    @strawberry.field(graphql_type=Movie)
    def movie(self, root: strawberry.Parent[models.Rating], info: Info) -> MovieRow | None:
        return info.context.batches.of(MovieRow, root.movie_id, loads.films_by_key)


@strawberry.type(description="A film on one of your lists.")
class Mark:
    @strawberry.field
    def added_at(self, root: strawberry.Parent[models.ListEntry]) -> datetime:
        return root.created_at

    @strawberry.field(graphql_type=Movie)
    def movie(self, root: strawberry.Parent[models.ListEntry], info: Info) -> MovieRow | None:
        return info.context.batches.of(MovieRow, root.movie_id, loads.films_by_key)


@strawberry.type(description="A film you have seen.")
class Seen:
    @strawberry.field(description="Date of your latest viewing; null if unknown.")
    def watched_on(self, root: strawberry.Parent[models.Viewing]) -> date | None:
        return root.watched_on

    @strawberry.field(description="All known viewing dates, latest first.")
    def dates(self, root: strawberry.Parent[models.Viewing], info: Info) -> list[date]:
        load, user = loads.days_of, info.context.signed_in()
        return info.context.batches.of(MovieRow, root.movie_id, load, user) or []

    @strawberry.field
    def added_at(self, root: strawberry.Parent[models.Viewing]) -> datetime:
        return root.created_at

    @strawberry.field(graphql_type=Movie)
    def movie(self, root: strawberry.Parent[models.Viewing], info: Info) -> MovieRow | None:
        return info.context.batches.of(MovieRow, root.movie_id, loads.films_by_key)
