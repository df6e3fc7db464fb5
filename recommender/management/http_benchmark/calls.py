"""Requests of a browser and of an API client, as a synthetic user or as a guest."""

import json
from typing import Any
from urllib.parse import urlencode

from urllib3.filepost import encode_multipart_formdata

from recommender.benchmarks.load.client import Call
from recommender.management.http_benchmark.visitors import Member

_API = "/api/v1/"
_CSRF = "b" * 32  # forms need the same token in a cookie and in a field
_JSON = {"Content-Type": "application/json"}
_Field = str | bytes | tuple[str, str | bytes] | tuple[str, str | bytes, str]
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def page(path: str, who: Member | str, **query: str) -> Call:
    """Return a browser's request. who: a member with a session, or a guest's key."""
    return Call(_with_query(path, query), headers={"Cookie": _cookies(who)})


def rating_form(movie_id: int, stars: float, guest: str) -> Call:
    """Return a guest's rating of a film, sent by the form on its page."""
    form = {"rating": f"{stars:g}", "csrfmiddlewaretoken": _CSRF}
    headers = _FORM | {"Cookie": _cookies(guest)}
    return Call(f"/films/{movie_id}/rating/", "POST", headers, urlencode(form).encode())


def api(path: str, who: Member | None = None, **query: str) -> Call:
    """Return an API client's request, with the member's access token if there is one."""
    return Call(_with_query(_API + path, query), headers=_token(who))


def api_write(method: str, path: str, body: dict[str, Any], who: Member | None = None) -> Call:
    return Call(_API + path, method, _JSON | _token(who), json.dumps(body).encode())


def graphql(query: str, who: Member) -> Call:
    body = json.dumps({"query": query}).encode()
    return Call("/graphql/", "POST", _JSON | _token(who), body)


def upload(who: Member, movie_id: int, image: bytes) -> Call:
    """Return a post about a film with an image."""
    fields: dict[str, _Field] = {
        "movie": str(movie_id),
        "text": "A benchmark.",
        "image": ("photo.jpg", image),
    }
    body, content_type = encode_multipart_formdata(fields)
    return Call(f"{_API}me/uploads/", "POST", _token(who) | {"Content-Type": content_type}, body)


def _with_query(path: str, query: dict[str, str]) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def _token(who: Member | None) -> dict[str, str]:
    return {"Authorization": f"Bearer {who.access}"} if who else {}


def _cookies(who: Member | str) -> str:
    """Return the cookies of the benchmark's server, which has no https and so no __Host- names."""
    own = f"guest={who}" if isinstance(who, str) else f"session={who.session}"
    return f"{own}; csrf={_CSRF}"
