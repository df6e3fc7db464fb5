"""The way out: where it leads, how much comes back, how long it takes, and what its failures say."""

import socket
import time
from pathlib import Path
from typing import Any

import pytest

from catalog.enrich.addresses import checked_address, is_public
from catalog.enrich.outbound import Question, ServiceFailed, content, download, json_of, text
from catalog.tests import service_server as server
from catalog.tests.service_server import Reply, ServiceServer, redirect
from recommender.core.algorithms.base import silent

KEY = "0123456789abcdef"


def question(service: ServiceServer, path: str = "/x", **more: Any) -> Question:
    given: dict[str, Any] = {"params": {"api_key": KEY}, "types": ("application/json",)}
    return Question(service.address + path, service.address, **(given | more))


def failure_of(asked: Question) -> ServiceFailed:
    with pytest.raises(ServiceFailed) as raised:
        json_of(asked)
    assert KEY not in str(raised.value)
    assert asked.host in str(raised.value)
    return raised.value


def test_an_answer_comes_back_and_we_say_who_we_are(service: ServiceServer) -> None:
    service.on("/x", server.shown({"a": 1}))
    assert json_of(question(service)) == {"a": 1}
    assert service.asked[0].query == {"api_key": KEY}
    assert service.asked[0].headers["User-Agent"].startswith("NextFlex (+http")


@pytest.mark.parametrize(
    ("reply", "words", "is_passing"),
    [
        (server.NOT_JSON, "other than JSON", False),
        (server.GARBAGE, "application/octet-stream", False),
        (server.WEB_PAGE, "text/html", False),
        (server.IN_TROUBLE, "is unavailable (500)", True),
        (server.BROKEN_OFF, "connection was lost", True),
        (Reply(status=404), "the page does not exist", False),
        (Reply(status=401), "check the key", False),
        (Reply(status=418), "responded with 418", False),
        (Reply(b"{}", headers={"Content-Encoding": "gzip"}), "unexpected type", False),
        (Reply(b"[" * 100_000), "other than JSON", False),
    ],
)
def test_a_failure_says_what_and_where(
    service: ServiceServer, reply: Reply, words: str, is_passing: bool
) -> None:
    service.on("/x", reply)
    error = failure_of(question(service))
    assert words in str(error)
    assert error.is_passing is is_passing


def test_a_server_that_is_down_may_come_back() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
    error = failure_of(Question(address, address, params={"api_key": KEY}))
    assert error.is_passing
    assert "cannot be reached" in str(error)


def test_the_pause_that_is_asked_for_is_told(service: ServiceServer) -> None:
    service.on("/x", server.TOO_MANY)
    assert failure_of(question(service)).retry_after_s == 7


def test_a_dripping_server_is_cut_off(service: ServiceServer) -> None:
    service.on("/x", server.DRIPPING)
    began = time.monotonic()
    error = failure_of(question(service, deadline_s=0.2))
    assert time.monotonic() - began < 2
    assert "took longer than 0.2 seconds" in str(error)


def test_headers_that_never_end_are_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent_server:
        address = f"http://127.0.0.1:{silent_server.getsockname()[1]}"
        began = time.monotonic()
        error = failure_of(Question(address, address, deadline_s=0.2))
    assert time.monotonic() - began < 2
    assert "took longer" in str(error)


def test_a_huge_body_is_cut_off_early(service: ServiceServer) -> None:
    service.on("/x", server.HUGE)
    assert "more than 1,000 bytes" in str(failure_of(question(service, max_bytes=1000)))
    assert service.sent_bytes < 20_000_000


def test_a_body_that_hides_its_length_is_cut_off(service: ServiceServer) -> None:
    service.on("/x", Reply(b" " * 5_000_000, length=900))
    error = failure_of(question(service, max_bytes=800))
    assert "more than 800 bytes" in str(error)


def test_redirects_are_followed_three_times(service: ServiceServer) -> None:
    service.on("/x", server.shown([]))
    service.then(*[redirect("/x")] * 3)
    assert json_of(question(service)) == []
    service.then(*[redirect("/x")] * 4)
    assert "redirects too often" in str(failure_of(question(service)))


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("https://127.0.0.1/", "in this network"),
        ("https://[::1]/", "in this network"),
        ("https://localhost/", "in this network"),
        ("https://169.254.169.254/latest/meta-data", "in this network"),
        ("http://127.0.0.1:1/", "without TLS"),
        ("file:///etc/passwd", "without TLS"),
        ("https://somebody@127.0.0.1/", "without TLS"),
        ("https://[::1", "a malformed address"),
        ("https://127.0.0.1:port/", "a malformed address"),
    ],
)
def test_a_redirect_cannot_lead_inside(service: ServiceServer, location: str, words: str) -> None:
    service.then(redirect(location))
    with pytest.raises(ServiceFailed, match=words):
        json_of(question(service))


