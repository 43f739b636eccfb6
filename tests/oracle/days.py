"""Days, and what a condition compares: nothing here knows what is not known (design §4)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
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
    """Return whether a comparison holds; a list that is null is known to have no entry (§2)."""
    if operator in ("exists", "not_exists"):
        return (left is not None) is (operator == "exists")
    if operator in ("eq", "ne"):
        return bool(left == right) is (operator == "eq")
    if operator == "empty":
        return (not left) is right
    if operator == "covers":
        return left == "all" or (right != "all" and set(right or ()) <= set(left or ()))
    beside_null = left is None or right is None  # there every ordering, `has`, `in` is false (§4)
    return not beside_null and OPERATORS[operator](left, right)


OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "lt": lambda left, right: left < right,
    "lte": lambda left, right: left <= right,
    "gt": lambda left, right: left > right,
    "gte": lambda left, right: left >= right,
    "in": lambda left, right: left in right,
    "has": lambda left, right: left == "all" or right in left,
    "matches": lambda left, right: re.fullmatch(right, left) is not None,
}


def difference(left: Any, right: Any) -> Any:
    """Return the entries of one list that the other lacks."""
    if right == "all":
        return []
    return [each for each in left or [] if each not in (right or [])]
