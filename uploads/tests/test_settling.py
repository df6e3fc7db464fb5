"""Of several rows about one film, which counts, and what becomes of it beside what the person has."""

from datetime import UTC, date, datetime, timedelta
from datetime import timezone as offset
from typing import Any

import pytest
from django.utils import timezone

from uploads.import_jobs.settling import Held, leave_open, new_viewings, settle
from uploads.imports.rows import Kind
from uploads.models import ImportRow, Outcome

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
LATER, EARLIER = NOON + timedelta(seconds=1), NOON - timedelta(seconds=1)


def line(number: int, **cells: Any) -> ImportRow:
    return ImportRow(line=number, **({"kind": Kind.OPINION} | cells))


def settled(*rows: ImportRow, **held: Any) -> list[tuple[str, str]]:
    settle(rows, Held(**held))
    return [(row.outcome, row.reason) for row in rows]


def lead_of(*rows: ImportRow) -> int:
    """The line of the row that counts, of which the others are duplicates."""
    settle(rows, Held())
    (lead,) = (row for row in rows if row.same_as is None)
    assert all(row.same_as == lead.line for row in rows if row is not lead)
    assert all(row.outcome == Outcome.DUPLICATE for row in rows if row is not lead)
    return lead.line


# --- which row counts ------------------------------------------------------------------------------


def test_of_rows_with_stars_the_latest_counts() -> None:
    assert lead_of(line(1, half_stars=8, rated_at=LATER), line(2, half_stars=4, rated_at=NOON)) == 1


def test_of_rows_of_the_same_moment_the_last_line_counts() -> None:
    assert lead_of(line(2, half_stars=8, rated_at=NOON), line(1, half_stars=4, rated_at=NOON)) == 2


def test_a_row_without_a_date_counts_less_than_one_with() -> None:
    assert lead_of(line(1, half_stars=8, rated_at=NOON), line(2, half_stars=4)) == 1


def test_a_file_of_todays_ratings_counts_more_than_a_later_diary() -> None:
    rows = line(1, half_stars=8, rank=1, rated_at=NOON), line(2, half_stars=4, rated_at=LATER)
    assert lead_of(*rows) == 1


def test_stars_count_more_than_a_review_a_wish_and_seen_in_this_order() -> None:
    stars, review = line(1, half_stars=8), line(2, note="Good.")
    wish, seen = line(3, kind=Kind.WISH), line(4, kind=Kind.SEEN)
    assert lead_of(stars, review, wish, seen) == 1
    assert lead_of(review, wish, seen) == 2
    assert lead_of(wish, seen) == 3
    assert lead_of(seen) == 4


def test_a_duplicate_names_the_line_that_counts() -> None:
    found = settled(line(7, half_stars=8, rated_at=LATER), line(9, half_stars=4, rated_at=NOON))
    assert found[1] == (Outcome.DUPLICATE, "line 7 is about the same film")


def test_the_latest_review_of_all_rows_is_kept_with_the_stars() -> None:
    rows = (
        line(1, half_stars=8, rated_at=NOON),
        line(2, note="Later.", rated_at=LATER),
        line(3, note="Earlier.", rated_at=EARLIER),
        line(4, note="No date."),
    )
    settle(rows, Held())
    assert [row.note_line for row in rows] == [2, None, None, None]


def test_of_reviews_of_the_same_moment_the_last_line_is_kept() -> None:
    rows = line(2, note="Second.", rated_at=NOON), line(1, note="First.", rated_at=NOON)
    settle(rows, Held())
    assert rows[0].note_line == 2


# --- what becomes of it ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "held", "outcome"),
    [
        ({"rated_at": NOON}, {}, (Outcome.IMPORTED, "")),
        (
            {"rated_at": LATER},
            {"half_stars": 6},
            (Outcome.IMPORTED, "replaces your older rating of 3"),
        ),
        (
            {"rated_at": LATER},
            {"half_stars": 8},
            (Outcome.UNCHANGED, "you have given it the same rating, 4"),
        ),
        (
            {"rated_at": NOON},
            {"half_stars": 7},
            (Outcome.UNCHANGED, "you rated it 3.5 on this site more recently"),
        ),
        (
            {"rated_at": EARLIER},
            {"half_stars": 6},
            (Outcome.UNCHANGED, "you rated it 3 on this site more recently"),
        ),
        (
            {},
            {"half_stars": 6},
            (Outcome.UNCHANGED, "you rated it 3 on this site, and the row has no date"),
        ),
    ],
)
def test_stars_replace_a_rating_only_when_they_are_newer(
    cells: dict[str, Any], held: dict[str, Any], outcome: tuple[str, str]
) -> None:
    """A rating of the very same moment stays: the person may have corrected it here."""
    if held:
        held = held | {"rated_at": NOON}
    assert settled(line(1, half_stars=8, **cells), **held) == [outcome]


@pytest.mark.parametrize(
    ("has_note", "outcome"),
    [
        (False, (Outcome.NOTED, "")),
        (True, (Outcome.UNCHANGED, "you already have a note on it")),
    ],
)
def test_a_review_alone_becomes_a_note_where_there_is_none(
    has_note: bool, outcome: tuple[str, str]
) -> None:
    assert settled(line(1, note="Good."), has_note=has_note) == [outcome]


