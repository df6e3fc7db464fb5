"""Personal tokens for scripts: random text of which only a digest is stored.

The text is long and random, so one round of SHA-256 suffices: a brute-force search is hopeless.
"""

from datetime import timedelta
from hashlib import sha256

from django.utils import timezone
from rest_framework_simplejwt.exceptions import InvalidToken

from accounts.models import ApiToken

PREFIX = "nfx_"
MOST_TOKENS = 50
MOST_DAYS = 366
_USED_EVERY = timedelta(minutes=10)
HINT_LENGTH = len(PREFIX) + 4


def read_api_token(text: str) -> ApiToken:
    """Return the stored token.

    Raises InvalidToken for an unknown or expired one, or an inactive account.
    """
    now = timezone.now()
    rows = ApiToken.objects.select_related("user").filter(user__is_active=True, expires_at__gt=now)
    row = rows.filter(digest=digest_of(text)).first()
    if row is None:
        raise InvalidToken("The token is unknown, removed or expired.")
    if row.last_used_at is None or now - row.last_used_at >= _USED_EVERY:
        ApiToken.objects.filter(pk=row.pk).update(last_used_at=now)
    return row


def digest_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()
