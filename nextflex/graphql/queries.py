"""Public queries."""

import strawberry
from django.db.models import Count, Q

from catalog import models
from catalog.api.details import PeopleQuerySerializer
from catalog.api.serializers import SearchSerializer
from catalog.search.people import people_named
from catalog.selectors import films, matching, ordered
from nextflex.base.errors import DomainError, NotFound
from nextflex.graphql.aggregates import GroupOrdering, Groups, RatingFigures, RatingGroup, totals
from nextflex.graphql.context import Info
from nextflex.graphql.inputs import ChartName, MovieOrdering, SimilarBy, Wanted, checked, key_of
from nextflex.graphql.lists import PAGE_SIZE, Page, page_of
from nextflex.graphql.me import Me
from nextflex.graphql.rating_sums import Grouping
from nextflex.graphql.recommended import Recommendations, shown
from nextflex.graphql.types import Genre, Movie, Person
from recommender import selectors
from recommender.api.serializers import (
    K_DEFAULT,
    ChartQuerySerializer,
    SimilarQuerySerializer,
    TitleQuerySerializer,
)
from recommender.title_lookup import film_by_title

_MOST_NAMED = 100


@strawberry.type(description="Public queries. `pageSize` and `k` can be 1 to 100.")
class Query:
    @strawberry.field(
        description="Films, by default ordered by relevance to `q`, or by popularity without one."
    )
    def movies(
        self,
        wanted: Wanted = None,
        ordering: MovieOrdering | None = None,
        page: int = 1,
        page_size: int = PAGE_SIZE,
    ) -> Page[Movie]:
        form = checked(SearchSerializer, wanted, ordering=ordering)
        found = ordered(matching(form.wanted()), ordering=form.validated_data["ordering"])
        return page_of(found, page, page_size)

    @strawberry.field(graphql_type=Movie | None)
    def movie(self, info: Info, id: strawberry.ID) -> models.Movie:
        return _film(info, id)

    @strawberry.field(description="All genres, ordered by name.")
    def genres(self, page: int = 1, page_size: int = PAGE_SIZE) -> Page[Genre]:
        return page_of(models.Genre.objects.order_by("name"), page, page_size)

    @strawberry.field(
        description=(
            "Search people by name, tolerating typos. People with the most films come first."
        )
    )
    def people(self, q: str = "", page: int = 1, page_size: int = PAGE_SIZE) -> Page[Person]:
        name = checked(PeopleQuerySerializer, q=q).validated_data["q"]
        people = models.Person.objects.annotate(
            made=Count("credits__movie", distinct=True, filter=Q(credits__movie__is_hidden=False))
        )
        if name:
            people = people.filter(pk__in=[one.pk for one in people_named(name, limit=_MOST_NAMED)])
        return page_of(people.order_by("-made", "name", "pk"), page, page_size)

    @strawberry.field(graphql_type=Person | None)
    def person(self, info: Info, id: strawberry.ID) -> models.Person:
        found = models.Person.objects.filter(pk=key_of(id)).first()
        if found is None:
            raise NotFound(f"Unknown person {id}.")
        info.context.batches.meet([found])
        return found

    @strawberry.field(description="A chart computed from the current ratings.")
    def chart(
        self, info: Info, name: ChartName, k: int = K_DEFAULT, wanted: Wanted = None
    ) -> Recommendations:
        form = checked(ChartQuerySerializer, wanted, k=k)
        found = selectors.chart(name.value, limit=k, wanted=form.wanted())
        return shown(found, info.context.batches)

    @strawberry.field(
        description=(
            "Films similar to the one with this id or title; if several have the title, the most "
            "rated."
        )
    )
    def similar(
        self,
        info: Info,
        movie_id: strawberry.ID | None = None,
        title: str | None = None,
        year: int | None = None,
        by: SimilarBy = SimilarBy.CONTENT,
        k: int = K_DEFAULT,
    ) -> Recommendations | None:
        if (movie_id is None) == (title is None):
            raise DomainError("Give either movieId or title, not both.")
        asked = checked(SimilarQuerySerializer, by=by, k=k).validated_data
        if movie_id is not None:
            movie = _film(info, movie_id, name="movieId")
        else:
            named = checked(TitleQuerySerializer, title=title, year=year).validated_data
            movie = film_by_title(named["title"], named.get("year"))
        found = selectors.similar(movie, by=asked["by"], limit=asked["k"])
        return shown(found, info.context.batches)

    @strawberry.field(
        description=("Statistics of all ratings of these films, from the data set and this site.")
    )
    def rating_totals(self, wanted: Wanted = None) -> RatingFigures:
        return totals(wanted)

    @strawberry.field(
        description=(
            "All ratings grouped by genre, year or film; only groups with at least `atLeast` "
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
        return Groups(group, ordering, at_least, page, page_size).of(wanted)

    @strawberry.field(description="Your own data; null, with an error, if you are not signed in.")
    def me(self, info: Info) -> Me | None:
        return Me(user=info.context.signed_in())


def _film(info: Info, given: strawberry.ID, *, name: str = "id") -> models.Movie:
    found = films().filter(pk=key_of(given, name=name)).first()
    if found is None:
        raise NotFound(f"Unknown film {given}.")
    info.context.batches.meet([found])
    return found
