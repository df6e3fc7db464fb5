"""Serializer fields that accept only the values of the OpenAPI document, unlike the framework's."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models
from rest_framework import serializers
from rest_framework.fields import empty
from rest_framework.utils import html

Row = TypeVar("Row", bound=models.Model)
_WORDS = {"true": True, "false": False}


class NeverEmpty(serializers.Field[Any, Any, Any, Any]):
    """A field for which an empty value is an error, also in a URL or a form, and not the default."""

    def get_value(self, dictionary: Mapping[str, Any]) -> Any:
        return dictionary.get(str(self.field_name), empty)


class OneOf(NeverEmpty, serializers.ChoiceField):
    """A choice of given words."""


class Text(serializers.CharField):
    """Text; numbers are refused, though the framework would convert them to text."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class EmailText(Text, serializers.EmailField):
    """An email address."""


class Number(serializers.FloatField):
    """A number; true and false are refused, though Python treats them as numbers."""

    def to_internal_value(self, data: Any) -> float:
        if isinstance(data, bool):
            self.fail("invalid")
        return super().to_internal_value(data)


class BoundedList(serializers.ListField):
    """A list; one that is too long is refused before its entries are read."""

    def run_child_validation(self, data: Any) -> Any:
        if self.max_length is not None and len(data) > self.max_length:
            self.fail("max_length", max_length=self.max_length)
        return super().run_child_validation(data)


# No docstring: the OpenAPI document would show it for subclasses without their own.
class ModelSerializer(serializers.ModelSerializer[Row]):
    serializer_field_mapping = serializers.ModelSerializer.serializer_field_mapping | {
        models.CharField: Text,
        models.TextField: Text,
        models.EmailField: EmailText,
    }


class Flag(NeverEmpty, serializers.BooleanField):
    """true or false; in a URL or a form, as words."""

    def to_internal_value(self, data: Any) -> bool:
        is_worded = html.is_html_input(getattr(self.root, "initial_data", None))
        given = _WORDS.get(str(data).lower()) if is_worded else data
        if not isinstance(given, bool):
            self.fail("invalid", input=data)
        return given
