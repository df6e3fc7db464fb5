"""An Authlib client with a timeout, a limit on the size of responses, and PKCE."""

from io import BytesIO
from typing import Any

from authlib.integrations.django_client import DjangoIntegration, DjangoOAuth2App
from authlib.integrations.requests_client import OAuth2Session
from requests import PreparedRequest, RequestException, Response
from requests.adapters import HTTPAdapter

from nextflex.conf.social import Provider

_TIMEOUT_S = 5
_MAX_ANSWER_BYTES = 1 << 20


class StateInSession(DjangoIntegration):
    expires_in = 600  # seconds


class _BoundedAdapter(HTTPAdapter):
    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        answer = super().send(request, *args, **kwargs)
        body = answer.raw.read(_MAX_ANSWER_BYTES + 1, decode_content=True)
        if len(body) > _MAX_ANSWER_BYTES:
            raise RequestException(f"the answer is larger than {_MAX_ANSWER_BYTES} bytes")
        answer.raw = BytesIO(body)
        return answer


class _Session(OAuth2Session):
    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        for scheme in ("https://", "http://"):
            self.mount(scheme, _BoundedAdapter())


class ProviderClient(DjangoOAuth2App):
    client_cls = _Session

    def __init__(self, chosen: Provider, *, scope: str, **addresses: str) -> None:
        super().__init__(
            StateInSession(chosen.slug),
            chosen.slug,
            client_id=chosen.client_id,
            client_secret=chosen.client_secret,
            client_kwargs={
                "scope": scope,
                "code_challenge_method": "S256",
                "default_timeout": _TIMEOUT_S,
                "token_endpoint_auth_method": "client_secret_post",
            },
            **addresses,
        )
        self.issuer = chosen.issuer

    def json(self, url: str, token: dict[str, Any]) -> Any:
        answer = self.get(url, token=token)
        answer.raise_for_status()
        return answer.json()
