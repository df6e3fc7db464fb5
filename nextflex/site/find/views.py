"""The pages for finding films."""

from random import Random, SystemRandom

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from catalog.models import Movie, Person
from catalog.selectors import MovieFilter, chart
from nextflex.base.errors import NotFound
from nextflex.site import page_meta, visitor
from nextflex.site.addresses import push, tidy
from nextflex.site.find import browse as browse_page
from nextflex.site.find import genre as genre_page
from nextflex.site.find import person as person_page
from nextflex.site.find import similar as similar_page
from nextflex.site.find import suggestions
from nextflex.site.find.browse_form import BrowseForm
from nextflex.site.jinja import render_block
from nextflex.site.visitor import Visitor

POOL = 250  # so many of the best rated may come


@require_safe
@vary_on_headers("HX-Request", "HX-Target")
def browse(request: HttpRequest) -> HttpResponse:
    """Each state of the filter has one address, without empty fields and repetitions."""
    asked = tidy(request.GET, several=BrowseForm.SEVERAL)
    address = browse_page.address(asked)
    if not request.headers.get("HX-Request") and asked.urlencode() != request.GET.urlencode():
        return redirect(address)
    is_more = request.headers.get("HX-Target") == "more"
    context = browse_page.context(asked, visitor.visitor_of(request), only_last=is_more)
    context["meta"] = page_meta.of_browse()
    if is_more:
        response = render_block(request, "pages/browse.html", "films", context)
        response["HX-Replace-Url"] = address
    else:
        response = render(request, "pages/browse.html", context)
        push(response, request, address)
    return response


@require_safe
def find_as_typed(request: HttpRequest) -> HttpResponse:
    """Return the list under a search field as a fragment; `to` replaces the links to film pages."""
    q = request.GET.get("q") or request.GET.get("title") or ""
    found = suggestions.options(q, to=request.GET.get("to", ""))
    return render(request, "pages/found.html", {"groups": found})


@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    them = get_object_or_404(Person, pk=pk)
    context = person_page.context(them, visitor.visitor_of(request))
    return render(request, "pages/person.html", context)


@require_safe
def genre(request: HttpRequest, name: str) -> HttpResponse:
    known = genre_page.genre_named(name)
    if known != name:
        return redirect("pages:genre", known, permanent=True)
    context = genre_page.context(name, visitor.visitor_of(request))
    return render(request, "pages/genre.html", context | {"meta": page_meta.of_genre(name)})


@require_safe
@never_cache
def random(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("genre", "")
    name = genre_page.genre_named(asked) if asked else ""
    return redirect(random_pick(visitor.visitor_of(request), name, SystemRandom()))


@require_safe
def similar(request: HttpRequest) -> HttpResponse:
    context = similar_page.context(request.GET, visitor.visitor_of(request))
    status = 200 if context["unknown"] is None else 404
    return render(request, "pages/similar.html", context, status=status)


def random_pick(who: Visitor, genre: str, dice: Random) -> Movie:
    """Redirect to one of the top rated films that the visitor has not rated, else to any film.

    Seen and unwanted films are excluded. Raises NotFound when none is left.
    """
    hidden = who.stars.keys() | who.not_recommended
    wanted = MovieFilter(genres=(genre,) if genre else ())
    for name in ("top-rated", "popular"):
        left = chart(name, wanted).exclude(pk__in=hidden)[:POOL]
        if found := list(left):
            return dice.choice(found)
    raise NotFound(f"You have rated every available {genre or 'rated'} film.")
