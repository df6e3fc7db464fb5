"""Choosing the operation to execute."""

from collections.abc import Iterator

from graphql import GraphQLError, OperationDefinitionNode
from strawberry.extensions import SchemaExtension


class OneOperation(SchemaExtension):
    """A document with several operations needs operationName (GraphQL spec, 6.1).

    Strawberry would run the first one.
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
