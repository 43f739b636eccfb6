"""Values as the findings document has them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from isocheck.logic.values import AtLeast, Bounds, Open, Value, alternatives


def shown(value: Value) -> Any:
    """Return a value as the findings document has it."""
    if isinstance(value, (Open, AtLeast)):
        return None
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, list):
        return tuple(shown(entry) for entry in value)
    return "…" if isinstance(value, dict) else value


def at_least(value: Value) -> tuple[Any, ...] | None:
    """Return what is known of a list that is known in part."""
    return tuple(shown(entry) for entry in value) if isinstance(value, AtLeast) else None


def either(value: Value) -> tuple[Any, ...] | None:
    """Return the values of which one holds, where there are several."""
    values = alternatives(value)
    return tuple(map(shown, values)) if len(values) > 1 else None


def detail(value: Value) -> Any:
    """Return a value as details have it: its bounds, or what is known of it."""
    if isinstance(value, Bounds):
        return {"low": shown(value.low), "high": shown(value.high)}
    if isinstance(value, AtLeast):
        return {"at_least": at_least(value)}
    return shown(value)
