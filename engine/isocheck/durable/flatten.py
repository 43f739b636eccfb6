"""From facts to integers: one flat record for all the conditions of a program.

The record holds values. What is not known is left out; null stands on its false side; a value
within bounds has two ends. The thresholds stand in the rulesets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any, Final

from isocheck.durable.counts import (
    COUNTED,
    entries,
    presence,
    token,
)
from isocheck.durable.measures import (
    LIMIT,
    NULL,
    Ancestors,
    Earlier,
    Interning,
    Measure,
    Pair,
    Relation,
    Source,
)
from isocheck.errors import EngineFault
from isocheck.logic.values import UNKNOWN, Bounds, Open, Value, alternatives, ends
from isocheck.packs.operators import OPERATORS
from isocheck.packs.reader import Reader, value_of

Flat = dict[str, int]
Fill = Callable[[Reader, Flat], None]
Emit = Callable[[Value, Flat], None]


def fills_of(measures: Mapping[str, Measure], table: Interning) -> list[Fill]:
    """Return the steps that read every measure, each source once."""
    by_source: defaultdict[Source, list[tuple[str, Measure]]] = defaultdict(list)
    for name, measure in measures.items():
        by_source[measure.source].append((name, measure))
    return [_fill(source, named, table) for source, named in by_source.items()]


def _fill(source: Source, named: list[tuple[str, Measure]], table: Interning) -> Fill:
    if isinstance(source, Earlier):
        return _outcome_fill(source, named[0][0])
    get = _getter(source, table)
    emits = tuple(_emits(named, table))

    counts = [(name, m, _counter(m, table)) for name, m in named if not m.unit]

    def fill(reader: Reader, flat: Flat) -> None:
        value = get(reader)
        if value is UNKNOWN:
            return
        try:
            values = alternatives(value)
            if len(values) > 1:
                _emit_either(values, counts, flat)
                return
            for emit in emits:
                emit(value, flat)
        except (TypeError, AttributeError) as error:
            raise EngineFault(f"{named[0][1]} is not readable from {value!r}") from error

    return fill


def _emit_either(
    values: tuple[Value, ...],
    counts: Iterable[tuple[str, Measure, Callable[[Value], int | None]]],
    flat: Flat,
) -> None:
    """Put down what is the same whichever of two values it is: the side that both stand on."""
    for name, measure, count in counts:
        aspect = measure.aspect
        if aspect == "token":
            continue
        # Of a text that may be null what it is not is known, of yes or no not even that.
        numbers = [count(value) for value in (values[:1] if aspect == "unlike" else values)]
        if aspect == "unlike" and values[1] is not None:
            continue
        sides = {None if n is None else _side(measure, n) for n in numbers}
        if len(sides) == 1 and numbers[0] is not None:
            flat[name] = numbers[0]


def _side(measure: Measure, number: int) -> int | bool:
    """Return on which side of its threshold a count stands, where the threshold is always one."""
    if measure.aspect == "counted":
        return COUNTED[measure.relation].holds(number)
    return number <= 0 if measure.aspect == "entries" else number


def _outcome_fill(source: Earlier, name: str) -> Fill:
    leaf = source.leaf

    def fill(reader: Reader, flat: Flat) -> None:
        truth = reader.outcome(leaf)
        if truth is not None:
            flat[name] = int(truth)

    return fill


def _getter(source: Source, table: Interning) -> Callable[[Reader], Value]:
    if isinstance(source, Ancestors):
        return lambda reader: reader.ancestors(source.path)
    if isinstance(source, Pair):
        return _pair_getter(source, table)
    assert not isinstance(source, Earlier)  # noqa: S101 - outcomes have a step of their own
    return lambda reader: reader.read(source)


def _pair_getter(pair: Pair, table: Interning) -> Callable[[Reader], Value]:
    path, right, operator = pair.left, pair.right, OPERATORS.get(pair.relation)
    of_ancestors = operator is not None and operator.of_ancestors
    relate = _relating(pair.relation, table)

    def get(reader: Reader) -> Value:
        left = reader.ancestors(path) if of_ancestors else reader.read(path)
        other = value_of(right, reader)
        try:
            sides = list(product(alternatives(left), alternatives(other)))
            found = [relate(a, b) for a, b in sides]
            return found[0] if len(found) == 1 else _either(found, pair.relation)
        except (TypeError, AttributeError) as error:
            raise EngineFault(f"{path} and {right} do not compare: {left!r}, {other!r}") from error

    return get


def _relating(relation: Relation, table: Interning) -> Callable[[Value, Value], Value]:
    """Return the function that gives the number which relates two values."""
    if relation == "order":
        return order_difference
    if relation == "sameness":
        return lambda left, right: sameness(left, right, table)
    return COUNTED[relation].related


def _either(found: list[Value], relation: Relation) -> Value:
    """Return a number for two values of which one is one of two: where all decide alike."""
    if any(isinstance(number, Open) for number in found):
        return UNKNOWN
    counting = COUNTED.get(relation)
    truths = {number == 0 if counting is None else counting.holds(number) for number in found}
    return found[0] if len(truths) == 1 else UNKNOWN


def _emits(named: list[tuple[str, Measure]], table: Interning) -> Iterable[Emit]:
    ends_wanted: defaultdict[str, list[tuple[str, Measure]]] = defaultdict(list)
    for name, measure in named:
        if measure.unit:
            ends_wanted[measure.unit].append((name, measure))
        else:
            yield _single(name, measure, table)
    for unit, wanted in ends_wanted.items():
        yield _ends_emit(wanted, _day_number if unit == "day" else _plain_number)


def _single(name: str, measure: Measure, table: Interning) -> Emit:
    count = _counter(measure, table)

    def emit(value: Value, flat: Flat) -> None:
        number = count(value)
        if number is not None:
            flat[name] = number

    return emit


def _counter(measure: Measure, table: Interning) -> Callable[[Value], int | None]:
    if measure.aspect in ("token", "unlike"):
        return lambda value: token(value, table)
    if measure.aspect == "counted":
        return COUNTED[measure.relation].of(measure.detail)
    return _SIMPLE[measure.aspect]


# ---- values in order ------------------------------------------------------------------------


def _day_number(value: Value) -> int:
    if not isinstance(value, date):
        raise TypeError(f"not a day: {value!r}")
    return value.toordinal()


def _plain_number(value: Value) -> int | Fraction:
    if not isinstance(value, (int, Fraction)):
        raise TypeError(f"not a number: {value!r}")
    return value


def _ends_emit(named: list[tuple[str, Measure]], number: Callable[[Value], Any]) -> Emit:
    plans = [(name, m.aspect, m.scale, m.rounding == "ceil") for name, m in named]
    names = [name for name, *_ in plans]
    scaled_ = any(scale != 1 for _, _, scale, _ in plans)
    nulls = {n: NULL if a == "least" else -NULL for n, a, *_ in plans if a in ("least", "most")}

    def emit(value: Value, flat: Flat) -> None:
        if value is None:
            flat.update(nulls)
            return
        bounded = isinstance(value, Bounds)
        exact = None if bounded else number(value)
        if type(exact) is int and not scaled_ and -LIMIT < exact < LIMIT:
            for name in names:
                flat[name] = exact
            return
        for name, aspect, scale, up in plans:
            end = _end(value, aspect) if bounded else value
            if end is None:
                continue
            whole = _scaled(number(end), scale, up, aspect)
            if whole is not None:
                flat[name] = whole

    return emit


def _end(value: Bounds, aspect: str) -> Any:
    """Return the end that an aspect reads, None where it is open or null may stand there."""
    if aspect == "low":
        return None if value.maybe_null else value.low
    if aspect == "high":
        return None if value.maybe_null else value.high
    if aspect == "least":
        return value.low
    return value.high if aspect == "most" else None


def _scaled(number: int | Fraction, scale: int, up: bool, aspect: str) -> int | None:
    """Return a number times the scale as an integer, rounded so that its comparison stays exact."""
    product = number * scale
    whole = product.numerator // product.denominator
    if product.denominator != 1:
        if aspect == "exact":
            return None
        whole += up
    return max(-LIMIT, min(LIMIT, whole))


def _minus(left: Any, right: Any) -> int | None:
    """Return an integer with the sign of the difference of two ends; None if one is open."""
    if left is None or right is None:
        return None
    apart = left - right
    number: int = apart.days if isinstance(left, date) else apart.numerator
    return number


def order_difference(left: Value, right: Value) -> Value:
    """Return the difference of two values in order, within bounds if they are; null with null."""
    if left is None or right is None:
        return None
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    if not isinstance(left, Bounds) and not isinstance(right, Bounds):
        return _minus(left, right)
    left_low, left_high, left_null = ends(left)
    right_low, right_high, right_null = ends(right)
    return Bounds(
        _minus(left_low, right_high), _minus(left_high, right_low), left_null or right_null
    )


def sameness(left: Value, right: Value, table: Interning) -> Value:
    """Return a difference that is 0 for the same value, null if only one side is null."""
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    bounded = [side for side in (left, right) if isinstance(side, Bounds)]
    if left is None or right is None:
        if any(side.maybe_null for side in bounded):
            return UNKNOWN
        return 0 if left is right else None
    if bounded:
        return _bounded_sameness(left, right)
    for ordered in ((int, Fraction), date):
        if isinstance(left, ordered) and isinstance(right, ordered):
            return _minus(left, right)
    return table.number(left) - table.number(right)


def _bounded_sameness(left: Value, right: Value) -> Value:
    """Return the difference of two values of which one is within bounds: never exact."""
    left_low, left_high, left_null = ends(left)
    right_low, right_high, right_null = ends(right)
    if left_null and right_null:
        return UNKNOWN
    return Bounds(_minus(left_low, right_high), _minus(left_high, right_low))


_SIMPLE: Final[dict[str, Callable[[Value], int | None]]] = {
    "presence": presence,
    "known": lambda _: 1,
    "entries": entries,
    "number": int,
}
