"""The limits of one query. A query beyond them is refused before any of it is executed.

Strawberry's own limiters of depth and aliases visit a fragment again wherever it is used, so forty
small fragments that each use the next one twice would keep them busy for days; therefore one walk
measures everything (`measure.py`).

The cost of a field is 1, or its value in WEIGHTS, plus the cost of the fields selected below it,
multiplied by their possible number: its `pageSize`, `k` or `first`, given or by default; for other
lists, the value in LENGTHS, or 10. Nested lists therefore multiply. The same rule measures schema
introspection, separately.
"""

from collections.abc import Iterator

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    OperationDefinitionNode,
    Visitor,
    visit,
)
from strawberry.extensions import SchemaExtension

from nextflex.base.rest.parsing import MAX_DEPTH as MAX_NESTING
from nextflex.base.rest.parsing import nesting
from nextflex.graphql.measure import Measuring, Prices, TooDeep

MAX_LENGTH = 20_000  # characters
MAX_TOKENS = 600
MAX_DEFINITIONS = 20  # operations and fragments
MAX_DIRECTIVES = 20
MAX_ALIASES = 20  # including repeated fields
MAX_DEPTH = 10
MAX_COST = 10_000
MAX_SCHEMA_DEPTH = 16  # GraphiQL and code generators use 15 levels
MAX_SCHEMA_COST = 50_000

WEIGHTS = {
    "Query.movies": 50,
    "Query.people": 50,
    "Query.chart": 50,
    "Query.similar": 100,
    "Query.ratingTotals": 3_000,  # a sum over all films
    "Query.ratingsBy": 3_000,
    "Me.recommendations": 200,
    "Me.ratingTotals": 100,
    "Me.ratingsBy": 100,
    "Mutation.rateMovie": 100,
    "Mutation.removeRating": 100,
    "Mutation.addToWatchlist": 100,
    "Mutation.removeFromWatchlist": 100,
    "Mutation.addToNotInterested": 100,
    "Mutation.removeFromNotInterested": 100,
    "Mutation.addToSeen": 100,
    "Mutation.removeFromSeen": 100,
}
LENGTHS = {"results": 1, "genres": 4, "because": 4, "languages": 2}  # results: the page's own size
_PRICES = Prices(WEIGHTS, LENGTHS)


class Limits(SchemaExtension):
    """Refuse too long queries before parsing them, and too expensive ones before validating them."""

    def on_operation(self) -> Iterator[None]:
        self.execution_context.parse_options["max_tokens"] = MAX_TOKENS
        yield

    def on_parse(self) -> Iterator[None]:
        query = self.execution_context.query or ""
        _refuse_above(MAX_LENGTH, len(query), "length", "characters")
        # The parser recurses for each level.
        _refuse_above(MAX_NESTING, nesting(query.encode()), "nesting", "bracket levels")
        yield

    def on_validate(self) -> Iterator[None]:
        document = self.execution_context.graphql_document
        if document:
            self._refuse_too_much(document)
        yield

    def _refuse_too_much(self, document: DocumentNode) -> None:
        _refuse_above(MAX_DEFINITIONS, len(document.definitions), "definitions", "definitions")
        _refuse_above(MAX_DIRECTIVES, _directives(document), "directives", "directives")
        fragments = {
            one.name.value: one
            for one in document.definitions
            if isinstance(one, FragmentDefinitionNode)
        }
        for one in document.definitions:
            if isinstance(one, OperationDefinitionNode):
                self._refuse_operation(one, fragments)

    def _refuse_operation(
        self, operation: OperationDefinitionNode, fragments: dict[str, FragmentDefinitionNode]
    ) -> None:
        schema, variables = self.execution_context.schema._schema, self.execution_context.variables
        measuring = Measuring(schema, _PRICES, fragments, operation, variables or {})
        try:
            found = measuring.result(levels=MAX_NESTING)
        except TooDeep:
            _refuse_above(MAX_DEPTH, MAX_NESTING, "depth", "field levels")
            return
        _refuse_above(MAX_DEPTH, found.depth, "depth", "field levels")
        _refuse_above(MAX_ALIASES, found.aliases, "aliases", "aliases")
        _refuse_above(MAX_COST, found.cost, "cost", "cost points")
        _refuse_above(MAX_SCHEMA_DEPTH, found.schema_depth, "schema_depth", "schema levels")
        _refuse_above(MAX_SCHEMA_COST, found.schema_cost, "schema_cost", "schema cost points")


class _Directives(Visitor):
    count = 0

    def enter_directive(self, *_: object) -> None:
        self.count += 1


def _directives(document: DocumentNode) -> int:
    counter = _Directives()
    visit(document, counter)
    return counter.count


def _refuse_above(most: int, asked: int, limit: str, what: str) -> None:
    if asked > most:
        given = {"code": "too_much", "limit": limit, "allowed": most, "asked": asked}
        message = f"The query has {asked:,} {what}; the maximum is {most:,}."
        raise GraphQLError(message, extensions=given)
