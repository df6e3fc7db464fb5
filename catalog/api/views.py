"""API views of films, genres and people."""

from django.db.models import Count, Q, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import generics
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from catalog.api.details import (
    MovieDetailSerializer,
    PeopleQuerySerializer,
    PersonDetailSerializer,
    PersonSerializer,
)
from catalog.api.serializers import GenreSerializer, MovieSerializer, SearchSerializer
from catalog.filmography import films_in_full
from catalog.models import Genre, Movie, Person
from catalog.search.people import people_named
from catalog.selectors import films, matching, ordered

_MOST_NAMED = 100
_SHOWN = Q(credits__movie__is_hidden=False)


@extend_schema(parameters=[SearchSerializer])
class MovieList(generics.ListAPIView[Movie]):
    """Films filtered by title, genre and year. `q` matches titles, ignoring accents and case."""

    permission_classes = [AllowAny]
    serializer_class = MovieSerializer
    queryset = films()

    def get_queryset(self) -> QuerySet[Movie]:
        query = SearchSerializer(data=self.request.query_params)
        query.is_valid(raise_exception=True)
        wanted = query.wanted()
        ordering = query.validated_data["ordering"]
        return ordered(matching(wanted), ordering=ordering)


class MovieDetail(generics.RetrieveAPIView[Movie]):
    """One film with all its details."""

    permission_classes = [AllowAny]
    serializer_class = MovieDetailSerializer
    queryset = films_in_full().prefetch_related("keywords", "languages", "external_ids")


class PersonList(generics.ListAPIView[Person]):
    """Search people by name, tolerating typos. People with the most films come first."""

    permission_classes = [AllowAny]
    serializer_class = PersonSerializer
    queryset = Person.objects.order_by("name", "pk")

    @extend_schema(parameters=[PeopleQuerySerializer])
    def get(self, request: Request, *args: object, **kwargs: object) -> Response:
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Person]:
        query = PeopleQuerySerializer(data=self.request.query_params)
        query.is_valid(raise_exception=True)
        people = Person.objects.annotate(
            films=Count("credits__movie", distinct=True, filter=_SHOWN)
        )
        if q := query.validated_data["q"]:
            people = people.filter(pk__in=[one.pk for one in people_named(q, limit=_MOST_NAMED)])
        return people.order_by("-films", "name", "pk")


class PersonDetail(generics.RetrieveAPIView[Person]):
    """One person and their credits, newest films first."""

    permission_classes = [AllowAny]
    serializer_class = PersonDetailSerializer
    queryset = Person.objects.all()


class GenreList(generics.ListAPIView[Genre]):
    """All genres with their number of films."""

    permission_classes = [AllowAny]
    serializer_class = GenreSerializer
    queryset = Genre.objects.annotate(
        films=Count("movies", filter=Q(movies__is_hidden=False))
    ).order_by("name")
