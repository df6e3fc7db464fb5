"""Parse API requests: strict JSON, whole numbers in range, pages."""

import json
from collections.abc import Mapping
from typing import IO, Any, Never

from django.conf import settings
from django.core.paginator import Paginator
from rest_framework import serializers
from rest_framework.exceptions import APIException, ParseError, ValidationError
from rest_framework.pagination import PageNumberPagination
from rest_framework.parsers import BaseParser
from rest_framework.request import Request

MAX_DEPTH = 32


class BodyTooLarge(APIException):
    status_code = 413
    default_code = "too_large"
    default_detail = f"The body is larger than {settings.DATA_UPLOAD_MAX_MEMORY_SIZE:,} bytes."


class StrictJSONParser(BaseParser):
    """Parse JSON by RFC 8259: UTF-8, no NaN, no repeated name, no lone surrogate, limited depth.

    A leading byte order mark is skipped. The middleware refuses other charsets.
    """

    media_type = "application/json"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        raw = stream.read(settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
        if len(raw) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise BodyTooLarge
        if nesting(raw) > MAX_DEPTH:
            raise ParseError(f"The JSON is nested deeper than {MAX_DEPTH} levels.")
        try:
            value = json.loads(
                raw.decode("utf-8-sig"),
                object_pairs_hook=_unique_names,
                parse_constant=_refuse_constant,
            )
            json.dumps(value, ensure_ascii=False).encode()  # fails for a lone surrogate
        except ValueError as error:
            raise ParseError(f"The body is not valid JSON: {error}") from error
        if not isinstance(value, dict):
            raise ParseError('The body must be a JSON object such as {"rating": 4.5}.')
        return value


def nesting(raw: bytes) -> int:
    """Return an upper bound of the nesting: brackets inside strings are counted as well."""
    deepest = depth = 0
    for byte in raw:
        if byte in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif byte in b"]}":
            depth -= 1
    return deepest


def _unique_names(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a name is repeated")
    return value


def _refuse_constant(constant: str) -> Never:
    raise ValueError(f"{constant} is not a valid JSON number")


class Pages(PageNumberPagination):
    """Pagination. page_size: larger values are reduced to the maximum; invalid ones are refused."""

    page_size = 20
    page_size_query_param = "page_size"
    max_page_size = 100
    _WANTED = serializers.IntegerField(min_value=1)

    def get_page_size(self, request: Request) -> int:
        raw = request.query_params.get(self.page_size_query_param)
        if raw is None:
            return self.page_size
        try:
            wanted = int(self._WANTED.run_validation(raw))
        except ValidationError as error:
            raise ValidationError({self.page_size_query_param: error.detail}) from error
        return min(wanted, self.max_page_size)

    def get_page_number(self, request: Request, paginator: Paginator[Any]) -> int | str:
        """Return the page number; an empty `page` is refused, where the framework uses the first."""
        if request.query_params.get(self.page_query_param) == "":
            raise ValidationError(
                {self.page_query_param: [("Give a number, or omit the parameter.")]}
            )
        return super().get_page_number(request, paginator)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        given: dict[str, Any] = super().get_paginated_response_schema(schema)
        return given | {"required": list(given["properties"])}

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        given = super().get_schema_operation_parameters(view)
        return [one | {"schema": one["schema"] | {"minimum": 1}} for one in given]
