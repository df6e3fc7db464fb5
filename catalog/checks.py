"""Checks of settings: a wrong value would violate the terms of an external service."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import Error

TMDB_LONGEST_DAYS = 180

AppConfigs = Sequence[AppConfig] | None


def tmdb_is_forgotten_in_time(app_configs: AppConfigs, **kwargs: Any) -> list[Error]:
    """Require TMDB's data to be refreshed or deleted within six months, as its terms demand."""
    keep, stale = settings.TMDB_KEEP_DAYS, settings.TMDB_STALE_DAYS
    if stale <= keep <= TMDB_LONGEST_DAYS:
        return []
    return [
        Error(
            f"TMDB_KEEP_DAYS is {keep} and TMDB_STALE_DAYS is {stale}.",
            hint=(
                f"TMDB_KEEP_DAYS must be at most {TMDB_LONGEST_DAYS} and at least TMDB_STALE_DAYS."
            ),
            id="catalog.E001",
        )
    ]
