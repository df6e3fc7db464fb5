from django.apps import AppConfig
from django.core.checks import Tags, register

from accounts import checks


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import housekeeping, personal_data  # noqa: PLC0415  models are loaded by now

        for check in (checks.used_tokens_die, checks.keys_differ, checks.rates_are_readable):
            register(check, Tags.security)
        register(checks.sign_ups_can_be_confirmed)
        personal_data.register()
        housekeeping.register()
