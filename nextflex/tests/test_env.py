import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from nextflex.base import zone_names
from nextflex.conf import env


def given(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SETTING", value)


def test_sites_are_taken_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, "https://app.example.org, http://127.0.0.1:5173")
    assert env.origins("SETTING") == ["https://app.example.org", "http://127.0.0.1:5173"]
    given(monkeypatch, "")
    assert env.origins("SETTING") == []


@pytest.mark.parametrize(
    ("site", "sent"),
    [
        ("https://kinofür.example", "https://xn--kinofr-7ya.example"),
        ("https://straße.example", "https://xn--strae-oqa.example"),
        ("https://App.Example.org:443", "https://app.example.org"),
        ("http://app.example.org:443", "http://app.example.org:443"),
        ("http://[2001:DB8:0::1]:80", "http://[2001:db8::1]"),
    ],
)
def test_a_site_is_known_in_the_spelling_that_browsers_send(
    monkeypatch: pytest.MonkeyPatch, site: str, sent: str
) -> None:
    given(monkeypatch, site)
    assert env.origins("SETTING") == [sent]
    assert env.own_url("SETTING", default="").geturl() == sent


@pytest.mark.parametrize(
    ("word", "host"),
    [
        ("films.example.org", "films.example.org"),
        ("FILMS.example.org", "films.example.org"),
        (".example.org", ".example.org"),
        ("*", "*"),
        ("::1", "[::1]"),
        ("[2001:DB8:0::1]", "[2001:db8::1]"),
        ("kinofür.example", "xn--kinofr-7ya.example"),
        (".kinofür.example", ".xn--kinofr-7ya.example"),
    ],
)
def test_a_host_is_allowed_in_the_spelling_that_browsers_send(
    monkeypatch: pytest.MonkeyPatch, word: str, host: str
) -> None:
    given(monkeypatch, f"a.example, {word}")
    assert env.host_names("SETTING", default=()) == ["a.example", host]


@pytest.mark.parametrize(
    "word",
    ["a.example:8000", "https://a.example", "my_host", "a b", "*.example.org", "[::g]", "ü..de"],
)
def test_what_is_no_host_is_named(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    given(monkeypatch, word)
    with pytest.raises(ImproperlyConfigured, match=f"SETTING contains {re.escape(repr(word))}"):
        env.host_names("SETTING", default=())


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("https://example.org/films", "needs a host of its own"),
        ("https://example.org/films/", "use https://example.org or"),
        ("https://example.org?a=b", "needs a host of its own"),
        ("https://example.org/#top", "needs a host of its own"),
        ("https://alice:secret@example.org", "user name"),
        ("http://my_host:8000", "'my_host' is not a host name"),
        ("http://example.org:99999", "Port out of range"),
        ("http://example.org:port", "SETTING='http://example.org:port' is not an address"),
        ("http://[::1", "SETTING='http://\\[::1' is not an address"),
        ("http://[::g]", "SETTING='http://\\[::g\\]'"),
        ("https://ü..example", "SETTING='https://ü..example'"),
    ],
)
def test_an_address_that_cannot_be_the_site_s_own_is_named(
    monkeypatch: pytest.MonkeyPatch, url: str, problem: str
) -> None:
    given(monkeypatch, url)
    with pytest.raises(ImproperlyConfigured, match=problem) as caught:
        env.own_url("SETTING", default="")
    assert "secret" not in str(caught.value)


def test_a_time_zone_is_one_of_the_iana_s(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, " America/New_York ")
    assert env.time_zone("SETTING", default="UTC") == "America/New_York"
    given(monkeypatch, "")
    assert env.time_zone("SETTING", default="UTC") == "UTC"


@pytest.mark.parametrize(
    "name", ["Mars/Base", "america/new_york", "EST+5", "+02:00", "../etc/passwd", "/Europe/Berlin"]
)
def test_another_time_zone_is_named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    given(monkeypatch, name)
    with pytest.raises(
        ImproperlyConfigured, match=f"SETTING='{re.escape(name)}' is not a time zone"
    ):
        env.time_zone("SETTING", default="UTC")


def test_a_machine_without_time_zones_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zone_names, "known", frozenset)
    with pytest.raises(ImproperlyConfigured, match="pip install tzdata"):
        env.time_zone("SETTING", default="UTC")


def test_the_lock_brings_time_zones_to_every_machine() -> None:
    """Windows and slim images have none of their own."""
    lock = (settings.BASE_DIR / "requirements.txt").read_text()
    assert re.search(r"^tzdata==\S+ \\$", lock, re.MULTILINE)


