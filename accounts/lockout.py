"""The lockout after wrong passwords: counting attempts and answering them; settings.AXES_* use it.

A name is locked for one client only: otherwise anybody could lock out the account's owner.
"""

from collections.abc import Mapping
from typing import Any

from axes.models import AccessAttempt, AccessFailureLog
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from rest_framework.response import Response

from accounts.email_addresses import canonical
from accounts.forms import SignInForm
from nextflex.base import errors

LOCKED = "Too many failed sign-ins for this address. Try again in {minutes} minutes."


def login_name(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """The login name of an attempt, normalised, and cut to the 255 characters that the table holds."""
    given = credentials or request.POST
    return canonical(str(given.get("username") or given.get("email") or "").strip())[:255]


def answer(
    request: HttpRequest,
    original_response: HttpResponseBase | None = None,
    credentials: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Answer with 429: JSON for API clients, the sign-in page for browsers, even for the admin's."""
    wait_s = int(settings.AXES_COOLOFF_TIME.total_seconds())
    text = LOCKED.format(minutes=wait_s // 60)
    response: HttpResponse
    if isinstance(original_response, Response):
        response = JsonResponse(errors.body("locked", text), status=429)
    else:
        messages.error(request, text)
        form = SignInForm(initial={"username": login_name(request, credentials)})
        context = {"form": form, "next": request.POST.get("next", "")}
        response = render(request, "accounts/sign_in.html", context, status=429)
    response["Retry-After"] = str(wait_s)
    return response


def forget_old_attempts() -> None:
    """Delete the failed sign-ins that no longer count."""
    old = timezone.now() - settings.AXES_COOLOFF_TIME
    AccessAttempt.objects.filter(attempt_time__lt=old).delete()
    AccessFailureLog.objects.filter(attempt_time__lt=old).delete()
