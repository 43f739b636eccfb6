"""The arrows between the layers of the package point down, and each trade has one place."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter

import pytest

from house.package import RANK, Name, id_of, imports, imports_of_ours, modules

CLOCK = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime"}

RUN_AS_SCRIPT = "__name__ == '__main__'"

every_module = pytest.mark.parametrize("name", sorted(modules()), ids=id_of)


def test_every_part_of_the_package_has_a_layer() -> None:
    assert {name[0] for name in modules() if name} <= RANK.keys()


@every_module
def test_a_module_imports_its_own_part_and_lower_layers_only(name: Name) -> None:
    tree = modules()[name]
    part = name[0] if name else "isocheck"
    upward = [
        id_of(other)
        for other in imports_of_ours(tree)
        if other and other[0] != part and RANK[other[0]] <= RANK[part]
    ]
    assert upward == []


def test_no_modules_know_each_other_in_a_circle() -> None:
    """Not at the top, not within a function, not for types alone: the way goes one way."""
    arrows = {
        name: set(imports_of_ours(tree)) - {name, ()}  # the package offers what is below it
        for name, tree in modules().items()
    }
    assert len(list(TopologicalSorter(arrows).static_order())) == len(arrows)


def users_of(library: str) -> set[str]:
    """The modules that import a library."""
    return {id_of(n) for n, tree in modules().items() if library in {i[0] for i in imports(tree)}}


def test_only_one_module_knows_the_durable_rules_extension() -> None:
    assert users_of("durable_rules_engine") == {"durable.matcher"}
    assert users_of("durable") == set()  # its Python part


def test_only_the_command_line_knows_click() -> None:
    assert {user.split(".")[0] for user in users_of("click")} == {"cli"}


def test_only_the_yaml_reader_knows_pyyaml() -> None:
    assert {user.split(".")[0] for user in users_of("yaml")} == {"source"}


def test_the_interpreter_never_sees_the_compiled_form() -> None:
    """The two evaluations check each other only if neither reads what the other wrote."""
    interpreter = ("evaluate", "interpreter")
    seen = set(imports_of_ours(modules()[interpreter]))
    assert seen
    assert not {name for name in seen if name[0] == "durable"}
    compiled = [name for name in modules() if name[0:1] == ("durable",)]
    assert len(compiled) > 5
    for part in compiled:
        assert interpreter not in set(imports_of_ours(modules()[part]))


@every_module
def test_no_module_reads_the_clock(name: Name) -> None:
    """What is judged depends on facts, packs and the day given; only the audit trail says when."""
    if name[:1] == ("audit",):
        return
    read = [
        f"line {node.lineno}: {node.func.attr}"
        for node in ast.walk(modules()[name])
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCK
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date", "time"}
    ]
    assert read == []


@every_module
def test_only_the_command_line_prints_or_reads_its_arguments(name: Name) -> None:
    if name[:1] in {("cli",), ("__main__",)}:
        return
    spoken = [
        node.lineno
        for statement in modules()[name].body
        if not (isinstance(statement, ast.If) and ast.unparse(statement.test) == RUN_AS_SCRIPT)
        for node in ast.walk(statement)
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "print"
        )
        or (isinstance(node, ast.Attribute) and node.attr in {"argv", "stdout", "stderr"})
    ]
    assert spoken == []


@every_module
def test_functions_and_files_stay_short(name: Name) -> None:
    """A function fits on a screen (40 lines), a file is read in one go (400)."""
    tree = modules()[name]
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > 40
    ]
    assert long == []
    assert max((getattr(node, "end_lineno", 0) for node in tree.body), default=0) <= 400
