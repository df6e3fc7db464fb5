"""GitHub, which speaks OAuth 2 alone: who somebody is, its API tells."""

from typing import Any

from allauth.socialaccount.providers.github.provider import GitHubProvider
from allauth.socialaccount.providers.github.views import GitHubOAuth2Adapter
from django.http import HttpRequest

from accounts.social.identity import Identity, make_identity
from accounts.social.wire import callback_link, fetched, told

_PUBLIC = "https://github.com"
_PUBLIC_API = "https://api.github.com"
_NO_EMAIL: dict[str, Any] = {"primary": True}


class GitHubAdapter(GitHubOAuth2Adapter):
    """allauth takes the addresses of a GitHub Enterprise from a setting of its own, at its import."""

    def __init__(self, request: HttpRequest, provider: "GitHub") -> None:
        super().__init__(request)
        self._provider = provider
        self._site = provider.app.settings["server_url"]
        self._api = _PUBLIC_API if self._site == _PUBLIC else f"{self._site}/api/v3"
        self.access_token_url = f"{self._site}/login/oauth/access_token"
        self.authorize_url = f"{self._site}/login/oauth/authorize"

    def get_provider(self) -> "GitHub":
        return self._provider

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return callback_link(app.provider_id)

    def identity(self, answer: dict[str, Any], *, nonce: str) -> Identity:
        """By the number, since a name that is given up becomes another's."""
        person = told(f"{self._api}/user", answer["access_token"])
        emails: list[dict[str, Any]] = fetched(f"{self._api}/user/emails", answer["access_token"])
        primary = next(one for one in [*emails, _NO_EMAIL] if one["primary"])
        return make_identity(
            self._site,
            str(int(person["id"])),
            email=primary.get("email"),
            is_verified=primary.get("verified") is True,
            name=person.get("name"),
            login=person["login"],
        )


class GitHub(GitHubProvider):
    def get_oauth2_adapter(self, request: HttpRequest) -> GitHubAdapter:
        return GitHubAdapter(request, self)
