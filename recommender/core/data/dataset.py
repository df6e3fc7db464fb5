"""A data set on disk: Parquet for training, memory-mapped histories for serving its users.

<root>/<name>/interactions.parquet
<root>/<name>/histories/{user_ids,offsets,items,ratings,times}.npy     items by source id
<root>/<name>/profiles/{user_id,age,gender,occupation}.npy             where the source has them
<root>/<name>/tags.parquet, genome.parquet, genome_tags.parquet        where the source has them
<root>/<name>/dataset.json                                             its facts
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from recommender.core.data import storage_names
from recommender.core.data.arrays import Float32, Int64
from recommender.core.data.decay import decayed_counts
from recommender.core.data.ids import IdMap
from recommender.core.data.interactions import Interactions
from recommender.core.data.interface import SiteRating
from recommender.core.data.storage_names import FACTS, INTERACTIONS
from recommender.core.errors import BadData

UNKNOWN_GENDER, FEMALE, MALE = 0, 1, 2
_GROUP_ROWS = 2_000_000


@dataclass(frozen=True, slots=True)
class DatasetFacts:
    """Facts about a data set.

    newest_s: Unix time of the newest rating; fingerprint: of the source it was read from; profiles:
    how many users have demographics.
    """

    name: str
    users: int
    items: int
    ratings: int
    newest_s: int
    fingerprint: str = ""
    profiles: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """Demographics of one user in a source, in the codes of MovieLens 1M.

    age: the start of the band (1 18 25 35 45 50 56); gender: 0 unknown, 1 female, 2 male;
    occupation: 0 to 20.
    """

    user_id: int
    age: int
    gender: int
    occupation: int


@dataclass(frozen=True, slots=True)
class RatingRows:
    """Ratings by the ids of their source, ordered by user, then time."""

    users: Int64
    items: Int64
    ratings: Float32
    times: Int64

    def __len__(self) -> int:
        return len(self.users)


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """Rating figures of one film in a data set.

    half_stars: the sum of its ratings in half stars; histogram: the numbers of ratings of 0.5, 1 …
    5 stars; trend: log2 of the decayed count (recommender.core.data.decay).
    """

    item_id: int
    count: int
    half_stars: int
    histogram: tuple[int, ...]
    trend: float


def read_facts(root: Path, name: str) -> DatasetFacts:
    """Read the facts of a data set. Raises BadData when it is not there."""
    try:
        raw = json.loads((root / name / FACTS).read_text(encoding="utf-8"))
        return DatasetFacts(**raw)
    except (OSError, ValueError, TypeError) as error:
        raise BadData(f"data set {name!r} is not in {root}; import it again") from error


def read_rows(root: Path, name: str) -> RatingRows:
    """Read a data set's ratings by source ids, in stored order. Raises BadData when it is not
    there.
    """
    read_facts(root, name)
    table = pq.read_table(root / name / INTERACTIONS)
    return RatingRows(*(table.column(one).to_numpy() for one in storage_names.ALL))


def item_figures(root: Path, name: str) -> list[ItemFigures]:
    """Return the figures of every rated film, by ascending source id.

    Reads the file in parts, so that memory does not grow with the number of ratings.
    """
    file = pq.ParquetFile(root / name / INTERACTIONS)
    ids = IdMap.of(np.empty(0, dtype=np.int64))
    for batch in file.iter_batches(_GROUP_ROWS, columns=[storage_names.ITEM]):
        ids = IdMap.of(np.union1d(ids.ids, batch.column(0).to_numpy()))
    histogram = np.zeros((len(ids), 10), dtype=np.int64)
    trends = np.full(len(ids), -np.inf)
    for batch in file.iter_batches(
        _GROUP_ROWS, columns=[storage_names.ITEM, storage_names.RATING, storage_names.TIME]
    ):
        item_ids, ratings, times = (column.to_numpy() for column in batch.columns)
        items = ids.rows_of(item_ids)
        cells = items * 10 + np.round(ratings * 2).astype(np.int64) - 1
        histogram += np.bincount(cells, minlength=histogram.size).reshape(-1, 10)
        trends = np.logaddexp2(trends, decayed_counts(items, times, n_items=len(ids)))
    sums = histogram @ np.arange(1, 11)
    return [
        ItemFigures(item, sum(counts), total, tuple(counts), trend)
        for item, counts, total, trend in zip(
            ids.ids.tolist(), histogram.tolist(), sums.tolist(), trends.tolist(), strict=True
        )
    ]


def join_ratings(
    rows: RatingRows, item_of: Mapping[int, int], site: list[SiteRating], item_ids: IdMap
) -> Interactions:
    """Join the ratings of a data set and of the site in one table over the catalogue's items.

    item_of: from source id to catalogue id; ratings of films without one are left out. Users of the
    site get negative ids, so that they never collide with those of the data set.
    """
    sources = IdMap.of(item_of)
    targets = np.array([item_of[source] for source in sources.ids.tolist()], dtype=np.int64)
    places = sources.rows_of(rows.items)
    mapped = np.where(places >= 0, targets[places], -1) if len(targets) else places.astype(np.int64)
    users, items, ratings, times = _site_columns(site)
    return Interactions.from_ids(
        np.concatenate((rows.users, users)),
        np.concatenate((mapped, items)),
        np.concatenate((rows.ratings, ratings)),
        np.concatenate((rows.times, times)),
        item_ids=item_ids,
    )


def no_rows() -> RatingRows:
    """Return the rows of a site without a data set: none."""
    empty = np.empty(0, dtype=np.int64)
    return RatingRows(empty, empty, np.empty(0, dtype=np.float32), empty)


def _site_columns(site: list[SiteRating]) -> tuple[Int64, Int64, Float32, Int64]:
    return (
        np.array([-one.user_id for one in site], dtype=np.int64),
        np.array([one.item_id for one in site], dtype=np.int64),
        np.array([one.stars for one in site], dtype=np.float32),
        np.array([one.rated_at_s for one in site], dtype=np.int64),
    )
