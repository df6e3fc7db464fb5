"""Measure the search beside a scan of all titles in the same run."""

import random
import statistics
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection
from django.test.runner import DiscoverRunner

from catalog.models import Movie, MovieStats
from catalog.search.index import index_films
from catalog.selectors import MovieFilter, films, matching, ordered
from nextflex.base.chunks import batches
from nextflex.base.console import progress_bar
from nextflex.base.progress import Progress

_PAGE = 42
_WORDS = 30_000
_HEAD = ("the", "of", "a", "and", "in", "to")
_SYLLABLES = "bacedifoguhajekilomunaperisotuvawexiyozu"


class Command(BaseCommand):
    help = "Time searches over synthetic titles in a temporary database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--titles", type=int, default=90_000)
        parser.add_argument("--searches", type=int, default=200)

    def handle(self, *args: Any, titles: int, searches: int, **options: Any) -> None:
        runner = DiscoverRunner(verbosity=0, interactive=False)
        old = runner.setup_databases()
        try:
            with progress_bar("Search benchmark") as progress:
                known = _make_films(titles, progress)
                asked = _queries(known, searches)
                progress("searching", 0.9)
                _page_of(asked[0])  # each process reads the vocabulary once
                took = {
                    "search": [_ms(_page_of, q) for q in asked],
                    "scan of titles": [_ms(_scan, q) for q in asked],
                }
        finally:
            runner.teardown_databases(old)
        self.stdout.write(f"{titles:,} titles, {searches} searches, {connection.vendor}")
        for name, times in took.items():
            deciles = statistics.quantiles(times, n=20)
            self.stdout.write(
                f"{name}: median {statistics.median(times):.1f} ms, p95 {deciles[-1]:.1f} ms, "
                f"maximum {max(times):.1f} ms"
            )


def _make_films(count: int, progress: Progress) -> list[str]:
    """Return titles of two to five words by Zipf's law; the commonest are articles and the like.

    MovieLens's titles are similar: "the" is in 30 of 100, "of" in 10, "man" and "love" in one or two.
    """
    dice = random.Random(7)  # noqa: S311 - made-up titles, not secrets
    syllables = [_SYLLABLES[at : at + 2] for at in range(0, len(_SYLLABLES), 2)]
    made = {"".join(dice.choices(syllables, k=dice.randint(2, 4))) for _ in range(_WORDS)}
    words = [*_HEAD, *dice.sample(sorted(made), k=len(made))]
    weights = list(accumulate(1 / place for place in range(1, len(words) + 1)))
    titles = [
        " ".join(dice.choices(words, cum_weights=weights, k=dice.randint(2, 5))).title()
        for _ in range(count)
    ]
    for some in batches(titles, size=5_000):
        movies = Movie.objects.bulk_create(
            Movie(title=title, sort_title=title, year=dice.randint(1920, 2020)) for title in some
        )
        MovieStats.objects.bulk_create(
            MovieStats(movie=movie, rating_count=int(dice.paretovariate(0.7))) for movie in movies
        )
        index_films(movie.pk for movie in movies)
        progress("generating films", 0.9 * (movies[-1].pk or 0) / count)
    return titles


def _queries(titles: Sequence[str], count: int) -> list[str]:
    """Return queries in turn: a title, a prefix, a typo, three letters, an unknown word."""
    dice = random.Random(8)  # noqa: S311
    asked = []
    for turn in range(count):
        title = dice.choice(titles).lower()
        place = dice.randrange(1, len(title) - 1)
        slip = title[:place] + title[place + 1] + title[place] + title[place + 2 :]
        asked.append((title, title[: len(title) // 2], slip, title[:3], f"zq{title}")[turn % 5])
    return asked


def _page_of(q: str) -> None:
    list(ordered(matching(MovieFilter(q=q)), ordering="relevance")[:_PAGE])


def _scan(q: str) -> None:
    list(films().filter(title__icontains=q).order_by("-stats__rating_count", "id")[:_PAGE])


def _ms(work: Callable[[str], None], q: str) -> float:
    start = time.perf_counter()
    work(q)
    return (time.perf_counter() - start) * 1000
