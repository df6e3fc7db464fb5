"""GitHub supports only OAuth 2; its API identifies the user."""

from typing import Any

from django.http import HttpRequest

from accounts.social.client import ProviderClient
from accounts.social.identity import Identity, make_identity
from nextflex.conf.social import Provider

_PUBLIC = "https://github.com"
_PUBLIC_API = "https://api.github.com"
_NO_EMAIL: dict[str, Any] = {"primary": True}


class GitHubClient(ProviderClient):
    """A client of github.com, or of a GitHub Enterprise server at its own address."""

    def __init__(self, chosen: Provider) -> None:
        api = _PUBLIC_API if chosen.issuer == _PUBLIC else f"{chosen.issuer}/api/v3"
        super().__init__(
            chosen,
            scope="user:email",
            authorize_url=f"{chosen.issuer}/login/oauth/authorize",
            access_token_url=f"{chosen.issuer}/login/oauth/access_token",
            api_base_url=f"{api}/",
        )

    def identity(self, request: HttpRequest) -> Identity:
        """Identify by the user's number, since an abandoned name can be taken by another user."""
        token = self.authorize_access_token(request)
        user = self.json("user", token)
        emails: list[dict[str, Any]] = self.json("user/emails", token)
        primary = next(one for one in [*emails, _NO_EMAIL] if one["primary"])
        return make_identity(
            self.issuer,
            str(int(user["id"])),
            email=primary.get("email"),
            is_verified=primary.get("verified") is True,
            name=user.get("name"),
            login=user["login"],
        )
