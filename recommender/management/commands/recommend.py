"""What a model makes of a history, at the terminal."""

from argparse import ArgumentParser
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.table import Table

from nextflex.base.errors import DomainError
from recommender import sequence_lab
from recommender.core.algorithms.registry import DEFAULT
from recommender.core.data.picks import Person
from recommender.selectors import PERSONAL_MODELS, Recommendations, Recommended
from recommender.sequence_lab import LIKED, SequenceQuestion

_MOST = 100


class Command(BaseCommand):
    help = "Recommend films after a history, oldest first, by any model that is served."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--history",
            default="",
            metavar='"ID:RATING,…"',
            help=f"films by their id on the site, oldest first; without a rating: {LIKED:g} stars",
        )
        names = [one.name for one in PERSONAL_MODELS]
        parser.add_argument("--model", choices=names, default=DEFAULT, metavar="NAME")
        parser.add_argument("--k", type=int, default=10, metavar="N")
        parser.add_argument("--avoid", default="", metavar='"ID,…"', help="films that do not come")
        parser.add_argument("--push-away", action="store_true", help="nor what is much like them")
        parser.add_argument("--min-rating", type=float, metavar="STARS")
        parser.add_argument("--age", type=int, help="in years")
        parser.add_argument("--gender", choices=["F", "M"])
        parser.add_argument("--occupation", type=int, choices=range(21), metavar="0-20")

    def handle(self, *args: Any, history: str, k: int, **options: Any) -> None:
        if not 1 <= k <= _MOST:
            raise CommandError(f"--k {k}: it must be 1 to {_MOST}")
        steps = [_step(word) for word in _words(history)]
        question = SequenceQuestion(
            tuple(movie for movie, _ in steps),
            tuple(_whole(word, "--avoid") for word in _words(options["avoid"])),
            k,
            options["model"],
            Person(options["age"], options["gender"], options["occupation"]),
            options["min_rating"],
            options["push_away"],
            tuple(stars for _, stars in steps),
        )
        try:
            found = sequence_lab.recommend(question)
        except DomainError as error:
            raise CommandError(str(error)) from error
        Console(file=cast("IO[str]", self.stdout)).print(_table(found))


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _step(word: str) -> tuple[int, float]:
    movie, _, rating = word.partition(":")
    try:
        stars = float(rating) if rating else LIKED
    except ValueError as error:
        raise CommandError(f"--history: {word!r} is not ID:RATING, such as 50:4.5") from error
    if not 0.5 <= stars <= 5:
        raise CommandError(f"--history: {word!r}: a rating is 0.5 to 5 stars")
    return _whole(movie, "--history"), stars


def _whole(word: str, option: str) -> int:
    if not word.strip().isdecimal():
        raise CommandError(f"{option}: {word!r} is no film's id, a whole number")
    return int(word)


def _table(found: Recommendations) -> Table:
    table = Table(title=f"{found.model} of {found.version}", title_justify="left")
    for name in ("", "id", "film", "score", "stars", "because of"):
        table.add_column(name, justify="right" if name in {"", "id", "score", "stars"} else "left")
    for place, one in enumerate(found.results, 1):
        film = f"{one.movie.title} ({one.movie.year})" if one.movie.year else one.movie.title
        stars = "" if one.predicted_rating is None else f"{one.predicted_rating:.1f}"
        score = "" if one.score is None else f"{one.score:.3f}"
        table.add_row(str(place), str(one.movie.pk), film, score, stars, _why(one))
    return table


def _why(one: Recommended) -> str:
    return ", ".join([reason.movie.title for reason in one.because] or one.in_words())
