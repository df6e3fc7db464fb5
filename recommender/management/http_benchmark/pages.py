"""The pages and endpoints that are measured one by one, and what each may take."""

from dataclasses import dataclass

from recommender.benchmarks.load.client import Call
from recommender.benchmarks.load.closed_loop import CallOfTurn
from recommender.management.http_benchmark import calls
from recommender.management.http_benchmark.control import CONTROL_PATH
from recommender.management.http_benchmark.visitors import STARS, Visitors

NO_OP, CONTROL = "no-op (health/live)", "control (one query, small template)"
RECOMMENDATIONS = "me/recommendations/?k=20"
_FILMS = 100
_FILM_LIST = """{ movies(pageSize: 20, ordering: POPULARITY) { count results {
    id title year poster ratingMean ratingCount genres { name } } } }"""


@dataclass(frozen=True, slots=True)
class Page:
    """A page or an endpoint. most: the goal, as a multiple of the no-op's time; 0 without one."""

    call: CallOfTurn
    most: float = 0


def pages_of(visitors: Visitors) -> dict[str, Page]:
    """Return the pages and endpoints by name. The first member reads, the second one rates films."""
    reader, rater, guest = visitors.members[0], visitors.members[1], visitors.guests[0]
    filters = {"genre": visitors.genre, "year_min": "1980", "ordering": "rating"}

    def film(turn: int) -> int:
        return visitors.films[turn % min(_FILMS, len(visitors.films))].id

    def stars(turn: int) -> float:
        """Change a film's stars whenever its turn comes again."""
        return STARS[turn // min(_FILMS, len(visitors.films)) % len(STARS)]

    def rating(turn: int) -> Call:
        path = f"me/ratings/{film(turn)}/"
        return calls.api_write("PUT", path, {"rating": stars(turn)}, rater)

    return {
        NO_OP: Page(lambda turn: calls.api("health/live/")),
        CONTROL: Page(lambda turn: calls.page(CONTROL_PATH, guest)),
        "home page": Page(lambda turn: calls.page("/", reader), most=15),
        "browse": Page(lambda turn: calls.page("/browse/", reader), most=10),
        "browse, filtered": Page(lambda turn: calls.page("/browse/", reader, **filters), most=10),
        "film page": Page(lambda turn: calls.page(f"/films/{film(turn)}/", reader), most=8),
        "sign-in page": Page(lambda turn: calls.page("/sign-in/", guest)),
        "For you": Page(lambda turn: calls.page("/for-you/", reader)),
        "charts/popular/?k=20": Page(
            lambda turn: calls.api("charts/popular/", reader, k="20"), most=5
        ),
        "movies/": Page(lambda turn: calls.api("movies/", reader)),
        RECOMMENDATIONS: Page(
            lambda turn: calls.api("me/recommendations/", reader, k="20"), most=5
        ),
        "PUT me/ratings/ID/": Page(rating, most=6),
        "GraphQL, 20 films": Page(lambda turn: calls.graphql(_FILM_LIST, reader)),
    }
