"""Mutants: a pack with one small thing changed in a rule, a derived value or a parameter.

They are made on what has been read, not on the files, so that each is a pack that could have been
written. A number is moved where it is written: where a rule names a parameter, the parameter is
changed and not its use. A truth value is turned round once, not once on each side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final, Literal

from isocheck.authoring.pack_view import OpenedPack
from isocheck.authoring.wording import condition_text, expression_text, shift_text, value_text
from isocheck.errors import Location
from isocheck.logic.days import FIRST_DAY, LAST_DAY, NO_SHIFT, Shift
from isocheck.packs.conditions import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Expression,
    Fact,
    Literal_,
    Not,
    Op,
    OutcomeIs,
    YearEnd,
)
from isocheck.packs.linking import variants
from isocheck.packs.model import Derived, Operation, Parameter, Rule

_FLIPPED: Final[dict[Op, Op]] = {
    "lt": "lte", "lte": "lt", "gt": "gte", "gte": "gt", "eq": "ne", "ne": "eq",
    "exists": "not_exists", "not_exists": "exists",
}  # fmt: skip
_TURNED: Final[dict[Op, Op]] = {"lt": "gt", "lte": "gte", "gt": "lt", "gte": "lte"}
_QUANTIFIERS: Final[dict[Operation, tuple[Operation, ...]]] = {
    "min": ("max",), "max": ("min",), "sum": ("max", "count"), "distinct": ("count",),
}  # fmt: skip
_PER_MILLE: Final = Fraction(1, 1000)
Part = Literal["rule", "derived", "parameter"]
Changed = Rule | Derived | Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change: what was, what it became; `id` is the same from run to run."""

    id: str
    part: Part
    of: str  # the id of the rule or parameter, the name of the derived value
    change: str
    location: Location
    was: Changed
    now: Changed


@dataclass(frozen=True, slots=True)
class _Change:
    """A change on its way up: how it reads, the new thing, and its line if it has one."""

    text: str
    now: Any
    location: Location | None = None


def mutants_of(pack: OpenedPack) -> list[Mutant]:
    """Return every mutant of a pack, in the order of its files."""
    found: list[Mutant] = []
    for rule in pack.rules:
        found += _named("rule", rule.id, rule, _of_rule(rule))
    for derived in pack.derived:
        found += _named("derived", _name_of(pack, derived), derived, _of_derived(pack, derived))
    for name in pack.profile.parameters:
        for parameter in variants(pack.profile, name):
            if parameter.pack == pack.id:
                of = parameter.amended_by or parameter.id
                found += _named("parameter", of, parameter, _of_parameter(parameter))
    return sorted(found, key=lambda m: (m.location.file, m.location.line or 0, m.id))


def _name_of(pack: OpenedPack, derived: Derived) -> str:
    """Return the name of a derived value; with its kinds where it has a namesake."""
    alike = [d for d in pack.derived if d.name == derived.name]
    return derived.name if len(alike) == 1 else f"{derived.name} ({', '.join(derived.kinds)})"


def _named(part: Part, of: str, was: Changed, changes: Iterator[_Change]) -> Iterator[Mutant]:
    seen: Counter[str] = Counter()
    for change in changes:
        seen[change.text] += 1
        count = seen[change.text]
        number = f" #{count}" if count > 1 else ""
        yield Mutant(
            id=f"{of}: {change.text}{number}", part=part, of=of, change=change.text,
            location=change.location or was.location, was=was, now=change.now,
        )  # fmt: skip


def _of_rule(rule: Rule) -> Iterator[_Change]:
    yield from _in(rule, "when", "when", rule.when)
    for index, exception in enumerate(rule.unless):
        rest = (*rule.unless[:index], *rule.unless[index + 1 :])
        text = f"unless: drop {condition_text(exception.condition)}"
        yield _Change(text, replace(rule, unless=rest))
        for change in _of_condition(exception.condition):
            new = replace(exception, condition=change.now)
            unless = (*rule.unless[:index], new, *rule.unless[index + 1 :])
            yield _Change(f"unless: {change.text}", replace(rule, unless=unless), change.location)
    if rule.require is not None:
        yield from _in(rule, "require", "require", rule.require)
    if rule.per is not None:
        for change in _of_condition(rule.per.where):
            per = replace(rule.per, where=change.now)
            yield _Change(f"per: {change.text}", replace(rule, per=per), change.location)
    yield from _of_mode(rule)
    for other in ("must", "should", "may"):
        # Outcomes cannot tell `must` from `should`; a case says how binding a rule is.
        if other != rule.modality:
            mode = "always" if other == "may" else rule.mode
            yield _Change(
                f"modality {rule.modality} → {other}", replace(rule, modality=other, mode=mode)
            )


