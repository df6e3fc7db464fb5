"""Queries of the user's own data."""

import strawberry

from accounts.models import User
from accounts.selectors import demographics_of
from nextflex.graphql.aggregates import GroupOrdering, Groups, RatingFigures, RatingGroup, totals
from nextflex.graphql.context import Info
from nextflex.graphql.given import Mark, Rating, Seen
from nextflex.graphql.inputs import Wanted, checked, key_of
from nextflex.graphql.lists import PAGE_SIZE, Page, page_of
from nextflex.graphql.rating_sums import Grouping
from nextflex.graphql.recommended import Recommendations, shown
from recommender import selectors
from recommender.api.serializers import K_DEFAULT, RecommendationQuerySerializer
from recommender.core.data.interface import DEFAULT, DEFAULT_CONTROLS
from uploads import models
from uploads.activity import activity_of
from uploads.lists.selectors import list_entries_of
from uploads.ratings.selectors import rating_by, ratings_of
from uploads.viewings import seen_by


@strawberry.input(description="Controls of a recommendation list, each from 0 to 1.")
class Dials:
    diversity: float = strawberry.field(
        default=DEFAULT_CONTROLS.diversity,
        description="0: ranked by score only; 1: maximum variety.",
    )
    popularity: float = strawberry.field(
        default=DEFAULT_CONTROLS.popularity,
        description="0: lesser-known films; 1: well-known films.",
    )
    freshness: float = strawberry.field(
        default=DEFAULT_CONTROLS.freshness, description="0: the same list every day; 1: a new one."
    )


@strawberry.type(description="The data of the signed-in user.")
class Me:
    user: strawberry.Private[User]

    @strawberry.field
    def id(self) -> strawberry.ID:
        return strawberry.ID(str(self.user.pk))

    @strawberry.field
    def email(self) -> str:
        return self.user.email

    @strawberry.field
    def name(self) -> str:
        return self.user.name

    @strawberry.field(description="Your ratings, newest first.")
    def ratings(self, page: int = 1, page_size: int = PAGE_SIZE) -> Page[Rating]:
        return page_of(ratings_of(self.user).select_related(None), page, page_size)

    @strawberry.field(
        graphql_type=Rating | None,
        description=("Your rating of one film; null if you have not rated it."),
    )
    def rating(self, info: Info, movie_id: strawberry.ID) -> models.Rating | None:
        found = rating_by(self.user, key_of(movie_id, name="movieId"))
        info.context.batches.meet([found] if found else [])
        return found

    @strawberry.field(description="Statistics of all your ratings.")
    def rating_totals(self, wanted: Wanted = None) -> RatingFigures:
        return totals(wanted, self.user)

    @strawberry.field(
        description=(
            "Your ratings grouped by genre, year or film; only groups with at least `atLeast` "
            "ratings."
        )
    )
    def ratings_by(
        self,
        group: Grouping,
        wanted: Wanted = None,
        ordering: GroupOrdering = GroupOrdering.COUNT,
        at_least: int = 1,
        page: int = 1,
        page_size: int = PAGE_SIZE,
    ) -> Page[RatingGroup]:
        return Groups(group, ordering, at_least, page, page_size).of(wanted, self.user)

    @strawberry.field(description="Your watchlist, most recently added first.")
    def watchlist(self, page: int = 1, page_size: int = PAGE_SIZE) -> Page[Mark]:
        marks = list_entries_of(models.WatchlistEntry, self.user)
        return page_of(marks.select_related(None), page, page_size)

    @strawberry.field(description="Films excluded from your recommendations.")
    def not_interested(self, page: int = 1, page_size: int = PAGE_SIZE) -> Page[Mark]:
        marks = list_entries_of(models.NotInterested, self.user)
        return page_of(marks.select_related(None), page, page_size)

    @strawberry.field(description="Films you have seen, each once, latest first.")
    def seen(self, page: int = 1, page_size: int = PAGE_SIZE) -> Page[Seen]:
        return page_of(seen_by(self.user).select_related(None), page, page_size)

    @strawberry.field(description="Recommendations based on your current ratings.")
    def recommendations(
        self,
        info: Info,
        model: str = DEFAULT,
        k: int = K_DEFAULT,
        wanted: Wanted = None,
        dials: Dials | None = None,
    ) -> Recommendations:
        turned = strawberry.asdict(dials) if dials else {}
        form = checked(RecommendationQuerySerializer, wanted, model=model, k=k, **turned)
        activity = activity_of(self.user)
        request = form.request(
            activity.history,
            without=activity.not_recommended,
            seed=selectors.seed_of_today(self.user.pk),
            demographics=demographics_of(self.user),
        )
        found = selectors.recommendations(request, form.wanted())
        return shown(found, info.context.batches)
