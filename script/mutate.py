"""Run mutmut for `script/mutate`, and print the share of mutants killed per module.

mutmut skips every function with a decorator. This wrapper supports `@transaction.atomic`, since most
services use it: the decorator stays on the called function, and mutants run inside it.
"""

import sys
from collections import Counter
from typing import Any

import libcst as cst
from libcst import matchers
from mutmut import __main__ as mutmut
from mutmut.mutation import file_mutation
from mutmut.mutation.data import SourceFileMutationData
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files

_AT_ONCE = 2
_KILLED = ("killed", "timeout")
_ATOMIC = matchers.FunctionDef(
    decorators=[
        matchers.Decorator(
            matchers.Attribute(matchers.Name("transaction"), matchers.Name("atomic"))
        )
    ]
)

_skips = file_mutation.MutationVisitor._skip_node_and_children
_arrange = file_mutation.function_trampoline_arrangement


def _skips_but_atomic(visitor: Any, node: cst.CSTNode) -> bool:
    if isinstance(node, cst.FunctionDef) and matchers.matches(node, _ATOMIC):
        return _skips(visitor, node.with_changes(decorators=()))
    return _skips(visitor, node)


def _arrange_inside_atomic(function: cst.FunctionDef, *rest: Any, **named: Any) -> Any:
    """Keep one transaction around the original or a mutant; a second one would add a savepoint."""
    declared, (called, *copies), assigned, names = _arrange(function, *rest, **named)
    if matchers.matches(function, _ATOMIC):
        copies = [copy.with_changes(decorators=()) for copy in copies]
    return declared, [called, *copies], assigned, names


def forget_survivors() -> None:
    """Have surviving mutants tested again after tests were added."""
    for path in walk_mutatable_files():
        data = SourceFileMutationData(path=path)
        data.load()
        for name, code in data.exit_code_by_key.items():
            if status_by_exit_code[code] not in _KILLED:
                data.exit_code_by_key[name] = None
        data.save()


def print_figures() -> None:
    print(f"{'module':42} mutants  killed")
    total: Counter[str] = Counter()
    for path in sorted(walk_mutatable_files()):
        data = SourceFileMutationData(path=path)
        data.load()
        found = Counter(status_by_exit_code[code] for code in data.exit_code_by_key.values())
        if found:
            _print_line(str(path), found)
            total += found
    _print_line("all", total)


def _print_line(name: str, found: Counter[str]) -> None:
    tested = found.total() - found["not checked"]
    share = f"{sum(found[one] for one in _KILLED) / tested:7.1%}" if tested else "      –"
    left = f"  {found['not checked']} not tested yet" if found["not checked"] else ""
    print(f"{name:42} {found.total():7} {share}{left}")


if __name__ == "__main__":
    file_mutation.MutationVisitor._skip_node_and_children = _skips_but_atomic
    file_mutation.function_trampoline_arrangement = _arrange_inside_atomic
    if sys.argv[1:] == ["--again"]:
        forget_survivors()
    if sys.argv[1:] != ["--figures"]:
        mutmut._run([name for name in sys.argv[1:] if name != "--again"], _AT_ONCE)
    print_figures()
