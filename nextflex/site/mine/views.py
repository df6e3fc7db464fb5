"""The visitor's rating history with undo, and their notes on films."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from catalog.models import Movie
from catalog.selectors import in_order
from nextflex.base.errors import DomainError
from nextflex.site.addresses import on_this_site
from nextflex.site.cards import card_of
from nextflex.site.visitor import signed_in
from uploads.models.notes import LONGEST_NOTE
from uploads.ratings import history as rating_history
from uploads.ratings import notes, services

_PAGE_SIZE = 30


class NoteForm(forms.Form):
    """A note; an empty text removes it."""

    text = forms.CharField(required=False, max_length=LONGEST_NOTE + 1_000)


@require_safe
@login_required
def history(request: HttpRequest) -> HttpResponse:
    changes = rating_history.changes_of(signed_in(request))
    page = Paginator(changes, _PAGE_SIZE).get_page(request.GET.get("page"))
    films = {movie.pk: movie for movie in in_order(one.movie_id for one in page.object_list)}
    rows = [(change, card_of(films[change.movie_id])) for change in page.object_list]
    last = rows[0][0] if rows and page.number == 1 else None
    context = {"page": page, "rows": rows, "last": last, "kept": rating_history.MOST_KEPT}
    return render(request, "pages/history.html", context)


@require_POST
@login_required
def undo(request: HttpRequest) -> HttpResponse:
    change = services.undo_last_change(signed_in(request))
    now = "not rated" if change.before is None else f"rated {change.before / 2:g}"
    messages.success(request, f"Change undone. {change.movie.title} is {now} again.")
    return redirect(on_this_site(request, request.POST.get("next") or reverse("pages:history")))


@require_POST
@login_required
def note(request: HttpRequest, pk: int) -> HttpResponse:
    movie = get_object_or_404(Movie.objects.shown(), pk=pk)
    form = NoteForm(request.POST)
    if not form.is_valid():
        raise DomainError(f"A note can have at most {LONGEST_NOTE:,} characters.")
    user, text = signed_in(request), form.cleaned_data["text"]
    if text:
        notes.write_note(user=user, movie_id=movie.pk, text=text)
        messages.success(request, "Note saved.")
    elif notes.remove_note(user=user, movie_id=movie.pk):
        messages.success(request, "Note deleted.")
    return redirect(f"{movie.get_absolute_url()}#note")
