"""Run damaged images through the whole pipeline in this process, and count the outcomes."""

import resource
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from uploads.images.damage import mutated, whole_image
from uploads.images.encoding import derivatives
from uploads.images.limits import Refused
from uploads.images.metadata import metadata_of
from uploads.images.opening import check_decodes, open_image

MOST_GROWTH_BYTES = 1_000_000_000  # a picture at the limit needs about two thirds of it


@dataclass(slots=True)
class Fuzzed:
    """The results. outcomes: counts by outcome; crashes: unexpected exceptions, by image."""

    outcomes: Counter[str] = field(default_factory=Counter)
    crashes: dict[int, BaseException] = field(default_factory=dict)
    growth_bytes: int = 0

    @property
    def is_sound(self) -> bool:
        return not self.crashes and self.growth_bytes <= MOST_GROWTH_BYTES


def fuzz(count: int, *, seed: int, given: Callable[[float], None]) -> Fuzzed:
    """Run so many images; image n of a seed is always the same."""
    result, before = Fuzzed(), _peak_bytes()
    for number in range(count):
        try:
            outcome = outcome_of(image_number(number, seed=seed))
        except Exception as error:  # the fuzzer searches for exactly these
            result.crashes[number], outcome = error, "crash"
        result.outcomes[outcome] += 1
        given((number + 1) / count)
    result.growth_bytes = _peak_bytes() - before
    return result


def image_number(number: int, *, seed: int) -> bytes:
    rng = Random(f"{seed}:{number}")  # noqa: S311  repeatable, not secret
    return mutated(whole_image(rng), rng)


def outcome_of(data: bytes) -> str:
    """Return the outcome of an image in a request and then in the worker."""
    try:
        metadata_of(*open_image(data))
        check_decodes(data)
    except Refused as error:
        return "another kind" if error.is_unsupported else "refused"
    try:
        made = list(derivatives(data))
    except Refused:
        return "refused by the worker"
    return f"taken, {len(made)} sizes"


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
