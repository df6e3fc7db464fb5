"""Report the progress of long work in a terminal, or as plain lines without one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress

from nextflex.base.progress import Progress


@contextmanager
def progress_bar(title: str) -> Iterator[Progress]:
    console = Console(file=sys.stderr)
    if not console.is_terminal:
        yield _plain_lines(title)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with RichProgress(*columns, console=console) as progress:
        task = progress.add_task(title, total=1.0)
        yield lambda step, share: progress.update(
            task, completed=share, description=f"{title}: {step}"
        )


def _plain_lines(title: str) -> Progress:
    given = ""

    def tell(step: str, share: float) -> None:
        nonlocal given
        if step != given:
            given = step
            print(f"{title}: {step} ({share:.0%})", file=sys.stderr, flush=True)

    return tell
