"""The names of columns, in English and in the languages of the exporting sites."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum


class Field(StrEnum):
    """The possible contents of a column."""

    TITLE = "title"
    OTHER_TITLE = "other_title"
    YEAR = "year"
    RATING = "rating"
    RATED_AT = "rated_at"
    WATCHED_AT = "watched_at"
    DATE = "date"  # of the rating; of the viewing if there is no rating
    IMDB_ID = "imdb_id"
    TMDB_ID = "tmdb_id"
    MOVIELENS_ID = "movielens_id"
    TYPE = "type"
    EPISODE = "episode"
    STATUS = "status"
    REVIEW = "review"


WATCHED_OR_WHEN = ("watched", "seen", "viewed", "gesehen", "vu", "vista", "visto", "assistido")
"""Columns with yes and no, or with dates."""

ColumnNames = Mapping[Field, tuple[str, ...]]

NAMES: ColumnNames = {
    Field.TITLE: (
        *("title", "name", "film", "movie", "movietitle", "filmtitle", "moviename", "filmname"),
        *("titlename", "primarytitle", "titel", "filmtitel", "titre", "titredufilm"),
        *("titulo", "titolo", "titulodelapelicula", "titolodelfilm", "titulodofilme"),
        *("nom", "nome", "nombre", "pelicula", "filme"),
    ),
    Field.OTHER_TITLE: (
        *("originaltitle", "originalname", "originaltitel", "titreoriginal", "titulooriginal"),
        *("titolooriginale", "alternativetitle", "englishtitle", "localizedtitle"),
    ),
    Field.YEAR: (
        *("year", "releaseyear", "yearofrelease", "yearreleased", "startyear", "movieyear"),
        *("filmyear", "jahr", "erscheinungsjahr", "annee", "anneedesortie", "ano", "anno"),
        *("anodelanzamiento", "annodiuscita", "anodelancamento", "releasedate", "released"),
        *("erscheinungsdatum", "datedesortie", "fechadelanzamiento", "datadiuscita"),
    ),
    Field.RATING: (
        *("yourrating", "yourated", "myrating", "userrating", "personalrating", "ownrating"),
        *("rating", "ratings", "yourscore", "myscore", "userscore", "score", "stars", "mystars"),
        *("starrating", "starvalue", "ratedstars", "rate", "rated", "grade", "mygrade"),
        *("deinebewertung", "ihrebewertung", "meinebewertung", "bewertung", "wertung", "sterne"),
        *("votrenote", "manote", "tanote", "etoiles", "tucalificacion", "sucalificacion"),
        *("micalificacion", "calificacion", "tupuntuacion", "mipuntuacion", "puntuacion"),
        *("tuvaloracion", "valoracion", "tunota", "minota", "iltuovoto", "tuovoto", "miovoto"),
        *("latuavalutazione", "tuavalutazione", "lamiavalutazione", "valutazione", "voto"),
        *("suaavaliacao", "minhaavaliacao", "avaliacao", "suaclassificacao", "classificacao"),
        *("suanota", "minhanota", "nota", "note", "percent", "percentage"),
    ),
    Field.RATED_AT: (
        *("ratedat", "daterated", "ratingdate", "dateofrating", "ratedon", "rateddate"),
        *("userratedat", "reviewdate", "bewertetam", "bewertungsdatum", "datumderbewertung"),
        *("datedenotation", "datedelanote", "datenote", "noteele", "fechadecalificacion"),
        *("fechadepuntuacion", "fechadevaloracion", "calificadoel", "datadivalutazione"),
        *("datadelvoto", "datavoto", "valutatoil", "datadaavaliacao", "datadaclassificacao"),
        *("avaliadoem", "dateadded", "addedat", "createdat", "created", "added"),
    ),
    Field.WATCHED_AT: (
        *("watchedat", "watcheddate", "datewatched", "watchedon", "watchdate", "lastwatchedat"),
        *("lastwatched", "lastviewed", "lastplayed", "vieweddate", "dateviewed", "viewedat"),
        *("viewingdate", "viewdate", "seenat", "seenon", "dateseen", "seendate"),
        *WATCHED_OR_WHEN,
        *("gesehenam", "datumgesehen", "vule", "datedevisionnage", "vistoel"),
        *("fechadevisionado", "vistoil", "datadivisione", "assistidoem", "vistoem"),
    ),
    Field.DATE: (
        *("date", "timestamp", "datetime", "time", "when", "logged", "loggedon", "loggeddate"),
        *("datum", "fecha", "data", "zeitstempel"),
    ),
    Field.IMDB_ID: (
        *("imdbid", "imdb", "const", "tconst", "imdbconst", "imdbtitleid", "imdburl", "imdblink"),
    ),
    Field.TMDB_ID: (
        *("tmdbid", "tmdb", "themoviedbid", "themoviedb", "moviedbid", "tmdburl", "tmdblink"),
    ),
    Field.MOVIELENS_ID: ("movielensid",),
    Field.TYPE: (
        *("type", "titletype", "mediatype", "itemtype", "contenttype", "mediakind", "kind"),
        *("titeltyp", "titelart", "medientyp", "typ", "art", "typedetitre", "typedemedia"),
        *("tipodetitulo", "tipo", "tipodititolo", "tipotitolo"),
    ),
    Field.EPISODE: (
        *("episodenumber", "seasonnumber", "episode", "season", "episodetitle", "lastepwatched"),
    ),
    Field.STATUS: (
        *("status", "watchstatus", "userstatus", "watchedstatus", "state", "shelf"),
        *WATCHED_OR_WHEN,
    ),
    Field.REVIEW: (
        *("review", "reviews", "myreview", "yourreview", "reviewtext", "minireview", "comment"),
        *("comments", "mynotes", "notes", "memo", "quote", "rezension", "kritik", "kommentar"),
        *("critique", "commentaire", "resena", "comentario", "recensione", "commento", "critica"),
    ),
}

_RATING_STEMS = ("rating", "score", "stars", "bewertung", "note", "nota", "voto", "puntuacion")
_OTHERS_RATINGS = (
    *("imdb", "tmdb", "average", "avg", "mean", "vote", "votes", "critic", "meta", "tomato"),
    *("community", "global", "public", "users", "age", "mpaa", "content", "count", "num"),
)
_SCALE = re.compile(
    r"(?:[\s(\[/_-]*(?:out of|of|von|sur|sobre|su|de|[01]\s?[-–]|x?/)?\s*(?P<top>100|10|5)\s*"
    r"(?:stars|points|sterne|punkte|★)?\s*[)\]]?"
    r"|[\s(\[]*(?P<percent>%)\s*[)\]]?)$"
)


def plain(name: str) -> str:
    """Return the name without case, accents, spaces and marks: "Letterboxd URI" is letterboxduri."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in bare if char.isalnum())


def scale_named(column: str) -> int | None:
    """Return a column's scale: 10 for "Rating (1-10)" and "Rating10", 100 for "Score %"; else None."""
    found = _SCALE.search(column.casefold())
    if not found:
        return None
    return 100 if found["percent"] else int(found["top"])


def without_scale(column: str) -> str:
    """Return the plain name: "Rating (1-10)" is rating."""
    return plain(_SCALE.sub("", column.casefold()))


def is_ratings_name(column: str) -> bool:
    """Whether a column's plain name suggests ratings, of any person."""
    return any(stem in column for stem in _RATING_STEMS) and column not in NAMES[Field.REVIEW]


def is_others_ratings_name(column: str) -> bool:
    """Whether it suggests other people's ratings, such as "IMDb Rating"."""
    return any(word in column for word in _OTHERS_RATINGS)


def candidates(names: Sequence[str], head: Mapping[str, str]) -> list[str]:
    """Return the columns of a file with one of these names, in the order of the names.

    head: plain names to names as written. A name with a scale, such as "Rating (1-10)", comes last.
    """
    named = [name for name in names if name in head]
    bare = {column: without_scale(head[column]) for column in head if column not in named}
    return named + [column for name in names for column in bare if bare[column] == name]
