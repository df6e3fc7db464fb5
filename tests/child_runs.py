"""Runs of pytest inside a test."""

from collections.abc import Mapping


def own(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for a run of its own: not of this worker, and without coverage."""
    theirs = ("PYTEST_", "SLIPCOVER_")
    return {name: word for name, word in environment.items() if not name.startswith(theirs)}
