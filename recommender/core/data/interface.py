"""The types that cross the border between the engine and the web: ids and plain values, no arrays."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from recommender.core.errors import BadConfig

DEFAULT = "for-you"  # the model that answers where none is named


@dataclass(frozen=True, slots=True)
class Rated:
    """One entry of a history: stars from 0.5 to 5, and the Unix time."""

    movie_id: int
    stars: float
    at_s: int


@dataclass(frozen=True, slots=True)
class Demographics:
    """Demographics of a user; None where not given.

    age: in years; gender: F or M; occupation: 0 to 20, as in MovieLens 1M.
    """

    age: int | None = None
    gender: str | None = None
    occupation: int | None = None


NO_DEMOGRAPHICS = Demographics()


@dataclass(frozen=True, slots=True)
class Explanation:
    """One explanation of a recommendation: a rated film and its share of all positive
    contributions, 0 to 1.
    """

    movie_id: int
    stars: float
    share: float


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommended or scored film.

    predicted_rating: in stars; predicted_spread: its standard deviation; None where the model
    predicts none. because: the rated films that contributed most, largest first; traits: what the
    film shares with them.
    """

    movie_id: int
    score: float
    predicted_rating: float | None = None
    predicted_spread: float | None = None
    because: tuple[Explanation, ...] = ()
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Controls:
    """The controls of a list, each from 0 to 1.

    diversity: 0 by score alone, 1 as varied as possible; popularity: 0 hidden gems, 0.5 as scored,
    1 popular films; freshness: 0 the same list every day, 1 a different one. Raises BadConfig out
    of range.
    """

    diversity: float = 0.0
    popularity: float = 0.5
    freshness: float = 0.0

    def __post_init__(self) -> None:
        for name in ("diversity", "popularity", "freshness"):
            if not 0 <= getattr(self, name) <= 1:
                raise BadConfig(f"{name}={getattr(self, name)} must lie between 0 and 1")


DEFAULT_CONTROLS = Controls()


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
    demographics: Demographics = NO_DEMOGRAPHICS
    controls: Controls = DEFAULT_CONTROLS
    seed: int = 0
    pushed_from: Collection[int] = ()
    min_rating: float | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A film that may be recommended, with its catalogue figures.

    count: its number of ratings; histogram: the numbers of ratings of 0.5, 1 … 5 stars, empty if
    unknown; traits: used to compare films without a model, such as genres.
    """

    movie_id: int
    count: int
    histogram: tuple[int, ...] = ()
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteRating:
    """One rating given on the site."""

    user_id: int
    item_id: int
    stars: float
    rated_at_s: int
