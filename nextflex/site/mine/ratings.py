"""The visitor's ratings, newest first."""

from collections.abc import Mapping
from dataclasses import replace

from django.core.paginator import Paginator

from accounts.rating_scale import averaged, scale_words
from catalog.selectors import in_order
from nextflex.site.cards import card_of
from nextflex.site.visitor import Visitor

PAGE_SIZE = 30


def my_ratings_context(
    who: Visitor, number: str | None, *, notes: Mapping[int, str]
) -> dict[str, object]:
    """Return the page's context. notes: the visitor's notes by film."""
    newest_first = sorted(who.history, key=lambda one: -one.at_s)
    page = Paginator(newest_first, PAGE_SIZE).get_page(number)
    movies = {movie.pk: movie for movie in in_order(one.movie_id for one in page.object_list)}
    cards = [
        replace(
            card_of(movies[one.movie_id], mine=one.stars),
            rated_at=who.rated_at(one.movie_id),
            note=notes.get(one.movie_id, ""),
        )
        for one in page.object_list
        if one.movie_id in movies
    ]
    return {
        "visitor": who,
        "page": page,
        "cards": cards,
        "total": who.rating_count,
        "summary": _summary(who),
    }


def _summary(who: Visitor) -> str:
    if not who.history:
        return ""
    mean = sum(one.stars for one in who.history) / who.rating_count
    films = "film" if who.rating_count == 1 else "films"
    given = f"{averaged(mean, who.rating_scale)} of {scale_words(who.rating_scale)}"
    return f"{who.rating_count} {films} rated, {given} on average."
