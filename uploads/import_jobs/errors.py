"""What can be wrong with what is asked of an import."""

from http import HTTPStatus

from nextflex.base.errors import DomainError


class NotNow(DomainError):
    """The import is in another state than what was asked for needs."""

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
    """The file has no such column, or the import no such file to name one of."""

    code = "unknown_column"
