"""Ratings on the user's scale: 5 stars, 10 points or 100 points; half stars are stored."""

from accounts.models.user import RatingScale

_DECIMALS = {RatingScale.FIVE: 0, RatingScale.TEN: 0, RatingScale.HUNDRED: -1}


def of_scale(stars: float, scale: int) -> float:
    """Convert stars to a scale: 4.5 stars are 9 of 10 and 90 of 100."""
    return stars * scale / RatingScale.FIVE


def rated(stars: float, scale: int) -> str:
    """A user's rating, exactly: "4.5", "9" or "90"."""
    return f"{of_scale(stars, scale):g}"


def predicted_stars(stars: float, scale: int) -> str:
    """A predicted rating, or its error: "4.2", "8.4" or "84"."""
    return f"{of_scale(stars, scale):.{1 + _DECIMALS[RatingScale(scale)]}f}"


def averaged(stars: float, scale: int) -> str:
    """A mean of ratings: "3.52", "7.04" or "70.4"."""
    return f"{of_scale(stars, scale):.{2 + _DECIMALS[RatingScale(scale)]}f}"


def scale_words(scale: int) -> str:
    """The name of the scale: "5 stars" or "10 points"."""
    return str(RatingScale(scale).label)
