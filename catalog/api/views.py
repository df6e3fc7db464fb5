"""Films and genres."""

from django.db.models import Count, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import generics
from rest_framework.permissions import AllowAny

from catalog.api.serializers import (
    GenreSerializer,
    MovieDetailSerializer,
    MovieSerializer,
    SearchSerializer,
)
from catalog.models import Genre, Movie
from catalog.selectors import films, matching, ordered


@extend_schema(parameters=[SearchSerializer])
class MovieList(generics.ListAPIView[Movie]):
    """Films by title, genre and year. `q` is matched with the titles, accents and case aside."""

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
    """One film."""

    permission_classes = [AllowAny]
    serializer_class = MovieDetailSerializer
    queryset = films().prefetch_related("external_ids")


class GenreList(generics.ListAPIView[Genre]):
    """All genres, with the number of their films."""

    permission_classes = [AllowAny]
    serializer_class = GenreSerializer
    queryset = Genre.objects.annotate(films=Count("movies")).order_by("name")
