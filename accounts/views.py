"""The site's pages for signing up, in and out, and for a forgotten password."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, views
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from accounts import services
from accounts.forms import ForgotPasswordForm, NewPasswordForm, SignInForm, SignUpForm
from accounts.link_views import MODEL_BACKEND
from accounts.throttles import SignInThrottle, SignUpThrottle, ThrottledForm

CONFIRM_FIRST = "We sent an e-mail to {email}. Open the link in it to activate your account."
CONFIRM_BY_OPERATOR = (
    "This site cannot send mail. Ask its administrator for the link that activates the account of "
    "{email}."
)
LINK_IS_COMING = "If an account with this address exists, we have sent a link to it."
NOW_SIGN_IN = "Password changed. Sign in with your new password."


class ForGuests(views.RedirectURLMixin):
    """Redirects signed-in users to `next` if it is a page of this site."""

    request: HttpRequest
    next_page = "pages:home"

    def get_redirect_url(self, request: HttpRequest | None = None) -> str:
        url = super().get_redirect_url()
        is_clean = url.isprintable() and urlsplit(url).path != self.request.path
        return url if is_clean else ""


class SignIn(ForGuests, ThrottledForm, views.LoginView):
    template_name = "accounts/sign_in.html"
    form_class = SignInForm
    throttle_class = SignInThrottle
    redirect_authenticated_user = True


@method_decorator(sensitive_post_parameters(), name="dispatch")
class SignUp(ForGuests, ThrottledForm):
    template_name = "accounts/sign_up.html"
    form_class = SignUpForm
    throttle_class = SignUpThrottle

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            return HttpResponseRedirect(self.get_success_url())
        if not settings.SIGN_UP_OPEN:
            raise services.SignUpClosed(services.CLOSED)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"next": self.get_redirect_url()}

    def form_valid(self, form: BaseForm) -> HttpResponse:
        given = {key: form.cleaned_data[key] for key in ("email", "name", "password")}
        if settings.CONFIRM_SIGN_UPS:
            services.ask_to_sign_up(**given)
            sentence = CONFIRM_FIRST if settings.SENDS_MAIL else CONFIRM_BY_OPERATOR
            messages.info(self.request, sentence.format(email=given["email"]))
            return redirect("accounts:sign_in")
        try:
            user = services.sign_up(**given)
        except services.EmailTaken as error:
            form.add_error("email", str(error))
            return self.form_invalid(form)
        login(self.request, user, MODEL_BACKEND)
        return HttpResponseRedirect(self.get_success_url())


class ForgotPassword(ThrottledForm):
    template_name = "accounts/forgot_password.html"
    form_class = ForgotPasswordForm
    throttle_class = SignInThrottle

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        problem = "" if settings.SENDS_MAIL else services.NO_MAIL
        return super().get_context_data(**kwargs) | {"problem": problem}

    def form_valid(self, form: BaseForm) -> HttpResponse:
        services.ask_for_new_password(form.cleaned_data["email"])
        if not settings.SENDS_MAIL:
            return self.render_to_response(self.get_context_data(form=form))
        messages.info(self.request, LINK_IS_COMING)
        return redirect("accounts:sign_in")


class NewPassword(views.PasswordResetConfirmView):
    """The page behind the mailed link; it then keeps the link's token out of the address."""

    template_name = "accounts/new_password.html"
    success_url = reverse_lazy("accounts:sign_in")

    def get_form_class(self) -> type[Any]:
        return NewPasswordForm

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, NOW_SIGN_IN)
        return super().form_valid(form)
