"""A data set on disk: Parquet for training, memory-mapped histories for serving its users.

<root>/<name>/interactions.parquet
<root>/<name>/histories/{user_ids,offsets,items,ratings,times}.npy     items by source id
<root>/<name>/dataset.json                                            its facts
"""

import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from recommender.core.data import columns
from recommender.core.data.arrays import Float32, Int64
from recommender.core.data.decay import decayed_counts
from recommender.core.data.ids import IdMap
from recommender.core.data.interactions import Interactions
from recommender.core.data.picks import SiteRating
from recommender.core.data.ratings_csv import RatingRows
from recommender.core.errors import BadData

_RATINGS, _HISTORIES, _FACTS = "interactions.parquet", "histories", "dataset.json"


@dataclass(frozen=True, slots=True)
class DatasetFacts:
    name: str
    users: int
    items: int
    ratings: int
    newest_s: int


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """What a data set says of one film. histogram: how many gave 0.5, 1 … 5 stars.

    trend: log2 of the decayed count (recommender.core.data.decay).
    """

    item_id: int
    count: int
    half_stars: int
    histogram: tuple[int, ...]
    trend: float


def write_dataset(root: Path, name: str, rows: RatingRows) -> DatasetFacts:
    """Write a data set beside the others; it replaces one of the same name by a rename."""
    if not len(rows):
        raise BadData("no rating is left to import; see the refused rows")
    items = IdMap.of(rows.items)
    table = Interactions.from_ids(rows.users, rows.items, rows.ratings, rows.times, item_ids=items)
    facts = DatasetFacts(name, table.n_users, table.n_items, len(table), int(table.times.max()))
    root.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=root))
    draft.chmod(0o755)
    _write_parquet(draft / _RATINGS, table)
    _write_histories(draft / _HISTORIES, table)
    (draft / _FACTS).write_text(json.dumps(asdict(facts), indent=1), encoding="utf-8")
    _replace(root / name, draft)
    return facts


def _replace(folder: Path, draft: Path) -> None:
    old = folder.with_name(f".old-{folder.name}")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    draft.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _write_parquet(path: Path, table: Interactions) -> None:
    values = [
        table.user_ids.ids[table.users],
        table.item_ids.ids[table.items],
        table.ratings,
        table.times,
    ]
    pq.write_table(pa.table(values, names=list(columns.ALL)), path, compression="zstd")


def _write_histories(folder: Path, table: Interactions) -> None:
    folder.mkdir()
    histories = table.histories()
    arrays: dict[str, NDArray[Any]] = {
        "user_ids": table.user_ids.ids,
        "offsets": histories.offsets,
        "items": table.item_ids.ids[histories.items],
        "ratings": histories.ratings,
        "times": histories.times,
    }
    for name, values in arrays.items():
        np.save(folder / f"{name}.npy", values, allow_pickle=False)


def read_facts(root: Path, name: str) -> DatasetFacts:
    """Raises BadData when the data set is not there."""
    try:
        raw = json.loads((root / name / _FACTS).read_text(encoding="utf-8"))
        return DatasetFacts(**raw)
    except (OSError, ValueError, TypeError) as error:
        raise BadData(f"data set {name!r} is not in {root}; import it again") from error


def read_rows(root: Path, name: str) -> RatingRows:
    """A data set's ratings by source ids, as they were written."""
    read_facts(root, name)
    table = pq.read_table(root / name / _RATINGS)
    users, items, ratings, times = (table.column(one).to_numpy() for one in columns.ALL)
    return RatingRows(users, items, ratings, times, len(users), {})


def item_figures(root: Path, name: str) -> list[ItemFigures]:
    """The figures of every rated film, by source id, in ascending order."""
    rows = read_rows(root, name)
    ids = IdMap.of(rows.items)
    items = ids.rows_of(rows.items)
    halves = np.round(rows.ratings * 2).astype(np.int64)
    histogram = np.bincount(items * 10 + halves - 1, minlength=len(ids) * 10).reshape(-1, 10)
    trends = decayed_counts(items, rows.times, n_items=len(ids))
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
    """The ratings of a data set and of the site as one table over the catalogue's items.

    item_of: from source id to catalogue id; ratings of films without one are left out. Users of the
    site get negative ids, so that they never meet a user of the data set.
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
    """The data set of a site that has none."""
    empty = np.empty(0, dtype=np.int64)
    return RatingRows(empty, empty, np.empty(0, dtype=np.float32), empty, 0, {})


def _site_columns(site: list[SiteRating]) -> tuple[Int64, Int64, Float32, Int64]:
    return (
        np.array([-one.user_id for one in site], dtype=np.int64),
        np.array([one.item_id for one in site], dtype=np.int64),
        np.array([one.stars for one in site], dtype=np.float32),
        np.array([one.rated_at_s for one in site], dtype=np.int64),
    )
