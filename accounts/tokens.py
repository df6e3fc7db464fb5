"""JSON web tokens: how they are issued, exchanged and ended.

simplejwt signs and reads them. What it leaves open is closed here: a used refresh token is dead also
for a request that comes at the same moment, and no token outlives its holder or their password.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from rest_framework_simplejwt import tokens as stock
from rest_framework_simplejwt.exceptions import InvalidToken, TokenError
from rest_framework_simplejwt.settings import api_settings
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken
from rest_framework_simplejwt.utils import get_md5_hash_password

from accounts.models import User


@dataclass(frozen=True, slots=True)
class TokenPair:
    access: str
    refresh: str


def issue(user: User) -> TokenPair:
    refresh = stock.RefreshToken.for_user(user)
    # The table keeps only the id: whoever reads a backup finds no token to use.
    OutstandingToken.objects.filter(jti=refresh[api_settings.JTI_CLAIM]).update(token="")
    return TokenPair(access=str(refresh.access_token), refresh=str(refresh))


def exchange(refresh: str) -> TokenPair:
    """A new pair for a refresh token, once. Raises InvalidToken when it is used, ended or forged."""
    token = _read(stock.RefreshToken, refresh)
    with transaction.atomic():
        holder = _holder_of(token)
        _spend(token)
        return issue(holder)


def end(refresh: str) -> User:
    """Sign the holder's client out. Raises InvalidToken as `exchange` does."""
    token = _read(stock.RefreshToken, refresh)
    holder = _holder_of(token)
    _spend(token)
    return holder


def check(token: str) -> None:
    """Raises InvalidToken unless this access or refresh token would be accepted now."""
    claims = _read(stock.UntypedToken, token)
    if claims.get(api_settings.TOKEN_TYPE_CLAIM) == stock.RefreshToken.token_type:
        claims = _read(stock.RefreshToken, token)
    _holder_of(claims)


def _read(kind: Callable[[Any], stock.Token], raw: str) -> stock.Token:
    try:
        return kind(raw)
    except TokenError as error:
        raise InvalidToken(str(error)) from error
    except KeyError as error:  # simplejwt looks a token up by its id before it knows of one
        raise InvalidToken(f"The token has no {error.args[0]}.") from error


def _holder_of(token: stock.Token) -> User:
    holder = User.objects.filter(pk=token.get(api_settings.USER_ID_CLAIM), is_active=True).first()
    if holder is None:
        raise InvalidToken("The account is deleted or inactive.")
    if token.get(api_settings.REVOKE_TOKEN_CLAIM) != get_md5_hash_password(holder.password):
        raise InvalidToken("The password was changed.")
    return holder


def _spend(token: stock.Token) -> None:
    """One row a token, and the column is unique: of two requests at once the database refuses one."""
    issued = OutstandingToken.objects.filter(jti=token[api_settings.JTI_CLAIM]).first()
    if issued is None:
        raise InvalidToken("The token was not issued here.")
    try:
        with transaction.atomic():
            BlacklistedToken.objects.create(token=issued)
    except IntegrityError as error:
        raise InvalidToken("The token was used already.") from error
