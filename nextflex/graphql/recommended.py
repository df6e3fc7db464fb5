"""Charts, similar films and models; figures are rounded as in the REST API."""

import strawberry

from catalog.models import Movie as MovieRow
from nextflex.graphql.batches import Batches
from nextflex.graphql.types import Movie
from recommender import explained
from recommender.explained import MovieExplanation, RecommendedMovie

Row = strawberry.Parent[RecommendedMovie]


@strawberry.type(
    description=("An explanation: either a film you rated, with its share, or a shared feature.")
)
class Because:
    reason: strawberry.Private[MovieExplanation | None] = None
    trait: str | None = None

    @strawberry.field(graphql_type=Movie | None)
    def movie(self) -> MovieRow | None:
        return self.reason.movie if self.reason else None

    @strawberry.field(description="Your rating of the film.")
    def rating(self) -> float | None:
        return self.reason.stars if self.reason else None

    @strawberry.field(description="Share of this film in the explanation, from 0 to 1.")
    def share(self) -> float | None:
        return round(self.reason.share, 4) if self.reason else None


@strawberry.type(description="A recommended film with its explanation.")
class Recommendation:
    @strawberry.field(graphql_type=Movie)
    def movie(self, root: Row) -> MovieRow:
        return root.movie

    @strawberry.field(description="Null where the model does not score the film.")
    def score(self, root: Row) -> float | None:
        return None if root.score is None else round(root.score, 6)

    @strawberry.field(description="The predicted rating, in stars.")
    def predicted_rating(self, root: Row) -> float | None:
        return None if root.predicted_rating is None else round(root.predicted_rating, 2)

    @strawberry.field(description="Standard deviation of the prediction, in stars.")
    def predicted_spread(self, root: Row) -> float | None:
        return None if root.predicted_spread is None else round(root.predicted_spread, 2)

    @strawberry.field
    def because(self, root: Row) -> list[Because]:
        traits = (Because(trait=words) for words in root.in_words())
        return [*(Because(reason=reason) for reason in root.because), *traits]


@strawberry.type(description='The model that produced a list; the version is "live" for a chart.')
class Model:
    name: str
    version: str


@strawberry.type(description="Recommended films, best first.")
class Recommendations:
    found: strawberry.Private[explained.Recommendations]

    @strawberry.field
    def model(self) -> Model:
        return Model(name=self.found.model, version=self.found.version)

    @strawberry.field(graphql_type=list[Recommendation])
    def results(self) -> list[RecommendedMovie]:
        return list(self.found.results)


def shown(found: explained.Recommendations, batches: Batches) -> Recommendations:
    """Return a list; its films and the explaining films are registered for further fields."""
    batches.meet(one.movie for one in found.results)
    batches.meet(reason.movie for one in found.results for reason in one.because)
    return Recommendations(found=found)
