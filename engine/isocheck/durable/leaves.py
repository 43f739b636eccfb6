"""Comparisons compiled: each becomes the formula of its truth and the formula of its falsehood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import Final, final

from isocheck.durable.counts import COUNTED
from isocheck.durable.formula import OPPOSITE, Comparator, Formula, Lit, every, some
from isocheck.durable.measures import (
    LIMIT,
    Ancestors,
    Aspect,
    Earlier,
    Interning,
    Measure,
    Names,
    Pair,
    Rounding,
    Source,
    Unit_,
)
from isocheck.errors import EngineFault
from isocheck.logic.truth import Truth
from isocheck.logic.values import Open, Value, end_of_year, moved, shifted
from isocheck.packs.conditions import Compare, Expression, Fact, Literal_, OutcomeIs, Path, YearEnd
from isocheck.packs.operators import OPERATORS


@final
class _NotConstant:
    """What a caller answers for a path whose value is not the same throughout a world."""

    __slots__ = ()


NOT_CONSTANT: Final = _NotConstant()
Constant = Callable[[Path], Value]
Sides = tuple[Formula, Formula]  # true, false
Pair_ = Fact | YearEnd

_ORDERED: Final = ("day", "year", "money", "count", "share")
_CHUNK: Final = {"token": 40, "day": 8, "number": 8}  # alternatives of one `in` that stay together
_TOKENS: Final[tuple[Aspect, Aspect]] = ("token", "unlike")
_NEVER: Final[Sides] = (False, True)
_SETTLED: Final[dict[Truth, Sides]] = {True: (True, False), False: _NEVER, None: (False, False)}


def swapped(sides: Sides) -> Sides:
    """Return the formulas of the opposite condition."""
    return sides[1], sides[0]


@dataclass(frozen=True, slots=True)
class LeafCompiler:
    """Compiles comparisons; the names and numbers it gives out belong to one program."""

    names: Names
    table: Interning
    constant: Constant
    rules: frozenset[str] | None = None  # those judged in this run; None: any

    def outcome(self, leaf: OutcomeIs) -> Sides:
        """Compile a look at an earlier outcome: 1, 0 or left out, against 1.

        Of a rule that is not judged the outcome is not known, whatever the facts.
        """
        if self.rules is not None and leaf.rule not in self.rules:
            return _SETTLED[None]
        source = Earlier(leaf.rule, leaf.outcomes, leaf)
        return self._flag(source, "number", "eq", 1)

    def alternatives(self, leaf: Compare) -> list[Sides]:
        """Compile a comparison; one with many alternatives comes in several, joined by `any`.

        A comparison of constants is settled here: it needs no literal.
        """
        constant = self.constant(leaf.path)
        if constant is not NOT_CONSTANT:
            right = self._folded(leaf.right)
            if not isinstance(right, Pair_):
                return [_SETTLED[OPERATORS[leaf.op].decide(constant, right)]]
        if leaf.op == "in":
            choices = self._folded(leaf.right)
            if isinstance(choices, Pair_):
                return [self._counted(leaf, choices)]
            return self._any_of(leaf.path, choices or ())
        return [self._sides(leaf)]

    def _sides(self, leaf: Compare) -> Sides:
        op, path = leaf.op, leaf.path
        right = self._folded(leaf.right)
        if op in ("exists", "not_exists"):
            present = self._flag(path, "presence", "eq", 1)
            return present if (op == "exists") == bool(right) else swapped(present)
        if op == "empty":
            none = self._flag(path, "entries", "lte", 0)
            return none if right else swapped(none)
        if op in ("eq", "ne"):
            same = self._same(path, right)
            return same if op == "eq" else swapped(same)
        if OPERATORS[op].in_order:
            return self._ordered(path, op, right)
        return self._counted(leaf, right)

    def _counted(self, leaf: Compare, right: Value | Pair_) -> Sides:
        op, path, counting = leaf.op, leaf.path, COUNTED[leaf.op]
        threshold = counting.comparator, counting.threshold
        if isinstance(right, Pair_):
            return self._flag(Pair(op, path, right), "number", *threshold)
        settled = counting.settled(right)
        if settled is not None:
            return _SETTLED[settled]
        source = Ancestors(path) if OPERATORS[op].of_ancestors else path
        wanted = tuple(right) if isinstance(right, list) else right
        measure = Measure(source, "counted", detail=wanted, relation=op)
        return self._against(measure, *threshold)

    def _flag(
        self, source: Source, aspect: Aspect, comparator: Comparator, threshold: int
    ) -> Sides:
        return self._against(Measure(source, aspect), comparator, threshold)

    def _against(self, measure: Measure, comparator: Comparator, threshold: int) -> Sides:
        name = self.names.of(measure)
        literal = Lit(name, comparator, threshold)
        return literal, Lit(name, _OPPOSITE_COUNT[comparator], threshold)

    # ---- the same ---------------------------------------------------------------------------

    def _same(self, path: Path, right: Value | Pair_) -> Sides:
        if isinstance(right, Pair_):
            return self._among(Pair("sameness", path, right), "number", [0])
        if right is None:
            return self._flag(path, "presence", "eq", 0)
        return self._one_of(path, _class_of(right), [right])

    def _any_of(self, path: Path, choices: Sequence[Value]) -> list[Sides]:
        """Compile `in`: its alternatives by class, in chunks that a ruleset can hold."""
        by_class: dict[str, list[Value]] = {"token": [], "day": [], "number": []}
        for choice in choices:
            if choice is not None:
                by_class[_class_of(choice)].append(choice)
        chunks = [
            self._one_of(path, class_, found[start : start + _CHUNK[class_]])
            for class_, found in by_class.items()
            for start in range(0, len(found), _CHUNK[class_])
        ]
        if not chunks:  # null is in no list, not even in one that names it
            known = Lit(self.names.of(Measure(path, "known")), "gte", 0)
            chunks.append((False, known))
        return chunks

    def _one_of(self, path: Path, class_: str, choices: list[Value]) -> Sides:
        if class_ == "token":
            name, other = (self.names.of(Measure(path, each)) for each in _TOKENS)
            numbers = [self.table.number(choice) for choice in choices]
            return (
                some(Lit(name, "eq", number) for number in numbers),
                every(Lit(other, "neq", number) for number in numbers),
            )
        if class_ == "day":
            return self._among(path, "day", sorted({choice.toordinal() for choice in choices}))
        scale = lcm(*(choice.denominator for choice in choices))
        return self._among(path, "number", sorted({int(c * scale) for c in choices}), scale)

    def _among(self, source: Source, unit: Unit_, numbers: list[int], scale: int = 1) -> Sides:
        """Compile sameness with one of some numbers, in growing order.

        False is what lies in a gap between them: below the first, above the last, or between two.
        """
        for number in numbers:
            _check(number)
        exact = self.names.of(Measure(source, "exact", unit, scale))
        least = self.names.of(Measure(source, "least", unit, scale, _rounding(unit, "ceil")))
        most = self.names.of(Measure(source, "most", unit, scale, _rounding(unit, "floor")))
        gaps: list[Formula] = [Lit(most, "lt", numbers[0]), Lit(least, "gt", numbers[-1])]
        for below, above in pairwise(numbers):
            gaps.append(every([Lit(least, "gt", below), Lit(most, "lt", above)]))
        return some(Lit(exact, "eq", number) for number in numbers), some(gaps)

    # ---- in order ---------------------------------------------------------------------------

    def _ordered(self, path: Path, op: str, right: Value | Pair_) -> Sides:
        if path.type not in _ORDERED:
            raise EngineFault(f"{path} is not in an order: {op} does not compile")
        if right is None:
            return _NEVER
        if isinstance(right, Pair_):
            return self._thresholds(Pair("order", path, right), "number", op, 0, 1)
        if isinstance(right, date):
            return self._thresholds(path, "day", op, right.toordinal(), 1)
        if not isinstance(right, (int, Fraction)):
            raise EngineFault(f"{right!r} is not in an order: {path} {op} does not compile")
        return self._thresholds(path, "number", op, right.numerator, right.denominator)

    def _thresholds(
        self,
        source: Source,
        unit: Unit_,
        op: str,
        number: int,
        scale: int,
    ) -> Sides:
        """Compile an order: truth tests one end, falsehood the other with null on its side.

        A rounded value compares with an integer as the value itself does if it is rounded up for
        `lte` and `gt` and down for `lt` and `gte`.
        """
        _check(number)
        way = _rounding(unit, "ceil" if op in ("lte", "gt") else "floor")
        ends: tuple[Aspect, Aspect] = ("high", "least") if op in ("lt", "lte") else ("low", "most")
        true, false = (self.names.of(Measure(source, end, unit, scale, way)) for end in ends)
        opposite = _OPPOSITE_ORDER[op]
        return Lit(true, OPPOSITE[opposite], number), Lit(false, opposite, number)

    # ---- right-hand sides -------------------------------------------------------------------

    def _folded(self, right: Expression) -> Value | Pair_:
        """Return the value of a right-hand side if it is constant, else the expression."""
        if isinstance(right, Literal_):
            return right.value
        if right.path.head != "param":
            return right
        value = self.constant(right.path)
        numbers = [self.constant(span.path) for span in right.by]
        if any(each is NOT_CONSTANT or isinstance(each, Open) for each in (value, *numbers)):
            return right
        value = end_of_year(value) if isinstance(right, YearEnd) else value
        if not right.by:
            return shifted(value, right.shift)
        signed = zip(right.by, numbers, strict=True)
        return moved(value, right.shift, [(s.unit, s.sign, number) for s, number in signed])


_OPPOSITE_ORDER: Final[dict[str, Comparator]] = {"lt": "gte", "lte": "gt", "gt": "lte", "gte": "lt"}
_OPPOSITE_COUNT: Final[dict[str, Comparator]] = {**_OPPOSITE_ORDER, "eq": "neq", "neq": "eq"}


def _class_of(value: Value) -> str:
    if isinstance(value, date):
        return "day"
    if isinstance(value, (int, Fraction)) and not isinstance(value, bool):
        return "number"
    return "token"


def _rounding(unit: Unit_, way: Rounding) -> Rounding:
    """Return how to round: days and differences are whole already."""
    return "" if unit == "day" else way


def _check(number: int) -> None:
    if not -LIMIT < number < LIMIT:
        raise EngineFault(f"the threshold {number} is too large to compile")
