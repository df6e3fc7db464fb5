"""The only module that makes outbound requests; it limits targets, sizes and times."""

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit

from django.conf import settings
from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError, ReadTimeoutError

from catalog.enrich.addresses import Guard
from catalog.enrich.errors import ServiceFailed
from catalog.enrich.rate import retry_after_s
from catalog.enrich.transport import GuardedPools

__all__ = ["Question", "ServiceFailed", "content", "download", "json_of", "text"]

Progress = Callable[[str, float], None]
_READ_S = 15.0
_PIECE = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REFUSALS = {
    401: "the key was rejected; check the key in the settings",
    403: "access was denied; check the key in the settings",
    404: "the page does not exist",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A request to a service, and the limits of its response.

    base: the service's URL in the settings; that host and port may be private and without TLS. types:
    the accepted content types; when empty, any but HTML.
    """

    url: str
    base: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    types: tuple[str, ...] = ()
    max_bytes: int = 5_000_000
    deadline_s: float = 60.0
    redirects: int = 3

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or "?"


def json_of(question: Question) -> object:
    body = content(question)
    try:
        answer: object = json.loads(body)
    except (ValueError, RecursionError):
        raise ServiceFailed(
            f"{question.host} returned something other than JSON; check its address in the settings"
        ) from None
    return answer


def text(url: str, *, allowed_base: str = "", max_bytes: int = 1_000_000) -> str:
    """Return a small text file; bytes that are not UTF-8 are replaced."""
    return content(Question(url, allowed_base, max_bytes=max_bytes)).decode(errors="replace")


def content(question: Question) -> bytes:
    with _answer(question) as pieces:
        return b"".join(piece for piece, _ in pieces)


def download(
    url: str,
    target: Path,
    *,
    max_bytes: int,
    allowed_base: str = "",
    progress: Progress,
    deadline_s: float = 3600.0,
) -> None:
    """Download a file. It appears under its name when complete, and replaces the previous one.

    progress: called with the share received, which stays 0 when the server does not report the size.
    """
    question = Question(url, allowed_base, max_bytes=max_bytes, deadline_s=deadline_s)
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file, _answer(question) as pieces:
            for piece, share in pieces:
                file.write(piece)
                progress(f"downloading {target.name}", share)
        Path(draft).replace(target)
    finally:
        Path(draft).unlink(missing_ok=True)


@contextmanager
def _answer(question: Question) -> Iterator[Iterator[tuple[bytes, float]]]:
    """Yield the chunks of the response's body, each with the share received so far."""
    trusted = _place(urlsplit(question.base)) if question.base else None
    with Guard(trusted=trusted, deadline_s=question.deadline_s) as guard:
        try:
            with contextlib.closing(_reply(question, guard)) as response:
                _check(response, question)
                yield _pieces(response, question, guard)
        except HTTPError as error:
            # Their messages contain the whole URL, including the key.
            raise _broken(question, guard, error) from None


def _reply(question: Question, guard: Guard) -> BaseHTTPResponse:
    """Handle redirects ourselves: urllib3 would read their bodies whole, and checks no addresses."""
    for _ in range(question.redirects + 1):
        response = _send(question, guard)
        if response.status not in _REDIRECTS or "Location" not in response.headers:
            return response
        response.close()
        question = _led_on(question, response.headers["Location"])
    raise ServiceFailed(f"{question.host} redirects too often; check its address in the settings")


def _led_on(question: Question, location: str) -> Question:
    """Return the request to the redirect's target; the key is not sent to another host."""
    if question.form is not None:
        raise ServiceFailed(
            f"{question.host} redirects to another host; set its current address in the settings"
        )
    try:
        url = urljoin(question.url, location)
        same = _place(urlsplit(url)) == _place(urlsplit(question.url))
    except ValueError:
        raise ServiceFailed(f"{question.host} redirects to a malformed address") from None
    return replace(question, url=url, params={}, headers=question.headers if same else {})


def _send(question: Question, guard: Guard) -> BaseHTTPResponse:
    url = urlsplit(question.url)
    if not _is_allowed(url, question.base):
        raise ServiceFailed(f"{question.host} would be contacted without TLS; use an https address")
    headers = {"User-Agent": settings.ENRICH_USER_AGENT, "Accept-Encoding": "identity"}
    if question.form is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    with GuardedPools(guard) as pools:
        return pools.request(
            "GET" if question.form is None else "POST",
            f"{question.url}?{urlencode(question.params)}" if question.params else question.url,
            body=None if question.form is None else urlencode(question.form),
            headers=headers | dict(question.headers),
            timeout=min(_READ_S, question.deadline_s),
            preload_content=False,
            decode_content=False,
            redirect=False,
            retries=False,
        )


def _is_allowed(url: SplitResult, base: str) -> bool:
    if not url.hostname or url.username is not None:
        return False
    known = urlsplit(base)
    return url.scheme == "https" or (bool(base) and _place(url) == _place(known))


def _place(url: SplitResult) -> tuple[str, int]:
    return url.hostname or "", url.port or (443 if url.scheme == "https" else 80)


def _check(response: BaseHTTPResponse, question: Question) -> None:
    status, host = response.status, question.host
    if status == 429 or status >= 500:
        pause_s = retry_after_s(response.headers.get("Retry-After"))
        reason = "is limiting requests" if status == 429 else f"is unavailable ({status})"
        raise ServiceFailed(f"{host} {reason}.", pause_s, status=status, is_passing=True)
    if status != 200:
        reason = _REFUSALS.get(status, "check its address in the settings")
        raise ServiceFailed(f"{host} responded with {status}: {reason}", status=status)
    given = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    fits = given in question.types if question.types else given != "text/html"
    if not fits or response.headers.get("Content-Encoding", "identity") != "identity":
        raise ServiceFailed(
            f"{host} returned an unexpected type ({given[:60] or 'none'}); "
            "check its address in the settings"
        )


def _pieces(
    response: BaseHTTPResponse, question: Question, guard: Guard
) -> Iterator[tuple[bytes, float]]:
    length = response.headers.get("Content-Length", "")
    whole = int(length) if length.isascii() and length.isdigit() else 0
    read = 0
    while piece := response.read1(_PIECE):
        read += len(piece)
        if max(read, whole) > question.max_bytes:
            raise ServiceFailed(
                f"{question.host} returned more than {question.max_bytes:,} bytes; the download "
                "was stopped"
            )
        yield piece, min(read / whole, 1.0) if whole else 0.0
    if guard.is_over:
        raise _too_slow(question)


def _too_slow(question: Question) -> ServiceFailed:
    return ServiceFailed(
        f"{question.host} took longer than {question.deadline_s:g} seconds.", is_passing=True
    )


def _broken(question: Question, guard: Guard, error: Exception) -> ServiceFailed:
    if guard.is_over or isinstance(error, ReadTimeoutError):
        return _too_slow(question)
    return ServiceFailed(
        f"{question.host} cannot be reached, or the connection was lost ({type(error).__name__}).",
        is_passing=True,
    )
