"""Format an import's report as lines of text."""

from collections.abc import Iterator
from pathlib import Path

from catalog.importers.apply import Applied
from catalog.importers.pipeline import Report


def lines_of(report: Report) -> Iterator[str]:
    for name, one in report.files.items():
        yield f"{name}: {one.read:,} rows read"
        for outcome, counts in (("refused", one.refused), ("noted", one.noted)):
            for reason, count in counts.items():
                shown = one.lines.get(reason, [])
                more = ", …" if count > len(shown) else ""
                yield f"  {outcome}, {reason}: {count:,} (lines {', '.join(map(str, shown))}{more})"
    for name, applied in report.applied.items():
        yield from _applied_lines(Path(name).stem, applied)
    if facts := report.facts:
        people = f", {facts.profiles:,} with age and gender" if facts.profiles else ""
        yield f"ratings: {facts.ratings:,} kept, from {facts.users:,} users{people}"
    if report.refused_csv:
        yield f"all rejected and noted rows: {report.refused_csv}"


def _applied_lines(name: str, applied: Applied) -> Iterator[str]:
    if name == "films" or any((applied.new, applied.changed, applied.unknown)):
        new = f"{applied.new:,} new, " if name == "films" else ""
        unknown = f", {applied.unknown:,} for unknown films" if applied.unknown else ""
        merged = f", {applied.merged:,} merged" if applied.merged else ""
        yield f"{name}: {new}{applied.changed:,} changed{merged}{unknown}"
