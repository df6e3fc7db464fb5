"""Writes a data set's folder from a spool of ratings: to a draft, which a rename makes the data
set.

Only a part of the ratings is in memory at any time.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import IO

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from recommender.core.data import storage_names
from recommender.core.data.arrays import Int64
from recommender.core.data.dataset import DatasetFacts, Profile
from recommender.core.data.spool import Rows, Spool, sorted_rows
from recommender.core.data.storage_names import FACTS, HISTORIES, INTERACTIONS, PROFILES
from recommender.core.errors import BadData

_SCHEMA = pa.schema(
    list(
        zip(storage_names.ALL, (pa.int64(), pa.int64(), pa.float32(), pa.int64()), strict=True),
    )
)


def write_dataset(
    draft: Path, name: str, spool: Spool, *, profiles: Sequence[Profile] = (), fingerprint: str = ""
) -> DatasetFacts:
    """Write the spool's ratings, sorted and distinct, to an empty folder; the spool is consumed.

    Raises BadData when it has no ratings.
    """
    if not spool.rows:
        raise BadData("there are no ratings to import")
    parts = spool.sort()
    users, lengths, items, newest_s = _extent(parts)
    facts = DatasetFacts(
        name, len(users), len(items), int(lengths.sum()), newest_s, fingerprint, len(profiles)
    )
    (draft / HISTORIES).mkdir()
    np.save(draft / HISTORIES / "user_ids.npy", users, allow_pickle=False)
    offsets = np.concatenate(([0], np.cumsum(lengths)))
    np.save(draft / HISTORIES / "offsets.npy", offsets, allow_pickle=False)
    _write_columns(draft, parts, facts.ratings)
    _write_profiles(draft / PROFILES, profiles)
    (draft / FACTS).write_text(json.dumps(asdict(facts), indent=1), encoding="utf-8")
    return facts


def publish_dataset(draft: Path, folder: Path) -> None:
    """Move a finished draft to the place of a data set, by renames."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    old = folder.with_name(f".old-{folder.name}")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    draft.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _extent(parts: list[Path]) -> tuple[Int64, Int64, Int64, int]:
    """The users with the number of their ratings, the items, and the newest time."""
    users, lengths = [], []
    items = np.empty(0, dtype=np.int64)
    newest_s = 0
    for rows in sorted_rows(parts):
        some, counts = np.unique(rows["user"], return_counts=True)
        users.append(some)
        lengths.append(counts)
        items = np.union1d(items, rows["item"])
        newest_s = max(newest_s, int(rows["time"].max()))
    return np.concatenate(users), np.concatenate(lengths), items, newest_s


def _write_columns(draft: Path, parts: list[Path], n_ratings: int) -> None:
    histories = draft / HISTORIES
    with (
        pq.ParquetWriter(draft / INTERACTIONS, _SCHEMA, compression="zstd") as parquet,
        (histories / "items.npy").open("wb") as items,
        (histories / "ratings.npy").open("wb") as ratings,
        (histories / "times.npy").open("wb") as times,
    ):
        _head(items, "<i8", n_ratings)
        _head(ratings, "<f4", n_ratings)
        _head(times, "<i8", n_ratings)
        for rows in sorted_rows(parts):
            stars = (rows["half_stars"] / 2).astype("<f4")
            parquet.write_table(_table(rows, stars))
            items.write(rows["item"].tobytes())
            ratings.write(stars.tobytes())
            times.write(rows["time"].tobytes())
    for part in parts:
        part.unlink()


def _head(file: IO[bytes], descr: str, length: int) -> None:
    """The head of an npy file whose values follow as they come."""
    head = {"descr": descr, "fortran_order": False, "shape": (length,)}
    np.lib.format.write_array_header_1_0(file, head)


def _table(rows: Rows, stars: np.ndarray[tuple[int], np.dtype[np.float32]]) -> pa.Table:
    values = [np.ascontiguousarray(rows[name]) for name in ("user", "item")]
    return pa.table([*values, stars, np.ascontiguousarray(rows["time"])], schema=_SCHEMA)


def _write_profiles(folder: Path, profiles: Sequence[Profile]) -> None:
    if not profiles:
        return
    folder.mkdir()
    ordered = sorted(profiles, key=lambda one: one.user_id)
    for name, values in _profile_columns(ordered):
        np.save(folder / f"{name}.npy", values, allow_pickle=False)


def _profile_columns(profiles: Sequence[Profile]) -> Iterator[tuple[str, Int64]]:
    for name in ("user_id", "age", "gender", "occupation"):
        yield name, np.array([getattr(one, name) for one in profiles], dtype=np.int64)
