"""Every row of any file has exactly one outcome, before and after it is corrected and applied."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from catalog.models import Movie
from tests.builders import make_movie, make_user
from uploads.import_jobs.correcting import choose_film
from uploads.models import Rating
from uploads.tests.exports import IMDB, RATINGS, csv_of, film
from uploads.tests.imports import applied, assert_all_rows_are_told, imported

pytestmark = pytest.mark.django_db

_TITLES = st.sampled_from(
    ["Heat", "heat", "HEAT ", "Amélie", "Solaris", "Nowhere", "=1+1", "", '"']
)
_CELLS = st.fixed_dictionaries(
    {
        "name": _TITLES,
        "year": st.sampled_from(["1995", "1994", "2001", "", "x"]),
        "rating": st.sampled_from(["", "0.5", "5", "9", "x"]),
        "date": st.sampled_from(["2024-01-01", "2020-01-01", "", "never"]),
        "review": st.sampled_from(["", "Two\nlines", "@cmd"]),
    }
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(given_rows=st.lists(_CELLS, max_size=12), chosen=st.integers(2, 14))
def test_every_row_of_any_file_is_told_before_and_after(
    heat: Movie, given_rows: list[dict[str, Any]], chosen: int
) -> None:
    make_movie(title="Solaris", year=1995)
    user = make_user()
    raw = csv_of([*RATINGS, "Review"], *(film(**one) for one in given_rows))
    job = imported(user, raw, name="mine.csv")
    assert_all_rows_are_told(job, len(given_rows))
    if one := job.rows.filter(line=chosen).exclude(outcome__in=["invalid"]).first():
        choose_film(job, line=one.line, movie_id=heat.pk)
        job.refresh_from_db()
        assert_all_rows_are_told(job, len(given_rows))
    job = applied(job)
    assert_all_rows_are_told(job, len(given_rows))
    assert Rating.objects.filter(user=user).count() == job.counts.get("imported", 0)
    leads = set(job.rows.exclude(outcome="duplicate").values_list("line", flat=True))
    followed = set(job.rows.filter(outcome="duplicate").values_list("same_as", flat=True))
    assert followed <= leads


def test_duplicates_in_imdb_s_file_are_told(alice: User) -> None:
    shown = {"Const": "tt0113277", "Title": "Heat", "Year": "1995"}
    make_movie(title="Heat")
    raw = csv_of(IMDB, shown | {"Your Rating": "8"}, shown | {"Your Rating": "9"})
    job = imported(alice, raw, dry_run=False)
    assert job.counts == {"duplicate": 1, "imported": 1}
    assert Rating.objects.get().stars == 4.5
