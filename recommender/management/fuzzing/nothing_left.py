"""Requests that match no film, for every model: generated values rarely do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import schemathesis
from schemathesis.core.failures import FailureGroup
from schemathesis.generation.case import Case

from recommender.management.fuzzing.door import Door
from recommender.management.fuzzing.engine import Found
from recommender.management.fuzzing.rules import GUEST

_NO_YEAR = 2090
_OTHER_FILTERS: tuple[dict[str, Any], ...] = (
    {"year_min": _NO_YEAR, "diversity": 1, "popularity": 0, "freshness": 1},
    {"year_min": 2010, "year_max": 1950},
    {"min_ratings": 10**9},
)


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """One request. path: as in the document; a request with a body is a POST."""

    path: str
    path_parameters: dict[str, Any]
    query: dict[str, Any]
    body: dict[str, Any] | None = None


def requests_for_nothing(
    models: Sequence[str], charts: Sequence[str], films: Sequence[int], newer: int
) -> Iterator[ApiRequest]:
    """Yield the requests.

    films: all films that the models know, the rated ones first; newer: an unknown one.
    """
    for filters in ({"year_min": _NO_YEAR}, *_OTHER_FILTERS):
        for model in models:
            yield ApiRequest("/api/v1/me/recommendations/", {}, {"model": model, **filters})
            yield ApiRequest(
                "/api/v1/dataset-users/{id}/recommendations/",
                {"id": 1},
                {"model": model, **filters},
            )
    for chart in charts:
        yield ApiRequest("/api/v1/charts/{name}/", {"name": chart}, {"year_min": _NO_YEAR})
    for model in models:
        if model not in charts:
            yield from _of_sequences(model, films, newer)


def _of_sequences(model: str, films: Sequence[int], newer: int) -> Iterator[ApiRequest]:
    for sequence in ([], list(films[:1]), list(films[:3]), [newer]):
        asked = {"sequence": sequence, "model": model}
        for more in ({"avoid": [*films, newer]}, {"avoid": list(films), "push_away": True}):
            yield ApiRequest("/api/v1/recommend/sequence/", {}, {}, asked | more)
        yield ApiRequest("/api/v1/recommend/scores/", {}, {}, asked | {"candidates": [newer]})


def send_all(door: Door, document: Path, found: Found, made: Iterator[ApiRequest]) -> None:
    """Send each as a guest and as the first named user; record responses and failures."""
    schema = schemathesis.openapi.from_path(document)
    with door.open() as address:
        for one in made:
            for who in (GUEST, door.names[0]):
                _send(_case(schema, one), who, address, found)


def _case(schema: Any, one: ApiRequest) -> Case[Any]:
    operation = schema[one.path]["GET" if one.body is None else "POST"]
    body = {} if one.body is None else {"body": one.body}
    case: Case[Any] = operation.Case(path_parameters=one.path_parameters, query=one.query, **body)
    return case


def _send(case: Case[Any], who: str, address: str, found: Found) -> None:
    headers = {} if who == GUEST else {"Authorization": f"Bearer {who}"}
    response = case.call(base_url=address, headers=headers)
    label = case.operation.label
    found.answers[who, label, response.status_code] += 1
    found.phases[who, "nothing left"] += 1
    try:
        case.validate_response(response)
    except FailureGroup as group:
        for failure in group.exceptions:
            found.failures.setdefault(
                f"{label}: {failure.title} (asked by {who}, nothing left)",
                f"{failure.message}\n{case.as_curl_command()}",
            )
