"""Comparisons of what paths read, of which either side may be known within bounds, or not."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import product
from typing import Final

from isocheck.logic.truth import Truth, negation
from isocheck.logic.values import (
    ALL,
    UNKNOWN,
    AtLeast,
    Bounds,
    Open,
    OrNull,
    Value,
    alternatives,
    ends,
    one_of,
)


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


@_whichever
def has_any(left: Value, right: Value) -> Truth:
    """Decide whether two lists have a text in common; `all` has one with every list but `[]`."""
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
