"""Django's way of signing in, kept from telling who has an account."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from accounts.models import User
from accounts.passwords import normal_form


class SameCostBackend(BaseBackend):
    """Signs nobody in. An account is tried with a password's normal form and as it was typed (see
    `User.check_password`); where there is no account, the second hash is made here."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: Any = None,
        **_: Any,
    ) -> None:
        if username is None or password is None or normal_form(password) == password:
            return
        try:
            User.objects.get_by_natural_key(username)
        except User.DoesNotExist:
            make_password(password)
