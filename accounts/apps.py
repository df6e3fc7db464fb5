from django.apps import AppConfig
from django.core.checks import Tags, register

from accounts import checks


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        # Models are loaded by now.
        from accounts import lockout, personal_data, services  # noqa: PLC0415
        from nextflex.base import nightly  # noqa: PLC0415

        for check in (checks.used_tokens_die, checks.keys_differ, checks.rates_are_readable):
            register(check, Tags.security)
        register(checks.sign_ups_can_be_confirmed)
        personal_data.register()
        nightly.every_night("expired sessions and tokens", services.forget_expired_access)
        nightly.every_night("old failed sign-in counts", lockout.forget_old_attempts)
        nightly.every_night("finished jobs", nightly.forget_done_jobs)
