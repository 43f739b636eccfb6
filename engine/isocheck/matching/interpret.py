"""The plain interpreter: decides conditions by reading records, never the compiled form."""

from __future__ import annotations

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
    kind = type(condition)
    if kind is Compare:
        return decide(condition, reader)  # type: ignore[arg-type]
    result: Truth
    if kind is AllOf:
        result = True
        for part in condition.parts:  # type: ignore[union-attr]
            here = holds(part, reader)
            if here is False:
                return False
            if here is None:
                result = None
        return result
    if kind is AnyOf:
        result = False
        for part in condition.parts:  # type: ignore[union-attr]
            here = holds(part, reader)
            if here is True:
                return True
            if here is None:
                result = None
        return result
    if isinstance(condition, Not):
        return negation(holds(condition.part, reader))
    assert isinstance(condition, OutcomeIs)  # noqa: S101 - the last member of the union
    return reader.outcome(condition)


def decide(leaf: Compare, reader: Reader) -> Truth:
    """Decide one comparison."""
    right = leaf.right.value if type(leaf.right) is Literal_ else value_of(leaf.right, reader)
    if leaf.op == "under":
        return has(reader.ancestors(leaf.path), right)
    return COMPARISONS[leaf.op](reader.read(leaf.path), right)
