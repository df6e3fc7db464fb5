"""An authentication backend that keeps response times from revealing which accounts exist."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import get_hasher, get_hashers, make_password
from django.http import HttpRequest

from accounts.models import User
from accounts.passwords import normal_form


class SameCostBackend(BaseBackend):
    """Authenticate nobody. This backend runs last, after a failed sign-in, and computes the hashes that
    the sign-in would have cost with any other account.

    `User.check_password` hashes a password that is not in normal form twice. While some accounts still
    have a hash of an older kind, each failed sign-in costs that kind of hash as well.
    """

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: Any = None,
        **_: Any,
    ) -> None:
        if username is None or password is None:
            return
        times = 1 if normal_form(password) == password else 2
        preferred = _kinds_of_hashes()[0]
        user = _account(username)
        if user is None:  # ModelBackend has computed one hash
            _hash(password, preferred, times - 1)
        spent = _kind_of_hash(user)
        for kind in _kinds_in_use() - {spent}:
            _hash(password, kind, times)
        if user is not None and spent != preferred:
            get_hasher(spent).harden_runtime(password, user.password)


def _account(username: str) -> User | None:
    try:
        return User.objects.get_by_natural_key(username)
    except User.DoesNotExist:
        return None


def _kinds_of_hashes() -> list[str]:
    """The preferred kind comes first."""
    return [str(hasher.algorithm) for hasher in get_hashers()]


def _kind_of_hash(user: User | None) -> str:
    """The kind that checking a password has cost; Django computes a preferred one where no kind fits."""
    kinds = _kinds_of_hashes()
    kind = user.password.partition("$")[0] if user else ""
    return kind if kind in kinds else kinds[0]


def _kinds_in_use() -> set[str]:
    preferred, *older = _kinds_of_hashes()
    kept = (kind for kind in older if User.objects.filter(password__startswith=f"{kind}$").exists())
    return {preferred, *kept}


def _hash(password: str, kind: str, times: int) -> None:
    for _ in range(times):
        make_password(password, hasher=kind)
