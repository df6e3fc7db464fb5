"""What holds for every request: it has an id, one way to read it, and an answer under a policy."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse

from nextflex import request_id

Answer = Callable[[HttpRequest], HttpResponse]


class RequestIdMiddleware:
    """The outermost: even the answer that tells of a failure carries the id."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        name = request_id.accepted_or_new(request.headers.get(request_id.HEADER, ""))
        request.META[request_id.KEY] = name
        before = request_id.current.set(name)
        try:
            response = self._get_response(request)
        finally:
            request_id.current.reset(before)
        response[request_id.HEADER] = name
        return response


class SecurityPolicyMiddleware(CSPMiddleware):
    """As django-csp, but unfold's Alpine may evaluate its attributes under the admin's prefix."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(reverse("admin:index")) and not report_only:
            parts.config = settings.ADMIN_SECURITY_POLICY
        return parts

