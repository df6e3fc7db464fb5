"""OpenID Connect (Core 1.0): sign-in by Google and by any other provider of the standard."""

from typing import Any

from authlib.integrations.django_client import OAuthError
from django.http import HttpRequest

from accounts.social.client import ProviderClient
from accounts.social.identity import Identity, make_identity
from nextflex.conf.social import Provider

# Neither "none" nor HS256: the client's secret is not a signing key.
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]
_CLOCKS_DIFFER_S = 60
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_USER_INFO = "userinfo_endpoint"


class OpenIdClient(ProviderClient):
    def __init__(self, chosen: Provider) -> None:
        super().__init__(
            chosen,
            scope="openid profile email",
            server_metadata_url=f"{chosen.issuer}/.well-known/openid-configuration",
        )

    def load_server_metadata(self) -> dict[str, Any]:
        """Load the issuer's metadata, which must name the issuer and use HTTPS as it does.

        Only the fields in use are kept, since Authlib lets every field override the client's own
        options.
        """
        found = super().load_server_metadata()
        if str(found["issuer"]).rstrip("/") != self.issuer:
            raise OAuthError(description=f"{self.issuer} identifies itself as {found['issuer']!r}")
        names = (*_ENDPOINTS, _USER_INFO) if _USER_INFO in found else _ENDPOINTS
        scheme, _, _ = self.issuer.partition(":")
        for name in names:
            if not str(found[name]).startswith((f"{scheme}://", "https://")):
                raise OAuthError(description=f"{name} is {found[name]!r}")
        return {name: found[name] for name in ("issuer", *names)} | {
            "id_token_signing_alg_values_supported": _ALGORITHMS,
            "token_endpoint_auth_method": _auth_method(found),
        }

    def identity(self, request: HttpRequest) -> Identity:
        token = self.authorize_access_token(
            request, claims_options=self._expected_claims(), leeway=_CLOCKS_DIFFER_S
        )
        if "id_token" not in token:  # without it, Authlib has verified nothing
            raise OAuthError(description="there is no id token")
        claims = token["userinfo"]
        source = claims if "email" in claims else self._user_info(token, claims)
        return make_identity(
            self.issuer,
            claims["sub"],
            email=source.get("email"),
            is_verified=source.get("email_verified") in (True, "true"),  # Cognito sends a string
            name=source.get("name"),
        )

    def _expected_claims(self) -> dict[str, Any]:
        """Return the claims to check; by default, Authlib checks only the issuer."""
        issuer = self.load_server_metadata()["issuer"]
        return {
            "iss": {"essential": True, "value": issuer},
            "aud": {"essential": True, "value": self.client_id},
        }

    def _user_info(self, token: dict[str, Any], claims: dict[str, Any]) -> dict[str, Any]:
        """Return the user info, for id tokens without an address; the subject must be the same."""
        if _USER_INFO not in self.load_server_metadata():
            return claims
        info: dict[str, Any] = self.userinfo(token=token)
        if info["sub"] != claims["sub"]:
            raise OAuthError(description="the user info belongs to a different user")
        return info


def _auth_method(description: dict[str, Any]) -> str:
    """Prefer sending the secret in the body: Authlib's Basic header does not escape a colon."""
    offered = description.get("token_endpoint_auth_methods_supported", [])
    is_basic = "client_secret_post" not in offered and "client_secret_basic" in offered
    return "client_secret_basic" if is_basic else "client_secret_post"
