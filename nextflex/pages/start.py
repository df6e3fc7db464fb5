"""The page on which a newcomer rates their first films, and its buttons."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from catalog.selectors import films
from nextflex.pages import rating_act, start_page, visitor
from nextflex.pages.forms import RateForm


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    who = visitor.visitor_of(request)
    asked = start_page.round_of(request, who)
    return render(request, "pages/start.html", start_page.context(asked, who))


@require_POST
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """Rate a film, or take the rating back; every film stays in its place."""
    movie = get_object_or_404(films(), pk=pk)
    stars = RateForm.of(request.POST).cleaned_data["rating"]
    start_page.keep(request, start_page.round_of(request, visitor.visitor_of(request)))
    rating_act.rate(request, movie, stars)
    return redirect("pages:start")


@require_POST
def unseen(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask about the next best film in place of one that the visitor has not seen."""
    get_object_or_404(films(), pk=pk)
    who = visitor.visitor_of(request)
    asked = start_page.round_of(request, who)
    start_page.keep(request, start_page.without(asked, pk, who))
    return redirect("pages:start")


@require_POST
def more(request: HttpRequest) -> HttpResponse:
    """Ask about other films."""
    asked = start_page.round_of(request, visitor.visitor_of(request))
    start_page.keep(request, start_page.next_round(asked))
    return redirect("pages:start")
