"""Start an import, have it applied or undone, and delete old ones."""

from datetime import datetime, timedelta
from pathlib import PurePosixPath

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from uploads.import_jobs import life
from uploads.import_jobs.errors import FileTooLarge, NotNow, TooManyImports, UnreadableFile
from uploads.import_jobs.reading_choices import asked_of, with_choice
from uploads.import_jobs.running import run_import
from uploads.imports.detection import opened
from uploads.imports.plans import Choice
from uploads.imports.rows import BadFile
from uploads.models import ImportJob

MOST_BYTES = 5_000_000
KEEP_DAYS = 30
_MOST_AROUND = 20_000  # bytes of a form besides its file
_MOST_UNDER_WAY = 2
_MOST_KEPT = 5
_UNDER_WAY = (life.State.QUEUED, life.State.RUNNING)


def refuse_large(told_length: str | None) -> None:
    """Check a Content-Length before the form is read. Raises FileTooLarge."""
    length = int(told_length) if told_length and told_length.isdecimal() else 0
    if length > MOST_BYTES + _MOST_AROUND:
        raise FileTooLarge(f"The file is larger than {MOST_BYTES:,} bytes.")


def start_import(
    *,
    user: User,
    name: str,
    raw: bytes,
    site: str = "",
    choice: Choice | None = None,
    dry_run: bool = True,
) -> ImportJob:
    """Store a file and have the worker read it; a dry run waits to be applied.

    site: one of FORMATS, "" to detect it by the columns; choice: how to read each of its files. Five
    imports of a user are kept; the oldest finished ones are deleted. Raises FileTooLarge,
    UnreadableFile, and TooManyImports while two of the user's imports run.
    """
    if len(raw) > MOST_BYTES:
        raise FileTooLarge(f"The file is larger than {MOST_BYTES:,} bytes.")
    name = _plain(name)
    try:
        upload = opened(name, raw, site=site)
    except BadFile as error:
        raise UnreadableFile(f"The file cannot be read: {error}.") from error
    sweep_imports(now=timezone.now())
    with transaction.atomic():
        _make_room(user)
        job = ImportJob.objects.create(
            user=user,
            file_name=name,
            format=upload.site,
            content=raw,
            asked=asked_of(site, choice),
            wants_applying=not dry_run,
        )
        run_import.enqueue(str(job.pk))
    return job


def read_again(job: ImportJob, *, file: str, choice: Choice) -> ImportJob:
    """Have the worker read a file differently; films that were chosen for its rows stay chosen.

    file: one of the job's, "" where it has only one. Raises NotFound, NotNow, and UnknownColumn.
    """
    with transaction.atomic():
        job = ImportJob.objects.select_for_update().get(pk=job.pk)
        _refuse_under_way(job)
        if not is_kept(job):
            raise NotNow(
                "The file is deleted once it is imported. Undo the import and upload the file "
                "again."
            )
        job.asked = with_choice(job, file, choice)
        job.is_read = False
        _queue(job)
    return job


def apply_import(job: ImportJob) -> ImportJob:
    """Have the worker apply the report. Idempotent. Raises NotNow."""
    with transaction.atomic():
        job = ImportJob.objects.select_for_update().get(pk=job.pk)
        if job.is_under_way and job.wants_applying:
            return job
        _refuse_under_way(job)
        if not job.is_read:
            raise NotNow(f"This import failed and cannot be applied: {job.error}")
        _queue(job, wants_applying=True)
    return job


def take_back_import(job: ImportJob) -> ImportJob:
    """Have the worker undo the import; the report can be applied again. Idempotent.

    Raises NotNow.
    """
    with transaction.atomic():
        job = ImportJob.objects.select_for_update().get(pk=job.pk)
        if job.is_under_way and job.wants_taking_back:
            return job
        _refuse_under_way(job)
        if not is_written(job):
            raise NotNow("This import has not been applied, so there is nothing to undo.")
        _queue(job, wants_taking_back=True)
    return job


def is_kept(job: ImportJob) -> bool:
    """Whether its file is still stored, so that it can be read again."""
    return ImportJob.objects.filter(pk=job.pk, is_read=True).exclude(content=b"").exists()


def is_written(job: ImportJob) -> bool:
    """Whether any of its rows was applied."""
    return job.rows.exclude(applied_at=None).exists()


def take_up_again(job: ImportJob) -> ImportJob:
    """Queue a job again after its worker was killed; after three attempts it has failed."""
    if not life.is_dead(job):
        return job
    with transaction.atomic():
        job = ImportJob.objects.select_for_update().get(pk=job.pk)
        if not life.is_dead(job):
            return job
        if job.attempts >= life.MOST_ATTEMPTS:
            life.fail(job, f"It was interrupted {job.attempts} times.")
            return job
        job.state, job.touched_at = life.State.QUEUED, timezone.now()
        job.save(update_fields=["state", "touched_at"])
        run_import.enqueue(str(job.pk))
    return job


def discard_import(job: ImportJob) -> None:
    """Delete a file and its report; its applied rows stay. Raises NotNow while the import runs."""
    with transaction.atomic():
        job = ImportJob.objects.select_for_update().get(pk=job.pk)
        if not life.is_dead(job):
            _refuse_under_way(job)
        job.delete()


def sweep_imports(*, now: datetime) -> int:
    """Delete imports older than thirty days; return their number."""
    old = ImportJob.objects.filter(created_at__lt=now - timedelta(days=KEEP_DAYS))
    removed = old.count()
    if removed:
        old.delete()
    return removed


def forget_imports(user_id: int) -> None:
    """Delete a deleted account's imports before its ratings, so that a running worker stops."""
    ImportJob.objects.filter(user_id=user_id).delete()


def _refuse_under_way(job: ImportJob) -> None:
    if job.is_under_way:
        raise NotNow("The import is in progress; wait until it has finished.")


def _queue(
    job: ImportJob, *, wants_applying: bool = False, wants_taking_back: bool = False
) -> None:
    job.state, job.progress, job.attempts, job.error = life.State.QUEUED, 0.0, 0, ""
    job.wants_applying, job.wants_taking_back = wants_applying, wants_taking_back
    job.save()
    run_import.enqueue(str(job.pk))


def _make_room(user: User) -> None:
    User.objects.select_for_update().get(pk=user.pk)  # concurrent uploads wait here
    mine = ImportJob.objects.filter(user=user)
    if mine.filter(state__in=_UNDER_WAY).count() >= _MOST_UNDER_WAY:
        raise TooManyImports(
            f"{_MOST_UNDER_WAY} of your imports are already in progress; wait until one has "
            "finished."
        )
    finished = mine.exclude(state__in=_UNDER_WAY).order_by("-created_at")
    for old in list(finished.values_list("pk", flat=True)[_MOST_KEPT - 1 :]):
        mine.filter(pk=old).delete()


def _plain(name: str) -> str:
    """Return the last part of a path, without unprintable characters."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return "".join(char for char in last if char.isprintable())[-100:] or "file"
