"""The visitor's watchlist and unwanted films, and the buttons that change them."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.views.decorators.http import require_POST, require_safe

from catalog.models import Movie
from catalog.selectors import films
from nextflex.base.errors import DomainError
from nextflex.site import visitor
from nextflex.site.addresses import on_this_site
from nextflex.site.film import page as film_page
from nextflex.site.for_you import page as for_you_page
from nextflex.site.for_you.form import asked_of
from nextflex.site.for_you.page import Gone
from nextflex.site.forms import MarkForm
from nextflex.site.jinja import component, render_block
from nextflex.site.mine.lists import list_context
from uploads.models import ListKind, NotInterested, WatchlistEntry


@dataclass(frozen=True, slots=True)
class FilmList:
    """A list and its messages for adding and removing a film; {} is the film's title."""

    kind: ListKind
    put: str
    taken_off: str


WATCHLIST = FilmList(
    WatchlistEntry, "Added <i>{}</i> to your watchlist", "Removed <i>{}</i> from your watchlist"
)
NOT_INTERESTED = FilmList(
    NotInterested,
    "<i>{}</i> will no longer be recommended to you",
    "<i>{}</i> can be recommended to you again",
)


@require_safe
def watchlist(request: HttpRequest) -> HttpResponse:
    who = visitor.visitor_of(request)
    context = list_context(who, who.watchlist, request.GET.get("page"))
    return render(request, "pages/watchlist.html", context)


@require_safe
def not_interested(request: HttpRequest) -> HttpResponse:
    who = visitor.visitor_of(request)
    context = list_context(who, who.not_interested, request.GET.get("page"))
    return render(request, "pages/not_interested.html", context)


@require_POST
def mark(request: HttpRequest, pk: int, film_list: FilmList) -> HttpResponse:
    """Add a film to a list or remove it; return a fragment to htmx, a redirect otherwise."""
    movie = get_object_or_404(films(), pk=pk)
    form = MarkForm(request.POST)
    if not form.is_valid():
        raise DomainError("The form data is invalid. Reload the page and try again.")
    is_on = form.cleaned_data["on"]
    act = visitor.add_to_list if is_on else visitor.remove_from_list
    act(request, film_list.kind, movie.pk)
    match request.headers.get("HX-Target"):
        case "voices":
            voices = film_page.voices_of(movie, visitor.visitor_of(request))
            return render_block(request, "pages/film.html", "voices", voices)
        case "picks":
            return _picks(request, movie, film_list, form)
    messages.success(request, _notice(request, movie, film_list, is_on=is_on))
    return redirect(on_this_site(request, form.cleaned_data["next"] or movie.get_absolute_url()))


def _picks(request: HttpRequest, movie: Movie, film_list: FilmList, form: MarkForm) -> HttpResponse:
    """Return the current list For you, with an undo button in the place of a removed film."""
    given = form.cleaned_data
    left = given["on"] and film_list is NOT_INTERESTED and given["place"] is not None
    asked = QueryDict(given["asked"], mutable=True)
    asked["model"] = given["model"]
    context = for_you_page.context(
        request,
        visitor.visitor_of(request),
        asked=asked_of(asked),
        gone=Gone(movie, given["place"]) if left else None,
    )
    return render_block(request, "pages/for_you.html", "picks", context)


def _notice(request: HttpRequest, movie: Movie, film_list: FilmList, *, is_on: bool) -> str:
    said = format_html(film_list.put if is_on else film_list.taken_off, movie.title)
    back_on = "" if is_on else "1"
    return component("feedback", "undo", said=said, undo_url=request.path, on=back_on)
