"""The forms of the pages."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django import forms
from django.http import QueryDict

from catalog.selectors import genre_names
from nextflex.base.errors import DomainError
from uploads.ratings.services import halves_of

_MOST_SIMILAR = 100
_LAST_PLACE = 1000
UNKNOWN_DAY = "unknown"
_BY = [("content", "Content"), ("ratings", "Ratings")]


@dataclass(frozen=True, slots=True)
class SimilarWish:
    """Parameters of similar films. by: "content" or "ratings"; k: the number of films."""

    by: str
    k: int


class GenreForm(forms.Form):
    """The choice of a genre; none means any."""

    genre = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(name, name) for name in genre_names()]
        self.fields["genre"] = forms.ChoiceField(
            choices=[("", "Any genre"), *names], required=False
        )


class SimilarForm(forms.Form):
    """A film by its title, or by its id if several have the title."""

    title = forms.CharField(required=False, max_length=300, label="Film you like")
    k = forms.IntegerField(
        min_value=1, max_value=_MOST_SIMILAR, label=("Number of results"), initial=20
    )
    by = forms.ChoiceField(choices=_BY, label="Based on", initial="content")
    film = forms.IntegerField(required=False, min_value=0, max_value=10**18 - 1)

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or self.cleaned_data
        if not self.errors and not asked.get("title") and asked.get("film") is None:
            self.add_error("title", "Enter the title of a film.")
        return asked

    def wanted(self) -> SimilarWish:
        """After is_valid()."""
        return SimilarWish(by=self.cleaned_data["by"], k=self.cleaned_data["k"])

    @classmethod
    def defaults(cls) -> dict[str, str]:
        """Return the defaults for a request with only a film."""
        fields = cls.base_fields.items()
        return {name: str(field.initial) for name, field in fields if field.initial is not None}


class RateForm(forms.Form):
    """A rating in half stars; an empty one removes the rating."""

    rating = forms.FloatField(required=False)
    next = forms.CharField(required=False, max_length=2000)

    @classmethod
    def of(cls, posted: QueryDict) -> Self:
        """Return a valid form. Raises DomainError, naming the value, for an invalid rating."""
        form = cls(posted)
        if not form.is_valid():
            raise DomainError(f"{posted.get('rating', '')[:40]!r} is not a valid rating")
        return form

    def clean_rating(self) -> float | None:
        stars: float | None = self.cleaned_data["rating"]
        if stars is not None:
            halves_of(stars)
        return stars


class SeenForm(forms.Form):
    """A viewing of a film, with its day if known; without: the day of a viewing to remove."""

    on = forms.BooleanField(required=False)
    watched_on = forms.DateField(required=False)
    without = forms.DateField(required=False)
    next = forms.CharField(required=False, max_length=2000)

    @classmethod
    def of(cls, posted: QueryDict) -> Self:
        """Return a valid form. Raises DomainError, naming the value, for an invalid day."""
        form = cls(posted)
        if not form.is_valid():
            day = posted.get("watched_on", "") or posted.get("without", "")
            raise DomainError(f"{day[:40]!r} is not a valid date. Use the form 2024-05-03.")
        return form


class UndoSeenForm(forms.Form):
    """A film's former state. listed: when it was put on the watchlist, in seconds since 1970."""

    days = forms.CharField(required=False)
    listed = forms.IntegerField(required=False, min_value=0, max_value=2**32)

    def clean_days(self) -> set[date | None]:
        """Parse days separated by commas, "unknown" for an unknown one."""
        day, given = forms.DateField(), filter(None, self.cleaned_data["days"].split(","))
        return {None if one == UNKNOWN_DAY else day.clean(one) for one in given}


class MarkForm(forms.Form):
    """Adding a film to a list or removing it, and the visitor's place.

    model, asked and place: on the list For you, its model, its controls as a query string, and the
    film's place.
    """

    on = forms.BooleanField(required=False)
    next = forms.CharField(required=False, max_length=2000)
    model = forms.CharField(required=False, max_length=60)
    asked = forms.CharField(required=False, max_length=2000)
    place = forms.IntegerField(required=False, min_value=0, max_value=_LAST_PLACE)
