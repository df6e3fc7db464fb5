"""The account page and its forms."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.forms import Form, ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import View

from accounts import selectors, services
from accounts import settings_forms as forms
from accounts.models import ApiToken, User
from accounts.models.access import public_id_of
from accounts.sessions import is_fresh
from accounts.throttles import SLOW_DOWN, SignInThrottle, seconds_to_wait
from nextflex.base.errors import DomainError

PAGE = "accounts/account.html"
AnyForm = Form | ModelForm[Any]


class SignedInRequest(HttpRequest):
    """A request of a view that requires a sign-in."""

    user: User


@login_required
@never_cache
@require_safe
def account(request: SignedInRequest) -> HttpResponse:
    return render(request, PAGE, account_context(request))


def account_context(request: SignedInRequest, **changes: object) -> dict[str, object]:
    """Return the page's context.

    changes: the submitted form, in place of an empty one; made: a new token, or None.
    """
    user = request.user
    about = selectors.about(user)
    fresh = is_fresh(request)
    return {
        "profile": forms.ProfileForm(instance=user),
        "about": forms.AboutForm(instance=about),
        "told_anything": not about._state.adding,
        "email": forms.EmailForm(user, auto_id="email_%s", is_fresh=fresh),
        "password": forms.PasswordForm(user, auto_id="password_%s", is_fresh=fresh),
        "ways": forms.WithPasswordForm(user, auto_id="ways_%s", is_fresh=fresh),
        "ways_in": selectors.ways_in_of(user),
        "must_sign_in_again": not (user.has_usable_password() or fresh),
        "token": forms.TokenForm(auto_id="token_%s"),
        "delete": forms.WithPasswordForm(user, auto_id="delete_%s", is_fresh=fresh),
        "sessions": selectors.sessions_of(user, current=public_id_of(request.session.session_key)),
        "api_tokens": selectors.api_tokens_of(user),
        "made": None,
    } | changes


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class AccountForm(LoginRequiredMixin, View):
    """One form of the page, named after its section; an invalid one is shown again in its place."""

    section: str
    is_guessable = False
    http_method_names = ["post"]

    def post(self, request: SignedInRequest, **kwargs: str) -> HttpResponse:
        wait_s = seconds_to_wait(SignInThrottle(), request) if self.is_guessable else 0
        if wait_s:
            messages.error(request, SLOW_DOWN.format(minutes=wait_s // 60 + 1))
            page = render(request, PAGE, account_context(request), status=429)
            page["Retry-After"] = str(wait_s)
            return page
        form = self.form(request)
        if form.is_valid():
            try:
                return self.act(request, form)
            except DomainError as error:
                form.add_error(None, str(error))
        return render(request, PAGE, account_context(request, **{self.section: form}))

    def form(self, request: SignedInRequest) -> AnyForm:
        raise NotImplementedError

    def act(self, request: SignedInRequest, form: Any) -> HttpResponse:
        raise NotImplementedError

    def done(self, request: SignedInRequest, sentence: str) -> HttpResponse:
        messages.success(request, sentence)
        return redirect("accounts:account")


class ChangeProfile(AccountForm):
    section = "profile"

    def form(self, request: SignedInRequest) -> AnyForm:
        # Of a copy: a wrong name must not be shown as the visitor's.
        return forms.ProfileForm(request.POST, instance=User.objects.get(pk=request.user.pk))

    def act(self, request: SignedInRequest, form: Any) -> HttpResponse:
        form.save()
        return self.done(request, "Saved.")


class ChangeAbout(AccountForm):
    section = "about"

    def form(self, request: SignedInRequest) -> AnyForm:
        return forms.AboutForm(request.POST)

    def act(self, request: SignedInRequest, form: Any) -> HttpResponse:
        services.save_demographics(request.user, **form.cleaned_data)
        return self.done(request, "Saved. Your next recommendations will use it.")


class ChangeEmail(AccountForm):
    section = "email"
    is_guessable = True

    def form(self, request: SignedInRequest) -> AnyForm:
        return forms.EmailForm(
            request.user, request.POST, auto_id="email_%s", is_fresh=is_fresh(request)
        )

    def act(self, request: SignedInRequest, form: Any) -> HttpResponse:
        new = form.cleaned_data["new_email"]
        if services.ask_for_new_email(request.user, new):
            return self.done(request, f"We sent a link to {new}. Open it to confirm the change.")
        return self.done(request, f"Your e-mail address is now {new}.")


class ChangePassword(AccountForm):
    section = "password"
    is_guessable = True

    def form(self, request: SignedInRequest) -> AnyForm:
        return forms.PasswordForm(
            request.user, request.POST, auto_id="password_%s", is_fresh=is_fresh(request)
        )

    def act(self, request: SignedInRequest, form: Any) -> HttpResponse:
        services.change_password(request.user, form.cleaned_data["password"])
        update_session_auth_hash(request, request.user)
        return self.done(request, "Password changed. All other sessions were signed out.")


class MakeToken(AccountForm):
    """The only response that shows the token; going back or reloading does not show it again."""

    section = "token"

    def form(self, request: SignedInRequest) -> AnyForm:
        return forms.TokenForm(request.POST, auto_id="token_%s")

    def act(self, request: SignedInRequest, form: Any) -> HttpResponse:
        row, text = services.make_api_token(request.user, **form.cleaned_data)
        return render(request, PAGE, account_context(request, made=row, made_text=text))


class DeleteAccount(AccountForm):
    section = "delete"
    is_guessable = True

    def form(self, request: SignedInRequest) -> AnyForm:
        return forms.WithPasswordForm(
            request.user, request.POST, auto_id="delete_%s", is_fresh=is_fresh(request)
        )

    def act(self, request: SignedInRequest, form: Any) -> HttpResponse:
        user = request.user
        logout(request)
        services.delete_account(user)
        messages.success(request, "Your account and all its data have been deleted.")
        return redirect("pages:home")


@login_required
@require_POST
def forget_about(request: SignedInRequest) -> HttpResponse:
    services.forget_about(request.user)
    messages.success(request, "Your demographics have been deleted.")
    return redirect("accounts:account")


@login_required
@require_POST
def end_session(request: SignedInRequest, session_id: str) -> HttpResponse:
    if not services.end_session(request.user, session_id):
        raise Http404(f"You have no session {session_id}.")
    messages.success(request, "Session ended.")
    return redirect("accounts:account")


@login_required
@require_POST
def sign_out_everywhere(request: SignedInRequest) -> HttpResponse:
    services.sign_out_everywhere(request.user)
    logout(request)
    messages.success(request, "You have been signed out everywhere.")
    return redirect("accounts:sign_in")


@login_required
@require_POST
def remove_token(request: SignedInRequest, token_id: int) -> HttpResponse:
    removed, _ = ApiToken.objects.filter(user=request.user, pk=token_id).delete()
    if not removed:
        raise Http404(f"You have no token {token_id}.")
    messages.success(request, "Token revoked.")
    return redirect("accounts:account")
