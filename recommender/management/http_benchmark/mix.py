"""A day's traffic in a minute: which requests arrive when, chosen before the first one is sent."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image

from accounts import jwt_tokens
from recommender.benchmarks.load.arrivals import Dice
from recommender.benchmarks.load.client import Call
from recommender.benchmarks.load.open_loop import Planned
from recommender.management.http_benchmark import calls
from recommender.management.http_benchmark.visitors import (
    STARS,
    Film,
    Member,
    Visitors,
    new_address,
)

SHARES = {
    "browse": 40,
    "detail": 20,
    "search": 15,
    "recommend": 15,
    "rate": 6,
    "sign in or refresh": 2,
    "upload": 1,
    "sign up": 1,
}
GUESTS = 0.7
_PHOTO = (1600, 1200)
_NOISE = 40  # of the photo's pixels, so that its file is as large as a photo's


class Mix:
    """Requests of visitors: kinds by SHARES, films by Zipf's law, and guests, where a guest can."""

    def __init__(self, visitors: Visitors, *, seed: int) -> None:
        self._visitors, self._dice = visitors, Dice(seed)
        self._photo = Image.effect_noise(_PHOTO, _NOISE).convert("RGB")
        self._kinds: dict[str, Callable[[], Call]] = {
            "browse": self._browse,
            "detail": self._detail,
            "search": self._search,
            "recommend": self._recommend,
            "rate": self._rate,
            "sign in or refresh": self._sign_in,
            "upload": self._upload,
            "sign up": self._sign_up,
        }

    def plan(self, *, rate: float, seconds: float) -> list[Planned]:
        """Return requests with random arrivals, `rate` per second on average."""
        kinds = (
            (at_s, self._dice.weighted(SHARES))
            for at_s in self._dice.arrivals(rate=rate, seconds=seconds)
        )
        return [Planned(at_s, kind, self._kinds[kind]()) for at_s, kind in kinds]

    def _visitor(self) -> Member | str:
        if self._dice.chance(GUESTS):
            return self._dice.one_of(self._visitors.guests)
        return self._member()

    def _member(self) -> Member:
        return self._dice.one_of(self._visitors.members)

    def _film(self) -> Film:
        return self._dice.popular(self._visitors.films)

    def _browse(self) -> Call:
        who = self._visitor()
        return self._dice.one_of(
            (
                calls.page("/", who),
                calls.page("/browse/", who),
                calls.page("/browse/", who, genre=self._visitors.genre, ordering="rating"),
                calls.page("/charts/popular/", who),
                calls.api("movies/", _with_token(who)),
            )
        )

    def _detail(self) -> Call:
        who, film = self._visitor(), self._film()
        return self._dice.one_of(
            (
                calls.page(f"/films/{film.id}/", who),
                calls.page(f"/films/{film.id}/", who),
                calls.api(f"movies/{film.id}/", _with_token(who)),
            )
        )

    def _search(self) -> Call:
        who, title = self._visitor(), self._film().title
        return self._dice.one_of(
            (
                calls.page("/find/", who, q=title[:5]),
                calls.page("/browse/", who, q=title),
                calls.api("movies/", _with_token(who), q=title),
            )
        )

    def _recommend(self) -> Call:
        who, film = self._visitor(), self._film()
        if isinstance(who, str):
            similar = calls.api(f"movies/{film.id}/similar/", k="20")
            return self._dice.one_of((calls.page("/for-you/", who), similar))
        mine = calls.api("me/recommendations/", who, k="20")
        return self._dice.one_of((calls.page("/for-you/", who), mine))

    def _rate(self) -> Call:
        who, film, stars = self._visitor(), self._film(), self._dice.one_of(STARS)
        if isinstance(who, str):
            return calls.rating_form(film.id, stars, who)
        return calls.api_write("PUT", f"me/ratings/{film.id}/", {"rating": stars}, who)

    def _sign_in(self) -> Call:
        user = self._member().user
        if self._dice.chance(0.5):
            given = {"email": user.email, "password": self._visitors.password}
            return calls.api_write("POST", "auth/jwt/create/", given)
        refresh = jwt_tokens.issue(user, client="benchmark").refresh
        return calls.api_write("POST", "auth/jwt/refresh/", {"refresh": refresh})

    def _upload(self) -> Call:
        return calls.upload(self._member(), self._film().id, self._new_photo())

    def _new_photo(self) -> bytes:
        """Return a JPEG that differs from all others: a user cannot post the same image twice."""
        written = BytesIO()
        self._photo.save(written, "JPEG", comment=new_address())
        return written.getvalue()

    def _sign_up(self) -> Call:
        password = self._visitors.password
        given = {"email": new_address(), "password": password, "re_password": password}
        return calls.api_write("POST", "auth/users/", given)


def _with_token(who: Member | str) -> Member | None:
    return None if isinstance(who, str) else who
