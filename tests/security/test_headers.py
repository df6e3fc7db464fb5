"""What every answer carries, and what none tells; the number in a name is its line in the checklist."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.http import HttpRequest
from django.test import Client, override_settings
from django.urls import include, path
from drf_spectacular.generators import SchemaGenerator
from pytest_django import Settings
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import User
from nextflex import urls as site
from nextflex.base.request_id import HEADER
from tests.builders import browser_of, make_movie, make_user

pytestmark = pytest.mark.django_db
SECRET = "the vault's code is 4711"
EVIL = "https://evil.example"
JSON = "application/json"


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def root(db: None) -> User:
    return make_user(email="root@example.org", is_staff=True, is_superuser=True)


# --- addresses that break, beside the site's own ----------------------------------------------------
class Breaking(APIView):
    permission_classes = ()

    def get(self, request: Request) -> Response:
        raise RuntimeError(SECRET)


def break_page(request: HttpRequest) -> Any:
    raise RuntimeError(SECRET)


urlpatterns = [
    path("api/v1/breaks/", Breaking.as_view()),
    path("breaks/", break_page),
    path("", include(site)),
]
handler400, handler500 = site.handler400, site.handler500
with_breaking = override_settings(ROOT_URLCONF=__name__)


# --- 30: other sites' scripts -----------------------------------------------------------------------
ORIGINS = [EVIL, "null", "http://testserver.evil.example", "https://testserver"]
PATHS = ["/api/v1/movies/", "/api/v1/me/ratings/", "/api/v1/auth/jwt/create/", "/", "/admin/login/"]


@pytest.mark.parametrize("page", PATHS)
@pytest.mark.parametrize("origin", ORIGINS)
def test_30_no_other_site_s_script_may_read_an_answer(root: User, origin: str, page: str) -> None:
    asked = {
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "authorization",
    }
    for client in (Client(), browser_of(root)):
        for answer in (
            client.get(page, headers={"Origin": origin}),
            client.options(page, headers={"Origin": origin} | asked),
            client.post(page, {}, content_type=JSON, headers={"Origin": origin}),
        ):
            reported = [
                name for name in answer.headers if name.lower().startswith("access-control-")
            ]
            assert reported == []


CLIENT = "https://client.example.org"


@pytest.fixture
def with_client(settings: Settings) -> None:
    """A site whose operator named another one in CORS_ORIGINS."""
    settings.CORS_ALLOWED_ORIGINS = [CLIENT]


@pytest.mark.parametrize(
    "origin", [*ORIGINS, f"{CLIENT}.evil.example", "http://client.example.org"]
)
def test_30_nor_where_another_is_allowed(with_client: None, root: User, origin: str) -> None:
    test_30_no_other_site_s_script_may_read_an_answer(root, origin, "/api/v1/movies/")


@pytest.mark.parametrize("page", ["/", "/admin/login/", "/api/docs/"])
def test_30_a_site_that_is_allowed_reads_no_page(with_client: None, page: str) -> None:
    answer = Client().get(page, headers={"Origin": CLIENT})
    assert "Access-Control-Allow-Origin" not in answer


@pytest.mark.parametrize("page", ["/api/v1/movies/", "/api/v1/me/ratings/", "/graphql/"])
def test_30_it_reads_the_api_but_without_cookies(with_client: None, root: User, page: str) -> None:
    asked = {"Origin": CLIENT, "Access-Control-Request-Method": "PUT"}
    for answer in (
        browser_of(root).get(page, headers={"Origin": CLIENT}),
        Client().options(page, headers=asked),
    ):
        assert answer["Access-Control-Allow-Origin"] == CLIENT
        assert "Access-Control-Allow-Credentials" not in answer
        assert "origin" in answer["Vary"].lower()
        assert "Retry-After" in answer["Access-Control-Expose-Headers"]
    assert "authorization" in answer["Access-Control-Allow-Headers"]


def test_30_a_refusal_can_be_read_as_well(with_client: None) -> None:
    answer = Client().get("/api/v1/me/ratings/", headers={"Origin": CLIENT})
    assert answer.status_code == 401
    assert answer["Access-Control-Allow-Origin"] == CLIENT


# --- 33: what failures tell -------------------------------------------------------------------------
def test_33_the_deployment_check_is_silent(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=project.BASE_DIR,
        env=os.environ
        | {"SITE_URL": "https://films.example.org", "NEXTFLEX_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "System check identified no issues (0 silenced).\n"


def tells_nothing(answer: Any) -> bool:
    shown = answer.content.decode()
    leaks = [SECRET, "Traceback", "RuntimeError", ".py", "DEBUG", "ROOT_URLCONF", "urlpatterns"]
    return not any(leak in shown for leak in leaks)


@with_breaking
def test_33_a_broken_page_tells_its_id_and_nothing_else() -> None:
    answer = Client(raise_request_exception=False).get("/breaks/", headers={HEADER: "tape-7"})
    assert answer.status_code == 500
    assert answer["Content-Type"].startswith("text/html")
    assert "tape-7" in answer.content.decode()
    assert tells_nothing(answer)


@with_breaking
def test_33_a_broken_endpoint_tells_it_in_the_api_s_shape() -> None:
    client = Client(raise_request_exception=False)
    answer = client.get("/api/v1/breaks/", headers={HEADER: "tape-7"})
    assert answer.status_code == 500
    error = answer.json()["error"]
    assert set(error) == {"code", "message", "request_id"}
    assert (error["code"], error["request_id"]) == ("server_error", "tape-7")
    assert tells_nothing(answer)


@pytest.mark.parametrize("page", ["/api/v1/movies/", "/graphql/"])
def test_33_what_is_refused_at_the_gate_has_the_api_s_shape(page: str) -> None:
    answer = Client().get(page + "?q=%00")
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "bad_request"


@with_breaking
def test_33_the_trace_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    Client(raise_request_exception=False).get("/api/v1/breaks/")
    assert SECRET in caplog.text


@pytest.mark.parametrize("page", ["/nowhere/", "/api/v1/nowhere/", "/static/nowhere.js"])
def test_33_what_is_not_there_leaks_nothing(page: str) -> None:
    answer = Client().get(page)
    assert answer.status_code == 404
    assert tells_nothing(answer)


@pytest.mark.parametrize("page", ["/", "/api/v1/movies/", "/static/css/nextflex.css"])
def test_33_another_host_is_refused_and_told_nothing(page: str) -> None:
    answer = Client(headers={"Host": "evil.example"}).get(page)
    assert answer.status_code in {400, 404}
    assert "evil.example" not in answer.content.decode()
    assert tells_nothing(answer)
    if page.startswith("/api/"):
        assert answer.json()["error"]["code"] == "bad_request"


def test_33_debug_is_off_unless_asked_for() -> None:
    assert project.DEBUG is False
    unset = "import os; os.environ.pop('DEBUG', None)"
    read = f"{unset}; from nextflex import settings; print(settings.DEBUG)"
    done = subprocess.run(
        [sys.executable, "-c", read],
        cwd=project.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False\n"


# --- 34: the policy --------------------------------------------------------------------------------
def policy_of(answer: Any) -> dict[str, list[str]]:
    parts = (part.split() for part in answer["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


Ask = Callable[[User], Any]
UNSAFE = {"'unsafe-inline'", "data:", "blob:", "*", "http:", "https:", "'unsafe-hashes'"}


def by(page: str, method: str = "get", **headers: str) -> Ask:
    return lambda root: getattr(Client(raise_request_exception=False), method)(
        page, headers=headers
    )


KINDS: dict[str, Ask] = {
    "a page": by("/"),
    "a page of one's own": lambda root: browser_of(root).get("/ratings/"),
    "a redirect": by("/random/"),
    "a drawing": lambda root: Client().get(f"/poster/{make_movie().pk}.svg"),
    "a fragment": by("/find/?q=heat", HX_Request="true"),
    "no such page": by("/nowhere/"),
    "a wrong method": by("/", "post"),
    "another host": by("/", Host="evil.example"),
    "a NUL": by("/browse/?q=%00"),
    "a form without its token": lambda root: Client(enforce_csrf_checks=True).post("/sign-in/"),
    "a broken page": by("/breaks/"),
    "the API": by("/api/v1/movies/"),
    "the API, not changed": lambda root: Client().get(
        "/api/v1/genres/", headers={"If-None-Match": Client().get("/api/v1/genres/")["ETag"]}
    ),
    "the API, refused": by("/api/v1/me/ratings/"),
    "the API, no such address": by("/api/v1/nowhere/"),
    "the API, broken": by("/api/v1/breaks/"),
    "the API's documents": by("/api/docs/"),
    "the schema": by("/api/v1/schema/"),
    "health": by("/api/v1/health/live/"),
    "the admin's door": by("/admin/login/"),
    "the admin": lambda root: browser_of(root).get("/admin/"),
    "the admin, no such page": lambda root: browser_of(root).get("/admin/nowhere/"),
    "a static file": by("/static/css/nextflex.css"),
    "a static script": by("/static/js/combobox.js"),
    "no such static file": by("/static/nowhere.js"),
}


@pytest.fixture
def static_files(settings: Settings) -> None:
    call_command("collectstatic", interactive=False, verbosity=0)


@with_breaking
@pytest.mark.parametrize("kind", KINDS)
def test_34_every_kind_of_answer_has_the_policy(kind: str, root: User, static_files: None) -> None:
    answer = KINDS[kind](root)
    policy = policy_of(answer)
    scripts = policy.get("script-src", policy["default-src"])
    assert not UNSAFE & set(scripts)
    if not kind.startswith("the admin"):
        assert "'unsafe-eval'" not in scripts
    for name in ("object-src", "base-uri", "frame-ancestors"):
        assert policy[name] == ["'none'"], name
    assert policy["form-action"] == ["'self'"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("kind", ["a static file", "a static script"])
def test_34_static_files_are_there(kind: str, root: User, static_files: None) -> None:
    assert KINDS[kind](root).status_code == 200


@pytest.mark.parametrize(
    "page", ["/administration/", "//admin/", "/browse/?next=/admin/", "/ADMIN/"]
)
def test_34_no_other_address_gets_the_admin_s_policy(page: str) -> None:
    assert "unsafe" not in Client().get(page)["Content-Security-Policy"]


@pytest.mark.parametrize(
    "page", ["/", "/api/v1/movies/", "/admin/login/", "/static/css/nextflex.css"]
)
def test_34_in_production_the_browser_stays_with_https_for_a_year(
    page: str, settings: Settings, static_files: None
) -> None:
    reported = subprocess.run(
        [sys.executable, "-c", "from nextflex import settings as s; print(s.SECURE_HSTS_SECONDS)"],
        cwd=project.BASE_DIR,
        env=os.environ | {"SITE_URL": "https://films.example.org"},
        capture_output=True,
        text=True,
        check=True,
    )
    settings.SECURE_HSTS_SECONDS = int(reported.stdout)
    answer = Client().get(page, secure=True)
    fields = dict(
        part.strip().partition("=")[::2] for part in answer["Strict-Transport-Security"].split(";")
    )
    assert int(fields["max-age"]) >= 365 * 24 * 3600


# --- 35: the schema --------------------------------------------------------------------------------
def test_35_the_schema_is_a_file_that_nobody_builds_on_request(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("built for a stranger")

    monkeypatch.setattr(SchemaGenerator, "get_schema", refuse)
    answer = Client().get("/api/v1/schema/")
    assert answer.status_code == 200
    assert answer.content == (project.BASE_DIR / "docs" / "openapi.yaml").read_bytes()
    assert Client().get("/api/docs/").status_code == 200


def test_35_it_is_cached_and_told_unchanged() -> None:
    first = Client().get("/api/v1/schema/")
    assert "max-age=3600" in first["Cache-Control"]
    second = Client().get("/api/v1/schema/", headers={"If-None-Match": first["ETag"]})
    assert (second.status_code, second.content) == (304, b"")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_35_it_is_only_read(method: str) -> None:
    assert getattr(Client(), method)("/api/v1/schema/").status_code == 405
