"""Values as evidence has them: typed, and nothing where they are not known."""

from __future__ import annotations

from typing import Any, Final

from isocheck.logic.values import AtLeast, Bounds, Open, Value, alternatives

A_GROUP: Final = "…"  # of a group of fields, that it is there


def shown(value: Value) -> Any:
    """Return a value that is known: a day, a share, a number, a text, a tuple of them."""
    if isinstance(value, (Open, AtLeast)):
        return None
    if isinstance(value, list):
        return tuple(shown(entry) for entry in value)
    return A_GROUP if isinstance(value, dict) else value


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
