"""What people do with their accounts."""

from hashlib import sha256

from django.contrib.auth import authenticate, user_logged_in
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from rest_framework.exceptions import AuthenticationFailed
from rest_framework_simplejwt.token_blacklist.models import OutstandingToken

from accounts import tasks
from accounts.deletion import clean_up_after
from accounts.models import User
from nextflex.errors import DomainError

WRONG_CREDENTIALS = "The e-mail address or the password is wrong."
RESET_MAILS_AN_HOUR = 5
_HOUR_S = 3600


class EmailTaken(DomainError):
    code = "email_taken"


def sign_up(*, email: str, password: str, name: str = "") -> User:
    """Raises EmailTaken, also when somebody else took the address a moment ago."""
    user = User(email=email.lower(), name=name)
    user.set_password(password)  # outside the transaction: it is slow, and SQLite has one writer
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        raise EmailTaken("An account with this address exists already.") from error
    return user


def sign_in(request: HttpRequest, *, email: str, password: str) -> User:
    """For a client that takes tokens: no session is made. Raises AuthenticationFailed."""
    user = authenticate(request, username=email, password=password)
    if not isinstance(user, User):
        raise AuthenticationFailed(WRONG_CREDENTIALS)
    user_logged_in.send(sender=User, request=request, user=user)
    return user


def change_password(user: User, password: str) -> None:
    """Ends every token and every session of theirs: each carries a digest of the old password."""
    user.set_password(password)
    user.save(update_fields=["password"])


def delete_account(user: User) -> None:
    with transaction.atomic():
        clean_up_after(user.pk)
        OutstandingToken.objects.filter(user=user).delete()
        user.delete()


def ask_for_new_password(email: str) -> None:
    """Sends the mail later, so that the answer takes as long for an address that nobody has."""
    key = "reset-mails:" + sha256(email.lower().encode()).hexdigest()
    cache.add(key, 0, _HOUR_S)
    try:
        asked = cache.incr(key)
    except ValueError:  # the cache was full and dropped it in between
        asked = 1
    if asked <= RESET_MAILS_AN_HOUR:
        tasks.send_new_password_link.enqueue(email)
