"""The parts of a filter, each with a link that removes it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from nextflex.site.addresses import without_value
from nextflex.site.find.browse_form import BrowseForm

_WORDS = {
    "q": "“{}”",
    "keyword": "keyword: {}",
    "min_rating": "★ {} or more",
    "min_ratings": "{} ratings or more",
}


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of a filter. url: the list without it."""

    label: str
    url: str


def chips_of(form: BrowseForm, asked: QueryDict) -> list[Chip]:
    """Return one chip per valid part of the filter; the form reports invalid parts."""
    return [
        Chip(label, f"{reverse('pages:browse')}?{without_value(asked, name, value).urlencode()}")
        for name, value, label in _parts(form, asked)
    ]


def _parts(form: BrowseForm, asked: QueryDict) -> Iterator[tuple[str, str, str]]:
    """Yield the parameter, its value, and both in words."""
    for name in form.fields:
        if name in form.errors or name == "ordering":
            continue
        for value in asked.getlist(name):
            yield name, value, _label(form, name, value)


def _label(form: BrowseForm, name: str, value: str) -> str:
    if name == "person":
        return f"with {form.cleaned_data['person']}"
    return _WORDS[name].format(value[:60]) if name in _WORDS else form.in_words(name, value)
