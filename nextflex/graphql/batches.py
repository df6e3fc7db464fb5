"""Loading what hangs on rows for all rows at once, so that fifty films cost as many queries as one.

Rows are met when a list of them is loaded. The first resolver that needs something of one has it loaded
for all of its kind; the others find it there. It does not matter how deep in a query they are, under
which alias, or whether a model or a chart named them.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

from django.db.models import ForeignKey, Model

Row = TypeVar("Row", bound=Model)
Found = TypeVar("Found")
Load = Callable[..., Mapping[int, Found]]


class Batches:
    """Of one request, the keys of the rows that were met, and what was loaded for them."""

    def __init__(self) -> None:
        self._met: dict[Hashable, dict[int, None]] = {}
        self._loaded: dict[Hashable, dict[int, Any]] = {}

    def meet(self, rows: Iterable[Row]) -> Sequence[Row]:
        """The rows of a list; what they point at is met, too."""
        all_of_them = list(rows)
        for row in all_of_them:
            self._of_kind(type(row))[row.pk] = None
            for field in row._meta.concrete_fields:
                if isinstance(field, ForeignKey):
                    self._of_kind(field.related_model)[getattr(row, field.attname)] = None
        return all_of_them

    def meet_keys(self, kind: Hashable, keys: Iterable[int]) -> None:
        """Rows that are not here, or groups of rows: kind is then whatever tells them from others."""
        self._of_kind(kind).update(dict.fromkeys(keys))

    def forget(self) -> None:
        """What was loaded may have changed."""
        self._met.clear()
        self._loaded.clear()

    def of(self, kind: Hashable, key: int, load: Load[Found], *about: Hashable) -> Found | None:
        """What `load(keys, *about)` finds for one row, asked once for all rows met of its kind.

        None where it finds nothing. The rows that it finds are met. load: a function of a module, since
        it names what is loaded.
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
