"""Stage a MovieLens release, or MovieTweetings, which has the same layout."""

from collections.abc import Callable
from pathlib import Path

from catalog.importers.errors import ImportFailed
from catalog.importers.movielens.extras import keywords_of, profiles_of, tag_counts
from catalog.importers.movielens.films import films_of
from catalog.importers.movielens.layouts import layout_of
from catalog.importers.movielens.links import links_of
from catalog.importers.rows import Ref
from catalog.importers.stage import Stage
from nextflex.base.progress import Progress
from recommender.core.data.tags import write_genome, write_tags
from recommender.core.errors import BadData


def stage_movielens(
    folder: Path, stage: Stage, name: str, known: Callable[[], set[int]], progress: Progress
) -> None:
    """Read and check a whole release. Raises ImportFailed."""
    layout = layout_of(folder)
    stage.numbering = layout.numbering
    progress("reading films", 0.0)
    links = links_of(folder, layout, stage.ledger)
    films = list(films_of(folder, layout, links, stage.ledger))
    stage.films(films)
    numbers = {film.ref.number for film in films if isinstance(film.ref, Ref)}
    progress("reading tags", 0.05)
    tags = tag_counts(folder, layout, numbers, stage.ledger)
    stage.keywords(keywords_of(tags, layout.numbering))
    profiles = profiles_of(folder, layout, stage.ledger)
    progress("reading ratings", 0.2)
    stage.ratings(
        folder / layout.ratings,
        layout.ratings_layout,
        name=name,
        known_items=numbers,
        profiles=profiles,
    )
    write_tags(stage.dataset, tags)
    progress("reading the tag genome", 0.9)
    try:
        write_genome(stage.dataset, folder)
    except BadData as error:
        raise ImportFailed(str(error)) from error
