from collections.abc import Callable
from pathlib import Path


class ServiceFailed(Exception): ...


def text(url: str, *, allowed_base: str) -> str:
    raise ServiceFailed("x")


def download(
    url: str, target: Path, *, max_bytes: int, allowed_base: str, progress: Callable[[float], None]
) -> None: ...
