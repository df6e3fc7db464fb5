"""The shared parts of the enrichment commands."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator

from catalog.enrich.progress import Report

_SHOWN = 5


def add_choice(parser: ArgumentParser) -> None:
    parser.add_argument("--limit", type=positive, help="maximum number of films")
    parser.add_argument(
        "--again", action="store_true", help=("also refresh data that is still fresh")
    )


def positive(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not int(text):
        raise ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return int(text)


def lines_of(report: Report, *, what: str = "films") -> Iterator[str]:
    yield (
        f"{what}: {report.due:,} due, {report.asked:,} requested, {report.found:,} found, "
        f"{len(report.changed):,} changed"
    )
    for movie_id, reason in list(report.refused.items())[:_SHOWN]:
        yield f"film {movie_id} was skipped: {reason}"
    if len(report.refused) > _SHOWN:
        yield f"… and {len(report.refused) - _SHOWN:,} others"
