"""The arrows between the layers of the package point down, and each trade has one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "engine" / "isocheck"

# From the top down. A part may import parts of lower rows only, never one of its own row or above.
LAYERS = (
    {"__main__", "pytest_plugin"},
    {"cli"},
    {"starting"},
    {"audit", "bench"},
    {"isocheck"},  # the package itself: what is public
    {"api"},
    {"session"},
    {"report"},
    {"evaluate"},
    {"matching"},
    {"facts"},
    {"packs"},
    {"source", "logic"},
    {"finding", "messages", "resources", "writing"},
    {"errors", "interrupt"},
)
RANK = {part: row for row, parts in enumerate(LAYERS) for part in parts}
CLOCK = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime"}

RUN_AS_SCRIPT = "__name__ == '__main__'"

Name = tuple[str, ...]


@cache
def modules() -> dict[Name, ast.Module]:
    """Every module of the package by its dotted name without `isocheck`."""
    found = {}
    for file in PACKAGE.rglob("*.py"):
        parts = file.relative_to(PACKAGE).with_suffix("").parts
        name = parts[:-1] if parts[-1] == "__init__" else parts
        found[name] = ast.parse(file.read_text(encoding="utf-8"), str(file))
    return found


def imports(tree: ast.AST) -> Iterator[Name]:
    """The dotted names that a module imports, also within its functions, also by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "import_module" and isinstance(node.args[0], ast.Constant):
                yield tuple(str(node.args[0].value).split("."))
        elif isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            assert node.module is not None
            base = tuple(node.module.split("."))
            yield from ((*base, alias.name) for alias in node.names)


def imports_of_ours(tree: ast.AST) -> Iterator[Name]:
    """The modules of the package that a module imports."""
    for name in imports(tree):
        if name[0] == "isocheck":
            inner = name[1:]
            while inner not in modules():
                inner = inner[:-1]  # a name within a module
            yield inner


def id_of(name: Name) -> str:
    return ".".join(name) or "isocheck"


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
    assert users_of("durable_rules_engine") == {"matching.durable"}
    assert users_of("durable") == set()  # its Python part


def test_only_the_command_line_knows_click() -> None:
    assert {user.split(".")[0] for user in users_of("click")} == {"cli"}


def test_only_the_yaml_reader_knows_pyyaml() -> None:
    assert {user.split(".")[0] for user in users_of("yaml")} == {"source"}


def test_the_interpreter_never_sees_the_compiled_form() -> None:
    """The two evaluations check each other only if neither reads what the other wrote."""
    compiled = {"compile", "durable", "flatten", "leaves", "shards"}
    ours = {name[1] for name in modules() if name[:1] == ("matching",) and name[1:]}
    assert compiled < ours
    seen = set(imports_of_ours(modules()["matching", "interpret"]))
    assert not seen & {("matching", part) for part in compiled}
    for part in compiled:
        assert ("matching", "interpret") not in set(imports_of_ours(modules()["matching", part]))


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
