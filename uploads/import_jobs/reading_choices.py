"""How files are read, and should be read, as JSON in a job.

`ImportJob.asked` is {"format": site, "files": {name: choice}}, where the name "" stands for all other
files; `ImportJob.readings` is a list of each file's `as_json`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from nextflex.base.errors import NotFound
from uploads.import_jobs.errors import UnknownColumn
from uploads.imports.columns import Field, plain
from uploads.imports.detection import Reading
from uploads.imports.plans import Choice, FileKind
from uploads.imports.stars import Thumbs
from uploads.models import ImportJob


def asked_of(site: str, choice: Choice | None) -> dict[str, Any]:
    return {"format": site, "files": {"": _kept(choice)} if choice else {}}


def site_of(job: ImportJob) -> str:
    """Return the site that the user named, or ""."""
    return str(job.asked.get("format", ""))


def choices_of(job: ImportJob) -> dict[str, Choice]:
    return {name: choice_of(kept) for name, kept in job.asked.get("files", {}).items()}


def with_choice(job: ImportJob, file: str, choice: Choice) -> dict[str, Any]:
    """Return the job's settings with a new choice for a file. Raises NotFound and UnknownColumn."""
    names = [reading["file"] for reading in job.readings]
    if not file and len(names) > 1:
        raise UnknownColumn(f"Name the file: one of {', '.join(names)}.")
    reading = next((one for one in job.readings if one["file"] == (file or names[0])), None)
    if reading is None:
        raise NotFound(f"The import has no file {file}; choose from {', '.join(names)}.")
    there = {plain(column) for column in reading["available"]}
    for name in filter(None, choice.columns.values()):
        if name not in there:
            columns = ", ".join(reading["available"][:20])
            raise UnknownColumn(f"{reading['file']} has no column {name}; choose from {columns}.")
    files = job.asked.get("files", {}) | {reading["file"]: _kept(choice)}
    return {"format": site_of(job), "files": files}


def as_json(readings: Iterable[Reading]) -> list[dict[str, Any]]:
    """Return readings as JSON, in the form of the API."""
    return [
        {
            "file": one.file,
            "format": one.plan.layout.site,
            "kind": one.plan.kind,
            "scale": one.plan.scale.top if one.plan.has_ratings else None,
            "columns": {field: one.head.get(name) for field, name in one.plan.columns.items()},
            "available": list(one.head.values()),
            "date_order": date_order_of(one.plan.day_first) if one.plan.has_two_dates else None,
            "has_two_dates": one.plan.has_two_dates,
            "thumbs": _thumbs(one.plan.scale.thumbs) if one.plan.has_thumbs else None,
        }
        for one in readings
    ]


def date_order_of(day_first: bool | None) -> str | None:
    if day_first is None:
        return None
    return "day_first" if day_first else "month_first"


def choice_of(kept: Mapping[str, Any]) -> Choice:
    thumbs = kept.get("thumbs")
    return Choice(
        scale=kept.get("scale"),
        kind=FileKind(kept["kind"]) if kept.get("kind") else None,
        columns={Field(name): column for name, column in kept.get("columns", {}).items()},
        day_first=kept.get("day_first"),
        thumbs=Thumbs(**thumbs) if thumbs else None,
    )


def _kept(choice: Choice) -> dict[str, Any]:
    return asdict(choice)


def _thumbs(thumbs: Thumbs) -> dict[str, float]:
    """Return thumbs as stars."""
    return {name: halves / 2 for name, halves in asdict(thumbs).items()}
