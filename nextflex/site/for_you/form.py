"""The controls of the list For you: filters, variety and popularity."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from django import forms
from django.http import QueryDict

from catalog.selectors import MovieFilter
from nextflex.site.addresses import tidy
from nextflex.site.find.filter_form import FilterForm
from recommender.core.data.interface import DEFAULT_CONTROLS, Controls

SITE_CONTROLS = replace(DEFAULT_CONTROLS, freshness=0.3)  # where the controls start
_DIALS = ("diversity", "popularity", "freshness")
_STEP = 0.1
_WORDS = {
    "diversity": ((0.35, "slightly varied"), (0.75, "varied"), (inf, "very varied")),
    "freshness": (
        (0.05, "same every day"),
        (0.3, "slightly new every day"),
        (inf, "new every day"),
    ),
    "popularity": ((0.25, "hidden gems"), (0.5, "lesser known"), (inf, "well known")),
}


class _Range(forms.NumberInput):
    input_type = "range"


def _dial(label: str, at_rest: float, ends: str) -> forms.FloatField:
    return forms.FloatField(
        label=label,
        min_value=0,
        max_value=1,
        initial=at_rest,
        help_text=ends,
        widget=_Range(attrs={"step": _STEP}),
    )


class ForYouForm(FilterForm):
    """The same parameters as the API's; omitted controls keep their defaults."""

    diversity = _dial("Variety", SITE_CONTROLS.diversity, "From less varied to more varied")
    popularity = _dial("Popularity", SITE_CONTROLS.popularity, "From lesser known to well known")
    freshness = _dial(
        "Freshness", SITE_CONTROLS.freshness, ("From the same list every day to a new one")
    )

    def __init__(self, asked: QueryDict) -> None:
        """asked: tidy, see `asked_of`."""
        given = asked.copy()
        for name in _DIALS:
            given.setdefault(name, str(self.base_fields[name].initial))
        super().__init__(given)
        self._asked = asked

    @property
    def is_set(self) -> bool:
        """Whether any parameter is given, even an invalid one."""
        return any(name in self._asked for name in self.fields)

    @property
    def address(self) -> str:
        """The parameters as a query string, without the model."""
        kept = self._asked.copy()
        kept.pop("model", None)
        return kept.urlencode()

    @property
    def words(self) -> str:
        """A description such as "Crime, not Drama, hidden gems", after is_valid()."""
        return ", ".join(self._parts())

    def _parts(self) -> Iterator[str]:
        for name in self.fields:
            if name not in self.errors:
                yield from (self.in_words(name, value) for value in self._asked.getlist(name))

    def in_words(self, name: str, value: str) -> str:
        for below, words in _WORDS.get(name, ()):
            if float(value) < below:
                return words
        return super().in_words(name, value)

    def wanted(self) -> MovieFilter:
        """The filter, after is_valid()."""
        given = self.cleaned_data
        return MovieFilter(
            genres=tuple(given["genre"]),
            exclude_genres=tuple(given["without"]),
            year_min=given["year_min"],
            year_max=given["year_max"],
            language=given["language"],
        )

    def dials(self) -> Controls:
        """After is_valid()."""
        return Controls(**{name: self.cleaned_data[name] for name in _DIALS})


def asked_of(given: QueryDict) -> QueryDict:
    """Return the parameters of the list, without blanks and default controls."""
    asked = tidy(given, several=ForYouForm.SEVERAL)
    for name in _DIALS:
        if name in asked and _is(str(asked[name]), getattr(SITE_CONTROLS, name)):
            del asked[name]
    return asked


def _is(said: str, number: float) -> bool:
    try:
        return float(said) == number
    except ValueError:
        return False  # the form tells that it is no number
