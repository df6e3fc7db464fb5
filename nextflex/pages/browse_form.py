"""Which films, in which order."""

from typing import Any

from django import forms

from catalog.selectors import MovieFilter, genre_names, language_names

_ORDERINGS = [
    ("relevance", "Best match"),
    ("popularity", "Most rated"),
    ("rating", "Best rated"),
    ("year", "Newest"),
    ("-year", "Oldest"),
    ("title", "Title"),
]
_MEANS = [("", "Any"), *[(f"{stars:g}", f"★ {stars:g} or more") for stars in (2, 2.5, 3, 3.5, 4)]]
_LARGEST_KEY = 10**18 - 1
_MOST_RATINGS = 2**31 - 1


def _number(label: str, *, least: int, most: int, example: str) -> forms.IntegerField:
    hints = {"inputmode": "numeric", "placeholder": example}
    widget = forms.NumberInput(attrs=hints)
    return forms.IntegerField(
        required=False, label=label, widget=widget, min_value=least, max_value=most
    )


def _chips(label: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        required=False, label=label, widget=forms.CheckboxSelectMultiple
    )


class BrowseForm(forms.Form):
    """Everything that is given must hold; person and keyword come from links on other pages.

    SEVERAL: the fields that take more than one value.
    """

    SEVERAL = ("genre", "without")

    q = forms.CharField(required=False, max_length=200, label="Title")
    genre = _chips("Genres, all of them")
    without = _chips("Without")
    year_min = _number("Year from", least=1870, most=2100, example="from")
    year_max = _number("Year to", least=1870, most=2100, example="to")
    language = forms.ChoiceField(required=False, label="Language")
    min_rating = forms.ChoiceField(choices=_MEANS, required=False, label="Rating")
    min_ratings = _number("Ratings, at least", least=0, most=_MOST_RATINGS, example="any number")
    person = forms.IntegerField(
        required=False, min_value=0, max_value=_LARGEST_KEY, widget=forms.HiddenInput
    )
    keyword = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    ordering = forms.ChoiceField(choices=_ORDERINGS, required=False, label="Order")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(name, name) for name in genre_names()]
        self._languages = language_names()
        self._choose("genre", names)
        self._choose("without", names)
        self.fields["ordering"].widget = forms.Select(choices=[("", "Best match"), *_ORDERINGS[1:]])
        self._choose("language", [("", "Any language"), *self._languages])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    @property
    def has_languages(self) -> bool:
        return bool(self._languages)

    @property
    def text(self) -> str:
        """What is searched for, after is_valid()."""
        return str(self.cleaned_data.get("q", ""))

    def language_name(self, code: str) -> str:
        return dict(self._languages)[code]

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
            person=data["person"],
            keyword=data["keyword"],
            min_rating=float(data["min_rating"]) if data["min_rating"] else None,
            min_ratings=data["min_ratings"],
        )

    def chosen_ordering(self) -> str:
        """By match when something is searched for, else by number of ratings."""
        fallback = "relevance" if self.text else "popularity"
        return self.cleaned_data.get("ordering") or fallback
