"""OpenID Connect, by which Google and any other provider signs people in (OpenID Connect Core 1.0)."""

from typing import Any

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from accounts.social.identity import Identity, make_identity
from accounts.social.wire import callback_link, told

# Never "none", and no HS256: the client's secret is no key to sign with.
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]
_CLAIMS = ["iss", "sub", "aud", "exp", "iat"]
_CLOCKS_DIFFER_S = 60
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class OpenIdAdapter(OpenIDConnectOAuth2Adapter):
    def __init__(self, request: HttpRequest, provider: "OpenId") -> None:
        super().__init__(request, provider.app.provider_id)
        self._provider = provider
        self._config: dict[str, Any] = {}

    def get_provider(self) -> "OpenId":
        return self._provider

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return callback_link(app.provider_id)

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the issuer tells of itself, which must be of itself and as safe as it is."""
        if not self._config:
            issuer = self._provider.app.settings["server_url"]
            config = told(self._provider.server_url)
            if str(config["issuer"]).rstrip("/") != issuer:
                raise OAuth2Error(f"{issuer} identifies itself as {config['issuer']!r}")
            scheme, _, _ = issuer.partition(":")
            for name in _ENDPOINTS:
                if not str(config[name]).startswith((f"{scheme}://", "https://")):
                    raise OAuth2Error(f"{name} is {config[name]!r}")
            self._config = config
        return self._config

    def identity(self, answer: dict[str, Any], *, nonce: str) -> Identity:
        claims = self._claims(answer["id_token"], nonce)
        source = claims if "email" in claims else self._user_info(answer, claims)
        return make_identity(
            self._provider.app.settings["server_url"],
            claims["sub"],
            email=source.get("email"),
            is_verified=source.get("email_verified") in (True, "true"),  # Cognito's is a word
            name=source.get("name"),
        )

    def _claims(self, token: str, nonce: str) -> dict[str, Any]:
        client_id = self._provider.app.client_id
        claims = jwt.decode(
            token,
            self._key(jwt.get_unverified_header(token).get("kid")),
            algorithms=_ALGORITHMS,
            audience=client_id,
            issuer=self.openid_config["issuer"],
            leeway=_CLOCKS_DIFFER_S,
            options={"require": _CLAIMS},
        )
        if claims.get("azp", client_id) != client_id:
            raise OAuth2Error("the id token was issued to a different client")
        if not constant_time_compare(str(claims.get("nonce")), nonce):
            raise OAuth2Error("the id token belongs to a different sign-in")
        return claims

    def _key(self, name: str | None) -> jwt.PyJWK:
        """The issuer's key of this name, or its only one where the token names none."""
        keys = jwt.PyJWKSet.from_dict(told(self.openid_config["jwks_uri"])).keys
        signing = [key for key in keys if key.public_key_use in (None, "sig")]
        found = [key for key in signing if name is None or key.key_id == name]
        if len(found) != 1:
            raise OAuth2Error(f"{len(found)} of the issuer's keys are called {name!r}")
        return found[0]

    def _user_info(self, answer: dict[str, Any], claims: dict[str, Any]) -> dict[str, Any]:
        """For providers that put no address into the id token; it must be of the same person."""
        if "userinfo_endpoint" not in self.openid_config:
            return claims
        info = told(self.openid_config["userinfo_endpoint"], answer["access_token"])
        if info["sub"] != claims["sub"]:
            raise OAuth2Error("the user info belongs to a different user")
        return info


class OpenId(OpenIDConnectProvider):
    def get_oauth2_adapter(self, request: HttpRequest) -> OpenIdAdapter:
        return OpenIdAdapter(request, self)
