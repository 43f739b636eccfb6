"""The modules of the package, as its tests of layers and its picture read them: parsed once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "engine" / "isocheck"

# From the top down. A part may import parts of lower rows only, never one of its own row or above.
LAYERS = (
    {"__main__", "pytest_plugin"},
    {"cli"},
    {"starting"},
    {"audit", "authoring"},
    {"isocheck"},  # the package itself: what is public
    {"api"},
    {"session"},
    {"report"},
    {"evaluate"},
    {"durable"},
    {"packs"},
    {"records"},
    {"source", "logic"},
    {"finding", "messages", "resources", "writing"},
    {"errors", "interrupt"},
)
RANK = {part: row for row, parts in enumerate(LAYERS) for part in parts}
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
