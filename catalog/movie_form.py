"""The form of a film in the admin."""

from typing import Any

from django import forms
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from catalog.additions import sort_title_of
from catalog.models import Movie

_LONGEST = 300


class LinesField(forms.CharField):
    """A list of texts, one per line; blank lines and repetitions are dropped."""

    def __init__(self, **kwargs: Any) -> None:
        widget = UnfoldAdminTextareaWidget(attrs={"rows": 3})
        super().__init__(required=False, widget=widget, help_text="One per line.", **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Return a list[str]; the base class returns a str."""
        lines = (" ".join(line.split()) for line in (super().to_python(value) or "").splitlines())
        return list(dict.fromkeys(filter(None, lines)))

    def validate(self, value: Any) -> None:
        super().validate(value)
        for line in value:
            if len(line) > _LONGEST:
                raise forms.ValidationError(
                    f"“{line[:60]}…” is longer than {_LONGEST} characters; shorten it."
                )


class MovieForm(forms.ModelForm[Movie]):
    sort_title = forms.CharField(
        required=False,
        max_length=_LONGEST,
        widget=UnfoldAdminTextInputWidget,
        help_text="Leave empty to derive it from the title: “Matrix, The”.",
    )
    alternative_titles = LinesField()
    countries = LinesField()

    class Meta:
        model = Movie
        fields = (
            "title",
            "original_title",
            "sort_title",
            "alternative_titles",
            "year",
            "genres",
            "overview",
            "runtime_min",
            "original_language",
            "languages",
            "countries",
            "imdb_id",
            "tmdb_id",
            "poster_path",
            "backdrop_path",
        )
        labels = {
            "runtime_min": "Runtime in minutes",
            "imdb_id": "IMDb id",
            "tmdb_id": "TMDB id",
            "poster_path": "TMDB poster path",
            "backdrop_path": "TMDB backdrop path",
        }

    def clean(self) -> dict[str, Any]:
        """Renew a sort title that was derived from the old title."""
        given = super().clean() or self.cleaned_data
        title, sort_title = given.get("title", ""), given.get("sort_title", "")
        before = sort_title_of(str(self.initial.get("title", "")))
        if not sort_title or (sort_title == before and "title" in self.changed_data):
            given["sort_title"] = sort_title_of(title)
        return given
