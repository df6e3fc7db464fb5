"""Fingerprints of data: equal interactions and items have the same one on every machine."""

import hashlib
import json

from recommender.core.data.training import TrainingData


def fingerprint(data: TrainingData) -> str:
    """Return the SHA-256 of ids, ratings, times, titles, years, genres and any demographics."""
    digest = hashlib.sha256()
    table = data.interactions
    for column in (table.user_ids.ids, table.item_ids.ids, table.users, table.items):
        digest.update(column.astype("<i8").tobytes())
    digest.update(table.ratings.astype("<f4").tobytes())
    digest.update(table.times.astype("<i8").tobytes())
    if table.profiles.any():
        digest.update(table.profiles.astype("<i4").tobytes())
    words = [data.items.titles, data.items.years, data.items.genres]
    digest.update(json.dumps(words).encode())
    return digest.hexdigest()
