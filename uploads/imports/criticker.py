"""Criticker's export of ratings, as XML or CSV. Its users choose their scale, mostly 100 points."""

from uploads.imports.columns import Field
from uploads.imports.layout import Layout

_COLUMNS = {
    Field.TITLE: ("filmname",),
    Field.YEAR: ("filmyear", "year"),
    Field.RATING: ("rating", "score"),
    Field.RATED_AT: ("reviewdate", "daterated"),
    Field.IMDB_ID: ("imdbid", "imdb", "imdblink"),
    Field.REVIEW: ("quote", "minireview", "review"),
}


def _layout(*marks: str) -> Layout:
    return Layout(
        site="criticker",
        marks=frozenset(marks),
        columns=_COLUMNS,
        expected=(Field.TITLE, Field.RATING),
        has_zero=True,
        has_dated_titles=True,
    )


LAYOUTS = (
    _layout("filmname", "filmid"),
    _layout("filmname", "filmlink"),
    _layout("filmname", "reviewdate"),
    _layout("filmname", "minireview"),
)
