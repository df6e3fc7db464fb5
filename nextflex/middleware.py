"""The site's Content-Security-Policy, with the admin's own under its prefix."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse


class SecurityPolicyMiddleware(CSPMiddleware):
    """As django-csp, but unfold's Alpine may evaluate its attributes under the admin's prefix."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(reverse("admin:index")) and not report_only:
            parts.config = settings.ADMIN_SECURITY_POLICY
        return parts
