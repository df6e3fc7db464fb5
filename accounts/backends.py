"""An authentication backend that keeps response times from revealing which accounts exist."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from accounts.models import User
from accounts.passwords import normal_form


class SameCostBackend(BaseBackend):
    """Authenticate nobody. `User.check_password` hashes a password that is not in normal form twice;
    for unknown accounts, this backend computes the second hash.
    """

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
