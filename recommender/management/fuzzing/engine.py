"""Rounds of requests that Schemathesis generates, up to the wanted number."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder

from recommender.management.fuzzing.door import Door
from recommender.management.fuzzing.rules import GUEST, Round, settings_of

_CASES = 4  # cases per operation and round: about 2,000 requests with three users


@dataclass(slots=True)
class Found:
    """The findings. answers: counts by operation, user and status; failures: the first of each kind."""

    answers: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    failures: dict[str, str] = field(default_factory=dict)
    phases: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def server_errors(self) -> int:
        return sum(number for (_, _, status), number in self.answers.items() if status >= 500)


def rounds(people: tuple[str, ...], seed: int) -> Iterator[Round]:
    """Yield the rounds: first one per user, then the limits of every documented value, then more.

    The last user, with the most permissions, sends the document's own examples once.
    """
    for number in count():
        for who in people:
            shown = ("examples",) if number == 0 and who == people[-1] else ()
            yield Round(who, (*shown, "fuzzing", "stateful"), _CASES, seed + number)
        if number == 0:
            for who in people:
                yield Round(who, ("coverage",), 1, seed)


def fuzz(
    door: Door, document: Path, *, requests: int, seed: int, progress: Callable[[str, float], None]
) -> Found:
    """Send at least so many requests, and in any case one round for a guest and for each user."""
    found, people = Found(), (GUEST, *door.names)
    with door.open() as address:
        for number, work in enumerate(rounds(people, seed)):
            is_first = number < len(people)
            if door.asked >= requests and not is_first:
                return found
            for event in _run(work, document, address):
                _note(found, work, event)
                progress(f"{work.who}, {', '.join(work.phases)}", min(1.0, door.asked / requests))
                if door.asked >= requests and not is_first:
                    break
    raise AssertionError("rounds never end")


def _run(work: Round, document: Path, address: str) -> Iterator[events.EngineEvent]:
    config = SchemathesisConfig.from_dict(settings_of(work, address))
    stream = from_schema(schemathesis.openapi.from_path(document, config=config)).execute()
    try:
        yield from stream
    finally:
        stream.stop()


def _note(found: Found, work: Round, event: events.EngineEvent) -> None:
    match event:
        case events.ScenarioFinished():
            _note_scenario(found, work, event.phase.value, event.recorder)
        case events.NonFatalError():
            _fail(found, work, f"{event.label}: {event.info.title}", event.info.message or "")
        case events.FatalError():
            raise event.exception


def _note_scenario(found: Found, work: Round, phase: str, recorder: ScenarioRecorder) -> None:
    for name, exchange in recorder.interactions.items():
        if exchange.response is not None and name in recorder.cases:
            operation = recorder.cases[name].value.operation.label
            found.answers[work.who, operation, exchange.response.status_code] += 1
            found.phases[work.who, phase] += 1
    for name, checks in recorder.checks.items():
        operation = recorder.cases[name].value.operation.label
        for check in checks:
            if (progress := check.failure_info) is not None:
                kind = f"{operation}: {check.name}: {progress.failure.title}"
                _fail(found, work, kind, f"{progress.failure.message}\n{progress.code_sample}")


def _fail(found: Found, work: Round, kind: str, detail: str) -> None:
    whole = f"{kind} (asked by {work.who}, {'/'.join(work.phases)} of seed {work.seed})"
    if not any(known.startswith(kind) for known in found.failures):
        found.failures[whole] = detail


def as_report(found: Found, door: Door) -> dict[str, Any]:
    """Return a machine-readable report: requests by status, operations by status, and the failures."""
    operations: dict[str, dict[str, int]] = {}
    for (_, operation, status), number in sorted(found.answers.items()):
        of = operations.setdefault(operation, {})
        of[str(status)] = of.get(str(status), 0) + number
    phases: dict[str, dict[str, int]] = {}
    for (who, phase), number in sorted(found.phases.items()):
        phases.setdefault(who, {})[phase] = number
    return {
        "requests": door.asked,
        "statuses": {str(status): number for status, number in sorted(door.answers.items())},
        "phases": phases,
        "operations": operations,
        "failures": found.failures,
    }
