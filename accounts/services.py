"""Changes to accounts: sign-up, sign-in, passwords, addresses, tokens and sessions."""

import secrets
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import authenticate, user_logged_in
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone
from rest_framework.exceptions import AuthenticationFailed
from rest_framework_simplejwt.settings import api_settings
from rest_framework_simplejwt.token_blacklist.models import OutstandingToken

from accounts import tasks
from accounts.deletion import clean_up_after
from accounts.email_addresses import canonical
from accounts.mailed_links import NewAddress
from accounts.models import ApiToken, BrowserSession, ClientSignIn, User, UserDemographics
from accounts.personal_tokens import HINT_LENGTH, MOST_TOKENS, PREFIX, digest_of
from nextflex.base.errors import DomainError

MAILS_AN_HOUR = 5
_HOUR_S = 3600
WRONG_CREDENTIALS = "Wrong e-mail address or password."
NO_MAIL = (
    "This site cannot send mail. Its administrator can set a new password for you with manage.py "
    "changepassword."
)
CLOSED = "Sign-up is closed on this site. Ask its administrator for an account."


class EmailTaken(DomainError):
    code = "email_taken"


class TooManyTokens(DomainError):
    status = HTTPStatus.CONFLICT
    code = "too_many_tokens"


class SignUpClosed(DomainError):
    status = HTTPStatus.FORBIDDEN
    code = "sign_up_closed"


def sign_up(*, email: str, password: str, name: str = "") -> User:
    """Create an account.

    Raises SignUpClosed, and EmailTaken, also when a concurrent sign-up took the address.
    """
    return _save_new(_new_user(email, password, name))


def ask_to_sign_up(*, email: str, password: str, name: str = "") -> None:
    """Create an account that waits for the link mailed to its address.

    The result does not reveal whether the address has an account: its owner gets a mail instead. A
    second sign-up before the link is opened replaces the password, which invalidates the link. Raises
    SignUpClosed.
    """
    user = _new_user(email, password, name)
    user.is_active = user.is_confirmed = False
    waiting = User.objects.filter(email=user.email, is_confirmed=False)
    if not waiting.update(password=user.password, name=user.name):
        with suppress(EmailTaken):  # the mail informs the account's owner
            _save_new(user)
    if may_mail("sign-up", user.email):
        tasks.send_sign_up_mail.enqueue(user.email)


def confirm(user: User) -> None:
    """Confirm the user's address, which activates the account."""
    user.is_active = user.is_confirmed = True
    user.save(update_fields=["is_active", "is_confirmed"])


def sign_in(request: HttpRequest, *, email: str, password: str) -> User:
    """Authenticate a client that uses tokens; creates no session. Raises AuthenticationFailed."""
    user = authenticate(request, username=email, password=password)
    if not isinstance(user, User):
        raise AuthenticationFailed(WRONG_CREDENTIALS)
    user_logged_in.send(sender=User, request=request, user=user)
    return user


def change_password(user: User, password: str) -> None:
    """Set a password and end all of the user's tokens and sessions; the view renews its own session."""
    user.set_password(password)
    with transaction.atomic():
        user.save(update_fields=["password"])
        sign_out_everywhere(user)


def ask_for_new_password(email: str) -> None:
    """Queue the mail, so that the response takes equally long for an address without an account.

    On a site without a mail server, the worker writes the mail to its console for the operator.
    """
    if may_mail("reset", email):
        tasks.send_new_password_link.enqueue(email)


def ask_for_new_email(user: User, email: str) -> bool:
    """Request a change of address. Returns whether it waits for a link mailed to the new address.

    Without a mail server, the change is made at once, and raises EmailTaken. With one, EmailTaken is
    raised only when the link is opened, so that the form does not reveal registered addresses.
    """
    if not settings.SENDS_MAIL:
        change_email(NewAddress(user, canonical(email)))
    elif may_mail("new-address", user.email):
        tasks.send_new_address_link.enqueue(user.pk, canonical(email))
    return bool(settings.SENDS_MAIL)


def change_email(wanted: NewAddress) -> None:
    """Change the address and notify the previous one. Raises EmailTaken."""
    user, old = wanted.user, wanted.user.email
    user.email = wanted.email
    try:
        with transaction.atomic():
            user.save(update_fields=["email"])
    except IntegrityError as error:
        user.email = old
        raise EmailTaken("An account with this address already exists.") from error
    tasks.send_address_changed.enqueue(old, wanted.email)


def change_theme(user: User, theme: str) -> None:
    user.theme = theme
    user.save(update_fields=["theme"])


def save_demographics(user: User, **given: object) -> UserDemographics:
    """Save a user's demographics; without any, no row is kept."""
    about, _ = UserDemographics.objects.update_or_create(user=user, defaults=given)
    if not (about.age_band or about.gender or about.occupation is not None):
        forget_about(user)
    return about


def forget_about(user: User) -> None:
    UserDemographics.objects.filter(user=user).delete()


def make_api_token(
    user: User, *, name: str, scopes: Sequence[str], days: int
) -> tuple[ApiToken, str]:
    """Create a token: the row, and the text, which cannot be retrieved later. Raises TooManyTokens."""
    text = PREFIX + secrets.token_urlsafe(32)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)  # concurrent requests must wait here
        if ApiToken.objects.filter(user=user).count() >= MOST_TOKENS:
            raise TooManyTokens(
                f"You already have {MOST_TOKENS} tokens, the maximum. Revoke one you no longer use."
            )
        row = ApiToken.objects.create(
            user=user,
            name=name,
            digest=digest_of(text),
            hint=text[:HINT_LENGTH],
            scopes=sorted(set(scopes)),
            expires_at=timezone.now() + timedelta(days=days),
        )
    return row, text


def end_session(user: User, public_id: str) -> bool:
    """Sign out one of the user's browsers or clients, at once. False without such a session."""
    for kind in (BrowserSession, ClientSignIn):
        for row in kind.objects.filter(user=user):
            if row.public_id == public_id:
                row.delete()
                return True
    return False


def sign_out_everywhere(user: User) -> None:
    """End all sessions and all tokens of clients; personal tokens stay."""
    BrowserSession.objects.filter(user=user).delete()
    ClientSignIn.objects.filter(user=user).delete()


def delete_account(user: User) -> None:
    with transaction.atomic():
        clean_up_after(user.pk)
        OutstandingToken.objects.filter(user=user).delete()
        user.delete()


def forget_expired_access() -> None:
    """Delete expired sessions, and tokens once their leeway has passed. Runs every night."""
    now = timezone.now()
    BrowserSession.objects.filter(expire_date__lt=now).delete()
    dead = now - api_settings.LEEWAY
    ClientSignIn.objects.filter(expires_at__lt=dead).delete()
    OutstandingToken.objects.filter(expires_at__lt=dead).delete()  # and the used ones


def _new_user(email: str, password: str, name: str) -> User:
    if not settings.SIGN_UP_OPEN:
        raise SignUpClosed(CLOSED)
    user = User(email=canonical(email), name=name)
    user.set_password(password)  # before the transaction: hashing would block SQLite's writer
    return user


def _save_new(user: User) -> User:
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        raise EmailTaken("An account with this address already exists.") from error
    return user


def may_mail(kind: str, email: str) -> bool:
    """Count this mail; False when the address has reached its hourly limit."""
    key = f"{kind}-mails:" + sha256(canonical(email).encode()).hexdigest()
    cache.add(key, 0, _HOUR_S)
    try:
        asked = cache.incr(key)
    except ValueError:  # the cache was full and evicted it in between
        asked = 1
    return bool(asked <= MAILS_AN_HOUR)
