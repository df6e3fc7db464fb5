"""TMDB's exports of an account: ratings out of ten in half steps, a watchlist, favourites and lists."""

from uploads.imports.columns import Field
from uploads.imports.layout import Layout

LAYOUTS = (
    Layout(
        site="tmdb",
        marks=frozenset({"tmdbid", "imdbid", "type", "name", "releasedate"}),
        columns={
            Field.YEAR: ("releasedate",),
            Field.RATING: ("yourrating",),
            Field.RATED_AT: ("daterated",),
            Field.EPISODE: ("episodenumber", "seasonnumber"),
        },
        expected=(Field.TITLE, Field.TYPE, Field.TMDB_ID),
        scale=10,
        known=frozenset({"rating", "voteaverage"}),
    ),
)
