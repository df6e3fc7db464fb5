"""Insert new rows and change known ones, in one statement."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import Model


def upsert(rows: Sequence[Model], fields: Sequence[str], *, key: str) -> None:
    """key: the unique field that tells whether a row is known; fields: what is set of a known one."""
    # MySQL finds the conflicting key by itself and refuses to be told.
    given = connection.features.supports_update_conflicts_with_target
    if rows:
        type(rows[0])._default_manager.bulk_create(
            rows,
            update_conflicts=True,
            update_fields=fields,
            unique_fields=[key] if given else None,
            batch_size=500,
        )
