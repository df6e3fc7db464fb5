"""Importing ratings from other sites: upload, report, and corrections."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from nextflex.base.errors import DomainError
from nextflex.site.imports import page as import_page
from nextflex.site.imports.form import ReadingForm
from nextflex.site.jinja import render_block
from nextflex.site.visitor import signed_in
from uploads.import_jobs import starting
from uploads.import_jobs.correcting import choose_film
from uploads.import_jobs.selectors import import_of
from uploads.imports.plans import Choice
from uploads.models import Outcome

_MOST_LINES = 10**9


class FileForm(forms.Form):
    file = forms.FileField(max_length=255, allow_empty_file=True)


class ChoiceForm(forms.Form):
    """The film of a row. movie: empty to skip the row; outcome, page: where the form was."""

    movie = forms.IntegerField(required=False, min_value=1, max_value=10**18 - 1)
    outcome = forms.ChoiceField(required=False, choices=[("", ""), *Outcome.choices])
    page = forms.IntegerField(required=False, min_value=1, max_value=_MOST_LINES)


class ReportForm(forms.Form):
    """The rows to show; line and q: the row to search a film for, and the search text."""

    outcome = forms.ChoiceField(required=False, choices=[("", ""), *Outcome.choices])
    line = forms.IntegerField(required=False, min_value=0, max_value=_MOST_LINES)
    q = forms.CharField(required=False, max_length=200)

    def asked(self) -> dict[str, Any]:
        """Return the parameters; invalid ones are ignored."""
        return self.cleaned_data if self.is_valid() else {"outcome": "", "line": None, "q": ""}


# A form is read only once its size is known: looking for its CSRF token would read all of it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def importing(request: HttpRequest) -> HttpResponseBase:
    if request.method != "POST":
        return _form(request)
    try:
        starting.refuse_large(request.META.get("CONTENT_LENGTH"))
    except DomainError as error:
        return _form(request, problem=error)
    return _take_in(request)


@csrf_protect
def _take_in(request: HttpRequest) -> HttpResponse:
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, problem=DomainError("Select a file first."))
    file = form.cleaned_data["file"]
    try:
        job = starting.start_import(user=signed_in(request), name=file.name, raw=file.read())
    except DomainError as error:
        return _form(request, problem=error)
    return redirect("pages:import_report", job.pk)


def _form(request: HttpRequest, *, problem: DomainError | None = None) -> HttpResponse:
    context = import_page.form_context(signed_in(request), problem=str(problem or ""))
    return render(
        request, "pages/importing.html", context, status=problem.status if problem else None
    )


@require_safe
@login_required
@vary_on_headers("HX-Request")
def report(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Return the report; with htmx, the progress, which reloads the page at the end."""
    job = starting.take_up_again(import_of(signed_in(request), job_id))
    if request.headers.get("HX-Request") and request.headers.get("HX-Target") == "progress":
        response = render_block(request, "pages/import_report.html", "progress", {"job": job})
        if not job.is_under_way:
            response["HX-Refresh"] = "true"
        return response
    asked = ReportForm(request.GET).asked()
    context = import_page.report_context(
        job,
        outcome=asked["outcome"],
        number=request.GET.get("page"),
        search=import_page.Search(asked["line"], asked["q"]),
    )
    return render(request, "pages/import_report.html", context)


@require_POST
@login_required
def choose(request: HttpRequest, job_id: UUID, line: int) -> HttpResponse:
    form = ChoiceForm(request.POST)
    if not form.is_valid():
        raise DomainError("The form data is invalid. Reload the page and try again.")
    given = form.cleaned_data
    job = import_of(signed_in(request), job_id)
    row = choose_film(job, line=line, movie_id=given["movie"])
    said = f"matched to {row.movie}" if row.movie else "skipped"
    messages.success(request, f"{row.title or f'Line {line}'}: {said}.")
    back = {name: given[name] for name in ("outcome", "page") if given[name]}
    return redirect(
        f"{reverse('pages:import_report', args=[job.pk])}?{urlencode(back)}".rstrip("?")
    )


@require_POST
@login_required
def read_again(request: HttpRequest, job_id: UUID) -> HttpResponse:
    job = import_of(signed_in(request), job_id)
    file = request.POST.get("file", "")
    reading = next((one for one in job.readings if one["file"] == file), None)
    form = ReadingForm(reading, Choice(), request.POST) if reading else None
    if form is None or not form.is_valid():
        raise DomainError("The form data is invalid. Reload the page and try again.")
    starting.read_again(job, file=file, choice=form.choice())
    return redirect("pages:import_report", job.pk)


@require_POST
@login_required
def apply(request: HttpRequest, job_id: UUID) -> HttpResponse:
    job = starting.apply_import(import_of(signed_in(request), job_id))
    return redirect("pages:import_report", job.pk)


@require_POST
@login_required
def take_back(request: HttpRequest, job_id: UUID) -> HttpResponse:
    job = starting.take_back_import(import_of(signed_in(request), job_id))
    return redirect("pages:import_report", job.pk)


@require_POST
@login_required
def forget(request: HttpRequest, job_id: UUID) -> HttpResponse:
    job = import_of(signed_in(request), job_id)
    starting.discard_import(job)
    messages.success(request, f"{job.file_name} was deleted. The ratings it added are kept.")
    return redirect("pages:importing")
