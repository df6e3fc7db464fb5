"""What somebody may ask of what is their own."""

from dataclasses import replace

import strawberry

from accounts.models import User
from nextflex.graphql.aggregates import GroupOrdering, Groups, RatingFigures, RatingGroup, totals
from nextflex.graphql.context import Info
from nextflex.graphql.given import Mark, Rating, Seen
from nextflex.graphql.inputs import Wanted, checked, key_of
from nextflex.graphql.lists import PAGE_SIZE, Page, page_of
from nextflex.graphql.rating_sums import Grouping
from nextflex.graphql.recommended import Recommendations, shown
from recommender import selectors
from recommender.api.serializers import K_DEFAULT, RecommendationQuerySerializer
from recommender.core.algorithms.registry import DEFAULT
from recommender.core.data.picks import AT_REST
from uploads import models
from uploads.lists.selectors import marked_by, not_recommended_to
from uploads.ratings.selectors import history_of, rating_by, ratings_of
from uploads.viewings import seen_by


@strawberry.input(description="How to turn a list, each from 0 to 1.")
class Dials:
    diversity: float = strawberry.field(
        default=AT_REST.diversity, description="0: by score alone; 1: as varied as can be."
    )
    popularity: float = strawberry.field(
        default=AT_REST.popularity, description="0: hidden gems; 1: what many know."
    )
    freshness: float = strawberry.field(
        default=AT_REST.freshness, description="0: the same list every day; 1: another one."
    )


@strawberry.type(description="What is yours, and nobody else's.")
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

    @strawberry.field(description="What you rated, newest first.")
    def ratings(self, page: int = 1, page_size: int = PAGE_SIZE) -> Page[Rating]:
        return page_of(ratings_of(self.user).select_related(None), page, page_size)

    @strawberry.field(
        graphql_type=Rating | None, description="Of one film; null when you have not rated it."
    )
    def rating(self, info: Info, movie_id: strawberry.ID) -> models.Rating | None:
        found = rating_by(self.user, key_of(movie_id, name="movieId"))
        info.context.batches.meet([found] if found else [])
        return found

    @strawberry.field(description="Your ratings, summed up.")
    def rating_totals(self, wanted: Wanted = None) -> RatingFigures:
        return totals(wanted, self.user)

    @strawberry.field(
        description="Your ratings by genre, year or film; only groups with so many at least."
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

    @strawberry.field(description="The films that you mean to watch, newest first.")
    def watchlist(self, page: int = 1, page_size: int = PAGE_SIZE) -> Page[Mark]:
        marks = marked_by(models.WatchlistEntry, self.user)
        return page_of(marks.select_related(None), page, page_size)

    @strawberry.field(description="The films that are not to be recommended to you.")
    def not_interested(self, page: int = 1, page_size: int = PAGE_SIZE) -> Page[Mark]:
        marks = marked_by(models.NotInterested, self.user)
        return page_of(marks.select_related(None), page, page_size)

    @strawberry.field(description="The films that you have seen, each once, latest first.")
    def seen(self, page: int = 1, page_size: int = PAGE_SIZE) -> Page[Seen]:
        return page_of(seen_by(self.user).select_related(None), page, page_size)

    @strawberry.field(description="Films for you, from your ratings as they are this instant.")
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
        question = replace(
            form.question(form.validated_data["model"]),
            without=not_recommended_to(self.user),
            seed=selectors.seed_of_today(self.user.pk),
        )
        found = selectors.recommendations(history_of(self.user), question)
        return shown(found, info.context.batches)
