"""The page on which a new user rates their first films, and its buttons."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from catalog.selectors import films
from nextflex.site import visitor
from nextflex.site.film import rating
from nextflex.site.forms import RateForm
from nextflex.site.start import page
from uploads import onboarding


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    who = visitor.visitor_of(request)
    asked = page.round_of(request, who)
    return render(request, "pages/start.html", page.context(asked, who))


@require_POST
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """Rate a film, or remove the rating; every film keeps its place."""
    stars = RateForm.of(request.POST).cleaned_data["rating"]
    page.keep(request, page.round_of(request, visitor.visitor_of(request)))
    rating.rate(request, pk, stars)
    return redirect("pages:start")


@require_POST
def unseen(request: HttpRequest, pk: int) -> HttpResponse:
    """Replace a film that the visitor has not seen by the next best one."""
    movie = get_object_or_404(films(), pk=pk)
    page.keep(request, page.round_of(request, visitor.visitor_of(request)))
    with visitor.giver_of(request) as giver:
        onboarding.skip_film(giver, movie.pk)
    return redirect("pages:start")


@require_POST
def more(request: HttpRequest) -> HttpResponse:
    """Begin a new round with other films."""
    with visitor.giver_of(request) as giver:
        onboarding.begin_round(giver)
    return redirect("pages:start")
