"""Names of a stored data set's files and columns, in one place."""

INTERACTIONS, HISTORIES, PROFILES, FACTS = (
    "interactions.parquet",
    "histories",
    "profiles",
    "dataset.json",
)

USER = "user_id"
ITEM = "item_id"
RATING = "rating"
TIME = "rated_at_s"
ALL = (USER, ITEM, RATING, TIME)
