"""Dividing rules into rulesets that durable_rules can run, and writing them in its JSON.

The limits are those of the library's own tree of conditions. Past them it fails at run time, hangs
or crashes, so the tree is built here in the same shape and measured before the library sees it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from isocheck.durable.formula import (
    Every,
    Formula,
    Lit,
    Some,
    firings,
    groups,
    literals_of,
    simultaneous,
)
from isocheck.errors import EngineFault

MAX_PEAK: Final = 60  # conditions waiting at once; the library's stack holds 64
MAX_FIRINGS: Final = 64  # of one rule on one record
MAX_GROUPS: Final = 14  # nested groups of one rule; each takes two of the library's 31 markers
MAX_LITERALS: Final = 120  # of one rule; a conjunction is a chain in the tree, walked by recursion
MAX_PROPERTIES: Final = 240  # of one record; the library holds 255, three are ours
MAX_CHILDREN: Final = 250  # conditions under one node; at 513 the library hangs
MAX_FORWARDS: Final = 60  # disjunctions that begin with one literal
MAX_ENDS: Final = 200  # rules that end with one literal; at 256 the library crashes
MAX_RULES: Final = 2000  # of one ruleset; the library takes 4,096

KIND: Final = "kind"  # what every rule asks first, so that the library's own facts match none
READY: Final = "ready"  # the rule of the record that each ruleset is tried with, of kind 2


@dataclass(slots=True, eq=False)
class Node:
    """One condition in the tree of a ruleset."""

    children: dict[Lit, Node] = field(default_factory=dict)
    forwards: list[Node] = field(default_factory=list)  # what follows a disjunction: never shared
    ends: int = 0

    def grow(self, formula: Formula) -> Node:
        """Add a formula below this node as the library does; return the node it ends in."""
        if isinstance(formula, Lit):
            return self.children.setdefault(formula, Node())
        if isinstance(formula, Every):
            node = self
            for part in formula.parts:
                node = node.grow(part)
            return node
        forward = Node()
        assert isinstance(formula, Some)  # noqa: S101 - a constant never becomes a rule
        for part in formula.parts:
            self.grow(part).forwards.append(forward)
        return forward

    def within_limits(self) -> bool:
        """Tell whether the library can run a ruleset with this tree, whatever the record."""
        return _measured(self, {}) <= MAX_PEAK


def _measured(node: Node, done: dict[int, int]) -> int:
    """Return the most conditions that wait at once below a node; past MAX_PEAK if it cannot run."""
    if id(node) in done:
        return done[id(node)]
    below = [_measured(child, done) for child in (*node.children.values(), *node.forwards)]
    most = simultaneous(node.children) + len(node.forwards)
    result = max(most, most - 1 + max(below, default=0))
    if (
        len(node.children) > MAX_CHILDREN
        or len(node.forwards) > MAX_FORWARDS
        or node.ends > MAX_ENDS
    ):
        result = MAX_PEAK + 1
    done[id(node)] = result
    return result


@dataclass(frozen=True, slots=True)
class Unit:
    """A condition compiled: the formula of its truth and the formula of its falsehood."""

    holds: Formula
    fails: Formula

    def formulas(self) -> Iterable[Formula]:
        """Yield the formulas that need a rule: those that are no constants."""
        return (part for part in (self.holds, self.fails) if not isinstance(part, bool))

    def names(self) -> set[str]:
        """Return the properties that the unit reads."""
        return {lit.name for formula in self.formulas() for lit in literals_of(formula)}


def fits(unit: Unit) -> bool:
    """Tell whether a unit can stand in a ruleset at all."""
    for formula in unit.formulas():
        if sum(1 for _ in literals_of(formula)) > MAX_LITERALS:
            return False
        if groups(formula) > MAX_GROUPS or firings(formula) > MAX_FIRINGS:
            return False
    tree = Node()
    for formula in unit.formulas():
        tree.grow(formula).ends += 1
    return len(unit.names()) <= MAX_PROPERTIES and tree.within_limits()


@dataclass(frozen=True, slots=True)
class Shard:
    """The units of one ruleset, by their number, and the properties of its record."""

    units: tuple[int, ...]
    names: tuple[str, ...]


def shards_of(units: Sequence[Unit]) -> list[Shard]:
    """Divide units into rulesets, in order, each within the library's limits."""
    shards: list[Shard] = []
    members: list[int] = []
    names: set[str] = set()
    tree = Node()
    for number, unit in enumerate(units):
        if not _added(tree, unit, names, len(members)):
            if members:
                shards.append(_shard(members, names))
            members, names, tree = [], set(), Node()
            if not _added(tree, unit, names, 0):
                raise EngineFault(f"a condition is too large for one ruleset: {unit}")
        members.append(number)
        names |= unit.names()
    if members:
        shards.append(_shard(members, names))
    return shards


def _shard(members: list[int], names: set[str]) -> Shard:
    return Shard(tuple(members), tuple(sorted(names)))


def _added(tree: Node, unit: Unit, names: set[str], members: int) -> bool:
    """Grow the tree by a unit; tell whether it is still within the limits.

    A tree grown past them is thrown away, so there is nothing to undo.
    """
    for formula in unit.formulas():
        tree.grow(formula).ends += 1
    return (
        2 * members + 2 <= MAX_RULES
        and len(names | unit.names()) <= MAX_PROPERTIES
        and tree.within_limits()
    )


def rule_name(unit: int, truth: bool) -> str:
    """Return the name of the rule that finds a unit true, or false."""
    return f"{unit}|{'T' if truth else 'F'}"


def ruleset_text(shard: Shard, units: Sequence[Unit]) -> str:
    """Return the ruleset of a shard in the JSON of durable_rules."""
    rules: dict[str, Any] = {READY: {"all": [{"m": {KIND: 2}}]}}
    for number in shard.units:
        unit = units[number]
        for truth, formula in ((True, unit.holds), (False, unit.fails)):
            if not isinstance(formula, bool):
                rules[rule_name(number, truth)] = {"all": [{"m": _pattern(formula)}]}
    return json.dumps(rules)


def _pattern(formula: Formula) -> dict[str, Any]:
    parts = formula.parts if isinstance(formula, Every) else (formula,)
    return {"$and": [{KIND: 1}, *map(_json, parts)]}


def _json(formula: Formula) -> dict[str, Any]:
    if isinstance(formula, Lit):
        comparison = {formula.name: formula.threshold}
        return comparison if formula.comparator == "eq" else {f"${formula.comparator}": comparison}
    assert isinstance(formula, (Every, Some))  # noqa: S101 - constants are gone by now
    return {
        "$and" if isinstance(formula, Every) else "$or": [_json(part) for part in formula.parts]
    }
