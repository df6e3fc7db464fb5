"""The column names of stored interactions, in one place."""

USER = "user_id"
ITEM = "item_id"
RATING = "rating"
TIME = "rated_at_s"
ALL = (USER, ITEM, RATING, TIME)
