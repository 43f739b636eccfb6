"""Counts that durable-rules compares with a threshold: entries, occurrences, what is lacking."""

from __future__ import annotations

import re
from collections.abc import Callable

from isocheck.logic.values import ALL, UNKNOWN, AtLeast, Bounds, Value, difference, ends, equal
from isocheck.matching.measures import NULL, Interning


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


def or_unknown(count: Callable[[Value, Value], int | None]) -> Callable[[Value, Value], Value]:
    """Return the same count as a value: not known where it is None."""

    def related(left: Value, right: Value) -> Value:
        number = count(left, right)
        return UNKNOWN if number is None else number

    return related


def left_over_of(value: Value, pattern: Value) -> int | None:
    """Return what a pattern given as a text leaves over."""
    return None if value is UNKNOWN else left_over(value, re.compile(pattern))
