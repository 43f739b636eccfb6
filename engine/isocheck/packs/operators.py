"""Operators and literals: which operator fits which type, and what stands on its right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from isocheck.logic.days import FIRST_DAY, LAST_DAY
from isocheck.packs.conditions import ValueType
from isocheck.packs.environment import LISTS, NUMBERS, TEXTS, Typed
from isocheck.packs.form import as_day, as_integer, as_period, as_share, as_yes_no
from isocheck.source.nodes import Items

LOOK_FOR_TEXTS = ("has", "covers")
_ORDERINGS = {"lt", "lte", "gt", "gte"}
_OF_ONE_TYPE: Mapping[str, ValueType] = {"under": "reference", "covers_year": "period"}
_LITERALS: Mapping[str, Callable[[Any], Any]] = {
    "day": as_day,
    "share": as_share,
    "yes_no": as_yes_no,
    "period": as_period,
}


def fits(op: str, typed: Typed) -> bool:
    """Tell whether an operator can stand after a path of a type."""
    kind = typed.type
    if op in (*LOOK_FOR_TEXTS, "empty"):
        return kind in LISTS and not (op in LOOK_FOR_TEXTS and typed.of_entries)
    if op in _ORDERINGS:
        return kind in NUMBERS or kind in ("day", "share")
    if op == "matches":
        return kind in TEXTS
    if op in _OF_ONE_TYPE:
        return kind == _OF_ONE_TYPE[op]
    if op in ("eq", "ne", "in"):
        return kind not in LISTS and kind != "object"
    return True


def side_type(op: str, typed: Typed) -> Typed:
    """Return the type that the right-hand side of an operator has."""
    if op == "has":
        return Typed("text", vocabulary=typed.vocabulary)
    if op == "under":
        return Typed("reference")
    if op == "covers_year":
        return Typed("year")
    return typed


def literal_of(node: Any, kind: ValueType) -> Any:
    """Return a node as a value of a type, or None if it is none."""
    read = _LITERALS.get(kind)
    if read is not None:
        return read(node)
    if kind in NUMBERS:
        number = as_integer(node)
        fits = kind != "year" or number is None or FIRST_DAY.year <= number <= LAST_DAY.year
        return number if fits else None
    if kind in LISTS:
        texts = isinstance(node, Items) and all(isinstance(entry, str) for entry in node)
        return list(node) if texts else "all" if node == "all" else None
    return node if isinstance(node, str) and node else None
