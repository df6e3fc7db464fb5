"""The admin's sign-in, with the same rate limit by address as the site's own."""

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.forms import SignInForm
from accounts.throttles import SLOW_DOWN, SignInThrottle, seconds_to_wait


def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in. Over the limit nothing is hashed: one password tried for many names locks none."""
    wait_s = seconds_to_wait(SignInThrottle(), request) if request.method == "POST" else 0
    if not wait_s:
        return admin.site.login(request)
    messages.error(request, SLOW_DOWN.format(minutes=wait_s // 60 + 1))
    shown = {"form": SignInForm(), "next": request.POST.get("next", "")}
    answer = render(request, "accounts/sign_in.html", shown, status=429)
    answer["Retry-After"] = str(wait_s)
    return answer
