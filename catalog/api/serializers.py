"""Serializers of films and of the filters for them."""

from typing import Any, TypeVar

from rest_framework import serializers

from catalog.filter_problems import problem_with_keyword, problem_with_language, problem_with_person
from catalog.keyword_names import keyword_name
from catalog.models import Genre, Movie
from catalog.poster_urls import poster_url
from catalog.selectors import ORDERINGS, MovieFilter, genre_names
from nextflex.base.rest.fields import OneOf, Text

_FIRST_YEAR, _LAST_YEAR = 1870, 2100


Given = TypeVar("Given")
_LIST_FIELDS = ("id", "title", "year", "genres", "poster", "rating_mean", "rating_count")


class MovieSerializer(serializers.ModelSerializer[Movie]):
    """A film as shown in lists."""

    genres = serializers.SerializerMethodField()
    poster = serializers.SerializerMethodField()
    rating_mean = serializers.FloatField(source="stats.rating_mean", allow_null=True)
    rating_count = serializers.IntegerField(source="stats.rating_count")

    class Meta:
        model = Movie
        fields: tuple[str, ...] = _LIST_FIELDS

    def get_genres(self, movie: Movie) -> list[str]:
        return [*movie.genre_names]

    def get_poster(self, movie: Movie) -> str:
        return poster_url(movie)

    def to_representation(self, instance: Movie) -> dict[str, Any]:
        """What the fields would make of it, in a tenth of the time: lists hold dozens of films."""
        if type(self).Meta is not MovieSerializer.Meta:
            return super().to_representation(instance)
        return {
            "id": instance.pk,
            "title": instance.title,
            "year": instance.year,
            "genres": [*instance.genre_names],
            "poster": poster_url(instance),
            "rating_mean": instance.stats.rating_mean,
            "rating_count": instance.stats.rating_count,
        }


class NamesField(serializers.ListField):
    """A query parameter that may come several times."""

    child = Text(max_length=60)


class FilterSerializer(serializers.Serializer[dict[str, Any]]):
    """Which films may come; all that is given must hold. A genre may be given several times."""

    genre = NamesField(default=list)
    exclude_genre = NamesField(default=list)
    year_min = serializers.IntegerField(required=False, min_value=_FIRST_YEAR, max_value=_LAST_YEAR)
    year_max = serializers.IntegerField(required=False, min_value=_FIRST_YEAR, max_value=_LAST_YEAR)

    language = Text(default="", allow_blank=True, max_length=12)
    person = serializers.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    keyword = Text(default="", allow_blank=True, max_length=100)
    min_rating = serializers.FloatField(required=False, min_value=0.5, max_value=5)
    min_ratings = serializers.IntegerField(required=False, min_value=0, max_value=10**9)

    def validate_genre(self, names: list[str]) -> list[str]:
        return known_genres(names)

    def validate_exclude_genre(self, names: list[str]) -> list[str]:
        return known_genres(names)

    def validate_language(self, code: str) -> str:
        return _unless(problem_with_language(code) if code else "", code)

    def validate_person(self, person_id: int) -> int:
        return _unless(problem_with_person(person_id), person_id)

    def validate_keyword(self, text: str) -> str:
        return _unless(problem_with_keyword(text) if text else "", keyword_name(text))

    def wanted(self) -> MovieFilter:
        """The filter, after is_valid()."""
        data = self.validated_data
        return MovieFilter(
            q=data.get("q", ""),
            genres=tuple(data["genre"]),
            exclude_genres=tuple(data["exclude_genre"]),
            year_min=data.get("year_min"),
            year_max=data.get("year_max"),
            language=data["language"],
            person=data.get("person"),
            keyword=data["keyword"],
            min_rating=data.get("min_rating"),
            min_ratings=data.get("min_ratings"),
        )


class SearchSerializer(FilterSerializer):
    """`q` searches the titles; without an ordering, by match when there is a `q`, else by popularity."""

    q = Text(default="", allow_blank=True, max_length=200)
    ordering = OneOf(choices=["relevance", *ORDERINGS], required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs.setdefault("ordering", "relevance" if attrs["q"] else "popularity")
        return attrs


class GenreSerializer(serializers.Serializer[Genre]):
    name = serializers.CharField()
    films = serializers.IntegerField()


def _unless(problem: str, given: Given) -> Given:
    """Return the value, or raise a ValidationError when there is a problem with it."""
    if problem:
        raise serializers.ValidationError(problem)
    return given


def known_genres(names: list[str]) -> list[str]:
    known = {name.casefold(): name for name in genre_names()} if names else {}
    for name in names:
        if name.casefold() not in known:
            raise serializers.ValidationError(
                f"Unknown genre {name!r}; choose from {', '.join(sorted(known.values()))}."
            )
    return names
