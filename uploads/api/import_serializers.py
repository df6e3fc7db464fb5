"""Serializers of imports and their rows."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from catalog.api.serializers import MovieSerializer
from catalog.models import Movie
from nextflex.base.rest.fields import Flag, OneOf
from uploads.api.reading_serializers import KINDS, ReadingSerializer, ScaleField
from uploads.imports.layouts import FORMATS
from uploads.imports.plans import Choice, FileKind
from uploads.imports.stars import SCALES
from uploads.models import ImportJob, ImportRow, Outcome


class FileSerializer(serializers.Serializer[dict[str, Any]]):
    """An import form with a file."""

    file = serializers.FileField(
        help_text=("A CSV, JSON, XML or zip file as exported by the site, at most 5 MB"),
        max_length=255,
    )
    dry_run = Flag(
        default=True, help_text="Only read the file and match its rows; apply/ saves the result"
    )
    format = serializers.ChoiceField(
        choices=["", *FORMATS],
        default="",
        allow_blank=True,
        help_text="Detected from the columns by default; `generic` for any other table",
    )
    scale = ScaleField(
        choices=list(SCALES),
        required=False,
        help_text=("The highest possible rating; detected by default"),
    )
    kind = OneOf(
        choices=KINDS, required=False, help_text="The meaning of every row; detected by default"
    )

    def choice(self) -> Choice | None:
        """Return the choice; to be called after is_valid()."""
        given = self.validated_data
        scale, kind = given.get("scale"), given.get("kind")
        return Choice(scale, FileKind(kind) if kind else None) if scale or kind else None


class ResultSerializer(serializers.Serializer[ImportJob]):
    """The result of reading a file. The counts add up to the number of rows."""

    format = serializers.CharField()
    file_name = serializers.CharField()
    dry_run = serializers.BooleanField(source="is_dry_run")
    counts = serializers.DictField(
        child=serializers.IntegerField(), help_text=("Number of rows by outcome")
    )
    rows = serializers.SerializerMethodField()
    notices = serializers.ListField(child=serializers.CharField())
    readings = ReadingSerializer(
        many=True, help_text=("How each file was read; change it with reading/")
    )

    def get_rows(self, job: ImportJob) -> int:
        return sum(job.counts.values())


class JobSerializer(serializers.Serializer[ImportJob]):
    """A background job. `result` and `error` are present once available."""

    id = serializers.UUIDField()
    state = serializers.ChoiceField(choices=ImportJob.State.choices)
    progress = serializers.FloatField(help_text="0 to 1")
    result = ResultSerializer(source="*", required=False)
    error = serializers.CharField(required=False)
    may_lack = ("result", "error")

    def to_representation(self, instance: ImportJob) -> dict[str, Any]:
        reported: dict[str, Any] = super().to_representation(instance)
        if not instance.is_read or instance.is_under_way:
            del reported["result"]
        if not instance.error:
            del reported["error"]
        return reported


class ImportSerializer(JobSerializer):
    """An import: the job and its file name."""

    file_name = serializers.CharField()
    format = serializers.CharField()
    created_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    applied_at = serializers.DateTimeField(allow_null=True)


class RowQuerySerializer(serializers.Serializer[dict[str, Any]]):
    outcome = OneOf(choices=Outcome.choices, required=False)


class ChoiceSerializer(serializers.Serializer[dict[str, Any]]):
    """The film a row refers to; null skips the row."""

    movie = serializers.IntegerField(
        min_value=1, max_value=2**63 - 1, allow_null=True, help_text="A film id, or null"
    )


class RowSerializer(serializers.ModelSerializer[ImportRow]):
    """One row of the file with its outcome: planned, or actual once applied.

    `same_as` is the line of the row that is used for the film, if that is another one.
    """

    rating = serializers.FloatField(source="stars", allow_null=True)
    movie = MovieSerializer(source="shown_movie", allow_null=True)
    candidates = serializers.SerializerMethodField()
    applied = serializers.SerializerMethodField()

    class Meta:
        model = ImportRow
        fields = (
            "line",
            "file",
            "file_line",
            "title",
            "year",
            "imdb_id",
            "tmdb_id",
            "rating",
            "rated_at",
            "watched_at",
            "outcome",
            "reason",
            "remark",
            "same_as",
            "movie",
            "candidates",
            "applied",
        )

    @extend_schema_field(MovieSerializer(many=True))
    def get_candidates(self, row: ImportRow) -> list[dict[str, Any]]:
        films: dict[int, Movie] = self.context["films"]
        known = [films[pk] for pk in row.candidates if pk in films]
        return list(MovieSerializer(known, many=True).data)

    def get_applied(self, row: ImportRow) -> bool:
        return row.applied_at is not None
