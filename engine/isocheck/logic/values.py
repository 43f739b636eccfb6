"""What a path can read: a known value, null, a value within bounds, or not known; and comparisons.

Known values are str, int, bool, date, Fraction and lists of texts; None is null, known to be none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import Any, Final, final

from isocheck.logic.days import Shift, Unit, year_end
from isocheck.logic.truth import Truth, negation

Value = Any
Ordered = int | Fraction | date


class Open:
    """A value that is not known exactly."""

    __slots__ = ()

    def __bool__(self) -> bool:
        raise TypeError("what is not known is neither true nor false")


@final
class _Unknown(Open):
    """The value of what is not known."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "UNKNOWN"


@final
class _YesOrNo(Open):
    """The value of what is true or false, never null, though it is not known which."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "YES_OR_NO"


UNKNOWN: Final = _Unknown()
YES_OR_NO: Final = _YesOrNo()
ALL: Final = "all"  # a list of codes that holds every code


@dataclass(frozen=True, slots=True)
class Bounds(Open):
    """A value known only to lie between `low` and `high` (None: open), or perhaps to be null."""

    low: Ordered | None
    high: Ordered | None
    maybe_null: bool = False


@dataclass(frozen=True, slots=True)
class OrNull(Open):
    """A value in no order (a text, yes or no, a list) that is there only perhaps, else null."""

    value: Value


class AtLeast(list[Any]):
    """Entries that a list is known to hold; it may hold more."""


def bounded(low: Ordered | None, high: Ordered | None, *, maybe_null: bool = False) -> Value:
    """Return the tightest value for these bounds: exact when both ends agree and null is out."""
    if low is not None and low == high and not maybe_null:
        return low
    return Bounds(low, high, maybe_null)


def perhaps(value: Value) -> Value:
    """Return what is known of a value that is there only perhaps, and null otherwise."""
    if value is None or isinstance(value, OrNull):
        return value
    if isinstance(value, Bounds):
        return Bounds(value.low, value.high, maybe_null=True)
    if isinstance(value, Open):
        return UNKNOWN
    if isinstance(value, (date, Fraction)) or type(value) is int:
        return Bounds(value, value, maybe_null=True)
    return OrNull(value)


def alternatives(value: Value) -> tuple[Value, ...]:
    """Return the values that a value may be: two where it is one of two, else itself."""
    if isinstance(value, OrNull):
        return value.value, None
    return (True, False) if value is YES_OR_NO else (value,)


def one_of(values: Sequence[Value], *, certain: bool) -> Value:
    """Return what is known of a value that is one of some, or perhaps (not `certain`) null."""
    first = values[0]
    if all(type(value) is type(first) and value == first for value in values):
        return first if certain else perhaps(first)
    if certain and all(isinstance(value, list) or value == ALL for value in values):
        lists = [value for value in values if value != ALL]
        return AtLeast(each for each in lists[0] if all(each in other for other in lists[1:]))
    if all(value is None or isinstance(value, Bounds) or _in_order(value) for value in values):
        certain = certain and None not in values
        return _hull([value for value in values if value is not None], certain=certain)
    return UNKNOWN


def _in_order(value: Value) -> bool:
    return isinstance(value, (date, Fraction)) or type(value) is int


def _hull(values: Sequence[Value], *, certain: bool) -> Value:
    lows, highs, nulls = zip(*map(ends, values), strict=True)
    low = None if None in lows else min(lows)
    high = None if None in highs else max(highs)
    if low is None and high is None:
        return UNKNOWN
    return bounded(low, high, maybe_null=not certain or any(nulls))


def map_ordered(value: Value, function: Callable[[Any], Any]) -> Value:
    """Apply a growing function to a value, to both of its ends if it is within bounds."""
    if value is None or value is UNKNOWN:
        return value
    if isinstance(value, Bounds):
        low = None if value.low is None else function(value.low)
        high = None if value.high is None else function(value.high)
        return Bounds(low, high, value.maybe_null)
    return function(value)


def shifted(value: Value, shift: Shift) -> Value:
    """Return a day moved by a span."""
    return map_ordered(value, shift.applied_to) if shift else value


def moved(value: Value, shift: Shift, spans: Sequence[tuple[Unit, int, Value]]) -> Value:
    """Return a day moved by a span and by numbers of days, months or years that have a sign.

    Null moved, or moved by null, is null. Within bounds the first day is moved least and the last
    most: a later day, and a longer span, never give an earlier day.
    """
    if value is None or any(number is None for *_, number in spans):
        return None
    if value is UNKNOWN or any(number is UNKNOWN for *_, number in spans):
        return UNKNOWN
    low, high, maybe_null = ends(value)
    least: Shift | None = shift
    most: Shift | None = shift
    for unit, sign, number in spans:
        first, last, null = ends(number)
        first, last = (first, last) if sign > 0 else (last, first)
        least = _longer(least, unit, sign, first)
        most = _longer(most, unit, sign, last)
        maybe_null = maybe_null or null
    low = None if low is None or least is None else least.applied_to(low)  # type: ignore[arg-type]
    high = None if high is None or most is None else most.applied_to(high)  # type: ignore[arg-type]
    return UNKNOWN if low is None and high is None else bounded(low, high, maybe_null=maybe_null)


def _longer(shift: Shift | None, unit: Unit, sign: int, number: Any) -> Shift | None:
    """Return a span made longer by a number; None where either has no end."""
    if shift is None or number is None:
        return None
    return replace(shift, **{unit: getattr(shift, unit) + sign * number})


def end_of_year(value: Value) -> Value:
    """Return 31 December of a year."""
    return map_ordered(value, year_end)


def ends(value: Value) -> tuple[Ordered | None, Ordered | None, bool]:
    """Return both ends of a value that is ordered, and whether it may be null."""
    if isinstance(value, Bounds):
        return value.low, value.high, value.maybe_null
    return value, value, False


def order(op: str, left: Value, right: Value) -> Truth:
    """Decide lt, lte, gt or gte; null on either side is false (design §4)."""
    if left is None or right is None:
        return False
    if left is UNKNOWN or right is UNKNOWN:
        return None
    if op in ("gt", "gte"):
        left, right = right, left
    strict = op in ("lt", "gt")
    left_low, left_high, left_null = ends(left)
    right_low, right_high, right_null = ends(right)
    if left_low is not None and right_high is not None:
        above = left_low >= right_high if strict else left_low > right_high  # type: ignore[operator]
        if above:
            return False
    if left_null or right_null or left_high is None or right_low is None:
        return None
    below = left_high < right_low if strict else left_high <= right_low  # type: ignore[operator]
    return True if below else None


def _whichever(decide: Callable[[Value, Value], Truth]) -> Callable[[Value, Value], Truth]:
    """Decide where every value that either side may be decides alike."""

    def decided(left: Value, right: Value) -> Truth:
        if isinstance(left, Open) or isinstance(right, Open):
            truths = {decide(a, b) for a in alternatives(left) for b in alternatives(right)}
            return truths.pop() if len(truths) == 1 else None
        return decide(left, right)

    return decided


def _same(left: Value, right: Value) -> Truth:
    if left is UNKNOWN or right is UNKNOWN:
        return None
    if not isinstance(left, Bounds) and not isinstance(right, Bounds):
        return bool(left == right)
    if left is None or right is None:
        other = right if left is None else left
        return None if other.maybe_null else False
    left_low, left_high, left_null = ends(left)
    right_low, right_high, right_null = ends(right)
    apart = (
        left_high is not None and right_low is not None and left_high < right_low  # type: ignore[operator]
    ) or (
        right_high is not None and left_low is not None and right_high < left_low  # type: ignore[operator]
    )
    return False if apart and not (left_null and right_null) else None


_SAME: Final = _whichever(_same)


def equal(left: Value, right: Value) -> Truth:
    """Decide whether two values are the same; null equals null alone."""
    return _SAME(left, right)


def is_there(value: Value) -> Truth:
    """Decide whether a value is known not to be null."""
    if value is UNKNOWN:
        return None
    if isinstance(value, Bounds):
        return None if value.maybe_null else True
    return value is not None


def _has(left: Value, right: Value) -> Truth:
    if left is None or right is None:
        return False
    if left is UNKNOWN or right is UNKNOWN:
        return None
    if left == ALL or right in left:
        return True
    return None if isinstance(left, AtLeast) else False


_HAS: Final = _whichever(_has)


def has(left: Value, right: Value) -> Truth:
    """Decide whether a list holds a text."""
    return _HAS(left, right)


def _has_any(left: Value, right: Value) -> Truth:
    if left is None or right is None:
        return False
    for side in (left, right):
        if side is not UNKNOWN and not isinstance(side, AtLeast) and not side:
            return False  # whatever the other is
    if left is UNKNOWN or right is UNKNOWN:
        return None
    if ALL in (left, right):
        return True if left and right else None  # a list known in part may have no entry
    if not set(left).isdisjoint(right):
        return True
    return None if isinstance(left, AtLeast) or isinstance(right, AtLeast) else False


_HAS_ANY: Final = _whichever(_has_any)


def has_any(left: Value, right: Value) -> Truth:
    """Decide whether two lists have a text in common; `all` has one with every list but `[]`."""
    return _HAS_ANY(left, right)


def is_empty(value: Value) -> Truth:
    """Decide whether a list has no entry; null is none."""
    if value is UNKNOWN or (isinstance(value, AtLeast) and not value):
        return None
    return not value


def difference(left: Value, right: Value) -> Value:
    """Return the entries of the left list that the right one lacks, in the left one's order."""
    if isinstance(left, OrNull) or isinstance(right, OrNull):
        sides = product(alternatives(left), alternatives(right))
        return one_of([difference(one, other) for one, other in sides], certain=True)
    if left is UNKNOWN:
        return UNKNOWN
    if right == ALL or (not left and not isinstance(left, AtLeast)):
        return []
    if right is UNKNOWN or left == ALL:
        return UNKNOWN
    taken = set(right or ())
    rest = [entry for entry in left if entry not in taken]
    if isinstance(left, AtLeast):
        return UNKNOWN if isinstance(right, AtLeast) else AtLeast(rest)
    # What the right list may hold besides could take every entry of the rest away.
    return UNKNOWN if isinstance(right, AtLeast) and rest else rest


