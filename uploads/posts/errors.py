"""Errors of posts."""

from http import HTTPStatus

from nextflex.base.errors import DomainError, Unavailable
from uploads.images.limits import Refused


class BodyTooLarge(DomainError):
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    code = "too_large"


class AboutImage(DomainError):
    """The image cannot be posted."""


class NoImage(AboutImage):
    """The file is damaged, or too large to decode."""

    code = "bad_image"


class UnsupportedImage(AboutImage):
    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    code = "unsupported_image"


class SameImage(AboutImage):
    """The user has posted the image already; the message names that post."""

    status = HTTPStatus.CONFLICT
    code = "same_image"


class QuotaFull(DomainError):
    status = HTTPStatus.FORBIDDEN
    code = "quota_full"


class NotNow(DomainError):
    """Another request or the worker has already changed the post."""

    status = HTTPStatus.CONFLICT
    code = "not_now"


class StorageFailed(Unavailable):
    """The storage failed and nothing was kept; a later retry may succeed."""


def refusal(error: Refused) -> DomainError:
    return (UnsupportedImage if error.is_unsupported else NoImage)(str(error))
