"""The options of the benchmark over HTTP."""

from dataclasses import dataclass

from django.core.management.base import CommandError


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpPlan:
    """What to measure.

    requests: of each page in turns; ratings: of each synthetic user; saturation: seconds for each page;
    rate and duration: requests per second of the mix, and seconds; overload and overload_duration: the
    same beyond capacity; port: of the server, 0 for a free one. Raises CommandError.
    """

    requests: int = 200
    ratings: int = 20
    saturation: float = 5.0
    rate: float = 50.0
    duration: float = 60.0
    overload: float = 200.0
    overload_duration: float = 20.0
    port: int = 0

    def __post_init__(self) -> None:
        if self.requests < 2 or self.ratings < 1:
            raise CommandError(
                f"--requests {self.requests} must be at least 2, --ratings {self.ratings} at least 1"
            )
        for name in ("saturation", "rate", "duration", "overload", "overload_duration"):
            if getattr(self, name) <= 0:
                option = name.replace("_", "-")
                raise CommandError(f"--{option} {getattr(self, name):g} must be more than 0")
