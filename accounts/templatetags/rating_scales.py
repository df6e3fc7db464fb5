"""Ratings in templates, on the visitor's scale: `{{ film.mine|rated:rating_scale }}`.

None renders as an empty string.
"""

from collections.abc import Callable

from django import template

from accounts import rating_scale

register = template.Library()


def _shown(stars: float | None, scale: int, tell: Callable[[float, int], str]) -> str:
    return "" if stars is None else tell(stars, scale)


@register.filter
def rated(stars: float | None, scale: int) -> str:
    return _shown(stars, scale, rating_scale.rated)


@register.filter
def predicted_stars(stars: float | None, scale: int) -> str:
    return _shown(stars, scale, rating_scale.predicted_stars)


@register.filter
def averaged(stars: float | None, scale: int) -> str:
    return _shown(stars, scale, rating_scale.averaged)


@register.filter
def scale_words(scale: int) -> str:
    return rating_scale.scale_words(scale)
