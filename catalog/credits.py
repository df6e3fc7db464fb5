"""Set the credits and keywords of many films from one source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from catalog.keyword_names import keyword_ids, keyword_name
from catalog.models import Credit, MovieKeyword
from catalog.person_names import NAME_LENGTH, person_ids
from nextflex.base.chunks import batches

_BATCH = 500
_LAST_ORDER = 32_767

_Place = tuple[int, int, str]  # film, person, role


@dataclass(frozen=True, slots=True)
class CreditFact:
    """A person's credit in a film. order: from 0 within the role."""

    name: str
    role: Credit.Role
    order: int
    character: str = ""
    tmdb_id: int | None = None


@transaction.atomic
def set_credits(movie_credits: Mapping[int, Sequence[CreditFact]], *, source: str) -> set[int]:
    """Replace a source's credits of these films; returns the films that changed.

    A film without facts loses this source's earlier credits. Another source's credit of the same film,
    person and role stays and is not duplicated. If a person has several credits in a role, the first
    counts. Empty names are left out. `person_ids` looks the people up.
    """
    wanted = _wanted_credits(movie_credits)
    own: dict[_Place, Credit] = {}
    for row in Credit.objects.filter(movie_id__in=movie_credits):
        place = (row.movie_id, row.person_id, row.role)
        if row.source == source:
            own[place] = row
        else:
            wanted.pop(place, None)
    new = [wanted[place] for place in wanted.keys() - own.keys()]
    for row in new:
        row.source = source
    gone = [own[place] for place in own.keys() - wanted.keys()]
    moved = list(_moved(own, wanted))
    new.sort(key=lambda row: (row.movie_id, row.role, row.order))
    Credit.objects.bulk_create(new, batch_size=_BATCH, ignore_conflicts=True)
    Credit.objects.bulk_update(moved, ["order", "character"], batch_size=_BATCH)
    for some in batches(row.pk for row in gone):
        Credit.objects.filter(pk__in=some).delete()
    return {row.movie_id for row in (*new, *moved, *gone)}


def _wanted_credits(movie_credits: Mapping[int, Sequence[CreditFact]]) -> dict[_Place, Credit]:
    facts = (fact for some in movie_credits.values() for fact in some)
    demographics_of = person_ids((fact.name, fact.tmdb_id) for fact in facts)
    wanted: dict[_Place, Credit] = {}
    for movie_id, given in movie_credits.items():
        for fact in given:
            if person := demographics_of.get((fact.name, fact.tmdb_id)):
                row = Credit(
                    movie_id=movie_id,
                    person_id=person,
                    role=fact.role,
                    order=min(max(fact.order, 0), _LAST_ORDER),
                    character=" ".join(fact.character.split())[:NAME_LENGTH],
                )
                wanted.setdefault((movie_id, person, row.role), row)
    return wanted


def _moved(own: Mapping[_Place, Credit], wanted: Mapping[_Place, Credit]) -> Iterator[Credit]:
    for place in own.keys() & wanted.keys():
        row, given = own[place], wanted[place]
        if (row.order, row.character) != (given.order, given.character):
            row.order, row.character = given.order, given.character
            yield row


@transaction.atomic
def set_keywords(movie_keywords: Mapping[int, Sequence[str]], *, source: str) -> set[int]:
    """Replace a source's keywords of these films; returns the films that changed.

    Keywords are lower-cased and cut at 100 characters; two that differ in accents only are one. A
    keyword that another source gives the film keeps that source.
    """
    id_of = keyword_ids(name for names in movie_keywords.values() for name in names)
    wanted = {
        (movie_id, id_of[keyword_name(name)])
        for movie_id, names in movie_keywords.items()
        for name in names
        if keyword_name(name)
    }
    own: dict[tuple[int, int], int] = {}
    for link in MovieKeyword.objects.filter(movie_id__in=movie_keywords):
        if link.source == source:
            own[link.movie_id, link.keyword_id] = link.pk
        else:
            wanted.discard((link.movie_id, link.keyword_id))
    new, gone = sorted(wanted - own.keys()), own.keys() - wanted
    links = [MovieKeyword(movie_id=m, keyword_id=k, source=source) for m, k in new]
    MovieKeyword.objects.bulk_create(links, batch_size=_BATCH, ignore_conflicts=True)
    for some in batches(own[pair] for pair in gone):
        MovieKeyword.objects.filter(pk__in=some).delete()
    return {movie_id for movie_id, _ in (*new, *gone)}
