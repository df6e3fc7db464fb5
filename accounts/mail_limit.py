"""How many mails an address gets, so that nobody floods a stranger through this site."""

from hashlib import sha256

from django.core.cache import cache

from accounts.addresses import canonical

MAILS_AN_HOUR = 5
_HOUR_S = 3600


def may_mail(kind: str, email: str) -> bool:
    """Counts this mail; False when the address had its share of the hour."""
    key = f"{kind}-mails:" + sha256(canonical(email).encode()).hexdigest()
    cache.add(key, 0, _HOUR_S)
    try:
        asked = cache.incr(key)
    except ValueError:  # the cache was full and dropped it in between
        asked = 1
    return bool(asked <= MAILS_AN_HOUR)
