"""Insert new rows and update existing ones, in one statement."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import Model


def upsert(rows: Sequence[Model], fields: Sequence[str], *, key: str) -> None:
    """Insert or update rows.

    key: the unique field that identifies a row; fields: updated in existing rows.
    """
    # MySQL finds the conflicting key by itself and does not accept one.
    accepts_key = connection.features.supports_update_conflicts_with_target
    if rows:
        type(rows[0])._default_manager.bulk_create(
            rows,
            update_conflicts=True,
            update_fields=fields,
            unique_fields=[key] if accepts_key else None,
            batch_size=500,
        )
