"""Conditions, expressions and parameters in words, for pages and for lists of what differs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from isocheck.logic.days import Shift, Unit
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
    Span,
    YearEnd,
)
from isocheck.packs.labels import Labels
from isocheck.packs.model import Parameter, Profile
from isocheck.report.values import day_words, number_words, percent_words
from isocheck.report.words import Pair, say


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
    return name + shift_text(expression.shift) + "".join(map(_span_text, expression.by))


def _span_text(span: Span) -> str:
    """Return what a parameter moves a day by, as a pack has it: `+{param: mine.grace} days`."""
    return f" {'+' if span.sign > 0 else '-'}{{{span.path}}} {span.unit}"


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


def _place_words(profile: Profile, expression: Expression | None, lang: Language) -> str:
    """Return where a day is found, in words; what parameters move it by is looked up."""
    if expression is None:
        return "…"
    if isinstance(expression, Literal_):
        return value_words(expression.value, "day", lang)
    label = Labels.of(profile, lang).path(str(expression.path))
    if not isinstance(expression, Fact):
        label = say((f"đến hết năm ({label})", f"the end of the year ({label})"), lang)
    return label + _moved_words(profile, expression, lang)


_UNITS: Final[Mapping[Unit, Pair]] = {
    "years": ("năm", "years"), "months": ("tháng", "months"), "days": ("ngày", "days"),
}  # fmt: skip


def _moved_words(profile: Profile, expression: Fact | YearEnd, lang: Language) -> str:
    """Return by how much a day is moved, in words."""
    shift = expression.shift
    numbers: list[tuple[Unit, int]] = [
        ("years", shift.years), ("months", shift.months), ("days", shift.days),
    ]  # fmt: skip
    text = "".join(f" {number:+d} {say(_UNITS[unit], lang)}" for unit, number in numbers if number)
    for span in expression.by:
        name = span.path.segments[0]
        words = _values_words(profile, name, lang) or name
        words = words if words.isdecimal() else f"({words})"
        text += f" {'+' if span.sign > 0 else '-'}{words} {say(_UNITS[span.unit], lang)}"
    return text


def place_words(profile: Profile, expression: Expression, lang: Language) -> str:
    """Return a right-hand side in words: of a parameter its values, of a fact its name."""
    if not isinstance(expression, Literal_) and expression.path.head == "param":
        return expression_words(profile, expression, lang)
    return _place_words(profile, expression, lang)


_BOUNDS: Final[Mapping[bool, tuple[Pair, Pair]]] = {  # of days, of numbers
    True: (("không trước ", "not before "), ("không sau ", "not after ")),
    False: (("ít nhất ", "at least "), ("không quá ", "at most ")),
}


def parameter_words(profile: Profile, parameter: Parameter, lang: Language) -> str:
    """Return what a parameter is: its value, its readings, or its bounds."""
    found = []
    labels = Labels.of(profile, lang)
    for reading in parameter.readings:
        value = (
            value_words(reading.value.value, parameter.type, lang)
            if isinstance(reading.value, Literal_)
            else _place_words(profile, reading.value, lang)
        )
        found.append(
            value
            if len(parameter.readings) == 1
            else f"{labels.reading(parameter, reading.id)}: {value}"
        )
    if found:
        return "; ".join(found)
    unknown = say(("chưa rõ", "not known"), lang)
    if parameter.between is None:
        return unknown
    low, high = (end and _place_words(profile, end, lang) for end in parameter.between)
    least, most = _BOUNDS[parameter.type == "day"]
    told = [say(least, lang) + low] if low else []
    told += [say(most, lang) + high] if high else []
    return ", ".join([unknown, *told])


def _values_words(profile: Profile, name: str, lang: Language) -> str:
    """Return the values of a parameter: as its pack has it, then as each amendment sets it."""
    own = profile.parameters.get(name, ())
    found = [parameter_words(profile, parameter, lang) for parameter in own]
    for amendment in profile.amendments:
        if amendment.parameter is not None and amendment.target == name:
            words = parameter_words(profile, amendment.parameter, lang)
            start = amendment.in_force.start
            if start is not None:
                day = day_words(start, lang)
                words = say((f"từ ngày {day}: {words}", f"from {day}: {words}"), lang)
            found.append(words)
    return "; ".join(found)


def expression_words(profile: Profile, expression: Expression | None, lang: Language) -> str:
    """Return a due day in words; the values of a parameter, however it was amended."""
    if expression is None:
        return "–"
    if isinstance(expression, Literal_):
        none = say(("không có thời hạn", "no day"), lang)
        return none if expression.value is None else value_words(expression.value, "day", lang)
    if expression.path.head == "param":
        words = _values_words(profile, expression.path.segments[0], lang)
        if not isinstance(expression, Fact):
            words = say((f"đến hết năm ({words})", f"the end of the year ({words})"), lang)
        return words + _moved_words(profile, expression, lang)
    return _place_words(profile, expression, lang)
