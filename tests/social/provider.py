"""A provider of our own on loopback: OpenID Connect by the book, and GitHub's four addresses.

It signs in whoever `person` is, at once; `spoil` and `answers` make it lie, as an attacker's would.
"""

import base64
import json
import threading
import time
from collections.abc import Callable
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT = ("films", "a secret that films and the provider share")
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
ALICE = {"sub": "alice-7", "email": "alice@example.org", "email_verified": True, "name": "Alice"}
Claims = dict[str, Any]


class Provider:
    """codes: what was asked for when each was given out; each is good once."""

    def __init__(self, port: int) -> None:
        self.issuer = f"http://127.0.0.1:{port}"
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _handler_of(self))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.reset()

    def reset(self) -> None:
        self.person: Claims = dict(ALICE)
        self.spoil: Callable[[Claims], Claims] = lambda claims: claims
        self.sign: Callable[[Claims], str] = signed
        self.answers: dict[str, tuple[int, str]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.codes: dict[str, dict[str, str]] = {}

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, path: str, given: dict[str, str], token: str) -> tuple[int, str]:
        """Status, and a body or, for 302, an address."""
        self.asked.append((path, given))
        if path in self.answers:
            return self.answers[path]
        match path:
            case "/.well-known/openid-configuration":
                return 200, json.dumps(self.configuration())
            case "/authorize" | "/login/oauth/authorize":
                return 302, self._sent_back(given)
            case "/token" | "/login/oauth/access_token":
                return self._exchange(given)
            case "/keys":
                return 200, json.dumps({"keys": [public_key()]})
        return self._about_person(path) if token == "access" else (401, "{}")

    def configuration(self) -> dict[str, object]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def _sent_back(self, given: dict[str, str]) -> str:
        code = token_urlsafe(16)
        self.codes[code] = given
        return f"{given['redirect_uri']}?{urlencode({'code': code, 'state': given['state']})}"

    def _exchange(self, given: dict[str, str]) -> tuple[int, str]:
        wanted = self.codes.pop(given.get("code", ""), {})
        proof = base64.urlsafe_b64encode(sha256(given["code_verifier"].encode()).digest())
        is_right = (
            (given["client_id"], given["client_secret"]) == CLIENT
            and wanted.get("redirect_uri") == given["redirect_uri"]
            and wanted.get("code_challenge") == proof.decode().rstrip("=")
        )
        if not is_right:
            return 400, json.dumps({"error": "invalid_grant"})
        now_s = int(time.time())
        claims = self.person | {
            "iss": self.issuer,
            "aud": CLIENT[0],
            "iat": now_s,
            "exp": now_s + 60,
        }
        if "nonce" in wanted:
            claims["nonce"] = wanted["nonce"]
        reported = {"access_token": "access", "token_type": "Bearer", "refresh_token": "refresh"}
        return 200, json.dumps(reported | {"id_token": self.sign(self.spoil(claims))})

    def _about_person(self, path: str) -> tuple[int, str]:
        person = self.person
        email = {"email": person.get("email"), "verified": person.get("email_verified")}
        found: dict[str, object] = {
            "/userinfo": person,
            "/api/v3/user": {"id": 583231, "login": "octo", "name": person.get("name")},
            "/api/v3/user/emails": [
                {"email": "other@example.org", "verified": True, "primary": False},
                email | {"primary": True},
            ],
        }
        return (200, json.dumps(found[path])) if path in found else (404, "{}")


def signed(claims: Claims, key: object = KEY, algorithm: str = "RS256", kid: str = "one") -> str:
    return jwt.encode(claims, key, algorithm, headers={"kid": kid})  # type: ignore[arg-type]  # any key


def public_key() -> dict[str, Any]:
    shown: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
    return shown | {"kid": "one", "use": "sig", "alg": "RS256"}


def _handler_of(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(urlsplit(self.path).query)

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _answer(self, given: str) -> None:
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            path = urlsplit(self.path).path
            status, reported = provider.answer(path, dict(parse_qsl(given)), token)
            self.send_response(status)
            self.send_header(
                "Location" if status == 302 else "Content-Type", _head(status, reported)
            )
            self.end_headers()
            self.wfile.write(b"" if status == 302 else reported.encode())

        def log_message(self, *words: object) -> None:
            """Not to the tests' output."""

    return Handler


def _head(status: int, reported: str) -> str:
    return reported if status == 302 else "application/json"
