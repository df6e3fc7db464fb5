"""Share the worker's time between an import, mails and other users' imports."""

import time
from collections.abc import Iterator, Sequence

from nextflex.base.chunks import batches
from uploads.import_jobs import life
from uploads.models import ImportJob

_BATCH = 50


def in_turn(
    job: ImportJob, lines: Sequence[int], *, of: int, seconds: float
) -> Iterator[Sequence[int]]:
    """Yield the lines of a job's rows in batches: at least one, then more until the time is over.

    of: their number in the first turn; the job records the progress. Raises JobGone.
    """
    end_s = time.monotonic() + seconds
    before = of - len(lines)
    for done, some in enumerate(batches(lines, size=_BATCH), start=1):
        if done > 1 and time.monotonic() > end_s:
            return
        yield some
        life.beat(job, min(1.0, (before + done * _BATCH) / of))
