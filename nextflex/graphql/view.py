"""The URL of the GraphQL API: strict JSON, JWT or session, and a throttle, as in REST."""

from typing import Any, NoReturn

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import MethodNotAllowed, ValidationError
from rest_framework.permissions import AllowAny
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from strawberry.schema.exceptions import CannotGetOperationTypeError

from accounts.models import ApiToken
from accounts.models.access import Scope
from accounts.throttles import ClientThrottle
from nextflex.base.errors import Unavailable
from nextflex.conf import security as security_policy
from nextflex.graphql.context import Context
from nextflex.graphql.errors import as_dict
from nextflex.graphql.schema import schema

_TYPES = {"query": str, "variables": dict, "operationName": str}
_WORDS = {str: "a string", dict: "an object"}


class GraphQLThrottle(ClientThrottle):
    scope = "graphql"


class GraphQLRenderer(JSONRenderer):
    """The content type of "GraphQL over HTTP" responses."""

    media_type = "application/graphql-response+json"


@extend_schema(exclude=True)
class GraphQLView(APIView):
    """The GraphQL endpoint: 200 for executed queries, even with errors; 400 for refused ones."""

    token_scope = Scope.READ
    permission_classes = [AllowAny]
    throttle_classes = [GraphQLThrottle]
    renderer_classes = [JSONRenderer, GraphQLRenderer]

    def post(self, request: Request) -> Response:
        asked = _asked(request.data)
        user = request.user if request.user.is_authenticated else None
        api_token = request.auth if isinstance(request.auth, ApiToken) else None
        try:
            result = schema.execute_sync(
                asked["query"],
                variable_values=asked.get("variables"),
                operation_name=asked.get("operationName"),
                context_value=Context(user, api_token),
            )
        except CannotGetOperationTypeError as error:
            raise ValidationError({"operationName": [error.as_http_error_reason()]}) from error
        return _response(result.data, [as_dict(error) for error in result.errors or ()])

    def get(self, request: Request) -> HttpResponseBase:
        """Show GraphiQL, which loads only the site's own files and sends its queries by POST."""
        if not settings.DEBUG:
            self.http_method_not_allowed(request._request)
        return _graphiql(request._request)

    @property
    def allowed_methods(self) -> list[str]:
        return ["GET", "POST"] if settings.DEBUG else ["POST"]

    def http_method_not_allowed(self, request: HttpRequest, *_: Any, **__: Any) -> NoReturn:
        raise MethodNotAllowed(
            str(request.method),
            'Send queries by POST with a JSON body such as {"query": "{genres{results{name}}}"}.',
        )


@csp_update(security_policy.GRAPHIQL)
def _graphiql(request: HttpRequest) -> HttpResponse:
    return render(request, "graphiql.html")


def _asked(body: Any) -> dict[str, Any]:
    """Return the fields that are not null.

    Raises ValidationError for another type, or without a query.
    """
    given = {name: body[name] for name in _TYPES if body.get(name) is not None}
    if not given.get("query"):
        raise ValidationError({"query": ["This field is required and must be a string."]})
    for name, value in given.items():
        if not isinstance(value, _TYPES[name]):
            raise ValidationError({name: [f"This must be {_WORDS[_TYPES[name]]} or null."]})
    return given


def _response(data: object, errors: list[dict[str, Any]]) -> Response:
    if data is None and not any("path" in error for error in errors):
        return Response({"errors": errors}, status=400)
    response = Response({"data": data} | ({"errors": errors} if errors else {}))
    if any(error["extensions"]["code"] == Unavailable.code for error in errors):
        response.status_code = Unavailable.status
        response["Retry-After"] = str(Unavailable.retry_after_s)
    return response
