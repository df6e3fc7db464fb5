"""Films as the API shows them, and the filters that it takes."""

from typing import Any

from rest_framework import serializers

from catalog.models import Genre, Movie
from catalog.posters_of import poster_url
from catalog.selectors import ORDERINGS, MovieFilter, genre_names

_FIRST_YEAR, _LAST_YEAR = 1870, 2100


_LIST_FIELDS = ("id", "title", "year", "genres", "poster", "rating_mean", "rating_count")
_DETAIL_FIELDS = ("sort_title", "alternative_titles", "weighted_rating", "external_ids")


class MovieSerializer(serializers.ModelSerializer[Movie]):
    """A film with what a list shows of it."""

    genres = serializers.SerializerMethodField()
    poster = serializers.SerializerMethodField()
    rating_mean = serializers.FloatField(source="stats.rating_mean", allow_null=True)
    rating_count = serializers.IntegerField(source="stats.rating_count")

    class Meta:
        model = Movie
        fields: tuple[str, ...] = _LIST_FIELDS

    def get_genres(self, movie: Movie) -> list[str]:
        return [genre.name for genre in movie.genres.all()]

    def get_poster(self, movie: Movie) -> str:
        return poster_url(movie)


class MovieDetailSerializer(MovieSerializer):
    """A film with all that the catalogue knows of it."""

    weighted_rating = serializers.FloatField(source="stats.weighted_rating", allow_null=True)
    external_ids = serializers.SerializerMethodField()

    class Meta(MovieSerializer.Meta):
        fields = (*_LIST_FIELDS, *_DETAIL_FIELDS)

    def get_external_ids(self, movie: Movie) -> dict[str, int]:
        return {row.source: row.external_id for row in movie.external_ids.all()}


class NamesField(serializers.ListField):
    """A query parameter that may come several times."""

    child = serializers.CharField(max_length=60)


class FilterSerializer(serializers.Serializer[dict[str, Any]]):
    """Which films may come; all that is given must hold. A genre may be given several times."""

    genre = NamesField(default=list)
    exclude_genre = NamesField(default=list)
    year_min = serializers.IntegerField(required=False, min_value=_FIRST_YEAR, max_value=_LAST_YEAR)
    year_max = serializers.IntegerField(required=False, min_value=_FIRST_YEAR, max_value=_LAST_YEAR)

    def validate_genre(self, names: list[str]) -> list[str]:
        return _known_genres(names)

    def validate_exclude_genre(self, names: list[str]) -> list[str]:
        return _known_genres(names)

    def wanted(self) -> MovieFilter:
        """The filter, after is_valid()."""
        data = self.validated_data
        return MovieFilter(
            q=data.get("q", ""),
            genres=tuple(data["genre"]),
            exclude_genres=tuple(data["exclude_genre"]),
            year_min=data.get("year_min"),
            year_max=data.get("year_max"),
        )


class SearchSerializer(FilterSerializer):
    """`q` searches the titles; without an ordering, by match when there is a `q`, else by popularity."""

    q = serializers.CharField(default="", allow_blank=True, max_length=200)
    ordering = serializers.ChoiceField(choices=["relevance", *ORDERINGS], required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs.setdefault("ordering", "relevance" if attrs["q"] else "popularity")
        return attrs


class GenreSerializer(serializers.Serializer[Genre]):
    name = serializers.CharField()
    films = serializers.IntegerField()


def _known_genres(names: list[str]) -> list[str]:
    known = {name.casefold(): name for name in genre_names()} if names else {}
    for name in names:
        if name.casefold() not in known:
            raise serializers.ValidationError(
                f"{name!r} is not a genre; there are {', '.join(sorted(known.values()))}."
            )
    return names
