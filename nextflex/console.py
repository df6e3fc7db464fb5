"""Progress of long work in a terminal, and as plain lines where there is none."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[str, float], None]]:
    """Yields a function to tell the present step and the share of the whole that is over, 0 to 1."""
    console = Console(file=sys.stderr)
    if not console.is_terminal:
        yield _plain_lines(title)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task(title, total=1.0)
        yield lambda step, share: progress.update(
            task, completed=share, description=f"{title}: {step}"
        )


def _plain_lines(title: str) -> Callable[[str, float], None]:
    told = ""

    def tell(step: str, share: float) -> None:
        nonlocal told
        if step != told:
            told = step
            print(f"{title}: {step} ({share:.0%})", file=sys.stderr, flush=True)

    return tell
