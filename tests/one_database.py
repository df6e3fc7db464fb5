"""A pytest plugin that makes the test database once per process, for `script/mutate`.

mutmut runs pytest many hundreds of times in forks of one process. SQLite keeps the test database in
memory, so each fork inherits a copy of its own, migrated, in no time.
"""

from typing import Any

import django.test.utils

_make = django.test.utils.setup_databases
_made: list[Any] = []


def setup_databases(*args: Any, **kwargs: Any) -> Any:
    if not _made:
        _made.append(_make(*args, **kwargs))
    return _made[0]


def pytest_configure() -> None:
    django.test.utils.setup_databases = setup_databases
    django.test.utils.teardown_databases = lambda *_args, **_kwargs: None