def _of_mode(rule: Rule) -> Iterator[_Change]:
    """Swap `due`, `until` and `always` where the rule stays one that could be written."""
    if rule.modality == "may":
        return
    for mode in ("due", "until", "always"):
        if mode == rule.mode or (mode != "always" and rule.due is None):
            continue
        yield _Change(f"{rule.mode} → {mode}", replace(rule, mode=mode))
    if rule.due is not None:
        for change in _of_due(rule.due):
            yield _Change(f"{rule.mode}: {change.text}", replace(rule, due=change.now))


def _of_due(due: Expression) -> Iterator[_Change]:
    """Move a due day; one that is a parameter is moved there."""
    if isinstance(due, Fact) and not (due.shift or due.by) and due.path.head != "param":
        for number in (-1, 1):
            shift = replace(due.shift, days=number)
            yield _Change(f"{due.path} →{shift_text(shift)}", replace(due, shift=shift))
    else:
        yield from _of_expression(due, day=True)


def _in(owner: Any, field: str, name: str, condition: Condition) -> Iterator[_Change]:
    for change in _of_condition(condition):
        now = replace(owner, **{field: change.now})
        yield _Change(f"{name}: {change.text}", now, change.location)


def _of_condition(condition: Condition) -> Iterator[_Change]:
    if isinstance(condition, Compare):
        yield from _of_comparison(condition)
    elif isinstance(condition, OutcomeIs):
        for outcome in sorted(condition.outcomes):
            rest = condition.outcomes - {outcome}
            now = OutcomeIs(condition.rule, rest, condition.location)
            yield _Change(f"outcome {condition.rule}: drop {outcome}", now, condition.location)
    elif isinstance(condition, Not):
        yield _Change(f"drop not of {condition_text(condition.part)}", condition.part)
        for change in _of_condition(condition.part):
            yield _Change(change.text, Not(change.now), change.location)
    else:
        yield from _of_parts(condition)


def _of_parts(condition: AllOf | AnyOf) -> Iterator[_Change]:
    parts = condition.parts
    make: Callable[[tuple[Condition, ...]], Condition]
    make, other = (AllOf, AnyOf) if isinstance(condition, AllOf) else (AnyOf, AllOf)
    if len(parts) > 1:
        words = "all → any" if isinstance(condition, AllOf) else "any → all"
        yield _Change(f"{words} of {condition_text(condition)}", other(parts), _where(condition))
    for index, part in enumerate(parts):
        if len(parts) > 1:
            rest = (*parts[:index], *parts[index + 1 :])
            yield _Change(f"drop {condition_text(part)}", make(rest), _where(part))
        for change in _of_condition(part):
            new = (*parts[:index], change.now, *parts[index + 1 :])
            yield _Change(change.text, make(new), change.location)


def _where(condition: Condition) -> Location | None:
    if isinstance(condition, (Compare, OutcomeIs)):
        return condition.location
    if isinstance(condition, Not):
        return _where(condition.part)
    return next((found for part in condition.parts if (found := _where(part))), None)


def _of_comparison(leaf: Compare) -> Iterator[_Change]:
    was = condition_text(leaf)
    for table in (_FLIPPED, _TURNED):
        op = table.get(leaf.op)
        if op is not None:
            now = replace(leaf, op=op)
            yield _Change(f"{was} → {op}", now, leaf.location)
    if leaf.op == "empty" and isinstance(leaf.right, Literal_):
        now = replace(leaf, right=Literal_(not leaf.right.value))
        yield _Change(f"{was} → {value_text(not leaf.right.value)}", now, leaf.location)
        return
    if isinstance(leaf.right, Literal_) and isinstance(leaf.right.value, bool):
        return  # turned round above already
    for change in _of_expression(leaf.right, day=leaf.path.type == "day"):
        now = replace(leaf, right=change.now)
        yield _Change(f"{leaf.path} {leaf.op}: {change.text}", now, leaf.location)


def _of_expression(expression: Expression, *, day: bool) -> Iterator[_Change]:
    if isinstance(expression, Literal_):
        if isinstance(expression.value, list):
            for index, entry in enumerate(expression.value):
                rest = [*expression.value[:index], *expression.value[index + 1 :]]
                yield _Change(f"drop {value_text(entry)}", Literal_(rest))
        else:
            was = value_text(expression.value)
            for value in moved(expression.value):
                yield _Change(f"{was} → {value_text(value)}", Literal_(value))
        return
    # A bare path is no day of the pack's own: the comparison beside it is changed instead.
    if not day or (isinstance(expression, Fact) and not (expression.shift or expression.by)):
        return
    was = expression_text(expression)
    yield from _of_spans(expression)
    for number in (-1, 1):
        shift = replace(expression.shift, days=expression.shift.days + number)
        yield _Change(f"{was} →{shift_text(shift) or ' +0 days'}", replace(expression, shift=shift))
    if expression.shift != NO_SHIFT:
        for span in ("months", "years"):
            count: int = getattr(expression.shift, span)
            if count:
                other: Shift = replace(expression.shift, **{span: count - (1 if count > 0 else -1)})
                text = f"{was} →{shift_text(other) or ' +0 days'}"
                yield _Change(text, replace(expression, shift=other))


