"""The words of exports for the type of a title, and for the user's status of it."""

from uploads.imports.columns import plain
from uploads.imports.rows import Kind

_OTHER_STEMS = (
    "serie",
    "episod",
    "podcast",
    "game",
    "music",
    "videospiel",
    "videojuego",
    "videogioco",
)
_FILM_STEMS = (
    "film",
    "movie",
    "pelicula",
    "metrage",
    "metraje",
    "metragem",
    "metraggio",
    "documentar",
)
_FILMS = frozenset(
    (
        *("feature", "theatrical", "cinema", "short", "tvshort", "video", "special", "tvspecial"),
        *("kurz", "court", "corto", "curta", "fernsehspecial", "tvsondersendung", "especialdetv"),
        *("emissionspeciale", "specialetv", "especialparatv", "dokumentation"),
    )
)
_OTHERS = frozenset(
    (
        *("tv", "show", "shows", "tvshow", "tvshows", "tvmini", "tvpilot", "season", "seasons"),
        *("person", "people", "book", "manga", "trailer", "folge", "tvfolge", "fernsehfolge"),
        *("staffel", "saison", "temporada", "stagione", "emission", "emissiontv", "jeuvideo"),
        *("clipmusical", "clipvideo", "videoclipe", "videojogo", "jogo"),
    )
)
_SEEN = frozenset(
    (
        *("completed", "complete", "watched", "seen", "finished", "done", "viewed", "rewatched"),
        *("rewatching", "yes", "y", "true", "x", "1", "✓", "✔", "gesehen", "ja", "vu", "oui"),
        *("visto", "vista", "si", "assistido", "sim"),
    )
)
_WISHED = frozenset(
    (
        *("plantowatch", "plan", "planned", "planning", "ptw", "watchlist"),
        *("watchlisted", "wishlist", "wanttowatch", "wanttosee", "towatch", "tosee", "backlog"),
        *("unwatched", "watchlater", "later", "queue", "merkliste", "geplant", "avoir"),
        *("pendiente", "porver", "davedere", "queroassistir", "paraassistir"),
    )
)
_WISH_FILES = ("watchlist", "wishlist", "towatch", "plantowatch", "wanttosee")
_SEEN_FILES = ("watched", "history", "viewing", "diary", "seen")


def is_film(type_name: str) -> bool | None:
    """Whether the type is a film, in any of the languages; None for an unknown type."""
    name = plain(type_name)
    if name in _OTHERS or any(stem in name for stem in _OTHER_STEMS):
        return False
    return True if name in _FILMS or any(stem in name for stem in _FILM_STEMS) else None


def kind_of_status(status: str) -> Kind:
    """Return the kind of a status; LISTED for one like "dropped", neither "seen" nor "to be seen"."""
    name = plain(status) or status.strip()
    if name in _SEEN:
        return Kind.SEEN
    return Kind.WISH if name in _WISHED else Kind.LISTED


def kind_of_file(name: str) -> Kind:
    """Return the kind of films without stars by the file's name; LISTED when it is unclear."""
    bare = plain(name)
    if any(word in bare for word in _WISH_FILES):
        return Kind.WISH
    return Kind.SEEN if any(word in bare for word in _SEEN_FILES) else Kind.LISTED
