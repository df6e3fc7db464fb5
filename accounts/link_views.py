"""Pages behind mailed links. A GET changes nothing, because mail programs prefetch links."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from accounts import mailed_links, services
from accounts.settings_forms import ConfirmForm
from accounts.throttles import SignInThrottle, ThrottledForm

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class Confirm(ThrottledForm):
    """Confirms a sign-up with its password, so that the owner of an address cannot confirm the
    account that somebody else opened with it."""

    template_name = "accounts/confirm.html"
    form_class = ConfirmForm
    throttle_class = SignInThrottle
    success_url = reverse_lazy("pages:home")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.new_user = mailed_links.user_to_confirm(kwargs["uid"], kwargs["token"])
        if self.new_user is None:
            return render(request, self.template_name, {"new_user": None})
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": self.new_user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"new_user": self.new_user}

    def form_valid(self, form: BaseForm) -> HttpResponse:
        assert self.new_user is not None  # noqa: S101  dispatch has seen to it
        services.confirm(self.new_user)
        login(self.request, self.new_user, MODEL_BACKEND)
        messages.success(self.request, "Your account is ready.")
        return super().form_valid(form)


@method_decorator(never_cache, name="dispatch")
class ConfirmEmail(View):
    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        context = {"wanted": mailed_links.new_address_of(token)}
        return render(request, "accounts/confirm_email.html", context)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        wanted = mailed_links.new_address_of(token)
        if wanted is None:
            return self.get(request, token)
        services.change_email(wanted)
        messages.success(request, f"Your e-mail address is now {wanted.email}.")
        return redirect("pages:home")
