"""Password rules: passwords are normalised to NFKC, and must not be blank.

A keyboard may send `é` as one character or as two; both are the same password (NIST SP 800-63B).
"""

import unicodedata
from typing import Any

from django.contrib.auth import password_validation as stock
from django.core.exceptions import ValidationError

_LONGEST = 1_024  # forms and the API accept 256; the admin's sign-in has no limit


def normal_form(password: str) -> str:
    """Return the NFKC form. Longer strings stay as they are: normalising takes quadratic time in the
    combining marks of a letter, a minute for 80,000 of them.
    """
    return unicodedata.normalize("NFKC", password) if len(password) <= _LONGEST else password


class NotBlankValidator:
    """Require a visible character: white space and invisible characters are not a password."""

    def validate(self, password: str, user: object = None) -> None:
        if not any(letter.isprintable() and not letter.isspace() for letter in password):
            raise ValidationError(
                "The password must not consist only of spaces.",
                code="password_blank",
            )

    def get_help_text(self) -> str:
        return "Your password can’t consist only of spaces."


class _OfNormalForm:
    """Validate the normal form, which is hashed: 4 letters with combining accents do not count as 8."""

    def validate(self, password: str, user: Any = None) -> None:
        super().validate(normal_form(password), user)  # type: ignore[misc]  # a mixin


class SimilarityValidator(_OfNormalForm, stock.UserAttributeSimilarityValidator):
    pass


class LengthValidator(_OfNormalForm, stock.MinimumLengthValidator):
    pass


class CommonValidator(_OfNormalForm, stock.CommonPasswordValidator):
    pass


class NumericValidator(_OfNormalForm, stock.NumericPasswordValidator):
    pass
