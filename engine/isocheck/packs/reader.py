"""What the deciders of conditions ask of the facts."""

from __future__ import annotations

from typing import Protocol

from isocheck.logic.days import NO_SHIFT
from isocheck.logic.truth import Truth
from isocheck.logic.values import Value, end_of_year, moved, shifted
from isocheck.packs.conditions import Expression, Fact, Literal_, OutcomeIs, Path


class Reader(Protocol):
    """Reads values for one subject (and item), on one day, in one world."""

    def read(self, path: Path) -> Value:
        """Return the value of a path: known, null, within bounds, or not known."""

    def ancestors(self, path: Path) -> Value:
        """Return the ids of the parents, grandparents … of the record a path names."""

    def outcome(self, leaf: OutcomeIs) -> Truth:
        """Tell whether another rule's outcome for this subject is one of some."""


def value_of(expression: Expression, reader: Reader) -> Value:
    """Return the value of a right-hand side."""
    if isinstance(expression, Literal_):
        return expression.value
    value = reader.read(expression.path)
    if not isinstance(expression, Fact):
        value = end_of_year(value)
    if expression.by:
        spans = [(span.unit, span.sign, reader.read(span.path)) for span in expression.by]
        return moved(value, expression.shift, spans)
    return value if expression.shift is NO_SHIFT else shifted(value, expression.shift)
