"""A form that one client may send only so often; over that, nothing is checked or hashed."""

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.views.generic import FormView

from accounts.throttles import ClientThrottle, seconds_to_wait

SLOW_DOWN = "Too many attempts. Try again in {minutes} minutes."


class ThrottledForm(FormView[BaseForm]):
    throttle_class: type[ClientThrottle]

    def post(self, request: HttpRequest, *args: str, **kwargs: Any) -> HttpResponse:
        wait_s = seconds_to_wait(self.throttle_class(), request)
        if not wait_s:
            return super().post(request, *args, **kwargs)
        messages.error(request, SLOW_DOWN.format(minutes=wait_s // 60 + 1))
        # An empty form: showing a filled one would check it.
        context = self.get_context_data(form=self.get_empty_form())
        return self.render_to_response(context, status=429, headers={"Retry-After": str(wait_s)})

    def get_empty_form(self) -> BaseForm:
        kwargs = {**self.get_form_kwargs(), "data": None, "files": None}
        return self.get_form_class()(**kwargs)
