"""The users of the active data set, served by the same engine from their histories."""

from pathlib import Path

from django.conf import settings

from catalog.models import ExternalId
from catalog.selectors import active_data_set
from nextflex.base.errors import NotFound
from recommender.core.data.interface import Rated
from recommender.core.data.stored_histories import history_in
from recommender.core.errors import BadData

_BATCH = 500


def history_of_dataset_user(user_id: int) -> list[Rated]:
    """Return a user's ratings, oldest first, by the site's film ids; deleted films are left out.

    Raises NotFound for an unknown user, or without an active data set.
    """
    data_set = active_data_set()
    if data_set is None:
        raise NotFound("No data set is active; run manage.py load_demo or import_movielens.")
    try:
        history = history_in(Path(settings.DATA_DIR) / "datasets", data_set.name, user_id)
    except BadData as error:
        raise NotFound(str(error)) from error
    if history is None:
        raise NotFound(f"The data set {data_set.name} has no user {user_id}.")
    movie_of: dict[int, int] = {}
    numbers = [one.movie_id for one in history]
    for start in range(0, len(numbers), _BATCH):
        rows = ExternalId.objects.filter(
            source=data_set.numbering, external_id__in=numbers[start : start + _BATCH]
        )
        movie_of |= dict(rows.values_list("external_id", "movie_id"))
    return [
        Rated(movie_of[one.movie_id], one.stars, one.at_s)
        for one in history
        if one.movie_id in movie_of
    ]
