"""Dates of many notations; what cannot be is left out and named."""

from datetime import UTC, datetime

import pytest

from uploads.imports.plans import Choice
from uploads.tests.reading import day, read, report

SECOND = datetime(2014, 2, 3, 4, 5, 6, tzinfo=UTC)
STAMP = int(SECOND.timestamp())


def dated(*dates: str, day_first: bool | None = None) -> list[tuple[datetime | None, str]]:
    lines = [f'Film {at},1995,8,"{date}"' for at, date in enumerate(dates)]
    rows = read(
        "\n".join(["Title,Year,Rating,Date Rated", *lines]), choice=Choice(day_first=day_first)
    )
    return [(row.rated_at, row.remark) for row in rows]


@pytest.mark.parametrize(
    "date",
    [
        str(STAMP),
        f"{STAMP}.0",
        f"{STAMP}000",
        f"{STAMP}000000",
        f"{STAMP}000000000",
        "2014-02-03T04:05:06Z",
        "2014-02-03T04:05:06.000Z",
        "2014-02-03 04:05:06",
        "2014-02-03 04:05:06 UTC",
        "2014-02-03T05:05:06+01:00",
        "Mon Feb  3 04:05:06 2014",
        "Mon, 03 Feb 2014 04:05:06 GMT",
        "3 February 2014 04:05:06",
        "February 3, 2014 4:05:06 AM",
        "2014/02/03 04:05:06",
        "03.02.2014 04:05:06",
    ],
)
def test_one_moment_in_many_notations(date: str) -> None:
    assert dated(date) == [(SECOND, "")]


@pytest.mark.parametrize(
    "date",
    [
        "5 Jan 2015",
        "Jan 5, 2015",
        "5. Januar 2015",
        "5 janvier 2015",
        "5 de enero de 2015",
        "5 gennaio 2015",
        "5 de janeiro de 2015",
        "20150105",
        "Mon Jan  5 00:00:00 2015",
    ],
)
def test_days_in_words(date: str) -> None:
    assert dated(date) == [(day(2015, 1, 5), "")]


@pytest.mark.parametrize(
    "date", [f"{STAMP * 10**9}0", "3000-01-01", "99999999999", "31/12/2099", "1 May 3024"]
)
def test_the_future_is_left_out_and_named(date: str) -> None:
    ((when, remark),) = dated(date)
    assert (when, date in remark) == (None, True)


@pytest.mark.parametrize("date", ["12", "soon", "2014-02-30", "40/40/2014", "1066-10-14", "9e99"])
def test_what_is_no_date_is_left_out_and_named(date: str) -> None:
    ((when, remark),) = dated(date)
    assert (when, date in remark) == (None, True)


def test_another_date_of_the_file_shows_which_number_is_the_day() -> None:
    assert dated("05/01/2024", "13/01/2024")[0] == (day(2024, 1, 5), "")
    assert dated("05/01/2024", "01/13/2024")[0] == (day(2024, 5, 1), "")
    assert dated("1/5/24", "1/31/24")[0] == (day(2024, 1, 5), "")


def test_where_nothing_shows_the_day_the_dates_are_left_out_with_a_notice() -> None:
    ((when, remark),) = dated("05/01/2024")
    assert (when, "is ambiguous" in remark) == (None, True)
    said = report("Title,Year,Rating,Date\nHeat,1995,8,05/01/2024\n").notices
    assert "choose the date order" in " ".join(said)
    assert dated("05/05/2024") == [(day(2024, 5, 5), "")]


def test_the_owner_says_which_number_is_the_day() -> None:
    assert dated("05/01/2024", day_first=True) == [(day(2024, 1, 5), "")]
    assert dated("05/01/2024", day_first=False) == [(day(2024, 5, 1), "")]
