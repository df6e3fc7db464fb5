"""How long work reports its progress; console.py shows it."""

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Called with the current step, and the finished share of the whole, 0 to 1."""
