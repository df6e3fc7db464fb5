"""What one may change: one's own ratings and lists."""

from datetime import date

import strawberry

from accounts.models import User
from catalog.models import Movie as MovieRow
from nextflex.base.errors import NotFound
from nextflex.graphql import loads
from nextflex.graphql.context import Info
from nextflex.graphql.given import Mark, Rating, Seen
from nextflex.graphql.inputs import checked, key_of
from nextflex.graphql.types import Movie
from uploads import models, viewings
from uploads.api.serializers import StarsSerializer
from uploads.lists.services import add_mark, remove_mark
from uploads.ratings import services


@strawberry.type(
    description="What one may change of one's own. Null, with an error, is what could not be done; "
    "what else was asked for is done all the same."
)
class Mutation:
    @strawberry.field(
        graphql_type=Rating | None,
        description="Give a film 0.5 to 5 stars in steps of 0.5; it leaves your watchlist "
        "and the films that do not interest you.",
    )
    def rate_movie(self, info: Info, movie_id: strawberry.ID, rating: float) -> models.Rating:
        user, key = _asked(info, movie_id)
        stars = checked(StarsSerializer, rating=rating).validated_data["rating"]
        given = services.rate_movie(user=user, movie_id=key, stars=stars)
        info.context.batches.meet([given])
        return given

    @strawberry.field(graphql_type=Movie | None, description="Take your rating back.")
    def remove_rating(self, info: Info, movie_id: strawberry.ID) -> MovieRow | None:
        user, key = _asked(info, movie_id)
        if not services.remove_rating(user=user, movie_id=key):
            raise NotFound(f"You have not rated film {key}.")
        return info.context.batches.of(MovieRow, key, loads.films_by_key)

    @strawberry.field(graphql_type=Mark | None)
    def add_to_watchlist(self, info: Info, movie_id: strawberry.ID) -> models.FilmMark:
        return _put_on(models.WatchlistEntry, info, movie_id)

    @strawberry.field(graphql_type=Movie | None)
    def remove_from_watchlist(self, info: Info, movie_id: strawberry.ID) -> MovieRow | None:
        return _take_off(models.WatchlistEntry, info, movie_id)

    @strawberry.field(
        graphql_type=Mark | None, description="No model recommends the film to you any more."
    )
    def add_to_not_interested(self, info: Info, movie_id: strawberry.ID) -> models.FilmMark:
        return _put_on(models.NotInterested, info, movie_id)

    @strawberry.field(graphql_type=Movie | None)
    def remove_from_not_interested(self, info: Info, movie_id: strawberry.ID) -> MovieRow | None:
        return _take_off(models.NotInterested, info, movie_id)

    @strawberry.field(
        graphql_type=Seen | None,
        description="You have seen the film, on a day if you know it; several are rewatches. No model "
        "recommends it to you any more, and it leaves your watchlist.",
    )
    def add_to_seen(
        self, info: Info, movie_id: strawberry.ID, watched_on: date | None = None
    ) -> models.Viewing:
        user, key = _asked(info, movie_id)
        viewing = viewings.mark_seen(user=user, movie_id=key, watched_on=watched_on)
        info.context.batches.meet([viewing])
        return viewing

    @strawberry.field(
        graphql_type=Movie | None, description="Remove your viewings of a film, or that of one day."
    )
    def remove_from_seen(
        self, info: Info, movie_id: strawberry.ID, watched_on: date | None = None
    ) -> MovieRow | None:
        user, key = _asked(info, movie_id)
        if not viewings.remove_viewings(user=user, movie_id=key, watched_on=watched_on):
            raise viewings.not_seen(key, watched_on)
        return info.context.batches.of(MovieRow, key, loads.films_by_key)


def _asked(info: Info, movie_id: strawberry.ID) -> tuple[User, int]:
    """Who asks, and for which film. What was loaded before the change is forgotten."""
    info.context.batches.forget()
    return info.context.writer(), key_of(movie_id, name="movieId")


def _put_on(kind: models.MarkKind, info: Info, movie_id: strawberry.ID) -> models.FilmMark:
    user, key = _asked(info, movie_id)
    mark = add_mark(kind, user=user, movie_id=key)
    info.context.batches.meet([mark])
    return mark


def _take_off(kind: models.MarkKind, info: Info, movie_id: strawberry.ID) -> MovieRow | None:
    user, key = _asked(info, movie_id)
    if not remove_mark(kind, user=user, movie_id=key):
        raise NotFound(f"Film {key} is not on this list of yours.")
    return info.context.batches.of(MovieRow, key, loads.films_by_key)
