"""The imported data sets: activate and remove them."""

import shutil
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from catalog.importers.errors import ImportFailed
from catalog.importers.rating_histograms import apply_figures_of, datasets_root
from catalog.models import DataSet, MovieStats, Source
from catalog.services import refresh_figures
from nextflex.base.progress import Progress
from recommender.core.data.dataset import DatasetFacts, read_facts
from recommender.core.errors import BadData


@dataclass(frozen=True, slots=True)
class Description:
    """The name of a data set on the site, and the terms of its licence."""

    name: str
    title: str
    url: str
    licence: str


def as_published(description: Description, source: str) -> Description:
    """Return the description with the terms of the detected data set."""
    if source != Source.MOVIETWEETINGS:
        return description
    return Description(
        description.name,
        f"MovieTweetings ({description.name})",
        "https://github.com/sidooms/MovieTweetings",
        "MIT",
    )


@transaction.atomic
def activate(
    description: Description,
    facts: DatasetFacts,
    numbering: str,
    *,
    films: int,
    refused: dict[str, dict[str, int]],
) -> None:
    """Make an imported data set the active one."""
    DataSet.objects.exclude(name=description.name).update(is_active=False)
    DataSet.objects.update_or_create(
        name=description.name,
        defaults={
            "title": description.title,
            "numbering": numbering,
            "url": description.url,
            "licence": description.licence,
            "is_active": True,
            "films": films,
            "users": facts.users,
            "ratings": facts.ratings,
            "refused": refused,
            "source_sha256": facts.fingerprint,
            "imported_at": timezone.now(),
        },
    )


def is_imported_with(name: str, checksum: str) -> bool:
    """Whether the active data set has this name, was read from this source, and has its files."""
    row = DataSet.objects.filter(name=name, is_active=True).first()
    return bool(row and row.source_sha256 == checksum and (datasets_root() / name).is_dir())


def use_data_set(name: str, *, progress: Progress) -> DataSet:
    """Activate an imported data set, with its figures and users; models follow with a training.

    Raises ImportFailed when no data set has this name, or its files are missing.
    """
    row = _named(name)
    try:
        read_facts(datasets_root(), name)
    except BadData as error:
        raise ImportFailed(str(error)) from error
    apply_figures_of(name, row.numbering, progress=progress)
    with transaction.atomic():
        DataSet.objects.exclude(pk=row.pk).update(is_active=False)
        DataSet.objects.filter(pk=row.pk).update(is_active=True)
    row.refresh_from_db()
    return row


def remove_data_set(name: str) -> None:
    """Delete a data set's interactions; films and the site's own ratings stay.

    Raises ImportFailed for an unknown name.
    """
    row = _named(name)
    was_active = row.is_active
    row.delete()
    shutil.rmtree(datasets_root() / name, ignore_errors=True)
    if was_active:
        MovieStats.objects.filter(dataset_count__gt=0).update(
            dataset_count=0, dataset_half_stars=0, dataset_histogram=[], dataset_trend=None
        )
        refresh_figures()


def _named(name: str) -> DataSet:
    row = DataSet.objects.filter(name=name).first()
    if row is None:
        names = ", ".join(DataSet.objects.order_by("name").values_list("name", flat=True))
        raise ImportFailed(f"unknown data set {name!r}; available: {names or 'none'}")
    return row
