"""Errors of requests to imports."""

from http import HTTPStatus

from nextflex.base.errors import DomainError


class NotNow(DomainError):
    """The import's state does not allow the requested action."""

    status = HTTPStatus.CONFLICT
    code = "conflict"


class TooManyImports(DomainError):
    status = HTTPStatus.TOO_MANY_REQUESTS
    code = "too_many_imports"
    retry_after_s = 30


class FileTooLarge(DomainError):
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    code = "too_large"


class UnreadableFile(DomainError):
    code = "unreadable_file"


class UnknownColumn(DomainError):
    """The file has no such column, or the import has no such file."""

    code = "unknown_column"
