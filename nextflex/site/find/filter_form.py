"""The fields that all forms with a film filter share."""

from typing import Any

from django import forms

from catalog.selectors import filter_choices

_WORDS = {"genre": "{}", "without": "not {}", "year_min": "from {}", "year_max": "to {}"}


def number_field(label: str, *, least: int, most: int, example: str) -> forms.IntegerField:
    hints = {"inputmode": "numeric", "placeholder": example}
    widget = forms.NumberInput(attrs=hints)
    return forms.IntegerField(
        required=False, label=label, widget=widget, min_value=least, max_value=most
    )


def _chips(label: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        required=False, label=label, widget=forms.CheckboxSelectMultiple
    )


class FilterForm(forms.Form):
    """All given conditions must hold. SEVERAL: the fields that take more than one value."""

    SEVERAL = ("genre", "without")

    genre = _chips("Genres (match all)")
    without = _chips("Exclude genres")
    year_min = number_field("From year", least=1870, most=2100, example="from")
    year_max = number_field("To year", least=1870, most=2100, example="to")
    language = forms.ChoiceField(required=False, label="Language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        genres, self._languages = filter_choices()
        names = [(name, name) for name in genres]
        self._choose("genre", names)
        self._choose("without", names)
        self._choose("language", [("", "Any language"), *self._languages])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, last = given.get("year_min"), given.get("year_max")
        if first and last and first > last:
            self.add_error("year_max", "The end year is before the start year.")
        return given

    @property
    def problems(self) -> list[str]:
        """The errors, one sentence per field."""
        return [
            f"{self.fields[name].label}: {' '.join(map(str, errors))}"
            for name, errors in self.errors.items()
        ]

    @property
    def has_languages(self) -> bool:
        return bool(self._languages)

    def in_words(self, name: str, value: str) -> str:
        """Describe a valid field, such as "not Drama", after is_valid()."""
        if name == "language":
            return dict(self._languages)[value]
        return _WORDS[name].format(value)
