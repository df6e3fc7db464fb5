"""External accounts that sign users in here."""

import json
from hashlib import sha256

from django.conf import settings
from django.db import models
from django.utils import timezone

LABEL_LENGTH = 254


class LinkedAccount(models.Model):
    """An external account that is linked to a user.

    It is our own model, not a library's, so it is deleted with its user even where the feature is off.

    issuer: the provider's issuer, as in social_settings.Provider; label: the name shown to the owner.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="linked_accounts"
    )
    issuer = models.CharField(max_length=255)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    label = models.CharField(max_length=LABEL_LENGTH, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    last_used_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["issuer"]
        constraints = [
            models.UniqueConstraint(fields=["user", "issuer"], name="one_link_to_each_issuer")
        ]

    def __str__(self) -> str:
        return f"{self.issuer} for {self.user_id}"


def digest_of(issuer: str, subject: str) -> str:
    """Return a digest that identifies an external account.

    A subject is unique only within its issuer, may have any length, and may differ from another one by
    case alone, which MySQL ignores.
    """
    return sha256(json.dumps([issuer, subject]).encode()).hexdigest()
