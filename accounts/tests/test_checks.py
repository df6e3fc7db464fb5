import pytest
from django.core.checks import registry
from pytest_django import Settings

from accounts import checks


def test_the_project_itself_passes() -> None:
    errors = [e for check in REGISTERED for e in check(None)]
    assert errors == []


REGISTERED = (
    checks.used_tokens_die,
    checks.keys_differ,
    checks.rates_are_readable,
    checks.sign_ups_can_be_confirmed,
)


@pytest.mark.parametrize("check", REGISTERED)
def test_each_check_is_registered(check: object) -> None:
    assert check in registry.registry.get_checks()


def test_one_key_for_both_is_an_error(settings: Settings) -> None:
    settings.SECRET_KEY = settings.SIMPLE_JWT["SIGNING_KEY"]
    [error] = checks.keys_differ(None)
    assert (error.id, error.is_serious()) == ("accounts.E002", True)
    assert "JWT_SIGNING_KEY" in str(error.hint)


def test_sign_ups_that_wait_for_a_mail_nobody_sends_are_a_warning(settings: Settings) -> None:
    settings.CONFIRM_SIGN_UPS, settings.SENDS_MAIL = True, False
    [warning] = checks.sign_ups_can_be_confirmed(None)
    assert "EMAIL_URL" in str(warning.hint)
    settings.SENDS_MAIL = True
    assert checks.sign_ups_can_be_confirmed(None) == []


def test_rotation_without_the_list_of_used_tokens_is_an_error(settings: Settings) -> None:
    settings.INSTALLED_APPS = [a for a in settings.INSTALLED_APPS if a != checks.BLACKLIST_APP]
    [error] = checks.used_tokens_die(None)
    assert (error.id, error.is_serious()) == ("accounts.E001", True)


def test_without_rotation_the_list_is_not_needed(settings: Settings) -> None:
    settings.INSTALLED_APPS = [a for a in settings.INSTALLED_APPS if a != checks.BLACKLIST_APP]
    settings.SIMPLE_JWT = settings.SIMPLE_JWT | {"ROTATE_REFRESH_TOKENS": False}
    assert checks.used_tokens_die(None) == []


@pytest.mark.parametrize("rate", ["30/hour", "5/minute", "1/s"])
def test_a_readable_rate_passes(settings: Settings, rate: str) -> None:
    set_rate(settings, rate)
    assert checks.rates_are_readable(None) == []


@pytest.mark.parametrize("rate", ["", "30", "30/fortnight", "often", "0/hour", "-1/hour"])
def test_an_unreadable_rate_is_an_error_that_names_the_variable(
    settings: Settings, rate: str
) -> None:
    set_rate(settings, rate)
    [error] = checks.rates_are_readable(None)
    assert "THROTTLE_SIGN_UP" in str(error.hint)


def set_rate(settings: Settings, rate: str) -> None:
    rates = {"DEFAULT_THROTTLE_RATES": {"sign-up": rate}}
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | rates
