"""What a password is: text in Unicode's normal form NFKC, and more than blanks.

A keyboard may send `é` as one character or as two; both are the same password (NIST SP 800-63B).
"""

import unicodedata
from typing import Any

from django.contrib.auth import password_validation as stock
from django.core.exceptions import ValidationError

_LONGEST = 1_024  # forms and API take 256; the admin's sign-in takes any


def normal_form(password: str) -> str:
    """What is too long to be a password stays as it is: a letter with many accents takes time by their
    square, and 80,000 of them a minute."""
    return unicodedata.normalize("NFKC", password) if len(password) <= _LONGEST else password


class NotBlankValidator:
    """Something must be there to see: blanks alone, of whatever width, are typed by accident."""

    def validate(self, password: str, user: object = None) -> None:
        if not any(letter.isprintable() and not letter.isspace() for letter in password):
            raise ValidationError(
                "The password must have letters, digits or signs, not only spaces.",
                code="password_blank",
            )

    def get_help_text(self) -> str:
        return "Your password can’t be only spaces."


class _OfNormalForm:
    """Django's validator, of what will be hashed: four letters with accents apart are no eight."""

    def validate(self, password: str, user: Any = None) -> None:
        super().validate(normal_form(password), user)  # type: ignore[misc]  # of what it is mixed into


class SimilarityValidator(_OfNormalForm, stock.UserAttributeSimilarityValidator):
    pass


class LengthValidator(_OfNormalForm, stock.MinimumLengthValidator):
    pass


class CommonValidator(_OfNormalForm, stock.CommonPasswordValidator):
    pass


class NumericValidator(_OfNormalForm, stock.NumericPasswordValidator):
    pass
