"""The plain interpreter: decides conditions by reading records, never the compiled form.

A condition is walked once and becomes nested functions, so that deciding it for thousands of
records does not walk it again.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, Final

from isocheck.logic.comparisons import equal, order
from isocheck.logic.truth import Truth, negation
from isocheck.logic.values import Open, Value
from isocheck.packs.conditions import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Fact,
    Literal_,
    Not,
    OutcomeIs,
)
from isocheck.packs.operators import OPERATORS
from isocheck.packs.reader import Reader, value_of

Decider = Callable[[Reader], Truth]


def holds(condition: Condition, reader: Reader) -> Truth:
    """Return whether a condition holds: True, False, or None for not known."""
    return decider(condition)(reader)


def decider(condition: Condition) -> Decider:
    """Return the function that decides a condition; made once for each condition object."""
    try:
        known: Decider = condition.decided
    except AttributeError:
        known = _MAKERS[type(condition)](condition)
        object.__setattr__(condition, "decided", known)
    return known


def _all(condition: AllOf) -> Decider:
    parts = tuple(decider(part) for part in condition.parts)

    def decide(reader: Reader) -> Truth:
        result: Truth = True
        for part in parts:
            here = part(reader)
            if here is False:
                return False
            if here is None:
                result = None
        return result

    return decide


def _any(condition: AnyOf) -> Decider:
    parts = tuple(decider(part) for part in condition.parts)

    def decide(reader: Reader) -> Truth:
        result: Truth = False
        for part in parts:
            here = part(reader)
            if here is True:
                return True
            if here is None:
                result = None
        return result

    return decide


def _not(condition: Not) -> Decider:
    part = decider(condition.part)
    return lambda reader: negation(part(reader))


def _outcome(condition: OutcomeIs) -> Decider:
    return lambda reader: reader.outcome(condition)


def _compare(leaf: Compare) -> Decider:
    path, right, operator_ = leaf.path, leaf.right, OPERATORS[leaf.op]
    compare = operator_.decide
    if operator_.of_ancestors:
        return lambda reader: compare(reader.ancestors(path), value_of(right, reader))
    if isinstance(right, Literal_):
        return _with_literal(leaf, right.value)
    if isinstance(right, Fact) and not right.shift and not right.by:
        other = right.path
        return lambda reader: compare(reader.read(path), reader.read(other))
    return lambda reader: compare(reader.read(path), value_of(right, reader))


def _with_literal(leaf: Compare, literal: Value) -> Decider:
    path, compare = leaf.path, OPERATORS[leaf.op].decide
    if leaf.op == "eq" and literal is not None:

        def same(reader: Reader) -> Truth:
            value = reader.read(path)
            if isinstance(value, Open):
                return equal(value, literal)
            return bool(value == literal)

        return same
    in_order = _ORDERS.get(leaf.op)
    if in_order is not None and literal is not None:
        op = leaf.op

        def ordered(reader: Reader) -> Truth:
            value = reader.read(path)
            if value is None:
                return False
            if isinstance(value, Open):
                return order(op, value, literal)
            return in_order(value, literal)

        return ordered
    return lambda reader: compare(reader.read(path), literal)


_ORDERS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
}
_MAKERS: Final[dict[type, Callable[[Any], Decider]]] = {
    Compare: _compare,
    AllOf: _all,
    AnyOf: _any,
    Not: _not,
    OutcomeIs: _outcome,
}
