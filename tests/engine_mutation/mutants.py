"""Small changes of the engine's code that a test should notice, made on its syntax tree."""

from __future__ import annotations

import ast
import copy
import difflib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

ENGINE = Path(__file__).resolve().parents[2] / "engine" / "isocheck"
Way = tuple[tuple[str, int | None], ...]  # from the module down: fields, and places in them
Change = tuple[Way, ast.AST | None]  # None: the node is taken out
_FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_OPPOSITE: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_NAMES = (
    ("min", "max"), ("any", "all"), ("all_of", "any_of"), ("low", "high"), ("lows", "highs"),
    ("first", "now"), ("first", "last"), ("inner", "outer"), ("sure", "near"),
    ("left_low", "left_high"), ("right_low", "right_high"), ("total_low", "total_high"),
    ("begun", "ended"), ("low_of", "high_of"), ("below", "above"),
)  # fmt: skip
_SWAPPED = {(a, b) for pair in _NAMES for a, b in (pair, pair[::-1])}


@dataclass(frozen=True)
class Mutant:
    """One change: of which module and function, of which line into which."""

    module: str
    where: str
    was: str
    becomes: str
    number: int  # of several that read alike
    lines: tuple[int, int]
    within: bool  # in the body of one function, so that its code alone can be put in
    change: Change

    @property
    def key(self) -> str:
        """What tells it from all others, whatever moves around it."""
        more = f" ({self.number})" if self.number else ""
        return f"{self.module}:{self.where}: {self.was} -> {self.becomes}{more}"


def source_of(module: str) -> str:
    """Return the text of a module, `evaluate.judging`."""
    return path_of(module).read_text(encoding="utf-8")


def path_of(module: str) -> Path:
    """Return where a module stands."""
    return ENGINE / f"{module.replace('.', '/')}.py"


def mutants_of(module: str) -> list[Mutant]:
    """Return every mutant of a module, in the order of its lines."""
    return mutants_in(source_of(module), module)


def mutants_in(text: str, module: str) -> list[Mutant]:
    """Return every mutant of a text that is a module's."""
    tree = ast.parse(text)
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for at in _statements(tree, (), (), within=False):
        before = ast.unparse(at.node)
        told = {before}
        for change in _changes(at):
            after = _after(at, change)
            if after in told:
                continue
            told.add(after)
            mutant = _as_mutant(module, at, change, _differing(before, after))
            alike = (mutant.where, mutant.was, mutant.becomes)
            found.append(replace(mutant, number=seen[alike]))
            seen[alike] += 1
    return found


def _after(at: _At, change: Change) -> str:
    """Return the statement as it reads once changed."""
    way, new = change
    if len(way) == len(at.way):
        return "" if new is None else ast.unparse(new)
    holder = ast.Module([at.node], [])
    return ast.unparse(changed(holder, ((("body", 0), *way[len(at.way) :]), new)))


def changed(tree: ast.Module, change: Change) -> ast.Module:
    """Return a tree with one change made."""
    way, new = change
    copied = copy.deepcopy(tree)
    here: ast.AST = copied
    for name, place in way[:-1]:
        here = getattr(here, name) if place is None else getattr(here, name)[place]
    name, place = way[-1]
    if place is None:
        setattr(here, name, new)
    elif new is None:
        del getattr(here, name)[place]
    else:
        getattr(here, name)[place] = new
    return ast.fix_missing_locations(copied)


@dataclass(frozen=True)
class _At:
    node: ast.stmt
    way: Way
    where: tuple[str, ...]
    within: bool
    names: frozenset[str]  # that its function knows


def _statements(
    node: ast.AST,
    way: Way,
    where: tuple[str, ...],
    *,
    within: bool,
    names: frozenset[str] = frozenset(),
) -> Iterator[_At]:
    for name in ("body", "orelse", "handlers", "finalbody"):
        for place, inner in enumerate(getattr(node, name, None) or ()):
            here = (*way, (name, place))
            if _says_nothing(inner):
                continue
            if isinstance(inner, ast.stmt):
                yield _At(inner, here, where, within, names)
            if isinstance(inner, ast.FunctionDef):
                # Of a function in a function the outer one has made closures already.
                inside, known = (*where, inner.name), names | _names_in(inner)
                apart = bool(names)
                yield from _statements(inner, here, inside, within=not apart, names=known)
            elif isinstance(inner, ast.ClassDef):
                yield from _statements(inner, here, (*where, inner.name), within=False)
            else:
                yield from _statements(inner, here, where, within=within, names=names)


def _says_nothing(node: ast.AST) -> bool:
    """Tell a docstring, a type, what cannot be, what names the slots or exports of a thing."""
    match node:
        case ast.Assert() | ast.Raise() | ast.Import() | ast.ImportFrom():
            return True
        case ast.Expr(value=ast.Constant()) | ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return name in ("__slots__", "__all__") or isinstance(value, ast.BinOp)
        case ast.AnnAssign(value=None):
            return True
    return False


