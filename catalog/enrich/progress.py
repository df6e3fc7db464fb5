"""How far an enrichment came."""

from collections.abc import Callable
from dataclasses import dataclass, field

Progress = Callable[[str, float], None]


@dataclass(slots=True)
class Report:
    """changed: films whose people, keywords or own fields are others now. stopped: why it ended early.

    refused: film to why its answer was passed over.
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