def test_a_redirect_to_another_port_of_ours_is_refused(service: ServiceServer) -> None:
    with server.service_server() as other:
        service.then(redirect(other.address + "/secret"))
        with pytest.raises(ServiceFailed, match="without TLS"):
            json_of(question(service))
        assert other.asked == []


def test_a_post_is_not_led_on(service: ServiceServer) -> None:
    service.then(redirect("/x"))
    error = failure_of(question(service, form={"query": "x"}))
    assert "redirects to another host" in str(error)


def test_loopback_is_asked_only_where_the_settings_name_it(service: ServiceServer) -> None:
    port = service.address.rpartition(":")[2]
    with pytest.raises(ServiceFailed, match=r"127\.0\.0\.1 resolves to an address in"):
        content(Question(f"https://127.0.0.1:{port}/x"))
    with pytest.raises(ServiceFailed, match="without TLS"):
        content(Question(service.address))
    assert service.asked == []


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.1.1",
            "0.0.0.1",
            "224.0.0.1",
        ),
        *("100.64.0.1", "::1", "fe80::1%eth0", "fd00::1", "ff02::1", "::", "64:ff9b::7f00:1"),
        *("2002:7f00:1::", "64:ff9b::a00:1"),
    ],
)
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808"])
def test_addresses_outside_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("hidden", ["10.0.0.7", "::ffff:127.0.0.1", "fe80::1%2"])
def test_a_name_of_a_private_address_is_refused(
    monkeypatch: pytest.MonkeyPatch, hidden: str
) -> None:
    """Even when another of its addresses is public."""
    monkeypatch.setattr(socket, "getaddrinfo", _names(["93.184.216.34", hidden]))
    with pytest.raises(ServiceFailed, match=r"films\.example resolves to an address in"):
        content(Question("https://films.example/x"))


def test_the_address_that_was_checked_is_the_one_that_is_used(
    monkeypatch: pytest.MonkeyPatch, service: ServiceServer
) -> None:
    """A name that answers otherwise the second time is not asked a second time."""
    answers = _names(["127.0.0.1"])
    address = service.address.replace("127.0.0.1", "rebinding.test")
    seen: list[str] = []

    def name_first(host: str, *args: Any, **options: Any) -> Any:
        seen.append(host)
        assert seen.count("rebinding.test") <= 1
        return answers(host, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", name_first)
    service.on("/x", server.shown(1))
    assert json_of(Question(f"{address}/x", address)) == 1
    assert service.asked[0].headers["Host"].startswith("rebinding.test:")


def test_a_name_that_leads_nowhere_may_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **options: object) -> None:
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(ServiceFailed, match="cannot be resolved") as raised:
        checked_address("films.example", 443, trusted=None)
    assert raised.value.is_passing


def test_a_download_appears_whole(service: ServiceServer, tmp_path: Path) -> None:
    service.on("/ml.zip", Reply(b"PK" * 100_000, type="application/zip"))
    shares: list[float] = []
    target = tmp_path / "new" / "ml.zip"
    download(
        f"{service.address}/ml.zip",
        target,
        max_bytes=1_000_000,
        allowed_base=service.address,
        progress=lambda step, share: shares.append(share),
    )
    assert target.read_bytes() == b"PK" * 100_000
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert [path.name for path in target.parent.iterdir()] == ["ml.zip"]


@pytest.mark.parametrize(
    "reply", [server.HUGE, server.BROKEN_OFF, server.DRIPPING, server.IN_TROUBLE, server.WEB_PAGE]
)
def test_a_failed_download_leaves_what_was_there(
    service: ServiceServer, tmp_path: Path, reply: Reply
) -> None:
    service.on("/ml.zip", reply)
    target = tmp_path / "folder" / "ml.zip"
    target.parent.mkdir()
    target.write_text("before")
    with pytest.raises(ServiceFailed):
        download(
            f"{service.address}/ml.zip",
            target,
            max_bytes=1_000_000,
            allowed_base=service.address,
            progress=silent,
            deadline_s=0.3,
        )
    assert [path.read_text() for path in target.parent.iterdir()] == ["before"]


def test_text_of_any_type_but_a_web_page(service: ServiceServer) -> None:
    service.on("/ml.zip.md5", Reply(b"abc  ml.zip\n", type="application/octet-stream"))
    url = f"{service.address}/ml.zip.md5"
    assert text(url, allowed_base=service.address) == "abc  ml.zip\n"
    service.on("/ml.zip.md5", server.WEB_PAGE)
    with pytest.raises(ServiceFailed, match="text/html"):
        text(url, allowed_base=service.address)


def _names(found: list[str]) -> Any:
    def resolve(host: str, port: int, *args: object, **options: object) -> list[Any]:
        return [
            (
                socket.AF_INET6 if ":" in one else socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                (one, port),
            )
            for one in found
        ]

    return resolve
