"""The redirect to a sign-in provider and the callback from it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import View

from accounts import settings_forms as forms
from accounts.link_views import MODEL_BACKEND
from accounts.models import User
from accounts.sessions import is_fresh
from accounts.settings_views import AccountForm, AnyForm, SignedInRequest
from accounts.social import protocol, services
from accounts.social.errors import Lost, NotLetIn
from accounts.social.identity import Identity
from accounts.throttles import (
    SLOW_DOWN,
    ClientThrottle,
    SignInThrottle,
    SignUpThrottle,
    seconds_to_wait,
)
from accounts.views import ForGuests
from nextflex.base.errors import DomainError
from nextflex.conf.social import Provider

SIGN_IN, CONNECT = "sign-in", "connect"
SIGN_OUT_FIRST = (
    "This {provider} account is not connected to yours. To use a different account, sign out first."
)


def provider_called(slug: str) -> Provider:
    for one in settings.SOCIAL_PROVIDERS:
        if one.slug == slug:
            found: Provider = one
            return found
    raise Http404(f"This site does not support signing in with {slug}.")


def sent_away(
    request: HttpRequest, chosen: Provider, *, process: str, to: str = ""
) -> HttpResponse:
    """Send the browser away by a page instead of a redirect: Chromium applies form-action to all
    redirects after a form, and a provider may redirect anywhere."""
    address = protocol.address_of(request, chosen, process=process, next_page=to)
    return render(request, "accounts/away.html", {"provider": chosen, "address": address})


class ToldAtTheDoor(View):
    """Shows errors on the page where the user can try again."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except DomainError as error:
            messages.error(request, str(error))
            is_in = request.user.is_authenticated
            return redirect("accounts:account" if is_in else "accounts:sign_in")


@method_decorator(never_cache, name="dispatch")
class Begin(ForGuests, ToldAtTheDoor):
    """Starts a sign-in. Signed-in users may repeat it to prove their identity again."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        chosen = provider_called(slug)
        refuse_too_often(SignInThrottle(), request)
        return sent_away(request, chosen, process=SIGN_IN, to=self.get_redirect_url())


@method_decorator(never_cache, name="dispatch")
class Callback(ToldAtTheDoor):
    http_method_names = ["get"]

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        chosen = provider_called(slug)
        back = protocol.come_back(request, chosen)
        if back.state["user"] != request.user.pk:
            raise Lost
        if back.state["process"] == CONNECT:
            return self._connect(request, chosen, back.identity)
        account = self._account(request, chosen, back.identity)
        if request.user.is_authenticated:
            request.session.cycle_key()  # login does it for guests alone, and a thief has the old one
        login(request, account, MODEL_BACKEND)
        return redirect(back.state["next"] or reverse("pages:home"))

    def _account(self, request: HttpRequest, chosen: Provider, identity: Identity) -> User:
        account = services.account_opened_by(identity)
        if request.user.is_authenticated and account != request.user:
            raise NotLetIn(SIGN_OUT_FIRST.format(provider=chosen.name))
        if account is None:
            refuse_too_often(SignUpThrottle(), request)
            account = services.sign_up_with(identity, chosen)
        return account

    def _connect(self, request: HttpRequest, chosen: Provider, who: Identity) -> HttpResponse:
        assert isinstance(request.user, User)  # noqa: S101  the state names its holder
        services.connect(request.user, who, chosen)
        messages.success(request, f"You can now sign in with {chosen.name}.")
        return redirect("accounts:account")


class _WayIn(AccountForm):
    section = "ways"
    is_guessable = True

    def form(self, request: SignedInRequest) -> AnyForm:
        return forms.WithPasswordForm(
            request.user, request.POST, auto_id="ways_%s", is_fresh=is_fresh(request)
        )


class Connect(_WayIn):
    def act(self, request: SignedInRequest, form: Any) -> HttpResponse:
        return sent_away(request, provider_called(self.kwargs["slug"]), process=CONNECT)


class Disconnect(_WayIn):
    def act(self, request: SignedInRequest, form: Any) -> HttpResponse:
        chosen = provider_called(self.kwargs["slug"])
        services.disconnect(request.user, chosen)
        return self.done(request, f"You can no longer sign in with {chosen.name}.")


def refuse_too_often(throttle: ClientThrottle, request: HttpRequest) -> None:
    if wait_s := seconds_to_wait(throttle, request):
        raise NotLetIn(SLOW_DOWN.format(minutes=wait_s // 60 + 1))