def _of_spans(expression: Fact | YearEnd) -> Iterator[_Change]:
    """Leave out, or turn round, what parameters move a day by."""
    was = expression_text(expression)
    for index, by in enumerate(expression.by):
        before, after = expression.by[:index], expression.by[index + 1 :]
        turned = replace(expression, by=(*before, replace(by, sign=-by.sign), *after))
        yield _Change(f"{was}: drop {by.path}", replace(expression, by=(*before, *after)))
        yield _Change(f"{was}: turn {by.path} round", turned)


def moved(value: Any) -> list[Any]:
    """Return a value moved by one: day, đồng, count; a share by one per mille; yes turned to no."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value - 1, value + 1] if value > 0 else [value + 1]
    if isinstance(value, Fraction):
        return [value - _PER_MILLE, value + _PER_MILLE]
    if isinstance(value, date):
        days = (value + timedelta(days=number) for number in (-1, 1))
        return [day for day in days if FIRST_DAY <= day <= LAST_DAY]
    return []


def _of_derived(pack: OpenedPack, derived: Derived) -> Iterator[_Change]:
    for field in ("among", "where"):
        condition = getattr(derived, field)
        if condition is None:
            continue
        if derived.operation not in ("holds", "share") and not isinstance(
            condition, (AllOf, AnyOf)
        ):
            bare = (
                replace(derived, among=None) if field == "among" else replace(derived, where=None)
            )
            yield _Change(f"{field}: drop {condition_text(condition)}", bare)
        yield from _in(derived, field, field, condition)
    for operation in _QUANTIFIERS.get(derived.operation, ()):
        yield _Change(f"{derived.operation} → {operation}", replace(derived, operation=operation))
    source = derived.source
    if derived.skip_first:
        yield _Change("drop skip_first", replace(derived, skip_first=False))
    elif _in_order(pack, derived) and derived.operation in ("latest", "count", "any"):
        yield _Change("add skip_first", replace(derived, skip_first=True))
    if source is not None and source.entries is None and len(source.kinds) > 1:
        for index, kind in enumerate(source.kinds):
            rest = (*source.kinds[:index], *source.kinds[index + 1 :])
            now = replace(derived, source=replace(source, kinds=rest))
            yield _Change(f"over: drop {kind}", now)
    if derived.operation == "share":
        yield _Change("share of all", replace(derived, among=AllOf(())))
    yield from _of_operands(derived)


def _in_order(pack: OpenedPack, derived: Derived) -> bool:
    """Tell whether a value is over a list whose entries always have a day, so that one is first."""
    source = derived.source
    if source is None or source.kinds or source.entries is None:
        return False
    fields = pack.profile.kinds[derived.kinds[0]].fields
    spec = None
    for segment in source.entries.segments:
        spec = fields.get(segment)
        fields = spec.fields if spec is not None else {}
    entry = spec.of if spec is not None else None
    return entry is not None and any(f.type == "day" and f.required for f in entry.fields.values())


def _of_operands(derived: Derived) -> Iterator[_Change]:
    if derived.operation == "difference":
        turned = tuple(reversed(derived.operands))
        yield _Change("difference: turned round", replace(derived, operands=turned))
    if derived.operation == "add":
        for index, path in enumerate(derived.operands):
            rest = (*derived.operands[:index], *derived.operands[index + 1 :])
            yield _Change(f"add: drop {path}", replace(derived, operands=rest))


def _of_parameter(parameter: Parameter) -> Iterator[_Change]:
    for index, reading in enumerate(parameter.readings):
        name = "value" if len(parameter.readings) == 1 else reading.id
        for change in _of_expression(reading.value, day=parameter.type == "day"):
            new = replace(reading, value=change.now)
            readings = (*parameter.readings[:index], new, *parameter.readings[index + 1 :])
            yield _Change(f"{name}: {change.text}", replace(parameter, readings=readings))
        if len(parameter.readings) > 1:
            rest = (*parameter.readings[:index], *parameter.readings[index + 1 :])
            yield _Change(f"drop reading {reading.id}", replace(parameter, readings=rest))
    if parameter.between is None:
        return
    for end, expression in enumerate(parameter.between):
        if expression is None:
            continue
        for change in _of_expression(expression, day=parameter.type == "day"):
            ends = [*parameter.between]
            ends[end] = change.now
            text = f"between: {change.text}"
            yield _Change(text, replace(parameter, between=(ends[0], ends[1])))
