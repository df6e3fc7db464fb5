"""Serializers of how the files of an import were read, and how the user wants them read."""

from typing import Any

from rest_framework import serializers

from nextflex.base.rest.fields import NeverEmpty, OneOf, Text
from uploads.api.serializers import StarsField
from uploads.imports.columns import Field, plain
from uploads.imports.plans import Choice, FileKind
from uploads.imports.stars import SCALES, Thumbs

KINDS = [(kind.value, kind.value) for kind in FileKind if kind != FileKind.NEITHER]
ORDERS = ["day_first", "month_first"]
_THUMBS = Thumbs()


class ScaleField(NeverEmpty, serializers.ChoiceField):
    """The best rating of a scale."""

    def to_internal_value(self, data: Any) -> int:
        if isinstance(data, bool):
            self.fail("invalid_choice", input=data)
        return int(super().to_internal_value(data))


class ThumbsSerializer(serializers.Serializer[dict[str, Any]]):
    """Stars for thumbs down, thumbs up and two thumbs up."""

    down = StarsField(default=_THUMBS.down / 2)
    up = StarsField(default=_THUMBS.up / 2)
    two_up = StarsField(default=_THUMBS.two_up / 2)


class ColumnsField(serializers.DictField):
    """A mapping of fields to columns as named in the file; null where a field should not be read."""

    child = Text(allow_null=True, max_length=300)

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        columns = super().to_internal_value(data)
        for name in columns:
            if name not in list(Field):
                raise serializers.ValidationError(
                    f"Unknown field {name!r}; choose from {', '.join(Field)}."
                )
        plain_names: dict[str, Any] = {
            Field(name): plain(column or "") for name, column in columns.items()
        }
        for name, column in columns.items():
            if column is not None and not plain_names[Field(name)]:
                raise serializers.ValidationError(f"{column!r} is not a column name.")
        return plain_names


class ReadingChoiceSerializer(serializers.Serializer[dict[str, Any]]):
    """Omitted fields are detected from the file."""

    file = Text(
        default="",
        allow_blank=True,
        max_length=100,
        help_text=("Required if the zip has several files"),
    )
    kind = OneOf(
        choices=KINDS,
        required=False,
        help_text="The meaning of every row; with `seen` and `watchlist`, ratings are ignored",
    )
    scale = ScaleField(
        choices=list(SCALES), required=False, help_text=("The highest possible rating")
    )
    date_order = OneOf(choices=ORDERS, required=False, help_text="How to interpret 05/01/2024")
    columns = ColumnsField(default=dict)
    thumbs = ThumbsSerializer(required=False)

    def choice(self) -> Choice:
        """Return the choice; to be called after is_valid()."""
        given = self.validated_data
        thumbs, order = given.get("thumbs"), given.get("date_order")
        return Choice(
            scale=given.get("scale"),
            kind=FileKind(given["kind"]) if "kind" in given else None,
            columns=given["columns"],
            day_first=None if order is None else order == "day_first",
            thumbs=thumbs and Thumbs(**{name: int(stars * 2) for name, stars in thumbs.items()}),
        )


class ReadingSerializer(serializers.Serializer[dict[str, Any]]):
    """How one file was read."""

    file = serializers.CharField()
    format = serializers.CharField(help_text="The source site, or `generic`")
    kind = serializers.CharField(
        help_text="`ratings`, `seen`, `watchlist`, or `neither` (nothing is imported)"
    )
    scale = serializers.IntegerField(allow_null=True, help_text="The highest possible rating")
    columns = serializers.DictField(
        child=serializers.CharField(), help_text="The column used for each field"
    )
    available = serializers.ListField(
        child=serializers.CharField(), help_text=("All columns of the file")
    )
    date_order = serializers.CharField(
        allow_null=True,
        help_text="`day_first` or `month_first` if dates are ambiguous",
    )
    thumbs = ThumbsSerializer(allow_null=True)
