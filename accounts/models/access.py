"""Sign-ins of users: browser sessions, token pairs of API clients, and personal tokens."""

import uuid
from hashlib import sha256

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone

CLIENT_LENGTH = 200


class Access(models.Model):
    """Fields that let the owner recognise a sign-in.

    client: the User-Agent at sign-in; address: the client's network address, for IPv6 its /64 network.
    """

    client = models.CharField(max_length=CLIENT_LENGTH, blank=True)
    address = models.GenericIPAddressField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True


def public_id_of(session_key: str | None) -> str:
    """Return an id of a session that does not reveal its key, which would give access."""
    return sha256(session_key.encode()).hexdigest()[:32] if session_key else ""


class BrowserSession(Access, AbstractBaseSession):
    """A Django session with its user; a guest's session has none.

    The database has no constraint: Django would retry forever to store a session that violates one.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        related_name="browser_sessions",
        db_constraint=False,
    )

    class Meta:
        verbose_name = "browser session"

    def __str__(self) -> str:
        return f"session of {self.user_id or 'a guest'}"

    @property
    def public_id(self) -> str:
        return public_id_of(self.session_key)


class ClientSignIn(Access):
    """An API client's sign-in. Each token names its sign-in and becomes invalid with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="client_sign_ins"
    )
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.id} of {self.user_id}"

    @property
    def public_id(self) -> str:
        return self.id.hex


class Scope(models.TextChoices):
    """The scopes of personal tokens; none covers the account itself."""

    READ = "read", "Read your data"
    RATINGS = "ratings", "Change ratings, lists, notes and imports"
    UPLOADS = "uploads", "Post films and images"


class ApiToken(models.Model):
    """A personal token for a script. Its text is shown once; the table holds only its digest."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    hint = models.CharField(max_length=12, editable=False)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.name} of {self.user_id}"
