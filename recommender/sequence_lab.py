"""Asking a model about a sequence of films that need be nobody's: the sequence lab's question."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.models import Movie
from nextflex.base.errors import DomainError, NotFound, Unavailable
from recommender import runtime
from recommender.core.algorithms.registry import DEFAULT
from recommender.core.data.picks import NOBODY, Person, Pick, Rated, Wish
from recommender.core.errors import BadConfig, UnknownModel
from recommender.selectors import Recommendations, filled, unscored

if TYPE_CHECKING:
    from recommender.core.serving.engine import Engine

LIKED = 4.0  # stars of a film that is in a sequence without any
STAND_IN = "next-ridge"
_NAMED = 10


class UnknownMovies(DomainError):
    """Ids that no film of the catalogue has."""

    code = "unknown_movies"


@dataclass(frozen=True, slots=True)
class SequenceQuestion:
    """sequence: films, oldest first; stars: of each, `LIKED` where there are none.

    avoid: films that may not come; pushes_away: whether what is like them sinks, too; min_rating: the
    least stars that the model may predict.
    """

    sequence: tuple[int, ...]
    avoid: tuple[int, ...] = ()
    limit: int = 20
    model: str = DEFAULT
    person: Person = NOBODY
    min_rating: float | None = None
    pushes_away: bool = False
    stars: tuple[float, ...] = ()

    @property
    def history(self) -> list[Rated]:
        stars = self.stars or (LIKED,) * len(self.sequence)
        pairs = zip(self.sequence, stars, strict=True)
        return [Rated(movie, given, at_s=place) for place, (movie, given) in enumerate(pairs)]


def recommend(question: SequenceQuestion) -> Recommendations:
    """What comes next after the sequence; by `next-ridge` when the model knows none of its films.

    Raises UnknownMovies, NotFound for a model that is not served, Unavailable when none is, and
    DomainError for a least rating where the model predicts none.
    """
    _refuse_unknown([*question.sequence, *question.avoid])
    asked = _asked(question)
    wish = Wish(
        question.limit,
        without=question.avoid,
        pushed_from=question.avoid if question.pushes_away else (),
        min_rating=question.min_rating,
    )

    def ask(wish: Wish) -> list[Pick]:
        return asked.engine.recommend(
            question.history, model=asked.model, wish=wish, person=question.person
        )

    try:
        results = filled(ask, wish)
    except BadConfig as error:
        raise DomainError(f"{error}.") from error
    return Recommendations(asked.model, asked.engine.version, results)


def scores(question: SequenceQuestion, candidates: tuple[int, ...]) -> Recommendations:
    """The candidates as the model orders them after the sequence, best first.

    Those that it does not score come last, in the order that they were given in. Raises as `recommend`.
    """
    _refuse_unknown([*question.sequence, *candidates])
    asked = _asked(question)

    def ask(wish: Wish) -> list[Pick]:
        wanted = [one for one in candidates if one not in wish.without]
        return asked.engine.score(
            question.history, wanted, model=asked.model, person=question.person
        )

    found = filled(ask, Wish(len(candidates)))
    scored = {one.movie.pk for one in found}
    others = [one for one in dict.fromkeys(candidates) if one not in scored]
    results = (*found, *unscored(others))
    return Recommendations(asked.model, asked.engine.version, results)


@dataclass(frozen=True, slots=True)
class _Asked:
    engine: "Engine"
    model: str


def _asked(question: SequenceQuestion) -> _Asked:
    engine = runtime.engine()
    if engine is None:
        raise Unavailable(f"No model is served: {runtime.problem()}.")
    try:
        knows = engine.knows_any(question.sequence, model=question.model)
    except UnknownModel as error:
        raise NotFound(f"{error}.") from error
    if question.sequence and not knows and STAND_IN in engine.model_names:
        return _Asked(engine, STAND_IN)
    return _Asked(engine, question.model)


def _refuse_unknown(movie_ids: Iterable[int]) -> None:
    wanted = set(movie_ids)
    known = Movie.objects.shown().filter(pk__in=wanted).values_list("pk", flat=True)
    unknown = sorted(wanted - set(known))
    if unknown:
        named = ", ".join(map(str, unknown[:_NAMED]))
        more = f" and {len(unknown) - _NAMED} more" if len(unknown) > _NAMED else ""
        raise UnknownMovies(f"No film has the id {named}{more}; /api/v1/movies/?q= finds films.")
