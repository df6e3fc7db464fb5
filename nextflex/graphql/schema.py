"""The GraphQL schema; `docs/schema.graphql` is its text."""

from collections.abc import Iterator

import strawberry
from graphql import GraphQLError, OperationDefinitionNode
from strawberry.extensions import SchemaExtension
from strawberry.types import ExecutionContext

from nextflex.graphql.errors import log_unforeseen
from nextflex.graphql.limits import Limits
from nextflex.graphql.mutations import Mutation
from nextflex.graphql.queries import Query


class Schema(strawberry.Schema):
    """A schema with its own logging: errors in a client's query are not logged."""

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        log_unforeseen(errors)


class OneOperation(SchemaExtension):
    """Require operationName for a document with several operations (GraphQL spec, 6.1).

    Strawberry would run the first operation.
    """

    def on_validate(self) -> Iterator[None]:
        asked = self.execution_context
        definitions = asked.graphql_document.definitions if asked.graphql_document else ()
        operations = [one for one in definitions if isinstance(one, OperationDefinitionNode)]
        if len(operations) > 1 and asked._provided_operation_name is None:
            raise GraphQLError(
                f"The query has {len(operations)} operations; select one with operationName."
            )
        yield


schema = Schema(Query, Mutation, extensions=[Limits, OneOperation])