@pytest.mark.parametrize(
    "site", ["*", "app.example.org", "https://app.example.org/", "https://", "ftp://a", "null"]
)
def test_what_is_no_site_is_named(monkeypatch: pytest.MonkeyPatch, site: str) -> None:
    given(monkeypatch, f"https://app.example.org,{site}")
    with pytest.raises(ImproperlyConfigured, match="SETTING contains"):
        env.origins("SETTING")


@pytest.mark.parametrize("word", ["1", "true", "Yes", "ON", " true "])
def test_a_yes_is_true(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    given(monkeypatch, word)
    assert env.boolean("SETTING", default=False) is True


@pytest.mark.parametrize("word", ["0", "false", "No", "OFF"])
def test_a_no_is_false(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    given(monkeypatch, word)
    assert env.boolean("SETTING", default=True) is False


def test_an_empty_value_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, "")
    assert env.boolean("SETTING", default=True) is True
    assert env.integer("SETTING", default=7) == 7


@pytest.mark.parametrize("word", ["Flase", "2", "yes please"])
def test_neither_yes_nor_no_is_named(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    given(monkeypatch, word)
    with pytest.raises(ImproperlyConfigured, match=f"SETTING='{word}'"):
        env.boolean("SETTING", default=False)


@pytest.mark.parametrize("word", ["-1", "1.5", "many", "0", "²", "1e3"])
def test_a_bad_number_is_named(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    given(monkeypatch, word)
    with pytest.raises(ImproperlyConfigured, match=r"SETTING='.*' is not a whole number"):
        env.integer("SETTING", default=5, least=1)


@pytest.mark.parametrize(("word", "share"), [("0.05", 0.05), (".2", 0.2), ("0", 0.0), ("", 0.5)])
def test_a_share_is_a_part_of_one(monkeypatch: pytest.MonkeyPatch, word: str, share: float) -> None:
    given(monkeypatch, word)
    assert env.share("SETTING", default=0.5) == share


@pytest.mark.parametrize("word", ["1", "-0.1", "5%", "5", "nan", "inf", "0,05", "1e-2", "0.", "²"])
def test_a_bad_share_is_named(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    given(monkeypatch, word)
    with pytest.raises(ImproperlyConfigured, match=r"SETTING='.*' is not a fraction such as 0\.05"):
        env.share("SETTING", default=0.5)


def test_words_are_split_at_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, " a, b ,,c")
    assert env.words("SETTING") == ["a", "b", "c"]


def test_a_secret_that_is_not_set_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SETTING", raising=False)
    with pytest.raises(ImproperlyConfigured, match="SETTING is not set; run script/setup"):
        env.secret("SETTING")


def test_a_short_secret_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, "hunter2")
    with pytest.raises(ImproperlyConfigured, match="SETTING is shorter than 32") as caught:
        env.secret("SETTING")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("url", ["films.example.org", "ftp://films.example.org", "https://", "//x"])
def test_a_bad_address_is_named(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    given(monkeypatch, url)
    with pytest.raises(ImproperlyConfigured, match="SETTING="):
        env.site_url("SETTING", default="")


def test_a_path_is_made_absolute(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, "~/films")
    assert env.path("SETTING", default=Path()) == Path("~/films").expanduser().resolve()


def test_the_environment_wins_over_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given(monkeypatch, "outside")
    (tmp_path / ".env").write_text("SETTING=inside\n")
    env.read_file(tmp_path / ".env")
    assert env.text("SETTING") == "outside"


def test_a_file_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    env.read_file(tmp_path / ".env")


def test_the_file_counts_for_every_module_of_settings(tmp_path: Path) -> None:
    """Those, too, that settings.py imports before it says anything itself."""
    shutil.copytree(settings.BASE_DIR / "nextflex", tmp_path / "nextflex")
    keys = ("SECRET_KEY=" + "s" * 32, "JWT_SIGNING_KEY=" + "j" * 32)
    lines = [*keys, "THROTTLE_ANON=7/hour", "UPLOAD_QUOTA_POSTS=3", "PORT=8123"]
    (tmp_path / ".env").write_text("\n".join(lines))
    unset = {line.partition("=")[0] for line in lines}
    read = """from nextflex import settings as s
print(s.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"]["anon"], s.UPLOAD_QUOTA_POSTS, s.PORT)"""
    shown = subprocess.run(
        [sys.executable, "-c", read],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name not in unset},
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.split() == ["7/hour", "3", "8123"]
