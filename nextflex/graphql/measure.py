"""Measure a query in one walk, which visits each fragment once however often it is used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
)

SIZES = ("pageSize", "k", "first")
LONGEST = 100
_USUAL_LENGTH, _MOST_DIGITS = 10, 9
_SCHEMA_FIELDS = {"__schema", "__type"}


class TooDeep(Exception):
    """The query exceeds the maximum depth."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The cost of a part of a query; schema introspection is counted separately.

    aliases: including repeated fields.
    """

    depth: int = 0
    cost: int = 0
    aliases: int = 0
    schema_depth: int = 0
    schema_cost: int = 0

    def beside(self, other: "Measure") -> "Measure":
        return Measure(
            max(self.depth, other.depth),
            self.cost + other.cost,
            self.aliases + other.aliases,
            max(self.schema_depth, other.schema_depth),
            self.schema_cost + other.schema_cost,
        )


NOTHING = Measure()


@dataclass(frozen=True, slots=True)
class Prices:
    """The cost rules. weights: the cost of "Type.field", if not 1; lengths: of lists without a size."""

    weights: Mapping[str, int]
    lengths: Mapping[str, int]


class Measuring:
    """The measurement of one operation: its variables have the given values, else their defaults."""

    def __init__(
        self,
        schema: GraphQLSchema,
        prices: Prices,
        fragments: Mapping[str, FragmentDefinitionNode],
        operation: OperationDefinitionNode,
        variables: Mapping[str, object],
    ) -> None:
        self._schema, self._prices, self._fragments = schema, prices, fragments
        self._operation, self._variables = operation, variables
        declared = operation.variable_definitions or ()
        self._defaults = {one.variable.name.value: one.default_value for one in declared}
        self._measured: dict[str, Measure] = {}

    def result(self, *, levels: int) -> Measure:
        """Return the measure. Raises TooDeep for more levels of selections than this."""
        root = self._schema.get_root_type(self._operation.operation)
        return self._selections(self._operation.selection_set, root, levels)

    def _selections(
        self, chosen: SelectionSetNode | None, kind: GraphQLNamedType | None, levels: int
    ) -> Measure:
        if not levels:
            raise TooDeep
        selections = chosen.selections if chosen else ()
        found = Measure(aliases=_repeated(selections))
        for one in selections:
            found = found.beside(self._selection(one, kind, levels - 1))
        return found

    def _selection(self, one: SelectionNode, kind: GraphQLNamedType | None, levels: int) -> Measure:
        match one:
            case FieldNode():
                return self._field(one, kind, levels)
            case FragmentSpreadNode():
                return self._fragment(one.name.value, levels)
            case InlineFragmentNode():
                named = one.type_condition
                narrowed = self._schema.get_type(named.name.value) if named else kind
                return self._selections(one.selection_set, narrowed, levels)
            case _:
                return NOTHING

    def _fragment(self, name: str, levels: int) -> Measure:
        """Measure a fragment; zero for an unknown or recursive one, since validation refuses both."""
        if name not in self._measured and name in self._fragments:
            self._measured[name] = NOTHING
            fragment = self._fragments[name]
            kind = self._schema.get_type(fragment.type_condition.name.value)
            self._measured[name] = self._selections(fragment.selection_set, kind, levels)
        return self._measured.get(name, NOTHING)

    def _field(self, node: FieldNode, kind: GraphQLNamedType | None, levels: int) -> Measure:
        name, field = node.name.value, None
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            field = self._schema.get_field(kind, name)
        below = NOTHING
        if node.selection_set:
            inner = get_named_type(field.type) if field else None
            below = self._selections(node.selection_set, inner, levels)
        times = self._times(node, field)
        weight = self._prices.weights.get(f"{kind}.{name}", 1)
        cost = weight + times * max(below.cost, int(times > 1))
        aliases = below.aliases + (node.alias is not None)
        if name in _SCHEMA_FIELDS:
            return Measure(1, 1, aliases, 1 + below.depth, cost)
        schema_cost = times * below.schema_cost
        return Measure(1 + below.depth, cost, aliases, below.schema_depth, schema_cost)

    def _times(self, node: FieldNode, field: GraphQLField | None) -> int:
        """Return the possible number of results of a field."""
        if field is None:
            return 1
        for size in SIZES:
            if size in field.args:
                given = {one.name.value: one.value for one in node.arguments or ()}
                return _in_range(self._number(given.get(size), field.args[size].default_value))
        if is_list_type(get_nullable_type(field.type)):
            return self._prices.lengths.get(node.name.value, _USUAL_LENGTH)
        return 1

    def _number(self, value: ValueNode | None, otherwise: object) -> object:
        """Return the value of a literal or a variable; otherwise: the default."""
        if value is None:
            return otherwise
        if isinstance(value, VariableNode):
            name = value.name.value
            if name in self._variables:
                return self._variables[name]
            return self._number(self._defaults.get(name), otherwise)
        if isinstance(value, IntValueNode) and len(value.value) <= _MOST_DIGITS:
            return int(value.value)
        return None


def _repeated(selections: Iterable[SelectionNode]) -> int:
    """Count the repetitions of fields; validation compares every two of one name."""
    fields = [one for one in selections if isinstance(one, FieldNode)]
    return len(fields) - len({(one.alias or one.name).value for one in fields})


def _in_range(size: object) -> int:
    """Return the size, or the largest size for an invalid one, which will be refused."""
    return size if isinstance(size, int) and 1 <= size <= LONGEST else LONGEST
