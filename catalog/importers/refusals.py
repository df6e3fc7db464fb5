"""The rows that an import read and refused: counts per file, and a CSV file of refused rows."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

_SHOWN_LINES = 5
_CELL = 500


@dataclass(slots=True)
class FileReport:
    """The report of one file.

    read: rows; refused and noted: reason to count; lines: reason to the first few lines.

    A refused row is left out; a noted one is used without its invalid part.
    """

    read: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    noted: dict[str, int] = field(default_factory=dict)
    lines: dict[str, list[int]] = field(default_factory=dict)


@dataclass(slots=True)
class Ledger:
    """The reports of all files of one import, and the file of its refused rows."""

    path: Path
    files: dict[str, FileReport] = field(default_factory=dict)

    @classmethod
    def begun(cls, path: Path) -> "Ledger":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerow(("file", "line", "outcome", "reason", "row"))
        return cls(path)

    def of(self, name: str) -> FileReport:
        return self.files.setdefault(name, FileReport())

    def refuse(self, name: str, reason: str, rows: Iterable[tuple[int, str]]) -> None:
        """Record (line, row) pairs that are left out."""
        self._write(name, "refused", reason, rows)

    def note(self, name: str, reason: str, rows: Iterable[tuple[int, str]]) -> None:
        """Record (line, row) pairs that are used in part or with a change."""
        self._write(name, "noted", reason, rows)

    def _write(self, name: str, outcome: str, reason: str, rows: Iterable[tuple[int, str]]) -> None:
        report = self.of(name)
        counts = report.refused if outcome == "refused" else report.noted
        shown = report.lines.setdefault(reason, [])
        with self.path.open("a", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            for line, row in rows:
                counts[reason] = counts.get(reason, 0) + 1
                if len(shown) < _SHOWN_LINES:
                    shown.append(line)
                writer.writerow((name, line, outcome, reason, row[:_CELL]))