@_whichever
def covers(left: Value, right: Value) -> Truth:
    """Decide whether the left list holds every entry of the right one."""
    if right == ALL:
        return None if left is UNKNOWN or isinstance(left, AtLeast) else left == ALL
    return is_empty(difference(right, left))


@_whichever
def covers_year(left: Value, right: Value) -> Truth:
    """Decide whether a year, or a part of it, lies in a period."""
    if left is None or right is None:
        return False
    if left is UNKNOWN or right is UNKNOWN:
        return None
    low, high, maybe_null = ends(right)
    if (low is not None and low > left.last) or (high is not None and high < left.first):
        return False
    inside = low is not None and high is not None and left.first <= low and high <= left.last
    return True if inside and not maybe_null else None


@lru_cache(maxsize=256)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


@_whichever
def matches(left: Value, right: Value) -> Truth:
    """Decide whether a whole text has the form of a pattern."""
    if left is None:
        return False
    if left is UNKNOWN:
        return None
    return _pattern(right).fullmatch(left) is not None


def _in(left: Value, right: Value) -> Truth:
    if left is None or right is None:
        return False
    if left is UNKNOWN or right is UNKNOWN:
        return None
    return _any_equal(left, right)


def _any_equal(left: Value, right: list[Value]) -> Truth:
    seen: Truth = False
    for entry in right:
        # Null is in no list, not even in one that names it.
        here = False if entry is None else equal(left, entry)
        if here:
            return True
        if here is None:
            seen = None
    return seen


is_one_of: Final = _whichever(_in)


def differ(left: Value, right: Value) -> Truth:
    """Decide whether two values are not the same; null is other than every value."""
    return negation(equal(left, right))


def exists(left: Value, right: Value) -> Truth:
    """Decide whether a value is there where that is asked, or not there where that is."""
    there = _IS_THERE(left, None)
    return there if right else negation(there)


def not_exists(left: Value, right: Value) -> Truth:
    """Decide the opposite of what `exists` does."""
    return negation(exists(left, right))


def empty(left: Value, right: Value) -> Truth:
    """Decide whether a list has no entry where that is asked, or has one where that is."""
    none = _IS_EMPTY(left, None)
    return none if right else negation(none)


def _ordering(op: str) -> Callable[[Value, Value], Truth]:
    return _whichever(lambda left, right: order(op, left, right))


_IS_THERE: Final = _whichever(lambda left, _: is_there(left))
_IS_EMPTY: Final = _whichever(lambda left, _: is_empty(left))
less: Final = _ordering("lt")
at_most: Final = _ordering("lte")
more: Final = _ordering("gt")
at_least: Final = _ordering("gte")
