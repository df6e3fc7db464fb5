"""Clean-up on account deletion; each app with personal data registers its part in its `ready()`."""

from collections.abc import Callable

CleanUp = Callable[[int], None]
_clean_ups: list[CleanUp] = []


def goes_with_account(clean_up: CleanUp) -> None:
    """Register a function that gets a user's key before their deletion, in the same transaction."""
    if clean_up not in _clean_ups:
        _clean_ups.append(clean_up)


def clean_up_after(user_id: int) -> None:
    for clean_up in _clean_ups:
        clean_up(user_id)
