"""Print a model's recommendations for a history."""

from argparse import ArgumentParser
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.table import Table

from nextflex.base.errors import DomainError
from recommender import sequence_lab
from recommender.core.data.interface import DEFAULT, Demographics, RecommendationRequest
from recommender.explained import Recommendations, RecommendedMovie
from recommender.selectors import PERSONAL_MODELS
from recommender.sequence_lab import LIKED, history_from

_MOST = 100


class Command(BaseCommand):
    help = "Recommend films for a history, oldest first, with any served model."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--history",
            default="",
            metavar='"ID:RATING,…"',
            help=(
                "film ids on this site, oldest first, each with an optional :RATING; default "
                f"{LIKED:g} stars"
            ),
        )
        names = [one.name for one in PERSONAL_MODELS]
        parser.add_argument("--model", choices=names, default=DEFAULT, metavar="NAME")
        parser.add_argument("--k", type=int, default=10, metavar="N")
        parser.add_argument("--avoid", default="", metavar='"ID,…"', help="films to exclude")
        parser.add_argument(
            "--push-away",
            action="store_true",
            help=("also rank films similar to the excluded ones lower"),
        )
        parser.add_argument("--min-rating", type=float, metavar="STARS")
        parser.add_argument("--age", type=int, help="age in years")
        parser.add_argument("--gender", choices=["F", "M"])
        parser.add_argument("--occupation", type=int, choices=range(21), metavar="0-20")

    def handle(self, *args: Any, history: str, k: int, **options: Any) -> None:
        if not 1 <= k <= _MOST:
            raise CommandError(f"--k {k}: must be between 1 and {_MOST}")
        steps = [_step(word) for word in _words(history)]
        avoided = [_whole(word, "--avoid") for word in _words(options["avoid"])]
        request = RecommendationRequest(
            limit=k,
            history=history_from([movie for movie, _ in steps], [stars for _, stars in steps]),
            model=options["model"],
            without=avoided,
            demographics=Demographics(options["age"], options["gender"], options["occupation"]),
            pushed_from=avoided if options["push_away"] else (),
            min_rating=options["min_rating"],
        )
        try:
            found = sequence_lab.recommend(request)
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
        raise CommandError(
            f"--history: {word!r} is not of the form ID:RATING, such as 50:4.5"
        ) from error
    if not 0.5 <= stars <= 5:
        raise CommandError(f"--history: {word!r}: a rating must be between 0.5 and 5 stars")
    return _whole(movie, "--history"), stars


def _whole(word: str, option: str) -> int:
    if not word.strip().isdecimal():
        raise CommandError(f"{option}: {word!r} is not a film id; ids are whole numbers")
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


def _why(one: RecommendedMovie) -> str:
    return ", ".join([reason.movie.title for reason in one.because] or one.in_words())
