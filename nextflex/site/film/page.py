"""The context of a film's page: the film, three ratings of it, and similar films."""

from dataclasses import fields

from django.contrib.humanize.templatetags.humanize import ordinal
from django.urls import reverse
from django.utils import timezone

from accounts.rating_scale import predicted_stars, rated, scale_words
from catalog.models import Movie
from catalog.poster_urls import subject_of
from catalog.posters import palette_of
from catalog.selectors import place_by_count
from nextflex.site.cards import because_of, card_of, picks_of
from nextflex.site.film.histogram import histogram_of
from nextflex.site.training_state import is_untrained
from nextflex.site.visitor import Visitor
from recommender.explained import Recommendations, RecommendedMovie
from recommender.selectors import predicted, similar_and_predicted

_SIMILAR = 14
_NONE = (0,) * 10
_NO_PREDICTION = "Rate a few other films to see a prediction."
_MEANING = "The rating we expect you to give."
_UNKNOWN = "This film has too few ratings for a prediction."
_UNTRAINED = "Predictions appear once this site's models are published."


def voices(
    movie: Movie, who: Visitor, prediction: RecommendedMovie | None, *, place: int
) -> dict[str, object]:
    """Return the film with the visitor's rating, the average, and the predicted rating.

    place: 1 for the film with the most ratings. outcome, marked: the effects of an action.
    """
    mine = who.stars.get(movie.pk)
    stars = prediction.predicted_rating if prediction else None
    others_rated = who.rating_count > (mine is not None)
    return {
        "film": _film(movie, mine, stars)
        | {
            "on_watchlist": movie.pk in who.watchlist,
            "unwanted": movie.pk in who.not_interested,
            "seen": movie.pk in who.seen,
        },
        "is_hidden": movie.is_hidden,
        "palette": palette_of(subject_of(movie)),
        "hist": histogram_of(
            movie.title,
            _histogram(movie),
            prediction=stars,
            mine=mine,
            scale=who.rating_scale,
        ),
        "place": _place(movie, place),
        "rated_at": who.rated_at(movie.pk),
        "days": who.seen.get(movie.pk, ()),
        "today": timezone.localdate(),
        "spread": prediction.predicted_spread if prediction else None,
        "prediction_text": _prediction_text(prediction, mine, who.rating_scale)
        if others_rated
        else _NO_PREDICTION,
        "prediction_because": because_of(prediction.because) if prediction else (),
        "outcome": None,
        "marked": None,
    }


def voices_of(movie: Movie, who: Visitor) -> dict[str, object]:
    """As `voices`, with the prediction and the place read first."""
    prediction = predicted(who.history, movie)
    return voices(movie, who, prediction, place=place_by_count(movie.stats))


def context(movie: Movie, who: Visitor, *, place: int, by: str) -> dict[str, object]:
    """Return the page's context. by: similar films by "content" or "ratings"."""
    found, prediction = similar_and_predicted(movie, who.history, by=by, limit=_SIMILAR)
    return voices(movie, who, prediction, place=place) | _similar(movie, found, who, by=by)


def _similar(movie: Movie, found: Recommendations, who: Visitor, *, by: str) -> dict[str, object]:
    page = movie.get_absolute_url()
    return {
        "similar": picks_of(found.results, who),
        "similar_by": by,
        "similar_links": [
            ("By content", f"{page}#similar", by == "content"),
            ("By ratings", f"{page}?similar=ratings#similar", by == "ratings"),
        ],
    }


def _film(movie: Movie, mine: float | None, prediction: float | None) -> dict[str, object]:
    card = card_of(movie, mine=mine)
    shown = {name: getattr(card, name) for name in (one.name for one in fields(card))}
    return shown | {
        "prediction": prediction,
        "genre_links": [(name, reverse("pages:genre", args=[name])) for name in card.genres],
        "original_title": movie.original_title or next(iter(movie.alternative_titles), ""),
    }


def _histogram(movie: Movie) -> list[int]:
    of_data_set = movie.stats.dataset_histogram or _NONE
    of_site = movie.stats.site_histogram or _NONE
    return [sum(pair) for pair in zip(of_data_set, of_site, strict=True)]


def _place(movie: Movie, place: int) -> str:
    if not movie.stats.rating_count:
        return ""
    return "the most rated" if place == 1 else f"{ordinal(place)} most rated"


def _prediction_text(prediction: RecommendedMovie | None, mine: float | None, scale: int) -> str:
    if prediction is None or prediction.predicted_rating is None:
        return _UNTRAINED if is_untrained() else _UNKNOWN
    text = _MEANING
    if mine is not None:
        text = f"Predicted without using your own rating of {rated(mine, scale)}."
    if prediction.predicted_spread is not None:
        _, unit = scale_words(scale).split()
        within = f"{predicted_stars(prediction.predicted_spread, scale)} {unit}"
        text += f" Two thirds of our predictions are within {within}."
    return text
