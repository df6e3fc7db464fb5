"""Words that exports use for the type of a title, and for what somebody did with it."""

from uploads.imports.columns import plain
from uploads.imports.rows import Kind

_FILMS = frozenset(
    (
        *("movie", "movies", "film", "films", "featurefilm", "feature", "theatrical", "cinema"),
        *("tvmovie", "tvfilm", "short", "shortfilm", "tvshort", "video", "tvspecial", "special"),
        *("documentary", "movieshort", "spielfilm", "filme", "fernsehfilm", "kurzfilm", "kurz"),
        *("tvkurzfilm", "fernsehspecial", "tvsondersendung", "dokumentarfilm", "telefilm"),
        *("filmtv", "courtmetrage", "court", "filmdetelevision", "emissionspeciale", "pelicula"),
        *("peliculas", "peliculadetv", "peliculadetelevision", "cortometraje", "corto"),
        *("especialdetv", "filmpertv", "filmperlatv", "cortometraggio", "specialetv"),
        *("telefilme", "filmedetv", "filmeparatv", "curtametragem", "curta", "especialparatv"),
    )
)
_OTHERS = frozenset(
    (
        *("tv", "show", "shows", "tvshow", "tvshows", "series", "tvseries", "season", "seasons"),
        *("tvminiseries", "tvmini", "miniseries", "episode", "episodes", "tvepisode", "tvpilot"),
        *("game", "videogame", "podcast", "podcastseries", "podcastepisode", "musicvideo", "music"),
        *("person", "people", "book", "manga", "trailer"),
        *("serie", "serien", "tvserie", "fernsehserie", "miniserie", "tvminiserie", "folge"),
        *("tvfolge", "fernsehfolge", "staffel", "videospiel", "musikvideo", "podcastserie"),
        *("podcastfolge", "serietv", "serietelevisee", "minisserie", "episodedeserie"),
        *("episodetv", "episodedeserietv", "saison", "jeuvideo", "clipmusical", "clipvideo"),
        *("seriedetv", "seriedetelevision", "miniseriedetv", "episodio", "episodiodetv"),
        *("temporada", "videojuego", "videomusical", "miniserietv", "episodiotv", "stagione"),
        *("videogioco", "videomusicale", "minisseriedetv", "seriedetelevisao", "jogo"),
        *("jogodevideo", "videoclipe", "videojogo", "emissiontv", "emission"),
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
    """None for a type that is not known here."""
    name = plain(type_name)
    if name in _FILMS:
        return True
    return False if name in _OTHERS else None


def kind_of_status(status: str) -> Kind:
    """LISTED for a status that is neither "seen" nor "to be seen", such as "dropped"."""
    name = plain(status) or status.strip()
    if name in _SEEN:
        return Kind.SEEN
    return Kind.WISH if name in _WISHED else Kind.LISTED


def kind_of_file(name: str) -> Kind:
    """What a file's name says of films without stars; LISTED when it says nothing."""
    bare = plain(name)
    if any(word in bare for word in _WISH_FILES):
        return Kind.WISH
    return Kind.SEEN if any(word in bare for word in _SEEN_FILES) else Kind.LISTED
