"""Which operation of a query is run."""

from collections.abc import Iterator

from graphql import GraphQLError, OperationDefinitionNode
from strawberry.extensions import SchemaExtension


class OneOperation(SchemaExtension):
    """Of several operations the request must name one (GraphQL 6.1); Strawberry would run the first."""

    def on_validate(self) -> Iterator[None]:
        asked = self.execution_context
        definitions = asked.graphql_document.definitions if asked.graphql_document else ()
        operations = [one for one in definitions if isinstance(one, OperationDefinitionNode)]
        if len(operations) > 1 and asked._provided_operation_name is None:
            raise GraphQLError(
                f"The query has {len(operations)} operations; name the one to run in operationName."
            )
        yield
