"""The form of a post and the choice of its film."""

from dataclasses import dataclass

from django import forms
from django.http import QueryDict

from accounts.models import User
from catalog.models import Movie
from catalog.selectors import films
from nextflex.site.cards import Card, cards_of
from nextflex.site.find.film_search import suggestions
from uploads.models.posts import LONGEST_TEXT
from uploads.posts.services import Draft
from uploads.ratings.selectors import stars_by

_STARS = [("", "No rating"), *((f"{half / 2:.1f}", f"{half / 2:g} stars") for half in range(1, 11))]
_FORMATS = "image/jpeg,image/png,image/webp,image/gif"
_LARGEST_KEY = 10**18 - 1


class PostForm(forms.Form):
    """A post about a film of the catalogue (movie), or a new one (title, year).

    rating_before: the initial rating of the form. Submitted unchanged it is no new rating, so an old
    form does not overwrite a later rating.
    """

    movie = forms.IntegerField(required=False, min_value=0, max_value=_LARGEST_KEY)
    title = forms.CharField(required=False, max_length=300, label="Title")
    year = forms.IntegerField(required=False, min_value=1, max_value=9999, label="Year")
    rating = forms.ChoiceField(
        required=False, choices=_STARS, widget=forms.RadioSelect, label="Your rating"
    )
    rating_before = forms.ChoiceField(required=False, choices=_STARS, widget=forms.HiddenInput)
    text = forms.CharField(
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        label="Text",
    )
    image = forms.FileField(
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": _FORMATS}),
        help_text=(
            "JPEG, PNG, WebP or GIF, up to 10 MB. Location and camera data are never published."
        ),
        label="Image",
    )

    def draft(self) -> Draft:
        """After is_valid()."""
        given = self.cleaned_data
        is_new = given["rating"] != given["rating_before"]
        return Draft(
            movie_id=given["movie"],
            title=None if given["movie"] is not None else given["title"] or None,
            year=given["year"],
            stars=float(given["rating"]) if given["rating"] and is_new else None,
            text=given["text"],
            image=given["image"],
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen film, the title of a film to propose, or films to choose from.

    mine: the visitor's rating of the chosen film.
    """

    film: Card | None = None
    proposed: str = ""
    asked: str = ""
    found: tuple[Card, ...] = ()
    mine: float | None = None

    @property
    def is_made(self) -> bool:
        return self.film is not None or bool(self.proposed)

    @property
    def initial(self) -> dict[str, object]:
        stars = "" if self.mine is None else f"{self.mine:.1f}"
        film: dict[str, object] = {"title": self.proposed}
        if self.film:
            film = {"movie": self.film.id}
        return film | {"rating": stars, "rating_before": stars}


def choice_of(asked: QueryDict, user: User) -> Choice:
    """Parse an address: ?film=6, ?propose=A new film, or ?title= for a search."""
    key = asked.get("film") or asked.get("movie") or ""
    if key.isdecimal() and len(key) <= 18 and (movie := films().filter(pk=int(key)).first()):
        return Choice(film=film_card(movie), mine=stars_by(user, [movie.pk]).get(movie.pk))
    if proposed := asked.get("propose", "").strip():
        return Choice(proposed=proposed[:300])
    title = asked.get("title", "").strip()[:200]
    return Choice(asked=title, found=cards_of(suggestions(title).films, {}))


def film_card(movie: Movie) -> Card:
    (card,) = cards_of([movie], {})
    return card
