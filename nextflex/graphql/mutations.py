"""Mutations of the user's own ratings and lists."""

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
from uploads.lists.services import add_list_entry, remove_list_entry
from uploads.ratings import services


@strawberry.type(
    description="Changes to your own data. A mutation that fails returns null and an error; the "
    "others in the request are still applied."
)
class Mutation:
    @strawberry.field(
        graphql_type=Rating | None,
        description="Rate a film 0.5 to 5 stars in steps of 0.5. This removes it from your "
        "watchlist and from “not interested”.",
    )
    def rate_movie(self, info: Info, movie_id: strawberry.ID, rating: float) -> models.Rating:
        user, key = _asked(info, movie_id)
        stars = checked(StarsSerializer, rating=rating).validated_data["rating"]
        given = services.rate_movie(user=user, movie_id=key, stars=stars)
        info.context.batches.meet([given])
        return given

    @strawberry.field(graphql_type=Movie | None, description="Remove your rating of a film.")
    def remove_rating(self, info: Info, movie_id: strawberry.ID) -> MovieRow | None:
        user, key = _asked(info, movie_id)
        if not services.remove_rating(user=user, movie_id=key):
            raise NotFound(f"You have not rated film {key}.")
        return info.context.batches.of(MovieRow, key, loads.films_by_key)

    @strawberry.field(graphql_type=Mark | None)
    def add_to_watchlist(self, info: Info, movie_id: strawberry.ID) -> models.ListEntry:
        return _put_on(models.WatchlistEntry, info, movie_id)

    @strawberry.field(graphql_type=Movie | None)
    def remove_from_watchlist(self, info: Info, movie_id: strawberry.ID) -> MovieRow | None:
        return _take_off(models.WatchlistEntry, info, movie_id)

    @strawberry.field(
        graphql_type=Mark | None, description="Exclude a film from your recommendations."
    )
    def add_to_not_interested(self, info: Info, movie_id: strawberry.ID) -> models.ListEntry:
        return _put_on(models.NotInterested, info, movie_id)

    @strawberry.field(graphql_type=Movie | None)
    def remove_from_not_interested(self, info: Info, movie_id: strawberry.ID) -> MovieRow | None:
        return _take_off(models.NotInterested, info, movie_id)

    @strawberry.field(
        graphql_type=Seen | None,
        description="Mark a film as seen, with an optional date; further dates are rewatches. It "
        "is no longer recommended to you and is removed from your watchlist.",
    )
    def add_to_seen(
        self, info: Info, movie_id: strawberry.ID, watched_on: date | None = None
    ) -> models.Viewing:
        user, key = _asked(info, movie_id)
        viewing = viewings.mark_seen(user=user, movie_id=key, watched_on=watched_on)
        info.context.batches.meet([viewing])
        return viewing

    @strawberry.field(
        graphql_type=Movie | None,
        description=("Remove all your viewings of a film, or the one on a given date."),
    )
    def remove_from_seen(
        self, info: Info, movie_id: strawberry.ID, watched_on: date | None = None
    ) -> MovieRow | None:
        user, key = _asked(info, movie_id)
        if not viewings.remove_viewings(user=user, movie_id=key, watched_on=watched_on):
            raise viewings.not_seen(key, watched_on)
        return info.context.batches.of(MovieRow, key, loads.films_by_key)


def _asked(info: Info, movie_id: strawberry.ID) -> tuple[User, int]:
    """Return the user and the film's id, and forget the data loaded before the change."""
    info.context.batches.forget()
    return info.context.writer(), key_of(movie_id, name="movieId")


def _put_on(kind: models.ListKind, info: Info, movie_id: strawberry.ID) -> models.ListEntry:
    user, key = _asked(info, movie_id)
    mark = add_list_entry(kind, user=user, movie_id=key)
    info.context.batches.meet([mark])
    return mark


def _take_off(kind: models.ListKind, info: Info, movie_id: strawberry.ID) -> MovieRow | None:
    user, key = _asked(info, movie_id)
    if not remove_list_entry(kind, user=user, movie_id=key):
        raise NotFound(f"Film {key} is not on this list.")
    return info.context.batches.of(MovieRow, key, loads.films_by_key)
