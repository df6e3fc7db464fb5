"""The types that cross the border between the engine and the web: ids and plain values, no arrays."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from recommender.core.errors import BadConfig

DEFAULT = "for-you"  # the model that answers where none is named


@dataclass(frozen=True, slots=True)
class Rated:
    """One entry of a history."""

    movie_id: int
    stars: float
    at_s: int


@dataclass(frozen=True, slots=True)
class Person:
    """What somebody tells of themselves. age: in years; gender: F or M; occupation: 0 to 20, as in
    MovieLens 1M; None: not told."""

    age: int | None = None
    gender: str | None = None
    occupation: int | None = None


NOBODY = Person()


@dataclass(frozen=True, slots=True)
class Because:
    """A rated film that speaks for a pick; share: its part of all that speaks for it, 0 to 1."""

    movie_id: int
    stars: float
    share: float


@dataclass(frozen=True, slots=True)
class Pick:
    """predicted_rating: stars, and predicted_spread: their standard deviation, where the model tells."""

    movie_id: int
    score: float
    predicted_rating: float | None = None
    predicted_spread: float | None = None
    because: tuple[Because, ...] = ()
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dials:
    """How a person turns their list, each from 0 to 1.

    diversity: 0 by score alone, 1 as varied as can be; popularity: 0 hidden gems, 0.5 as scored,
    1 what many know; freshness: 0 the same list every day, 1 another one.
    """

    diversity: float = 0.0
    popularity: float = 0.5
    freshness: float = 0.0

    def __post_init__(self) -> None:
        for name in ("diversity", "popularity", "freshness"):
            if not 0 <= getattr(self, name) <= 1:
                raise BadConfig(f"{name}={getattr(self, name)} must lie between 0 and 1")


AT_REST = Dials()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationRequest:
    """A list of `limit` films that a model is asked for.

    history: the user's ratings, oldest first; the films in it are never recommended. model: its name in
    the registry. only: the candidates, None for all films; without: films that are no candidates.
    demographics: used by models that were trained with them. controls: how the list is re-ranked; seed:
    chooses one of the fresh lists, the same seed gives the same list. pushed_from: films whose similar
    films rank lower. min_rating: the lowest rating that the model may predict for a film.
    """

    limit: int
    history: Sequence[Rated] = ()
    model: str = DEFAULT
    only: Collection[int] | None = None
    without: Collection[int] = ()
    demographics: Person = NOBODY
    controls: Dials = AT_REST
    seed: int = 0
    pushed_from: Collection[int] = ()
    min_rating: float | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A film that may be picked, by what the catalogue knows of it.

    count: its ratings; histogram: how many gave 0.5, 1 … 5 stars, empty where that is not known; traits:
    what it can be compared by without a model, such as genres.
    """

    movie_id: int
    count: int
    histogram: tuple[int, ...] = ()
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteRating:
    """One rating that was given on the site."""

    user_id: int
    item_id: int
    stars: float
    rated_at_s: int
