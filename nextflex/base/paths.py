"""Paths of pages and files that differ in one number only, such as those of films."""

from functools import lru_cache

from django.urls import get_script_prefix, get_urlconf, reverse

_ANY = 1_234_567_890


def path_of(name: str, pk: int) -> str:
    """As `reverse(name, args=[pk])`, which is thirty times slower, for a list of dozens of films."""
    before, after = _around(name, get_script_prefix(), get_urlconf())
    return f"{before}{pk}{after}"


@lru_cache
def _around(name: str, script_prefix: str, urlconf: str | None) -> tuple[str, str]:
    before, after = reverse(name, args=[_ANY], urlconf=urlconf).split(str(_ANY))
    return before, after