def _names_in(node: ast.AST) -> frozenset[str]:
    return frozenset(n.id for n in ast.walk(node) if isinstance(n, ast.Name)) | frozenset(
        n.arg for n in ast.walk(node) if isinstance(n, ast.arg)
    )


def _as_mutant(module: str, at: _At, change: Change, told: tuple[str, str]) -> Mutant:
    head = getattr(at.node, "body", None)
    last = head[0].lineno - 1 if head else at.node.end_lineno or at.node.lineno
    return Mutant(
        module=module,
        where=".".join(at.where),
        was=told[0],
        becomes=told[1],
        number=0,
        lines=(at.node.lineno, max(at.node.lineno, last)),
        within=at.within and not isinstance(at.node, ast.FunctionDef),
        change=change,
    )


def _differing(before: str, after: str) -> tuple[str, str]:
    lines = [*difflib.ndiff(before.splitlines(), after.splitlines())]
    gone, come = (
        " ".join(line[2:].strip() for line in lines if line.startswith(sign)) for sign in "-+"
    )
    return gone, come


def _changes(at: _At) -> Iterator[Change]:
    """Yield every change of a statement itself; of the statements in it others are made."""
    statement, way = at.node, at.way
    if isinstance(statement, ast.Expr | ast.AugAssign):
        yield way, ast.Pass()
    if isinstance(statement, ast.Continue):
        yield way, ast.Break()
    for below, node in _expressions(statement, way):
        for new in _other_forms(node, at.names):
            yield below, new
    yield from _other_returns(statement, way)
    if isinstance(statement, ast.If) and not isinstance(statement.test, _CHANGED_ANYWAY):
        yield (*way, ("test", None)), ast.UnaryOp(ast.Not(), statement.test)


def _other_returns(statement: ast.stmt, way: Way) -> Iterator[Change]:
    values = (True, False, None)
    if not isinstance(statement, ast.Return) or not isinstance(statement.value, ast.Constant):
        return
    if statement.value.value in values:
        for value in values:
            yield (*way, ("value", None)), ast.Constant(value)


_CHANGED_ANYWAY = (ast.Compare, ast.BoolOp, ast.UnaryOp)
_BLOCKS = ("body", "orelse", "handlers", "finalbody", "decorator_list")
_TYPES = ("annotation", "returns", "ctx")


def _expressions(node: ast.AST, way: Way) -> Iterator[tuple[Way, ast.AST]]:
    statement = isinstance(node, ast.stmt)
    for name, value in ast.iter_fields(node):
        if name in _TYPES or (statement and name in _BLOCKS):
            continue
        inside = enumerate(value) if isinstance(value, list) else ((None, value),)
        for place, inner in inside:
            if isinstance(inner, ast.AST):
                here = (*way, (name, place))
                yield here, inner
                yield from _expressions(inner, here)


def _other_forms(node: ast.AST, names: frozenset[str]) -> Iterator[ast.AST]:
    match node:
        case ast.Compare() | ast.BoolOp():
            yield from _other_conditions(node)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.IfExp(test=test) if not isinstance(test, _CHANGED_ANYWAY):
            yield ast.IfExp(test, node.orelse, node.body)
        case ast.BinOp(op=op, left=left, right=right) if type(op) in _OPPOSITE:
            yield ast.BinOp(left, _OPPOSITE[type(op)](), right)
            yield left
        case ast.Call(keywords=keywords):
            for n, keyword in enumerate(keywords):
                if keyword.arg != "default_factory":
                    yield ast.Call(node.func, node.args, [*keywords[:n], *keywords[n + 1 :]])
        case ast.comprehension(ifs=ifs):
            for n in range(len(ifs)):
                yield ast.comprehension(node.target, node.iter, [*ifs[:n], *ifs[n + 1 :]], 0)
        case _:
            yield from _other_words(node, names)


def _other_conditions(node: ast.Compare | ast.BoolOp) -> Iterator[ast.AST]:
    if isinstance(node, ast.Compare):
        for n, op in enumerate(node.ops):
            other = [*node.ops[:n], _FLIPPED[type(op)](), *node.ops[n + 1 :]]
            yield ast.Compare(node.left, other, node.comparators)
        return
    op, values = node.op, node.values
    yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
    for n in range(len(values)):
        rest = [*values[:n], *values[n + 1 :]]
        yield rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)


def _other_words(node: ast.AST, names: frozenset[str]) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield ast.Constant(value + 1)
            if value:
                yield ast.Constant(value - 1)
        case ast.Name(id=name) if isinstance(node.ctx, ast.Load):
            for one, other in _SWAPPED:
                if name == one and (other in names or other in ("min", "max", "any", "all")):
                    yield ast.Name(other, node.ctx)
        case ast.Attribute(attr=name) if isinstance(node.ctx, ast.Load):
            for one, other in _SWAPPED:
                if name == one:
                    yield ast.Attribute(node.value, other, node.ctx)