@pytest.mark.parametrize(("has_note", "outcome"), [(False, "noted"), (True, "unchanged")])
def test_a_review_becomes_a_note_even_if_its_stars_change_nothing(
    has_note: bool, outcome: str
) -> None:
    found = settled(
        line(1, half_stars=8, note="Good."), half_stars=8, rated_at=NOON, has_note=has_note
    )
    assert found == [(outcome, "you have given it the same rating, 4")]


@pytest.mark.parametrize(
    ("held", "outcome"),
    [
        ({}, (Outcome.WATCHLISTED, "")),
        ({"half_stars": 8, "listed_at": NOON}, (Outcome.UNCHANGED, "you have already rated it")),
        ({"listed_at": NOON}, (Outcome.UNCHANGED, "it is already on your watchlist")),
        (
            {"viewings": frozenset([None])},
            (Outcome.UNCHANGED, "you have already marked it as seen"),
        ),
    ],
)
def test_a_wish_goes_on_the_watchlist_unless_the_film_is_known(
    held: dict[str, Any], outcome: tuple[str, str]
) -> None:
    assert settled(line(1, kind=Kind.WISH), **held) == [outcome]


# --- viewings ----------------------------------------------------------------------------------------

DAY = date(2026, 1, 1)
MIDNIGHT = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_seen_film_is_marked_as_seen_once() -> None:
    assert settled(line(1, kind=Kind.SEEN)) == [(Outcome.SEEN, "")]
    held = {"viewings": frozenset([None])}
    assert settled(line(1, kind=Kind.SEEN), **held) == [
        (Outcome.UNCHANGED, "you have already marked it as seen")
    ]


def test_a_rating_that_changes_nothing_still_adds_its_viewing() -> None:
    row = line(1, half_stars=8, watched_at=MIDNIGHT)
    assert settled(row, half_stars=8, rated_at=NOON) == [
        (Outcome.SEEN, "you have given it the same rating, 4")
    ]


def test_a_review_of_a_seen_film_becomes_a_note_beside_the_viewing() -> None:
    row = line(1, kind=Kind.SEEN, note="Good.")
    assert settled(row) == [(Outcome.SEEN, "its review is saved as a note")]


def test_a_review_with_a_viewing_stays_a_note() -> None:
    assert settled(line(1, note="Good.", watched_at=MIDNIGHT)) == [(Outcome.NOTED, "")]


def test_each_day_is_kept_once_with_the_first_line_that_has_it() -> None:
    second, first = line(2, watched_at=MIDNIGHT), line(1, watched_at=MIDNIGHT)
    other = line(3, watched_at=MIDNIGHT + timedelta(days=1))
    found = new_viewings([second, first, other], Held())
    assert found == {DAY: first, DAY + timedelta(days=1): other}


def test_a_viewing_without_a_day_counts_only_where_no_day_is_known() -> None:
    undated, dated = line(1, kind=Kind.SEEN), line(2, watched_at=MIDNIGHT)
    assert new_viewings([undated], Held()) == {None: undated}
    assert new_viewings([undated, dated], Held()) == {DAY: dated}
    assert new_viewings([undated], Held(viewings=frozenset([DAY]))) == {}


def test_a_day_that_is_known_is_not_kept_again() -> None:
    held = Held(viewings=frozenset([DAY]))
    assert new_viewings([line(1, watched_at=MIDNIGHT)], held) == {}


# --- rows without a film -----------------------------------------------------------------------------


def test_rows_of_an_unknown_film_wait_as_one() -> None:
    first, second = line(1, half_stars=8, rated_at=LATER), line(2, half_stars=4, rated_at=NOON)
    leave_open([first, second], Outcome.UNMATCHED, "no such film")
    assert (first.outcome, first.reason) == (Outcome.UNMATCHED, "no such film")
    assert (second.outcome, second.same_as) == (Outcome.DUPLICATE, 1)


@pytest.mark.parametrize(
    ("zone", "hour", "day"),
    [
        ("Asia/Tokyo", 0, 1),  # a day without a time stays that day
        ("Pacific/Honolulu", 0, 1),
        ("Asia/Tokyo", 20, 2),  # an evening in London is a morning in Tokyo
        ("Pacific/Honolulu", 4, 31),
        ("UTC", 20, 1),
    ],
)
def test_a_viewing_is_of_the_day_where_the_viewer_is(zone: str, hour: int, day: int) -> None:
    with timezone.override(zone):
        (found,) = new_viewings([line(1, watched_at=MIDNIGHT + timedelta(hours=hour))], Held())
    assert found is not None
    assert found.day == day


def test_midnight_in_utc_is_a_day_in_whatever_zone_it_is_written() -> None:
    midnight_in_tokyo = datetime(2026, 1, 1, 9, tzinfo=offset(timedelta(hours=9)))
    (found,) = new_viewings([line(1, watched_at=midnight_in_tokyo)], Held())
    assert found == DAY
