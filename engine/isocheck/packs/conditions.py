"""Conditions as data: what a pack's `when`, `unless`, `require` and `where` say, once checked.

Every path and literal here has been checked against the kinds, derived values and parameters of
the profile; nothing in these trees is raw text any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from isocheck.errors import Location
from isocheck.logic.days import NO_SHIFT, Shift, Unit
from isocheck.records.kinds.vocabularies import Vocabulary

Head = Literal["here", "subject", "item", "owner", "param", "as_of"]
Op = str  # the key of a row of `packs/operators.py`

# What a path reads: the field types, and those that only derived values have.
ValueType = Literal[
    "text", "day", "year", "money", "yes_no", "period", "reference", "codes", "list", "object",
    "count", "share",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Path:
    """A path as written, its head taken off.

    `here` is the record at hand, in `where` the member; `param` paths name a parameter by its full
    name (`kh34.target_share`) in `segments[0]`; `as_of` has no segments.
    """

    head: Head
    segments: tuple[str, ...]
    type: ValueType
    # the words that the text, or the texts of the list, may be
    vocabulary: Vocabulary | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        dotted = ".".join(self.segments)
        if self.head == "here":
            return dotted
        return self.head if not dotted else f"{self.head}.{dotted}"


@dataclass(frozen=True, slots=True)
class Literal_:  # noqa: N801 - Literal is taken by typing
    """A value that stands in the pack, of the type of what it is compared with (null is None)."""

    value: Any


@dataclass(frozen=True, slots=True)
class Span:
    """As many days, months or years as a parameter gives; `sign` is -1 where they are taken off."""

    unit: Unit
    path: Path
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of a path, moved by a span if it is a day, and by what parameters give (`by`)."""

    path: Path
    shift: Shift = NO_SHIFT
    by: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class YearEnd:
    """31 December of the year that a path reads, moved likewise."""

    path: Path
    shift: Shift = NO_SHIFT
    by: tuple[Span, ...] = ()


Expression = Literal_ | Fact | YearEnd


class _Decidable:
    """Keeps what the interpreter made of a condition as long as the condition is there."""

    __slots__ = ("decided",)
    decided: Any


@dataclass(frozen=True, slots=True)
class Compare(_Decidable):
    """One comparison: the value of a path, an operator, a right-hand side."""

    path: Path
    op: Op
    right: Expression
    location: Location


@dataclass(frozen=True, slots=True)
class OutcomeIs(_Decidable):
    """Whether another rule's outcome for the same subject is one of some."""

    rule: str
    outcomes: frozenset[str]
    location: Location


@dataclass(frozen=True, slots=True)
class AllOf(_Decidable):
    """Every part holds; no part at all holds too."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(_Decidable):
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not(_Decidable):
    """The part does not hold."""

    part: Condition


Condition = Compare | OutcomeIs | AllOf | AnyOf | Not
TRUE = AllOf(())


def leaves(condition: Condition) -> Iterator[Compare | OutcomeIs]:
    """Yield the comparisons of a condition, in the order written."""
    if isinstance(condition, (AllOf, AnyOf)):
        for part in condition.parts:
            yield from leaves(part)
    elif isinstance(condition, Not):
        yield from leaves(condition.part)
    else:
        yield condition


def paths_of(condition: Condition) -> Iterator[Path]:
    """Yield every path that a condition reads."""
    for leaf in leaves(condition):
        if isinstance(leaf, Compare):
            yield leaf.path
            yield from paths_of_expression(leaf.right)


def paths_of_expression(expression: Expression | None) -> Iterator[Path]:
    """Yield the paths that a right-hand side reads: its own, and of what moves it."""
    if isinstance(expression, (Fact, YearEnd)):
        yield expression.path
        yield from (span.path for span in expression.by)


def spans_of(expression: Expression | None) -> tuple[Span, ...]:
    """Return what parameters a right-hand side is moved by."""
    return expression.by if isinstance(expression, (Fact, YearEnd)) else ()
