"""Counts that durable-rules compares with a threshold: entries, occurrences, what is lacking."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from isocheck.durable.formula import Comparator
from isocheck.durable.measures import NULL, Interning
from isocheck.logic.comparisons import difference, equal
from isocheck.logic.truth import Truth
from isocheck.logic.values import ALL, UNKNOWN, AtLeast, Bounds, Value, ends


def token(value: Value, table: Interning) -> int:
    """Return the number of a value that is only compared for sameness."""
    if isinstance(value, Bounds):
        raise TypeError(f"a value within bounds has no text: {value!r}")
    return NULL if value is None else table.number(value)


def presence(value: Value) -> int | None:
    """Return 1 for a value that is there, 0 for null, None if it may be either."""
    if isinstance(value, Bounds) and value.maybe_null:
        return None
    return int(value is not None)


def entries(value: Value) -> int | None:
    """Return how many entries a list has, null none; None where it may have none or some."""
    if isinstance(value, AtLeast) and not value:
        return None
    if not value:
        return 0
    return len(value) if isinstance(value, (list, tuple, str)) else 1


def occurrences(value: Value, text: Value) -> int | None:
    """Return how often a text occurs in a list; -NULL where either is null."""
    if value is None or text is None:
        return -NULL
    if value is UNKNOWN or text is UNKNOWN:
        return None
    if value == ALL:
        return 1
    if isinstance(value, AtLeast) and text not in value:
        return None
    return value.count(text) if isinstance(value, (list, tuple)) else int(text in value)


def lacking(value: Value, wanted: Value) -> int | None:
    """Return how many entries of a list that is wanted a value does not hold."""
    if wanted == ALL:
        return None if value is UNKNOWN or isinstance(value, AtLeast) else int(value != ALL)
    rest = difference(wanted, value)
    if rest is UNKNOWN or (isinstance(rest, AtLeast) and not rest):
        return None
    return len(rest)


def in_common(value: Value, other: Value) -> int | None:
    """Return how many texts two lists have in common; none where either is null or empty."""
    for side in (value, other):
        if side is None or (side == [] and not isinstance(side, AtLeast)):
            return 0
    if value is UNKNOWN or other is UNKNOWN:
        return None
    if ALL in (value, other):
        return 1 if value and other else None
    found = len(set(value) & set(other))
    open_ended = isinstance(value, AtLeast) or isinstance(other, AtLeast)
    return None if open_ended and not found else found


def years_shared(value: Value, year: Value) -> int | None:
    """Return how many of one year lie in a period; none where either is null."""
    if value is None or year is None:
        return 0
    if value is UNKNOWN or year is UNKNOWN:
        return None
    low, high, maybe_null = ends(year)
    least = value.first if low is None else max(low, value.first)
    most = value.last if high is None else min(high, value.last)
    if least > most:
        return 0
    known = low is not None and high is not None and not maybe_null
    return 1 if known and (least, most) == (low, high) else None


def left_over(value: Value, pattern: re.Pattern[str]) -> int:
    """Return how many characters a pattern leaves over; a text it does not begin has one more."""
    if value is None:
        return NULL
    if pattern.fullmatch(value):
        return 0
    begun = pattern.match(value)
    return len(value) - begun.end() if begun else len(value) + 1


def equal_entries(value: Value, choices: Value) -> int | None:
    """Return how many entries of a list equal a value; -NULL for null."""
    if value is None or choices is None:
        return -NULL
    if value is UNKNOWN or choices is UNKNOWN:
        return None
    found = [entry is not None and equal(value, entry) for entry in choices]
    return None if None in found and True not in found else found.count(True)


Count = Callable[[Value, Value], int | None]


def _left_over_of(value: Value, pattern: Value) -> int | None:
    return None if value is UNKNOWN else left_over(value, re.compile(pattern))


def _counting_left_over(pattern: Value) -> Callable[[Value], int | None]:
    compiled = re.compile(pattern)
    return lambda value: left_over(value, compiled)


def _never_of_null(right: Value) -> Truth:
    return False if right is None else None


def _never_of_nothing(right: Value) -> Truth:
    return None if right else False


def _always_of_nothing(right: Value) -> Truth:
    return None if right else True  # nothing is wanted, so nothing is lacking


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """How an operator becomes a count off the facts that is held against a threshold.

    `settled` tells the truth where the right-hand side alone decides, None where it does not;
    `counting` makes the count of one right-hand side, where that saves work for each record.
    """

    count: Count
    comparator: Comparator
    threshold: int
    settled: Callable[[Value], Truth] = lambda _: None
    counting: Callable[[Value], Callable[[Value], int | None]] | None = None

    def of(self, right: Any) -> Callable[[Value], int | None]:
        """Return the count for one right-hand side."""
        if self.counting is not None:
            return self.counting(right)
        wanted, count = list(right) if isinstance(right, tuple) else right, self.count
        return lambda value: count(value, wanted)

    def holds(self, number: int | None) -> bool:
        """Tell whether a count makes the operator true; none counted stands on its false side."""
        if number is None:
            return False
        return number == self.threshold if self.comparator == "eq" else number >= self.threshold

    def related(self, left: Value, right: Value) -> Value:
        """Return the count as a value: not known where it is None."""
        number = self.count(left, right)
        return UNKNOWN if number is None else number


_HAS: Final = Counting(count=occurrences, comparator="gte", threshold=1, settled=_never_of_null)
COUNTED: Final[Mapping[str, Counting]] = {
    "has": _HAS,
    "under": _HAS,
    "has_any": Counting(count=in_common, comparator="gte", threshold=1, settled=_never_of_nothing),
    "in": Counting(count=equal_entries, comparator="gte", threshold=1),
    "covers": Counting(count=lacking, comparator="eq", threshold=0, settled=_always_of_nothing),
    "covers_year": Counting(
        count=years_shared, comparator="gte", threshold=1, settled=_never_of_null
    ),
    "matches": Counting(
        count=_left_over_of, comparator="eq", threshold=0, counting=_counting_left_over
    ),
}
