"""Serializers of films and people with all their details."""

from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from catalog.api.serializers import MovieSerializer
from catalog.filmography import credits_of
from catalog.models import Credit, Movie, Person, TmdbDetails
from nextflex.base.rest.fields import Text

_FIELDS = (
    "original_title",
    "sort_title",
    "alternative_titles",
    "overview",
    "attribution",
    "runtime_min",
    "original_language",
    "languages",
    "countries",
    "keywords",
    "cast",
    "crew",
    "weighted_rating",
    "histogram",
    "imdb_id",
    "tmdb_id",
    "external_ids",
)


class PersonNameSerializer(serializers.ModelSerializer[Person]):
    class Meta:
        model = Person
        fields: tuple[str, ...] = ("id", "name")


class CreditSerializer(serializers.ModelSerializer[Credit]):
    """character: the role an actor plays, where known."""

    person = PersonNameSerializer()

    class Meta:
        model = Credit
        fields = ("person", "role", "character")


class MovieDetailSerializer(MovieSerializer):
    """A film with all details in the catalogue.

    attribution: the notice TMDB requires next to its overview; histogram: the number of ratings of
    0.5, 1 … 5 stars.
    """

    alternative_titles = serializers.ListField(child=serializers.CharField())
    countries = serializers.ListField(child=serializers.CharField())
    weighted_rating = serializers.FloatField(source="stats.weighted_rating", allow_null=True)
    languages = serializers.SerializerMethodField()
    keywords = serializers.SerializerMethodField()
    overview = serializers.SerializerMethodField()
    attribution = serializers.SerializerMethodField()
    cast = serializers.SerializerMethodField()
    crew = serializers.SerializerMethodField()
    histogram = serializers.SerializerMethodField()
    external_ids = serializers.SerializerMethodField()

    class Meta(MovieSerializer.Meta):
        fields = (*MovieSerializer.Meta.fields, *_FIELDS)

    def get_languages(self, movie: Movie) -> list[str]:
        return [one.code for one in movie.languages.all()]

    def get_keywords(self, movie: Movie) -> list[str]:
        return [one.name for one in movie.keywords.all()]

    def get_overview(self, movie: Movie) -> str:
        return movie.overview or _tmdb(movie).overview

    def get_attribution(self, movie: Movie) -> str:
        is_tmdbs = bool(_tmdb(movie).overview) and not movie.overview
        return settings.TMDB_ATTRIBUTION if is_tmdbs else ""

    @extend_schema_field(CreditSerializer(many=True))
    def get_cast(self, movie: Movie) -> Any:
        actors = [one for one in movie.credits.all() if one.role == Credit.Role.ACTOR]
        return CreditSerializer(actors, many=True).data

    @extend_schema_field(CreditSerializer(many=True))
    def get_crew(self, movie: Movie) -> Any:
        makers = [one for one in movie.credits.all() if one.role != Credit.Role.ACTOR]
        return CreditSerializer(makers, many=True).data

    def get_histogram(self, movie: Movie) -> list[int]:
        parts = (movie.stats.dataset_histogram, movie.stats.site_histogram)
        return [sum(part[place] for part in parts if part) for place in range(10)]

    def get_external_ids(self, movie: Movie) -> dict[str, int]:
        return {row.source: row.external_id for row in movie.external_ids.all()}


def _tmdb(movie: Movie) -> TmdbDetails:
    found: TmdbDetails = getattr(movie, "tmdb", None) or TmdbDetails()
    return found


class PeopleQuerySerializer(serializers.Serializer[dict[str, Any]]):
    """q: a name, or a part of one."""

    q = Text(default="", allow_blank=True, max_length=200)


class PersonSerializer(PersonNameSerializer):
    """films: the number of films with a credit for this person."""

    films = serializers.IntegerField()

    class Meta(PersonNameSerializer.Meta):
        fields = ("id", "name", "films")


class PersonCreditSerializer(serializers.ModelSerializer[Credit]):
    movie = MovieSerializer()

    class Meta:
        model = Credit
        fields = ("movie", "role", "character")


class PersonDetailSerializer(PersonNameSerializer):
    """A person with their credits, newest films first."""

    credits = serializers.SerializerMethodField()

    class Meta(PersonNameSerializer.Meta):
        fields = ("id", "name", "tmdb_id", "credits")

    @extend_schema_field(PersonCreditSerializer(many=True))
    def get_credits(self, person: Person) -> Any:
        return PersonCreditSerializer(credits_of(person), many=True).data
