"""The schema; `docs/schema.graphql` is its text."""

import strawberry
from graphql import GraphQLError
from strawberry.types import ExecutionContext

from nextflex.graphql.errors import log_unforeseen
from nextflex.graphql.limits import Limits
from nextflex.graphql.mutations import Mutation
from nextflex.graphql.operations import OneOperation
from nextflex.graphql.queries import Query


class Schema(strawberry.Schema):
    """With our own words in the log: a visitor's mistake is nothing to be logged."""

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        log_unforeseen(errors)


schema = Schema(Query, Mutation, extensions=[Limits, OneOperation])
