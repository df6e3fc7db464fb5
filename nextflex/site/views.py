"""The site's main pages."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.services import change_theme
from catalog.filmography import film_for_page
from catalog.selectors import CHARTS, place_by_count
from nextflex.base.errors import DomainError
from nextflex.site import home_page, lab_page, models_page, page_meta, visitor
from nextflex.site.addresses import on_this_site, push
from nextflex.site.context import THEME_COOKIE, THEMES
from nextflex.site.film import page as film_page
from nextflex.site.film import rating
from nextflex.site.film.facts import facts_of
from nextflex.site.find import charts
from nextflex.site.for_you import page as for_you_page
from nextflex.site.for_you.form import asked_of
from nextflex.site.forms import GenreForm, RateForm
from nextflex.site.jinja import render_block
from nextflex.site.mine.ratings import my_ratings_context
from nextflex.site.posts import page as posts_page
from uploads.ratings.notes import note_by, texts_of

_YEAR_S = 365 * 24 * 3600


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    who = visitor.visitor_of(request)
    name = request.user.display_name if request.user.is_authenticated else ""
    context = home_page.context(who, name) | {"meta": page_meta.of_home()}
    return render(request, "pages/home.html", context)


@require_safe
def film(request: HttpRequest, pk: int) -> HttpResponse:
    movie, place = film_for_page(pk, with_hidden=request.user.is_staff)
    by = "ratings" if request.GET.get("similar") == "ratings" else "content"
    who = visitor.visitor_of(request)
    context = film_page.context(movie, who, place=place, by=by)
    facts = facts_of(movie)
    context |= {"facts": facts, "posts": posts_page.of_film(movie)}
    context["meta"] = page_meta.of_film(movie, facts)
    if request.user.is_authenticated:
        context["note"] = note_by(request.user, movie.pk)
    return render(request, "pages/film.html", context)


@require_POST
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """Rate a film, or remove the rating; return the ratings to htmx, a redirect otherwise."""
    form = RateForm.of(request.POST)
    outcome = rating.rate(request, pk, form.cleaned_data["rating"])
    movie = outcome.movie
    if request.headers.get("HX-Target") == "voices":
        voices = film_page.voices(
            movie, outcome.visitor, outcome.prediction, place=place_by_count(movie.stats)
        )
        return render_block(request, "pages/film.html", "voices", voices | {"outcome": outcome})
    if said := rating.notice(request, outcome):
        messages.success(request, said)
    return redirect(on_this_site(request, form.cleaned_data["next"] or movie.get_absolute_url()))


@require_safe
def chart(request: HttpRequest, name: str) -> HttpResponse:
    if name not in CHARTS:
        raise Http404(f"Unknown chart: {name!r}.")
    form = GenreForm(request.GET or None)
    genre = form.cleaned_data["genre"] if form.is_bound and form.is_valid() else ""
    who = visitor.visitor_of(request)
    context = charts.context(name, genre, who)
    context |= {"form": form, "meta": page_meta.of_chart(name, genre)}
    return render(request, "pages/chart.html", context)


@require_safe
@vary_on_headers("HX-Request")
def for_you(request: HttpRequest) -> HttpResponse:
    """Each state of the list has one address, without default values."""
    asked = asked_of(request.GET)
    is_htmx = bool(request.headers.get("HX-Request"))
    if not is_htmx and asked.urlencode() != request.GET.urlencode():
        return redirect(f"{request.path}?{asked.urlencode()}".rstrip("?"))
    context = for_you_page.context(request, visitor.visitor_of(request), asked=asked)
    response = render(request, "pages/for_you.html", context)
    if is_htmx:
        push(response, request, str(context["address"]))
    return response


@require_safe
def my_ratings(request: HttpRequest) -> HttpResponse:
    who = visitor.visitor_of(request)
    notes = texts_of(request.user) if request.user.is_authenticated else {}
    context = my_ratings_context(who, request.GET.get("page"), notes=notes)
    return render(request, "pages/my_ratings.html", context)


@require_safe
@vary_on_headers("HX-Request")
def models(request: HttpRequest) -> HttpResponse:
    """Show the models; with htmx, the training's progress, which reloads the page at the end."""
    context = models_page.context()
    if not request.headers.get("HX-Request"):
        return render(request, "pages/models.html", context)
    response = render_block(request, "pages/models.html", "training", context)
    if context["training"] is None:
        response["HX-Refresh"] = "true"
    return response


@require_safe
def lab(request: HttpRequest) -> HttpResponse:
    who = visitor.visitor_of(request)
    return render(request, "pages/lab.html", lab_page.context(who, request.GET))


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Store the theme in a cookie and, for users, in the account."""
    chosen = request.POST.get("theme", "")
    if chosen not in THEMES:
        raise DomainError(f"Unknown theme {chosen[:40]!r}; choose from {', '.join(THEMES)}")
    if request.user.is_authenticated:
        change_theme(request.user, chosen)
    response = redirect(on_this_site(request, request.POST.get("next", "/")))
    response.set_cookie(
        THEME_COOKIE,
        chosen,
        max_age=_YEAR_S,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response
