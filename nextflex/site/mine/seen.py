"""The films that a user has seen, and the buttons that mark them; guests have none."""

from dataclasses import replace
from datetime import UTC, date, datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from catalog.models import Movie
from catalog.selectors import films, in_order
from nextflex.base.errors import DomainError
from nextflex.site import visitor
from nextflex.site.addresses import on_this_site
from nextflex.site.cards import card_of
from nextflex.site.film import page as film_page
from nextflex.site.forms import UNKNOWN_DAY, SeenForm, UndoSeenForm
from nextflex.site.jinja import component, render_block
from nextflex.site.mine.lists import PAGE_SIZE
from nextflex.site.visitor import Visitor, signed_in
from uploads import viewings


@require_safe
@login_required
def seen(request: HttpRequest) -> HttpResponse:
    """Show the seen films, latest first."""
    who = visitor.visitor_of(request)
    page = Paginator([*who.seen][::-1], PAGE_SIZE).get_page(request.GET.get("page"))
    cards = [
        replace(card_of(movie, mine=who.stars.get(movie.pk)), days=tuple(who.seen[movie.pk]))
        for movie in in_order(page.object_list)
    ]
    context = {"visitor": who, "page": page, "cards": cards, "total": len(who.seen)}
    return render(request, "pages/seen.html", context)


@require_POST
@login_required
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a film as seen, or remove all viewings or one; return a fragment to htmx."""
    movie = get_object_or_404(films(), pk=pk)
    given = SeenForm.of(request.POST).cleaned_data
    before, user = visitor.visitor_of(request), signed_in(request)
    undo_url = _undo_url(movie, before)
    day, without = given["watched_on"], given["without"]
    if given["on"]:
        viewings.mark_seen(user=user, movie_id=movie.pk, watched_on=day)
    else:
        viewings.remove_viewings(user=user, movie_id=movie.pk, watched_on=without)
    was_listed = movie.pk in before.watchlist
    said = _sentence(movie, is_on=given["on"], day=day or without, was_listed=was_listed)
    if request.headers.get("HX-Target") == "voices":
        voices = film_page.voices_of(movie, visitor.visitor_of(request))
        shown = voices | {"marked": {"said": said, "undo_url": undo_url}}
        return render_block(request, "pages/film.html", "voices", shown)
    messages.success(request, component("feedback", "undo", said=said, undo_url=undo_url))
    return redirect(on_this_site(request, given["next"] or movie.get_absolute_url()))


@require_POST
@login_required
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Restore a film's viewings and watchlist entry from the parameters of the address."""
    movie = get_object_or_404(films(), pk=pk)
    form = UndoSeenForm(request.GET)
    if not form.is_valid():
        raise DomainError("Cannot undo: the address is incomplete. Mark the film again.")
    days, listed = form.cleaned_data["days"], form.cleaned_data["listed"]
    viewings.restore_viewings(
        user=signed_in(request),
        movie_id=movie.pk,
        days=days,
        listed=None if listed is None else datetime.fromtimestamp(listed, UTC),
    )
    messages.success(request, f"Change to {movie.title} undone.")
    return redirect(on_this_site(request, request.POST.get("next") or movie.get_absolute_url()))


def _undo_url(movie: Movie, before: Visitor) -> str:
    """Return the address that restores the film's current state."""
    days = before.seen.get(movie.pk)
    reported = [day.isoformat() for day in days or ()]
    state = {"days": ",".join(reported or ([] if days is None else [UNKNOWN_DAY]))}
    if movie.pk in before.watchlist:
        state["listed"] = str(before.watchlist[movie.pk])
    return f"{reverse('pages:undo_seen', args=[movie.pk])}?{urlencode(state)}"


def _sentence(movie: Movie, *, is_on: bool, day: date | None, was_listed: bool) -> str:
    on = f" on {date_format(day, 'j F Y')}" if day else ""
    if not is_on:
        kind = "viewing" if day else "viewings"
        return format_html("Removed your {} of <i>{}</i>{}", kind, movie.title, on)
    also = " and removed it from your watchlist" if was_listed else ""
    return format_html("Marked <i>{}</i> as seen{}{}", movie.title, on, also)
