"""Checks of settings: a wrong value would otherwise go unnoticed until an account is stolen."""

import re
from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as CheckWarning
from rest_framework.settings import api_settings

BLACKLIST_APP = "rest_framework_simplejwt.token_blacklist"
_RATE = re.compile(r"[1-9][0-9]*/(s|sec|m|min|minute|h|hour|d|day)")

AppConfigs = Sequence[AppConfig] | None


def used_tokens_die(app_configs: AppConfigs, **kwargs: Any) -> list[Error]:
    """Require the app that lists used tokens: without it, rotation accepts used tokens again."""
    if not settings.SIMPLE_JWT.get("ROTATE_REFRESH_TOKENS") or apps.is_installed(BLACKLIST_APP):
        return []
    return [
        Error(
            "Refresh tokens are rotated, but used ones are still accepted.",
            hint=f"Add {BLACKLIST_APP!r} to INSTALLED_APPS.",
            id="accounts.E001",
        )
    ]


def keys_differ(app_configs: AppConfigs, **kwargs: Any) -> list[Error]:
    """Require two keys: with a single key, any text that the site signs could serve as a token."""
    if settings.SIMPLE_JWT.get("SIGNING_KEY") != settings.SECRET_KEY:
        return []
    return [
        Error(
            "SECRET_KEY and JWT_SIGNING_KEY are the same.",
            hint="Set JWT_SIGNING_KEY to a different value; script/setup writes one to .env.",
            id="accounts.E002",
        )
    ]


def sign_ups_can_be_confirmed(app_configs: AppConfigs, **kwargs: Any) -> list[CheckMessage]:
    """Warn when sign-ups need a confirmation link but no mail can be sent."""
    if settings.SENDS_MAIL or not settings.CONFIRM_SIGN_UPS:
        return []
    return [
        CheckWarning(
            "CONFIRM_SIGN_UPS is on, but this site cannot send mail.",
            hint="Set EMAIL_URL, or CONFIRM_SIGN_UPS=false.",
            id="accounts.W004",
        )
    ]


def rates_are_readable(app_configs: AppConfigs, **kwargs: Any) -> list[Error]:
    """Require valid throttle rates: an invalid rate would make every sign-in fail with status 500."""
    return [
        Error(
            f"The throttle rate for {scope}, {rate!r}, cannot be read.",
            hint=f"Write THROTTLE_{scope.upper().replace('-', '_')} as 30/hour or 5/minute.",
            id="accounts.E003",
        )
        for scope, rate in api_settings.DEFAULT_THROTTLE_RATES.items()
        if not _RATE.fullmatch(str(rate))
    ]
