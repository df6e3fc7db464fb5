"""Fields that take what the OpenAPI document says and no more."""

from typing import Any

import pytest
from django.http import QueryDict
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail

from nextflex.base.rest.fields import Flag, OneOf, Text


class AskSerializer(serializers.Serializer[Any]):
    by = OneOf(choices=["content", "ratings"], default="content")
    is_public = Flag(default=False)
    name = Text(required=False)


def taken(given: Any) -> dict[str, Any]:
    form = AskSerializer(data=given)
    form.is_valid(raise_exception=True)
    shown: dict[str, Any] = form.validated_data
    return shown


def refused(given: Any) -> dict[str, list[ErrorDetail]]:
    form = AskSerializer(data=given)
    assert not form.is_valid()
    errors: dict[str, list[ErrorDetail]] = form.errors
    return errors


@pytest.mark.parametrize("of", [dict, QueryDict])
def test_what_is_not_said_has_its_default(of: Any) -> None:
    assert taken(of()) == {"by": "content", "is_public": False}


def test_an_empty_choice_in_an_address_is_not_the_default() -> None:
    assert list(refused(QueryDict("by="))) == ["by"]
    assert taken(QueryDict("by=ratings"))["by"] == "ratings"


@pytest.mark.parametrize("word", ["true", "True", "TRUE"])
def test_an_address_says_true_and_false_in_words(word: str) -> None:
    assert taken(QueryDict(f"is_public={word}"))["is_public"] is True
    assert taken(QueryDict("is_public=false"))["is_public"] is False


@pytest.mark.parametrize("word", ["1", "0", "on", "yes", "t", "", "null", "[]"])
def test_in_no_other_words(word: str) -> None:
    assert list(refused(QueryDict(f"is_public={word}"))) == ["is_public"]


@pytest.mark.parametrize("flag", ["true", "false", 1, 0, 1.0, "", [], {}, None])
def test_json_has_its_own_true_and_false(flag: Any) -> None:
    assert taken({"is_public": True})["is_public"] is True
    assert list(refused({"is_public": flag})) == ["is_public"]


@pytest.mark.parametrize("name", [7, 7.5, True, ["a"], {"a": 1}, None])
def test_a_number_is_no_text(name: Any) -> None:
    assert list(refused({"name": name})) == ["name"]
    assert taken({"name": "7"})["name"] == "7"
