"""The visitor's recommendations, the choice of a model, and the effect of the last rating."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from accounts.rating_scale import rated
from accounts.selectors import demographics_of
from catalog.models import Movie
from nextflex.site.cards import Card, card_of, change_in_words, picks_of, with_moves
from nextflex.site.for_you.form import SITE_CONTROLS, ForYouForm
from nextflex.site.training_state import (
    TrainingState,
    is_untrained,
    stand_in_text,
    training_state,
)
from nextflex.site.visitor import Visitor
from recommender.core.data.interface import DEFAULT, NO_DEMOGRAPHICS, Demographics
from recommender.explained import Recommendations
from recommender.live_models import LiveVersion, live_version
from recommender.selectors import PERSONAL_MODELS, recommendations, recommended_ids

LENGTH = 30
_COMPARED = 10


@dataclass(frozen=True, slots=True)
class Changed:
    """The effect of a rating on the list. stars: as shown; text: in words; url: the list."""

    title: str
    stars: str
    text: str
    url: str

    @property
    def sentence(self) -> str:
        did = f"Rated {self.title} {self.stars} ★"
        if not self.stars:
            did = f"Removed your rating of {self.title}"
        return f"{did}. Your list: {self.text}."


@dataclass(frozen=True, slots=True)
class Gone:
    """A film that the visitor has just removed from the list, and its place there."""

    movie: Movie
    place: int

    def shown_among(self, cards: tuple[Card, ...]) -> tuple[Card, ...]:
        return (*cards[: self.place], replace(card_of(self.movie), gone=True), *cards[self.place :])


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """One model to choose. share and baseline: its figure and popularity's, 0 to 100, for a bar."""

    name: str
    label: str
    description: str
    figure: str
    share: float
    baseline: float
    url: str
    is_current: bool


def _first_ids(who: Visitor) -> tuple[int, ...]:
    """Return the first films of the visitor's list; none without ratings."""
    return recommended_ids(who.request(limit=_COMPARED, controls=SITE_CONTROLS))


def change_by(movie: Movie, *, before: Visitor, after: Visitor) -> Changed | None:
    """Return the effect of rating this film on the list; None when the list is the same."""
    if not after.history:
        return None
    words = change_in_words(_first_ids(before), _first_ids(after))
    if not words:
        return None
    stars = after.stars.get(movie.pk)
    given = "" if stars is None else rated(stars, after.rating_scale)
    return Changed(movie.title, given, words, reverse("pages:for_you"))


def context(
    request: HttpRequest, who: Visitor, *, asked: QueryDict, gone: Gone | None = None
) -> dict[str, object]:
    """Return the page's context. asked: the model and controls, see `form.asked_of`.

    Without the default model, another one may stand in, which is then named. Users without ratings
    get the diversified chart, to which controls do not apply.
    """
    names = [one.name for one in PERSONAL_MODELS]
    chosen = next((name for name in names if name == asked.get("model")), DEFAULT)
    form = ForYouForm(asked)
    person = demographics_of(request.user) if request.user.is_authenticated else NO_DEMOGRAPHICS
    found = _found(form, chosen, who, person)
    cards = picks_of(found.results, who) if found else ()
    if who.history and chosen == DEFAULT and not form.is_set:
        cards = _with_moves(cards, who)
    live = live_version()
    made_by = found.model if found and who.history else chosen
    state = training_state() if is_untrained() else TrainingState()
    return {
        "cards": gone.shown_among(cards) if gone else cards,
        "form": form,
        "is_personal": bool(who.history),
        "address": address(chosen, form.address),
        "asked": form.address,
        "model": chosen,
        "model_asked": "" if chosen == DEFAULT else chosen,
        "reset_url": address(chosen, ""),
        "models": _choices(live, made_by, form) if live else [],
        "stand_in": stand_in_text(live, made_by) if made_by != chosen else "",
        "training": state.training,
        "ending": state.ending,
        "metric_text": _metric_text(live) if live else "",
        "empty": _empty(form, found.model if found else chosen),
    }


def address(model: str, form_address: str) -> str:
    """Return the address of the list with this model and these controls."""
    model_address = "" if model == DEFAULT else urlencode({"model": model})
    query = "&".join(filter(None, [model_address, form_address]))
    return reverse("pages:for_you") + (f"?{query}" if query else "")


def _found(
    form: ForYouForm, model: str, who: Visitor, person: Demographics
) -> Recommendations | None:
    """Return the list, None for an invalid form; filters do not apply to users without ratings."""
    if not who.history:
        return recommendations(who.request(limit=LENGTH, model=model))
    if not form.is_valid():
        return None
    request = who.request(limit=LENGTH, model=model, controls=form.dials(), demographics=person)
    return recommendations(request, form.wanted())


def _with_moves(cards: tuple[Card, ...], who: Visitor) -> tuple[Card, ...]:
    """Mark the effect of the last rating on the first films; the first rating has none."""
    before = _first_ids(who.before_last_rating)
    if not before:
        return cards
    return (*with_moves(cards[:_COMPARED], before), *cards[_COMPARED:])


def _choices(live: LiveVersion, chosen: str, form: ForYouForm) -> list[ModelChoice]:
    rates = {one.name: one.figures.get("hr@10", 0.0) for one in live.models}
    highest = max(rates.values(), default=0.0) or 1.0
    return [
        ModelChoice(
            name=one.name,
            label=one.label,
            description=one.description,
            figure=f"{rates[one.name]:.1%}",
            share=100 * rates[one.name] / highest,
            baseline=100 * rates[live.baseline] / highest,
            url=address(one.name, form.address),
            is_current=one.name == chosen,
        )
        for one in sorted(
            PERSONAL_MODELS, key=lambda one: (one.name != DEFAULT, -rates.get(one.name, 0))
        )
        if one.name in rates
    ]


def _metric_text(live: LiveVersion) -> str:
    baseline = next(one for one in live.models if one.name == live.baseline)
    return (
        "Hit rate: how often a film the user rated later was in the top 10. "
        f"The thin mark is the popularity baseline: {baseline.figures.get('hr@10', 0.0):.1%}."
    )


def _empty(form: ForYouForm, made_by: str) -> str:
    if form.errors:
        return " ".join(form.problems)
    if form.is_set:
        return "No films match these filters."
    return f"The model {made_by} has no recommendations yet."
