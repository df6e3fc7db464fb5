"""The form for changing how a file of an import is read."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django import forms

from uploads.import_jobs.reading_choices import date_order_of
from uploads.imports.columns import Field, plain
from uploads.imports.plans import Choice, FileKind
from uploads.imports.stars import SCALES, Thumbs

_KINDS = {
    FileKind.RATINGS: "Ratings",
    FileKind.SEEN: "Films you have seen",
    FileKind.WATCHLIST: "Films you want to see",
}
KIND_NAMES = {**_KINDS, FileKind.NEITHER: "Unknown"}
ORDER_NAMES = {"day_first": "5 January", "month_first": "1 May"}
_COLUMNS = {
    Field.TITLE: "Title",
    Field.OTHER_TITLE: "Original title",
    Field.YEAR: "Year",
    Field.RATING: "Rating",
    Field.RATED_AT: "Rating date",
    Field.WATCHED_AT: "Viewing date",
    Field.DATE: "Date (rating or viewing)",
    Field.IMDB_ID: "IMDb id",
    Field.TMDB_ID: "TMDB id",
    Field.TYPE: "Type: film, series…",
    Field.STATUS: "Status: seen, planned…",
    Field.REVIEW: "Review",
}
_NONE = "-"
_HALVES = [(halves, f"{halves / 2:g}") for halves in range(1, 11)]
_THUMBS = {"down": "Thumbs down", "up": "Thumbs up", "two_up": "Two thumbs up"}


class ReadingForm(forms.Form):
    """How to read a file. Fields left on "Detected" follow from the file."""

    def __init__(self, reading: Mapping[str, Any], chosen: Choice, data: Any = None) -> None:
        """reading: how the file was read; chosen: the owner's earlier choices."""
        super().__init__(data, auto_id=f"{plain(reading['file'])}-%s", initial=_initial(chosen))
        self.reading = reading
        kind, scale = KIND_NAMES[FileKind(reading["kind"])], reading["scale"]
        self._add("kind", "Contents of the file", kind, _KINDS)
        if scale:
            tops = {top: f"Out of {top}" for top in SCALES}
            self._add("scale", "Rating scale", f"out of {scale}", tops)
        if reading["has_two_dates"]:
            order = ORDER_NAMES.get(reading["date_order"] or "", "skipped")
            self._add("date_order", "05/01/2024 means", order, ORDER_NAMES)
        if reading["thumbs"]:
            for name, label in _THUMBS.items():
                stars = f"{reading['thumbs'][name]:g} stars"
                self._add(name, label, stars, {half: f"{said} stars" for half, said in _HALVES})
        available = {plain(column): column for column in reading["available"]}
        for field, label in _COLUMNS.items():
            found = reading["columns"].get(field) or "none"
            self._add(f"column_{field}", label, found, {**available, _NONE: "None"})

    def columns(self) -> list[forms.BoundField]:
        return [field for field in self if field.name.startswith("column_")]

    def others(self) -> list[forms.BoundField]:
        return [field for field in self if not field.name.startswith("column_")]

    def choice(self) -> Choice:
        """After is_valid()."""
        given = {name: value for name, value in self.cleaned_data.items() if value}
        order, kind = given.get("date_order"), given.get("kind")
        columns = {field: given.get(f"column_{field}") for field in _COLUMNS}
        thumbs = {name: int(given[name]) for name in _THUMBS if name in given}
        return Choice(
            scale=int(given["scale"]) if "scale" in given else None,
            kind=FileKind(kind) if kind else None,
            columns={one: "" if name == _NONE else name for one, name in columns.items() if name},
            day_first=order == "day_first" if order else None,
            thumbs=Thumbs(**thumbs) if thumbs else None,
        )

    def _add(self, name: str, label: str, found: str, choices: Mapping[Any, str]) -> None:
        options = choices.items()
        self.fields[name] = forms.ChoiceField(
            label=label,
            required=False,
            choices=[("", "Detect" if self.initial.get(name) else f"Detected: {found}"), *options],
        )


def _initial(choice: Choice) -> dict[str, Any]:
    columns = {f"column_{one}": name or _NONE for one, name in choice.columns.items()}
    thumbs = asdict(choice.thumbs) if choice.thumbs else {}
    return {
        "kind": choice.kind,
        "scale": choice.scale,
        "date_order": date_order_of(choice.day_first),
        **columns,
        **thumbs,
    }
