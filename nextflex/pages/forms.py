"""What the pages take."""

from typing import Any

from django import forms

from catalog.selectors import MovieFilter, genre_names
from uploads.services import halves_of

_ORDERINGS = [
    ("relevance", "Best match"),
    ("popularity", "Most rated"),
    ("rating", "Best rated"),
    ("year", "Newest"),
    ("-year", "Oldest"),
    ("title", "Title"),
]


def _year(label: str) -> forms.IntegerField:
    widget = forms.NumberInput(
        attrs={"inputmode": "numeric", "placeholder": label.rsplit(maxsplit=1)[-1]}
    )
    return forms.IntegerField(
        required=False, label=label, widget=widget, min_value=1870, max_value=2100
    )


class GenreForm(forms.Form):
    """Which genre; any when none is chosen."""

    genre = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(name, name) for name in genre_names()]
        self.fields["genre"] = forms.ChoiceField(
            choices=[("", "Any genre"), *names], required=False
        )


class BrowseForm(GenreForm):
    """Which films, in which order."""

    q = forms.CharField(required=False, max_length=200, label="Title")
    year_min = _year("Year from")
    year_max = _year("Year to")
    ordering = forms.ChoiceField(choices=_ORDERINGS, required=False, label="Order")

    def wanted(self) -> MovieFilter:
        """The filter, after is_valid()."""
        data = self.cleaned_data
        return MovieFilter(
            q=data.get("q", ""),
            genres=(data["genre"],) if data.get("genre") else (),
            year_min=data.get("year_min"),
            year_max=data.get("year_max"),
        )

    def chosen_ordering(self) -> str:
        """By match when something is searched for, else by number of ratings."""
        fallback = "relevance" if self.cleaned_data.get("q") else "popularity"
        return self.cleaned_data.get("ordering") or fallback


class RateForm(forms.Form):
    """Half-star steps; an empty rating takes it back."""

    rating = forms.FloatField(required=False)
    next = forms.CharField(required=False, max_length=2000)

    def clean_rating(self) -> float | None:
        stars: float | None = self.cleaned_data["rating"]
        if stars is not None:
            halves_of(stars)
        return stars
