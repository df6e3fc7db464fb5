"""An import's report as lines to read."""

from collections.abc import Iterator

from catalog.importers.movielens import Report

_SHOWN = 10


def lines_of(report: Report) -> Iterator[str]:
    facts = report.facts
    yield (
        f"films: {report.films_read:,} read, {report.applied.new:,} new, "
        f"{report.applied.changed:,} changed"
    )
    yield f"ratings: {report.ratings_read:,} read, {facts.ratings:,} kept, of {facts.users:,} users"
    for reason, ids in report.refused_films.items():
        shown = ", ".join(map(str, ids[:_SHOWN])) + (" …" if len(ids) > _SHOWN else "")
        yield f"refused films, {reason}: {len(ids)} (ids {shown})"
    for reason, count in report.refused_ratings.items():
        yield f"refused ratings, {reason}: {count:,}"
