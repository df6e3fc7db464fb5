"""Load related data for all rows at once, so that fifty films need as many queries as one.

Rows are registered when a list of them is loaded. The first resolver that needs related data of one row
loads it for all rows of its kind; the others find it there. The depth in the query, the alias, and the
origin of the rows (a model or a chart) make no difference.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

from django.db.models import ForeignKey, Model

Row = TypeVar("Row", bound=Model)
Found = TypeVar("Found")
Load = Callable[..., Mapping[int, Found]]


class Batches:
    """The registered rows of one request, and the data loaded for them."""

    def __init__(self) -> None:
        self._met: dict[Hashable, dict[int, None]] = {}
        self._loaded: dict[Hashable, dict[int, Any]] = {}

    def meet(self, rows: Iterable[Row]) -> Sequence[Row]:
        """Register the rows of a list, and the rows that they reference."""
        all_of_them = list(rows)
        for row in all_of_them:
            self._of_kind(type(row))[row.pk] = None
            for field in row._meta.concrete_fields:
                if isinstance(field, ForeignKey):
                    self._of_kind(field.related_model)[getattr(row, field.attname)] = None
        return all_of_them

    def meet_keys(self, kind: Hashable, keys: Iterable[int]) -> None:
        """Register keys of rows that are not loaded, or of groups; kind identifies their kind."""
        self._of_kind(kind).update(dict.fromkeys(keys))

    def forget(self) -> None:
        """Forget the loaded data, which may have changed."""
        self._met.clear()
        self._loaded.clear()

    def of(self, kind: Hashable, key: int, load: Load[Found], *about: Hashable) -> Found | None:
        """Return the result of `load(keys, *about)` for one row, loaded once for all rows of its kind.

        None where it finds nothing. The rows that it finds are registered. load: a module-level
        function, since it identifies the loaded data.
        """
        done = self._loaded.setdefault((kind, load, *about), {})
        if key not in done:
            met = self._of_kind(kind)
            met[key] = None
            missing = [one for one in met if one not in done]
            found = load(missing, *about)
            done.update((one, found.get(one)) for one in missing)
            self.meet(_rows_of(found.values()))
        return cast("Found | None", done[key])

    def _of_kind(self, kind: Hashable) -> dict[int, None]:
        return self._met.setdefault(kind, {})


def _rows_of(found: Iterable[object]) -> Iterable[Model]:
    for one in found:
        if isinstance(one, Model):
            yield one
        elif isinstance(one, list):
            yield from _rows_of(one)
