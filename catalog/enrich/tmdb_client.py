"""A client of TMDB's API."""

import logging
from dataclasses import dataclass

from django.conf import settings

from catalog.enrich.errors import ServiceFailed
from catalog.enrich.outbound import Question, json_of
from catalog.enrich.rate import Courtesy
from catalog.enrich.tmdb_answer import TmdbFilm, film_in, found_id

_log = logging.getLogger(__name__)
_PARTS = "credits,keywords,videos,watch/providers"
_NO_KEY = (
    "TMDB_API_KEY is not set. Get a key on www.themoviedb.org under Settings, API, and set it in "
    ".env or the environment."
)


@dataclass(frozen=True, slots=True)
class TmdbClient:
    """A client of TMDB.

    A key with dots is a read access token (v4), sent as a header; others are v3 keys.
    """

    key: str
    courtesy: Courtesy

    @classmethod
    def of_settings(cls, courtesy: Courtesy) -> "TmdbClient":
        """Create a client. Raises ServiceFailed when the settings have no key."""
        if not settings.TMDB_API_KEY:
            raise ServiceFailed(_NO_KEY)
        return cls(settings.TMDB_API_KEY, courtesy)

    def film(self, *, tmdb_id: int | None, imdb_id: str | None) -> TmdbFilm | None:
        """Return a film by its TMDB id, else by its IMDb id; None when TMDB does not know it.

        A TMDB id is ignored when it no longer exists or belongs to a film with another IMDb id.
        """
        film = self._film(tmdb_id) if tmdb_id else None
        if film and _is_meant(film, imdb_id):
            return film
        found = self._id_of(imdb_id or "")
        film = self._film(found) if found and found != tmdb_id else None
        return film if film and _is_meant(film, imdb_id) else None

    def _film(self, tmdb_id: int) -> TmdbFilm | None:
        answer = self._ask(f"movie/{tmdb_id}", append_to_response=_PARTS)
        if answer is None:
            return None
        film = film_in(answer, tmdb_id=tmdb_id)
        if film is None:
            raise ServiceFailed("TMDB returned data that does not describe the film")
        return film

    def _id_of(self, imdb_id: str) -> int | None:
        if not (imdb_id.isascii() and imdb_id.isalnum()):
            return None
        return found_id(self._ask(f"find/{imdb_id}", external_source="imdb_id"))

    def _ask(self, path: str, **params: str) -> object:
        is_token = "." in self.key
        question = Question(
            f"{settings.TMDB_URL.rstrip('/')}/{path}",
            settings.TMDB_URL,
            params=params if is_token else params | {"api_key": self.key},
            headers={"Authorization": f"Bearer {self.key}"} if is_token else {},
            types=("application/json",),
            deadline_s=30.0,
        )
        try:
            return self.courtesy.ask(lambda: json_of(question))
        except ServiceFailed as error:
            if error.status == 404:
                return None
            raise


def _is_meant(film: TmdbFilm, imdb_id: str | None) -> bool:
    if not imdb_id or not film.imdb_id or film.imdb_id == imdb_id:
        return True
    _log.warning(
        "TMDB film %d has the IMDb id %s, not %s; its data was ignored",
        film.tmdb_id,
        film.imdb_id,
        imdb_id,
    )
    return False
