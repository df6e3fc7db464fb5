"""The errors of a query: the API's code, message and fields, under `errors`."""

import logging
from typing import Any

from graphql import GraphQLError

from nextflex.base import errors

logger = logging.getLogger(__name__)


def as_dict(error: GraphQLError) -> dict[str, Any]:
    """Return one entry of `errors`, without the details of an unexpected error."""
    shown: dict[str, Any] = dict(error.formatted)
    if is_of_the_query(error):
        return shown | {"extensions": {"code": "invalid"} | shown.get("extensions", {})}
    answered = errors.answer(error.original_error or error, {})
    if answered is None:
        masked = {"code": "internal"}
        return shown | {"message": "Something went wrong on our side.", "extensions": masked}
    inner = dict(answered.data["error"])
    return shown | {"message": inner.pop("message"), "extensions": inner}


def is_of_the_query(error: GraphQLError) -> bool:
    """Whether GraphQL itself reports it: for the text, the limits, or the variables."""
    return isinstance(error.original_error, GraphQLError | None)


def log_unforeseen(found: list[GraphQLError]) -> None:
    for error in found:
        cause = error.original_error
        if cause and not is_of_the_query(error) and errors.answer(cause, {}) is None:
            logger.error("In the query, at %s", error.path, exc_info=cause)
