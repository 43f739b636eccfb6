"""Formulas of single literals, the two-valued half of the compiled form.

A condition becomes two formulas: one that holds when the condition is true, one when it is false.
A literal compares one integer property of the asserted record with a threshold. A property that is
left out makes every literal on it false, which is how "not known" makes neither formula hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import prod
from typing import Final, Literal

Comparator = Literal["eq", "neq", "lt", "lte", "gt", "gte"]

OPPOSITE: Final[dict[Comparator, Comparator]] = {
    "eq": "neq",
    "neq": "eq",
    "lt": "gte",
    "lte": "gt",
    "gt": "lte",
    "gte": "lt",
}
_TESTS: Final[dict[Comparator, Callable[[int, int], bool]]] = {
    "eq": int.__eq__,
    "neq": int.__ne__,
    "lt": int.__lt__,
    "lte": int.__le__,
    "gt": int.__gt__,
    "gte": int.__ge__,
}


@dataclass(frozen=True, slots=True)
class Lit:
    """One comparison of one property with one integer."""

    name: str
    comparator: Comparator
    threshold: int

    def __str__(self) -> str:
        return f"{self.name} {self.comparator} {self.threshold}"


@dataclass(frozen=True, slots=True)
class Every:
    """A conjunction, at least two parts; literals stand before nested disjunctions."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """A disjunction, at least two parts."""

    parts: tuple[Formula, ...]


Formula = Lit | Every | Some | bool


def every(parts: Iterable[Formula]) -> Formula:
    """Return the conjunction of the parts, flattened, without repetitions and constants."""
    return _joined(Every, parts, neutral=True)


def some(parts: Iterable[Formula]) -> Formula:
    """Return the disjunction of the parts, flattened, without repetitions and constants."""
    return _joined(Some, parts, neutral=False)


def _joined(shape: type[Every | Some], parts: Iterable[Formula], *, neutral: bool) -> Formula:
    flat: dict[Formula, None] = {}
    for part in parts:
        if isinstance(part, bool):
            if part is not neutral:
                return part
        elif isinstance(part, shape):
            flat.update(dict.fromkeys(part.parts))
        else:
            flat[part] = None
    if not flat:
        return neutral
    if len(flat) == 1:
        return next(iter(flat))
    # Nested groups last: durable_rules stops at the first group end (#308).
    return shape(tuple(sorted(flat, key=lambda part: not isinstance(part, Lit))))


def literals_of(formula: Formula) -> Iterator[Lit]:
    """Yield the literals of a formula in their order."""
    if isinstance(formula, Lit):
        yield formula
    elif not isinstance(formula, bool):
        for part in formula.parts:
            yield from literals_of(part)


def replaced(formula: Formula, position: int, new: Lit) -> Formula:
    """Return the formula with another literal at a position counted as `literals_of` counts."""
    if isinstance(formula, bool):
        return formula
    if isinstance(formula, Lit):
        return new if position == 0 else formula
    parts = []
    for part in formula.parts:
        parts.append(replaced(part, position, new))
        position -= sum(1 for _ in literals_of(part))
    return type(formula)(tuple(parts))


def groups(formula: Formula) -> int:
    """Return how many conjunctions and disjunctions a formula holds."""
    if isinstance(formula, (Every, Some)):
        return 1 + sum(map(groups, formula.parts))
    return 0


def simultaneous(literals: Iterable[Lit]) -> int:
    """Return the most of some distinct literals that one record can satisfy at once."""
    by_name: defaultdict[str, list[Lit]] = defaultdict(list)
    for literal in literals:
        by_name[literal.name].append(literal)
    return sum(map(_most_at_once, by_name.values()))


def _most_at_once(literals: list[Lit]) -> int:
    if len(literals) == 1:
        return 1
    values = {lit.threshold + step for lit in literals for step in (-1, 0, 1)}
    return max(
        sum(_TESTS[lit.comparator](value, lit.threshold) for lit in literals) for value in values
    )


def firings(formula: Formula) -> int:
    """Return the most times that the rule of a formula can fire on one record.

    Every satisfied branch of a disjunction fires apart, and disjunctions side by side multiply.
    """
    if isinstance(formula, Every):
        return prod(map(firings, formula.parts))
    if isinstance(formula, Some):
        single = simultaneous(part for part in formula.parts if isinstance(part, Lit))
        return single + sum(firings(part) for part in formula.parts if not isinstance(part, Lit))
    return 1
