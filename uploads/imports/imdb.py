"""IMDb's exports in any of its languages: ratings out of ten, a watchlist, and lists."""

from collections.abc import Mapping

from uploads.imports.columns import NAMES, Field
from uploads.imports.layout import Layout
from uploads.imports.rows import Kind

_COLUMNS: Mapping[Field, tuple[str, ...]] = {
    Field.IMDB_ID: ("const",),
    Field.RATING: tuple(name for name in NAMES[Field.RATING] if name != "rating"),
    Field.STATUS: (),
    Field.DATE: (),
    Field.EPISODE: (),
}
_KNOWN = frozenset(
    (
        *("imdbrating", "imdbbewertung", "noteimdb", "noteimdb10", "calificacionimdb"),
        *("calificaciondeimdb", "puntuacionimdb", "valutazioneimdb", "votoimdb"),
        *("classificacaoimdb", "avaliacaoimdb", "notaimdb", "numvotes"),
    )
)
_POSITIONS = ("position", "posicion", "posizione", "posicao")

LAYOUTS = (
    *(
        Layout(
            site="imdb",
            marks=frozenset({"const", position}),
            columns=_COLUMNS,
            expected=(Field.TITLE, Field.TYPE),
            scale=10,
            is_exact=True,
            unrated=Kind.WISH,
            known=_KNOWN,
            notice=(
                "IMDb exports a watchlist like any other list, so films without a rating are "
                "added to your watchlist; choose other contents if this is not your watchlist"
            ),
        )
        for position in _POSITIONS
    ),
    Layout(
        site="imdb",
        marks=frozenset({"const"}),
        columns=_COLUMNS,
        expected=(Field.TITLE, Field.RATING, Field.TYPE),
        scale=10,
        is_exact=True,
        known=_KNOWN,
    ),
)
