"""Reading accounts."""

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
    """kind: "browser", or "client" for one that holds tokens."""

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
    """A provider that may sign people in here, and by which of its accounts somebody does."""

    provider: Provider
    link: LinkedAccount | None


def sessions_of(user: User, *, current: str = "") -> list[Session]:
    """Where somebody is signed in now, what was in use last first. current: the one that asks."""
    now = timezone.now()
    browsers = BrowserSession.objects.filter(user=user, expire_date__gt=now)
    clients = ClientSignIn.objects.filter(user=user, expires_at__gt=now)
    found = [*_shown(browsers, "browser", current), *_shown(clients, "client", current)]
    return sorted(found, key=lambda one: (not one.is_current, -one.last_seen_at.timestamp()))


def api_tokens_of(user: User) -> list[ApiToken]:
    """Newest first; those that have expired, too, so that their owner sees why a script fails."""
    return list(ApiToken.objects.filter(user=user))


def ways_in_of(user: User) -> list[WayIn]:
    """All providers of this site, connected or not; none where the site names none."""
    if not settings.SOCIAL_PROVIDERS:
        return []
    links = {one.issuer: one for one in linked_accounts_of(user)}
    return [WayIn(one, links.get(one.issuer)) for one in settings.SOCIAL_PROVIDERS]


def linked_accounts_of(user: User) -> list[LinkedAccount]:
    """Those of providers that the site does not name any more, too."""
    return list(LinkedAccount.objects.filter(user=user))


def about(user: User) -> UserDemographics:
    """What somebody told of themselves; an empty one that is not stored when they told nothing."""
    return UserDemographics.objects.filter(user=user).first() or UserDemographics(user=user)


def demographics_of(user: User) -> Demographics:
    """The same for the models."""
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
