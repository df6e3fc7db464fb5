"""The result of an enrichment."""

from collections.abc import Callable
from dataclasses import dataclass, field

Progress = Callable[[str, float], None]


@dataclass(slots=True)
class Report:
    """changed: films with changed people, keywords or fields. stopped: why the run ended early.

    refused: film to the reason why its response was skipped.
    """

    due: int
    asked: int = 0
    found: int = 0
    changed: set[int] = field(default_factory=set)
    refused: dict[int, str] = field(default_factory=dict)
    stopped: str = ""

    @property
    def share(self) -> float:
        return self.asked / self.due if self.due else 1.0
