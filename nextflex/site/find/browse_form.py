"""The form of the browse page."""

from typing import Any

from django import forms
from django.utils.functional import cached_property

from catalog.filter_problems import problem_with_keyword, unknown_person
from catalog.keyword_names import keyword_name
from catalog.models import Person
from catalog.search.query import Search, search_for
from catalog.selectors import MovieFilter
from nextflex.site.find.filter_form import FilterForm, number_field

INTEREST = "interest"
_ORDERINGS = [
    ("relevance", "Best match"),
    ("popularity", "Most rated"),
    ("rating", "Highest rated"),
    ("year", "Newest"),
    ("-year", "Oldest"),
    ("title", "Title"),
    (INTEREST, "Recommended for you"),
]
_MEANS = [("", "Any"), *[(f"{stars:g}", f"★ {stars:g} or more") for stars in (2, 2.5, 3, 3.5, 4)]]
_LARGEST_KEY = 10**18 - 1
_MOST_RATINGS = 2**31 - 1


class BrowseForm(FilterForm):
    """A filter with a search and an order; person and keyword come from links on other pages."""

    q = forms.CharField(required=False, max_length=200, label="Title")
    min_rating = forms.ChoiceField(choices=_MEANS, required=False, label="Average rating")
    min_ratings = number_field("Minimum ratings", least=0, most=_MOST_RATINGS, example="any")
    person = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=_LARGEST_KEY,
        label="Person",
        widget=forms.HiddenInput,
    )
    keyword = forms.CharField(
        required=False, max_length=100, label="Keyword", widget=forms.HiddenInput
    )
    ordering = forms.ChoiceField(choices=_ORDERINGS, required=False, label="Sort by")

    field_order = ("q",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ordering"].widget = forms.Select(choices=[("", "Best match"), *_ORDERINGS[1:]])

    def clean_person(self) -> Person | None:
        person_id: int | None = self.cleaned_data["person"]
        if person_id is None:
            return None
        if (person := Person.objects.filter(pk=person_id).first()) is None:
            raise forms.ValidationError(unknown_person(person_id))
        return person

    def clean_keyword(self) -> str:
        text: str = self.cleaned_data["keyword"]
        if text and (problem := problem_with_keyword(text)):
            raise forms.ValidationError(problem)
        return keyword_name(text)

    @property
    def text(self) -> str:
        """The search text, after is_valid()."""
        return str(self.cleaned_data.get("q", ""))

    @cached_property
    def search(self) -> Search:
        """The search text, parsed, after is_valid()."""
        return search_for(self.text)

    def wanted(self) -> MovieFilter:
        """The filter, after is_valid()."""
        data = self.cleaned_data
        return MovieFilter(
            q=data["q"],
            genres=tuple(data["genre"]),
            exclude_genres=tuple(data["without"]),
            year_min=data["year_min"],
            year_max=data["year_max"],
            language=data["language"],
            person=data["person"].pk if data["person"] else None,
            keyword=data["keyword"],
            min_rating=float(data["min_rating"]) if data["min_rating"] else None,
            min_ratings=data["min_ratings"],
        )

    def chosen_ordering(self) -> str:
        """By match with a search, else by the number of ratings."""
        fallback = "relevance" if self.text else "popularity"
        return self.cleaned_data.get("ordering") or fallback
