"""The OpenAPI parts that all operations share: error responses and headers.

A view declares its own responses, such as a 409; rules add the common ones by its settings. Responses
have all fields of a serializer except those in its `may_lack`.
"""

from collections.abc import Iterator
from http import HTTPMethod
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import Direction, OpenApiExample, OpenApiResponse
from rest_framework import serializers

Operation = dict[str, Any]
_JSON = "application/json"


class ErrorDetailSerializer(serializers.Serializer[dict[str, Any]]):
    """code: machine-readable; message: human-readable; fields: error messages by invalid field."""

    code = serializers.CharField()
    message = serializers.CharField()
    fields = serializers.DictField(required=False)  # type: ignore[assignment]  # a name of the API's
    may_lack = ("fields",)


class ErrorSerializer(serializers.Serializer[dict[str, Any]]):
    """The format of every error response."""

    error = ErrorDetailSerializer()


def refused(description: str, *, code: str, message: str) -> OpenApiResponse:
    """Return an error response that a view declares, with an example."""
    value = {"error": {"code": code, "message": message}}
    return OpenApiResponse(ErrorSerializer, description, [OpenApiExample(code, value)])


class Schema(AutoSchema):
    """Add the view's common error responses and the headers to its own declarations."""

    def get_operation(self, *where: Any) -> Operation | None:
        operation: Operation | None = super().get_operation(*where)
        if operation is None:
            return None
        self.resolve_serializer(ErrorSerializer, "response")  # the shared responses refer to it
        responses = operation["responses"]
        for status, name in self._refusals(operation):
            responses.setdefault(status, {"$ref": f"#/components/responses/{name}"})
        for status, response in responses.items():
            if "$ref" not in response:
                response["headers"] = self._headers(status) | response.get("headers", {})
        operation["responses"] = dict(sorted(responses.items()))
        return operation

    def _map_basic_serializer(self, serializer: Any, direction: Direction) -> dict[str, Any]:
        """Correct the required fields: drf-spectacular treats optional inputs as optional outputs."""
        given: dict[str, Any] = super()._map_basic_serializer(  # type: ignore[no-untyped-call]
            serializer, direction
        )
        if direction == "response":
            whole = set(given["properties"]) - set(getattr(serializer, "may_lack", ()))
            given |= {"required": sorted(whole)} if whole else {}
        return given

    def _get_request_body(self, direction: Direction = "request") -> Any:
        """Add the body of a DELETE, here a password; drf-spectacular does not support one."""
        taken = getattr(self.view, "delete_serializer_class", None)
        if self.method != HTTPMethod.DELETE or taken is None:
            return super()._get_request_body(direction)  # type: ignore[no-untyped-call]
        return {"content": {_JSON: {"schema": self.resolve_serializer(taken, direction).ref}}}

    def _refusals(self, operation: Operation) -> Iterator[tuple[str, str]]:
        """Yield the names of shared error responses by status."""
        yield "400", "BadRequest"
        yield "406", "NotAcceptable"
        if self._knows_who_asks or "auth" in operation["tags"]:
            yield "401", "Unauthorized"
        if self._knows_who_asks:
            yield "403", "Forbidden"
        if "{" in self.path or self._is_paged:
            yield "404", "NotFound"
        if "requestBody" in operation:
            yield "413", "TooLarge"
            yield "415", "UnsupportedMediaType"
        if self._is_counted:
            yield "429", "TooManyRequests"
            yield "503", "Unavailable"
        if self._may_be_known(operation):
            yield "304", "NotModified"

    @property
    def _knows_who_asks(self) -> bool:
        return bool(self.view.get_authenticators())

    @property
    def _is_counted(self) -> bool:
        """Whether a rate limit applies; the health checks, which have none, need no service."""
        return bool(self.view.get_throttles())

    @property
    def _is_paged(self) -> bool:
        return bool(self._get_pagination_parameters())  # type: ignore[no-untyped-call]

    def _may_be_known(self, operation: Operation) -> bool:
        given = operation["responses"].get("200", {}).get("content", {})
        return self.method == HTTPMethod.GET and set(given) == {_JSON}

    def _headers(self, status: str) -> dict[str, dict[str, str]]:
        names = ["X-Request-ID"]
        if status == "200" and self.method == HTTPMethod.GET:
            names.append("ETag")
        if self._is_counted:
            names += ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"]
        if status in {"429", "503"}:
            names.append("Retry-After")
        return {name: {"$ref": f"#/components/headers/{name}"} for name in names}
