"""The plain interpreter: decides conditions by reading records, never the compiled form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from isocheck.logic.truth import Truth, negation
from isocheck.logic.values import COMPARISONS, has
from isocheck.matching.reader import Reader, value_of
from isocheck.packs.conditions import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Literal_,
    Not,
    OutcomeIs,
)


def holds(condition: Condition, reader: Reader) -> Truth:
    """Return whether a condition holds: True, False, or None for not known."""
    return _DECIDERS[type(condition)](condition, reader)


def decide(leaf: Compare, reader: Reader) -> Truth:
    """Decide one comparison."""
    right = leaf.right.value if type(leaf.right) is Literal_ else value_of(leaf.right, reader)
    if leaf.op == "under":
        return has(reader.ancestors(leaf.path), right)
    return COMPARISONS[leaf.op](reader.read(leaf.path), right)


def _all(condition: AllOf, reader: Reader) -> Truth:
    result: Truth = True
    for part in condition.parts:
        here = _DECIDERS[type(part)](part, reader)
        if here is False:
            return False
        if here is None:
            result = None
    return result


def _any(condition: AnyOf, reader: Reader) -> Truth:
    result: Truth = False
    for part in condition.parts:
        here = _DECIDERS[type(part)](part, reader)
        if here is True:
            return True
        if here is None:
            result = None
    return result


_DECIDERS: Final[dict[type, Callable[[Any, Reader], Truth]]] = {
    Compare: decide,
    AllOf: _all,
    AnyOf: _any,
    Not: lambda condition, reader: negation(holds(condition.part, reader)),
    OutcomeIs: lambda condition, reader: reader.outcome(condition),
}
