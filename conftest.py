"""Fixtures of every test: separate folders, plain static files, fast hashing; and requirements."""

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import environ
import pytest
from django.core.cache import cache
from django.template.backends.jinja2 import Template as Page
from django.test.signals import template_rendered
from pytest_django import Settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

_COMMANDS = {
    "chromium": "chromium",
    "mariadb": "mariadbd",
    "postgresql": "psql",
    "redis": "redis-server",
    "node": "npm",  # which includes or needs it
}
_LONGEST = (
    "tests/core/",
    "tests/boundary/test_databases.py",
    "tests/security/test_schemathesis.py",
)
# A JVM that lives for a minute spends most of it on compiling for hours and on eight-fold shuffles.
os.environ.setdefault(
    "SPARK_CONF",
    "spark.sql.shuffle.partitions=1,"
    "spark.driver.extraJavaOptions=-Xss8m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
)


def require(what: str) -> None:
    """Skip a test with a missing requirement, with the reason; fail it if NEXTFLEX_REQUIRE names it."""
    if _has(what):
        return
    word = f"{what} is not on this machine"
    if what in os.environ.get("NEXTFLEX_REQUIRE", "").split(","):
        pytest.fail(f"{word}, and NEXTFLEX_REQUIRE asks for it")
    pytest.skip(word)


def _has(what: str) -> bool:
    if what == "realdata":
        return Path(os.environ.get("NEXTFLEX_TEST_DATA") or "/nowhere").is_dir()
    if what == "mariadb" and find_spec("MySQLdb") is None:
        return False  # the server is useless without requirements-mysql.txt
    if what == "torch":
        return find_spec("torch") is not None and find_spec("onnx") is not None
    if what == "implicit":
        return find_spec("implicit") is not None  # requirements-benchmark.txt
    return shutil.which(_COMMANDS[what]) is not None


class _ByWhatTheyShare(LoadScopeScheduling):
    """Run the tests of a file in one process, and all of tests/core, which fits every algorithm once.

    A group of xdist would say the same, but xdist 3.8 cannot name groups under pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", maxsplit=1)[0]
        return "tests/core" if file.startswith("tests/core/") else file


@pytest.hookimpl(trylast=True)  # after pytest-django, which puts tests with transactions last
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no process is left with it in the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONGEST))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    return _ByWhatTheyShare(config, log)


@pytest.fixture(autouse=True)
def own_folders(settings: Settings, tmp_path: Path) -> None:
    """Keep tests from reading or writing the files of a site in this folder."""
    settings.DATA_DIR = tmp_path
    settings.MODEL_STORE = tmp_path / "models"
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    address = os.environ.get("TEST_CACHE_URL", "locmemcache://")
    settings.CACHES = {"default": environ.Env.cache_url_config(address)}
    cache.clear()  # no test inherits another test's counted sign-ups
    from catalog.search import vocabulary  # noqa: PLC0415  models are loaded by now

    vocabulary.forget()


@pytest.fixture(scope="session", autouse=True)
def contexts_of_pages() -> Iterator[None]:
    """Django's test client has the context of a page, as of a Django template."""
    render = Page.render

    def rendered(self: Page, context: dict[str, Any] | None = None, request: Any = None) -> str:
        given = {} if context is None else context  # to which rendering adds what every page gets
        text = render(self, given, request)
        template_rendered.send(sender=self, template=self, context=given)
        return text

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Page, "render", rendered)
        yield


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Return the folder with real data sets, NEXTFLEX_TEST_DATA."""
    require("realdata")
    return Path(os.environ["NEXTFLEX_TEST_DATA"])
