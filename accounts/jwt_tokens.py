"""JSON Web Tokens: issue, exchange, check and end them.

simplejwt signs and reads them. This module adds three rules. A used refresh token is invalid even for a
concurrent request. No token outlives its holder, their password or its sign-in. A sign-in can be ended
from any device.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from rest_framework_simplejwt import tokens as stock
from rest_framework_simplejwt.exceptions import InvalidToken, TokenError
from rest_framework_simplejwt.settings import api_settings
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken
from rest_framework_simplejwt.utils import get_md5_hash_password

from accounts.models import ClientSignIn, User

SIGN_IN_CLAIM = "sid"


@dataclass(frozen=True, slots=True)
class TokenPair:
    access: str
    refresh: str


def issue(user: User, *, client: str = "", address: str | None = None) -> TokenPair:
    """Sign a user's client in. client and address: as in `Access`."""
    now = timezone.now()
    return _pair(ClientSignIn(user=user, client=client, address=address, expires_at=now))


def exchange(refresh: str) -> TokenPair:
    """Return a new pair for a refresh token, once.

    Raises InvalidToken for a used, ended or forged token.
    """
    token = _read(stock.RefreshToken, refresh)
    with transaction.atomic():
        sign_in = _sign_in_of(token)
        _spend(token)
        return _pair(sign_in)


def end(refresh: str) -> User:
    """Sign the holder's client out. Raises InvalidToken under the same conditions as `exchange`."""
    token = _read(stock.RefreshToken, refresh)
    with transaction.atomic():
        sign_in = _sign_in_of(token)
        _spend(token)
        holder: User = sign_in.user
        sign_in.delete()
    return holder


def check(token: str) -> None:
    """Raise InvalidToken unless this access or refresh token would be accepted now."""
    claims = _read(stock.UntypedToken, token)
    if claims.get(api_settings.TOKEN_TYPE_CLAIM) == stock.RefreshToken.token_type:
        claims = _read(stock.RefreshToken, token)
    holder_of(claims)


def holder_of(token: stock.Token) -> User:
    """Return the token's holder. Raises InvalidToken for a token that is no longer accepted."""
    holder: User = _sign_in_of(token).user
    return holder


def _pair(sign_in: ClientSignIn) -> TokenPair:
    """Return new tokens of a sign-in and extend the sign-in to their lifetime."""
    refresh = stock.RefreshToken.for_user(sign_in.user)
    # The table keeps only the id: a leaked backup contains no usable token.
    OutstandingToken.objects.filter(jti=refresh[api_settings.JTI_CLAIM]).update(token="")
    refresh[SIGN_IN_CLAIM] = sign_in.pk.hex
    sign_in.last_seen_at = timezone.now()
    sign_in.expires_at = datetime.fromtimestamp(refresh["exp"], UTC)
    sign_in.save()
    return TokenPair(access=str(refresh.access_token), refresh=str(refresh))


def _read(kind: Callable[[Any], stock.Token], raw: str) -> stock.Token:
    try:
        return kind(raw)
    except TokenError as error:
        raise InvalidToken(str(error)) from error
    except KeyError as error:  # simplejwt reads the id before checking that there is one
        raise InvalidToken(f"The token has no {error.args[0]} claim.") from error


def _sign_in_of(token: stock.Token) -> ClientSignIn:
    sign_ins = ClientSignIn.objects.select_related("user").filter(user__is_active=True)
    found = sign_ins.filter(
        pk=_uuid(token.get(SIGN_IN_CLAIM)), user=token.get(api_settings.USER_ID_CLAIM)
    ).first()
    if found is None:
        raise InvalidToken("The account was deleted or deactivated, or this client was signed out.")
    if token.get(api_settings.REVOKE_TOKEN_CLAIM) != get_md5_hash_password(found.user.password):
        raise InvalidToken("The password was changed.")
    return found


def _uuid(given: object) -> UUID:
    try:
        return UUID(hex=str(given))
    except ValueError as error:
        raise InvalidToken("The token does not belong to a sign-in.") from error


def _spend(token: stock.Token) -> None:
    """Record a token as used. Its column is unique: the database refuses a concurrent second use."""
    issued = OutstandingToken.objects.filter(jti=token[api_settings.JTI_CLAIM]).first()
    if issued is None:
        raise InvalidToken("The token was not issued by this site.")
    try:
        with transaction.atomic():
            BlacklistedToken.objects.create(token=issued)
    except IntegrityError as error:
        raise InvalidToken("The token was already used.") from error
