"""Queries of accounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from accounts.client_names import client_words
from accounts.models import (
    ApiToken,
    BrowserSession,
    ClientSignIn,
    LinkedAccount,
    User,
    UserDemographics,
)
from nextflex.conf.social import Provider
from recommender.core.data.interface import NO_DEMOGRAPHICS, Demographics


@dataclass(frozen=True, slots=True)
class Session:
    """An active session. kind: "browser", or "client" for one with tokens."""

    id: str
    kind: str
    client: str
    address: str | None
    created_at: datetime
    last_seen_at: datetime
    is_current: bool

    @property
    def words(self) -> str:
        return client_words(self.client)


@dataclass(frozen=True, slots=True)
class WayIn:
    """A provider of external sign-ins, and the user's account there if one is linked."""

    provider: Provider
    link: LinkedAccount | None


def sessions_of(user: User, *, current: str = "") -> list[Session]:
    """Return the user's active sessions, latest use first. current: the session of the request."""
    now = timezone.now()
    browsers = BrowserSession.objects.filter(user=user, expire_date__gt=now)
    clients = ClientSignIn.objects.filter(user=user, expires_at__gt=now)
    found = [*_shown(browsers, "browser", current), *_shown(clients, "client", current)]
    return sorted(found, key=lambda one: (not one.is_current, -one.last_seen_at.timestamp()))


def api_tokens_of(user: User) -> list[ApiToken]:
    """Return all tokens, newest first. Expired ones are included: they explain why a script fails."""
    return list(ApiToken.objects.filter(user=user))


def ways_in_of(user: User) -> list[WayIn]:
    """Return all providers of this site, linked or not; empty where the site has none."""
    if not settings.SOCIAL_PROVIDERS:
        return []
    links = {one.issuer: one for one in linked_accounts_of(user)}
    return [WayIn(one, links.get(one.issuer)) for one in settings.SOCIAL_PROVIDERS]


def linked_accounts_of(user: User) -> list[LinkedAccount]:
    """Return all linked accounts, including those of providers that the site has removed."""
    return list(LinkedAccount.objects.filter(user=user))


def about(user: User) -> UserDemographics:
    """Return the user's demographics; an empty, unsaved row when they gave none."""
    return UserDemographics.objects.filter(user=user).first() or UserDemographics(user=user)


def demographics_of(user: User) -> Demographics:
    """Return the user's demographics in the models' form."""
    given = UserDemographics.objects.filter(user=user).first()
    return given.demographics if given else NO_DEMOGRAPHICS


def _shown(
    rows: Iterable[BrowserSession | ClientSignIn], kind: str, current: str
) -> Iterable[Session]:
    for row in rows:
        yield Session(
            row.public_id,
            kind,
            row.client,
            row.address,
            row.created_at,
            row.last_seen_at,
            is_current=row.public_id == current,
        )
