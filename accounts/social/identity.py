"""A user's identity as a provider states it."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from accounts.email_addresses import canonical
from accounts.forms import MAX_EMAIL_LENGTH
from accounts.models.linked import LABEL_LENGTH, digest_of
from accounts.models.user import User

_NAME_LENGTH = User._meta.get_field("name").max_length or 0


@dataclass(frozen=True, slots=True)
class Identity:
    """A checked identity.

    subject: the id at the issuer, the only value that never passes to another user.

    email: "" where the provider gives none; is_verified: whether the provider has verified it.
    """

    issuer: str
    subject: str
    email: str = ""
    is_verified: bool = False
    name: str = ""
    login: str = ""

    @property
    def digest(self) -> str:
        return digest_of(self.issuer, self.subject)

    @property
    def label(self) -> str:
        return self.login or self.email or self.name


def make_identity(
    issuer: str, subject: str, *, email: object, is_verified: bool, name: object, login: object = ""
) -> Identity:
    """Create an identity; leave out values that are not text, or cannot be an address."""
    address = canonical(_printable(email, MAX_EMAIL_LENGTH + 1))
    return Identity(
        issuer,
        subject,
        address if _is_address(address) else "",
        is_verified,
        _printable(name, _NAME_LENGTH).strip(),
        _printable(login, LABEL_LENGTH).strip(),
    )


def _is_address(given: str) -> bool:
    try:
        validate_email(given)
    except ValidationError:
        return False
    return len(given) <= MAX_EMAIL_LENGTH


def _printable(given: object, length: int) -> str:
    text = given if isinstance(given, str) else ""
    return "".join(letter for letter in text if letter.isprintable())[:length]
