"""Files read for tests, without a database."""

from datetime import UTC, datetime

from uploads.imports.detection import Report, opened, report_of
from uploads.imports.plans import Choice
from uploads.imports.rows import FileRow

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def report(
    raw: str | bytes, name: str = "films.csv", *, site: str = "", choice: Choice | None = None
) -> Report:
    content = raw.encode() if isinstance(raw, str) else raw
    choices = {"": choice} if choice else {}
    return report_of(opened(name, content, site=site), now=NOW, choices=choices)


def read(
    raw: str | bytes, name: str = "films.csv", *, site: str = "", choice: Choice | None = None
) -> list[FileRow]:
    return [row for _, row in report(raw, name, site=site, choice=choice).rows]


def day(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, tzinfo=UTC)
