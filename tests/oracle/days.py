"""Days, and what a condition compares: nothing here knows what is not known (design §4)."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

ONE_DAY = timedelta(days=1)
FAR = date(2035, 12, 31)


def moved(day: date, by: dict[str, int], sign: int) -> date:
    """Return a day moved by days, months and years; months clamp to the month's last day."""
    months = (by.get("months", 0) + 12 * by.get("years", 0)) * sign
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    clamped = date(year, month + 1, min(day.day, last))
    return clamped + timedelta(days=by.get("days", 0) * sign)


def number(value: Any) -> Any:
    """Return a literal as the number it is: `50%` is an exact fraction."""
    if isinstance(value, str) and re.fullmatch(r"\d+%", value):
        return Fraction(int(value[:-1]), 100)
    return value


def compared(left: Any, operator: str, right: Any) -> bool:
    """Return whether a comparison holds; beside null all but `eq`, `ne` and `exists` is false."""
    if operator == "exists":
        return (left is not None) is right
    if operator == "not_exists":
        return (left is None) is right
    if operator == "eq":
        return bool(left == right)
    if operator == "ne":
        return bool(left != right)
    if operator == "empty":
        return (not left) is right
    if operator == "covers":  # null is known to be none: a list without entries
        return left == "all" or (right != "all" and set(right or ()) <= set(left or ()))
    return left is not None and right is not None and _ordered(left, operator, right)


def _ordered(left: Any, operator: str, right: Any) -> bool:
    match operator:
        case "lt":
            return bool(left < right)
        case "lte":
            return bool(left <= right)
        case "gt":
            return bool(left > right)
        case "gte":
            return bool(left >= right)
        case "in":
            return left in right
        case "has":
            return left == "all" or right in left
        case "matches":
            return re.fullmatch(right, left) is not None
    raise AssertionError(operator)


def difference(left: Any, right: Any) -> Any:
    """Return the entries of one list that the other lacks."""
    if right == "all":
        return []
    return [each for each in left or [] if each not in (right or [])]
