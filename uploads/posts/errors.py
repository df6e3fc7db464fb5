"""What can be wrong with a post."""

from http import HTTPStatus

from nextflex.base.errors import DomainError, Unavailable
from uploads.images.limits import Refused


class BodyTooLarge(DomainError):
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    code = "too_large"


class AboutImage(DomainError):
    """It is the image that cannot be posted."""


class NoImage(AboutImage):
    """The file is broken, or larger than we decode."""

    code = "bad_image"


class UnsupportedImage(AboutImage):
    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    code = "unsupported_image"


class SameImage(AboutImage):
    """The message names the person's post that has the image already."""

    status = HTTPStatus.CONFLICT
    code = "same_image"


class QuotaFull(DomainError):
    status = HTTPStatus.FORBIDDEN
    code = "quota_full"


class NotNow(DomainError):
    """Somebody else, or the worker, was here first."""

    status = HTTPStatus.CONFLICT
    code = "not_now"


class StorageFailed(Unavailable):
    """Nothing was kept; the same request may work in a moment."""


def refusal(error: Refused) -> DomainError:
    return (UnsupportedImage if error.is_unsupported else NoImage)(str(error))
