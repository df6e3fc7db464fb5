"""Tags of a data set's films, and MovieLens's tag genome, as Parquet."""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import csv

from recommender.core.errors import BadData

TAGS, GENOME, GENOME_TAGS = "tags.parquet", "genome.parquet", "genome_tags.parquet"
_TAGS = pa.schema([("item_id", pa.int64()), ("tag", pa.string()), ("people", pa.int32())])
# The second name of each file is that of Kaggle's copy of MovieLens 20M.
_FILES: Mapping[str, tuple[tuple[str, str], Mapping[str, pa.DataType]]] = {
    GENOME: (
        ("genome-scores.csv", "genome_scores.csv"),
        {"movieId": pa.int64(), "tagId": pa.int32(), "relevance": pa.float32()},
    ),
    GENOME_TAGS: (
        ("genome-tags.csv", "genome_tags.csv"),
        {"tagId": pa.int32(), "tag": pa.string()},
    ),
}


def write_tags(folder: Path, tags: Mapping[int, Mapping[str, int]]) -> None:
    """Write how many users gave each tag to each item; nothing when there are no tags."""
    rows = [
        (item, tag, people)
        for item, counts in sorted(tags.items())
        for tag, people in sorted(counts.items())
    ]
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        pq.write_table(pa.table(columns, schema=_TAGS), folder / TAGS, compression="zstd")


def write_genome(folder: Path, source: Path) -> None:
    """Copy the two files of the tag genome, if present, block by block.

    Raises BadData, with the name of the file, for unexpected columns.
    """
    for target, (names, types) in _FILES.items():
        for name in names:
            if (source / name).is_file():
                _copy(source / name, folder / target, types)


def _copy(path: Path, target: Path, types: Mapping[str, pa.DataType]) -> None:
    options = csv.ConvertOptions(column_types=dict(types), include_columns=list(types))
    try:
        with (
            csv.open_csv(path, convert_options=options) as batches,
            pq.ParquetWriter(target, pa.schema(types.items()), compression="zstd") as parquet,
        ):
            for batch in batches:
                parquet.write_batch(batch)
    except (pa.ArrowInvalid, pa.ArrowKeyError) as error:
        raise BadData(f"{path.name}: {error}; its columns are {', '.join(types)}") from error
