"""Create and check the links in mails: sign-up confirmation, password reset and address change.

All links are built from SITE_URL, because the sender of a request chooses its Host header.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator, default_token_generator
from django.core import signing
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from accounts.models import User
from nextflex.base import hosts

_NEW_ADDRESS = "accounts.new-address"


class _ConfirmationTokens(PasswordResetTokenGenerator):
    """Tokens that become invalid once the account is confirmed or its password changes."""

    key_salt = "accounts.confirmation"

    def _make_hash_value(self, user: User, timestamp: int) -> str:
        return f"{super()._make_hash_value(user, timestamp)}{user.is_confirmed}"


confirmation_tokens = _ConfirmationTokens()


@dataclass(frozen=True, slots=True)
class NewAddress:
    """A request to change a user's address."""

    user: User
    email: str


def site_link(path: str) -> str:
    return f"{settings.SITE_URL.scheme}://{settings.SITE_URL.netloc}{path}"


def site_name() -> str:
    """The site's host with Unicode letters, for the text of mails."""
    host = settings.SITE_URL.hostname or ""
    return str(settings.SITE_URL.netloc.replace(host, hosts.readable_domain(host)))


def new_password_link(user: User) -> str:
    token = default_token_generator.make_token(user)
    return site_link(reverse("accounts:new_password", args=[_uid(user), token]))


def confirmation_link(user: User) -> str:
    token = confirmation_tokens.make_token(user)
    return site_link(reverse("accounts:confirm", args=[_uid(user), token]))


def new_address_link(user: User, email: str) -> str:
    token = signing.dumps([user.pk, email, _seal(user)], salt=_NEW_ADDRESS)
    return site_link(reverse("accounts:confirm_email", args=[token]))


def user_to_confirm(uid: str, token: str) -> User | None:
    """Return the user who confirms a sign-up by this link; None for a forged, used or expired link."""
    user = _user(uid, is_confirmed=False)
    return user if user and confirmation_tokens.check_token(user, token) else None


def user_of_link(uid: str, token: str) -> User | None:
    """Return the user of a password reset; None for a forged, used, expired or outdated link."""
    user = _user(uid, is_active=True)
    return user if user and default_token_generator.check_token(user, token) else None


def new_address_of(token: str) -> NewAddress | None:
    """Return the address change of this link.

    None for a forged, used or expired link, and after a later change of address or password.
    """
    try:
        user_id, email, seal = signing.loads(
            token, salt=_NEW_ADDRESS, max_age=settings.PASSWORD_RESET_TIMEOUT
        )
    except signing.BadSignature:
        return None
    user = User.objects.filter(pk=user_id, is_active=True).first()
    return NewAddress(user, email) if user and seal == _seal(user) else None


def _seal(user: User) -> str:
    """Return a fingerprint that changes with the address and the password."""
    return salted_hmac(_NEW_ADDRESS, f"{user.email}{user.password}", algorithm="sha256").hexdigest()


def _uid(user: User) -> str:
    return urlsafe_base64_encode(force_bytes(user.pk))


def _user(uid: str, **wanted: bool) -> User | None:
    try:
        user_id = int(urlsafe_base64_decode(uid))
    except ValueError:
        return None
    return User.objects.filter(pk=user_id, **wanted).first() if 0 < user_id < 2**63 else None
