"""What a path can read: a known value, null, a value within bounds, or not known.

Known values are str, int, bool, date, Fraction and lists of texts; None is null, known to be none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any, Final, final

from isocheck.logic.days import Shift, Unit, year_end

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
