"""The context of a person's page: their films, newest first, with the visitor's ratings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from urllib.parse import urlencode

from django.urls import reverse

from catalog.filmography import credits_of
from catalog.models import Credit, Person
from nextflex.site import page_meta
from nextflex.site.cards import Card, card_of
from nextflex.site.visitor import Visitor

_DID = {
    Credit.Role.DIRECTOR: "Directed",
    Credit.Role.ACTOR: "Acted in",
    Credit.Role.WRITER: "Wrote",
    Credit.Role.PRODUCER: "Produced",
    Credit.Role.COMPOSER: "Composed",
    Credit.Role.CINEMATOGRAPHER: "Cinematography",
    Credit.Role.EDITOR: "Edited",
}


@dataclass(frozen=True, slots=True)
class Work:
    """The films of one role, in two groups: not rated and rated by the visitor."""

    slug: str
    title: str
    unseen: tuple[Card, ...]
    seen: tuple[Card, ...]

    @property
    def count(self) -> int:
        return len(self.unseen) + len(self.seen)


def context(person: Person, who: Visitor) -> dict[str, object]:
    mine = who.stars
    made = list(credits_of(person))
    films = {one.movie_id for one in made}
    rated = [mine[movie_id] for movie_id in films if movie_id in mine]
    roles = [str(Credit.Role(one).label) for one in _roles(made)]
    return {
        "meta": page_meta.of_person(person, roles, len(films)),
        "person": person,
        "roles": roles,
        "works": [_work(role, made, mine) for role in _roles(made)],
        "film_count": len(films),
        "rated_count": len(rated),
        "mean": fmean(rated) if rated else None,
        "browse_url": f"{reverse('pages:browse')}?{urlencode({'person': person.pk})}",
    }


def _roles(made: Sequence[Credit]) -> list[Credit.Role]:
    """Return their roles, the most frequent first."""
    counts = {role: sum(one.role == role for one in made) for role in Credit.Role}
    return sorted((role for role in counts if counts[role]), key=lambda role: -counts[role])


def _work(role: Credit.Role, made: Sequence[Credit], mine: dict[int, float]) -> Work:
    cards = [_card(one, mine) for one in made if one.role == role]
    return Work(
        slug=role.value,
        title=_DID[role],
        unseen=tuple(card for card in cards if card.mine is None),
        seen=tuple(card for card in cards if card.mine is not None),
    )


def _card(credit: Credit, mine: dict[int, float]) -> Card:
    card = card_of(credit.movie, mine=mine.get(credit.movie_id))
    return replace(card, traits=(f"as {credit.character}",)) if credit.character else card
