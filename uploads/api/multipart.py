"""Multipart forms with an image: written to disk while they arrive, and limited in size."""

from collections.abc import Mapping
from typing import IO, Any

from django.core.exceptions import (
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from rest_framework.exceptions import ParseError
from rest_framework.parsers import DataAndFiles, MultiPartParser
from rest_framework.request import Request
from rest_framework.views import APIView

from nextflex.base.errors import DomainError
from nextflex.base.rest.parsing import StrictJSONParser
from uploads.posts.errors import BodyTooLarge
from uploads.posts.spooling import prepare


class BoundedMultiPartParser(MultiPartParser):
    """Django REST framework's parser with separate statuses for requests that Django refuses."""

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> "DataAndFiles[Any, Any]":
        try:
            return super().parse(stream, media_type, parser_context)
        except RequestDataTooBig as error:
            raise BodyTooLarge("The form fields are too long.") from error
        except (TooManyFieldsSent, TooManyFilesSent) as error:
            raise DomainError("The form has too many fields.") from error


class TakesImages(APIView):
    """A view that takes a form with an image, or JSON without one."""

    parser_classes = [BoundedMultiPartParser, StrictJSONParser]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Check the length first: authentication may already read the form, for its CSRF token."""
        prepare(request._request)
        super().initial(request, *args, **kwargs)


class FormParser(MultiPartParser):
    """A parser of multipart/form-data that reports suspicious forms as client errors."""

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> "DataAndFiles[Any, Any]":
        try:
            return super().parse(stream, media_type, parser_context)
        except SuspiciousOperation as error:
            raise ParseError(f"The form is invalid: {error}") from error
