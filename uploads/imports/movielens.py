"""MovieLens: its site's ratings and wishlist, and the ratings.csv of a data set with a single user."""

from collections.abc import Mapping

from uploads.imports.columns import Field
from uploads.imports.layout import Layout
from uploads.imports.rows import Cells, Kind

_COLUMNS: Mapping[Field, tuple[str, ...]] = {
    Field.MOVIELENS_ID: ("movieid",),
    Field.RATING: ("rating",),
    Field.DATE: ("timestamp", "date", "ratedat"),
}


def _prepare(cells: Cells) -> Cells:
    """Clear ratings of -1, which the site writes for none."""
    is_unrated = cells.get("rating", "").strip().startswith("-")
    return {**cells, "rating": ""} if is_unrated else cells


LAYOUTS = (
    Layout(
        site="movielens",
        marks=frozenset({"movieid", "averagerating", "rating"}),
        columns=_COLUMNS,
        scale=5,
        is_exact=True,
        has_dated_titles=True,
        known=frozenset({"averagerating"}),
        prepare=_prepare,
    ),
    Layout(
        site="movielens",
        marks=frozenset({"movieid", "averagerating"}),
        columns={**_COLUMNS, Field.RATING: ()},
        unrated=Kind.WISH,
        has_dated_titles=True,
        known=frozenset({"averagerating"}),
        notice=(
            "it has no ratings of yours, so it was read as a wishlist; average_rating is the "
            "average of all users"
        ),
    ),
    Layout(
        site="movielens",
        marks=frozenset({"userid", "movieid", "rating"}),
        columns=_COLUMNS,
        expected=(Field.DATE,),
        scale=5,
        is_exact=True,
        has_dated_titles=True,
    ),
)
