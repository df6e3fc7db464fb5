"""What a service tells is searched at once."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from catalog.enrich.tmdb import expire_tmdb
from catalog.models import Source, TmdbDetails
from catalog.selectors import MovieFilter, matching
from tests.builders import make_credit, make_movie

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def test_people_whom_tmdb_named_are_not_found_once_that_is_too_old(settings: Any) -> None:
    movie = make_movie(title="Heat")
    credit = make_credit(movie=movie, name="Al Pacino", role="actor")
    credit.source = Source.TMDB
    credit.save()
    long_ago = timezone.now() - timedelta(days=settings.TMDB_KEEP_DAYS + 1)
    TmdbDetails.objects.create(movie=movie, fetched_at=long_ago)
    assert matching(MovieFilter(q="pacino")).count() == 1
    call_command("enrich_tmdb", "--expire-only")
    assert matching(MovieFilter(q="pacino")).count() == 0
    assert expire_tmdb(now=timezone.now()) == set()
