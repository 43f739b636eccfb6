"""Conditions, expressions and parameters in words, for pages and for lists of what differs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from isocheck.logic.days import NO_SHIFT, Shift
from isocheck.messages.words import Language
from isocheck.packs.conditions import (
    AllOf,
    Compare,
    Condition,
    Expression,
    Fact,
    Literal_,
    Not,
    OutcomeIs,
)
from isocheck.packs.linking import variants
from isocheck.packs.model import Parameter, Profile
from isocheck.report.labels import path_label, value_label
from isocheck.report.values import day_words, number_words, percent_words
from isocheck.report.words import say


def value_text(value: Any) -> str:
    """Return a value as a pack writes it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        cents = value * 100
        return f"{cents.numerator}%" if cents.denominator == 1 else str(value)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(value_text(entry) for entry in value) + "]"
    return str(value)


def shift_text(shift: Shift) -> str:
    """Return a span as text: `+1 years -3 days`."""
    spans = (("years", shift.years), ("months", shift.months), ("days", shift.days))
    return "".join(f" {number:+d} {unit}" for unit, number in spans if number)


def expression_text(expression: Expression | None) -> str:
    """Return a right-hand side as a pack writes it, in one line."""
    if expression is None:
        return "–"
    if isinstance(expression, Literal_):
        return value_text(expression.value)
    name = str(expression.path)
    if not isinstance(expression, Fact):
        name = f"year_end {name}"
    return name if expression.shift == NO_SHIFT else name + shift_text(expression.shift)


def condition_text(condition: Condition | None) -> str:
    """Return a condition in one line."""
    if condition is None:
        return "–"
    if isinstance(condition, Compare):
        return f"{condition.path} {condition.op} {expression_text(condition.right)}"
    if isinstance(condition, OutcomeIs):
        return f"outcome {condition.rule} in [{', '.join(sorted(condition.outcomes))}]"
    if isinstance(condition, Not):
        return f"not ({condition_text(condition.part)})"
    word = " and " if isinstance(condition, AllOf) else " or "
    if not condition.parts:
        return "true" if isinstance(condition, AllOf) else "false"
    return "(" + word.join(condition_text(part) for part in condition.parts) + ")"


def value_words(value: Any, kind: str, lang: Language) -> str:
    """Return a value of a parameter in words."""
    if isinstance(value, date):
        return day_words(value, lang)
    if isinstance(value, Fraction):
        return percent_words(value, lang)
    if isinstance(value, int) and not isinstance(value, bool) and kind != "year":
        words = number_words(value, lang)
        return f"{words} đồng" if kind == "money" and lang == "vi" else words
    if value is None:
        return say(("chưa có", "none"), lang)
    return value_text(value)


def _place_words(expression: Expression | None, lang: Language) -> str:
    """Return where a day is found, in words."""
    if expression is None:
        return "…"
    if isinstance(expression, Literal_):
        return value_words(expression.value, "day", lang)
    label = path_label(str(expression.path), lang)
    if not isinstance(expression, Fact):
        label = say((f"đến hết năm ({label})", f"the end of the year ({label})"), lang)
    return label + _span_words(expression.shift, lang)


def _span_words(shift: Shift, lang: Language) -> str:
    spans = (
        (shift.years, ("năm", "years")),
        (shift.months, ("tháng", "months")),
        (shift.days, ("ngày", "days")),
    )
    return "".join(f" {number:+d} {say(unit, lang)}" for number, unit in spans if number)


def parameter_words(parameter: Parameter, lang: Language) -> str:
    """Return what a parameter is: its value, its readings, or its bounds."""
    found = []
    for reading in parameter.readings:
        value = (
            value_words(reading.value.value, parameter.type, lang)
            if isinstance(reading.value, Literal_)
            else _place_words(reading.value, lang)
        )
        found.append(
            value if len(parameter.readings) == 1 else f"{value_label(reading.id, lang)}: {value}"
        )
    if found:
        return "; ".join(found)
    unknown = say(("chưa rõ", "not known"), lang)
    if parameter.between is None:
        return unknown
    low, high = (_place_words(end, lang) for end in parameter.between)
    return f"{unknown}, {low} … {high}"


def expression_words(profile: Profile, expression: Expression | None, lang: Language) -> str:
    """Return a due day in words; the values of a parameter, however it was amended."""
    if expression is None:
        return "–"
    if isinstance(expression, Literal_):
        none = say(("không có thời hạn", "no day"), lang)
        return none if expression.value is None else value_words(expression.value, "day", lang)
    if expression.path.head == "param":
        found = list(variants(profile, expression.path.segments[0]))
        return " → ".join(parameter_words(p, lang) for p in found) + _span_words(
            expression.shift, lang
        )
    return _place_words(expression, lang)
