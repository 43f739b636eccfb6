"""What is read off the facts as one integer, and the names such integers go by.

A measure is a source (a path, two paths side by side, an earlier outcome) and an aspect of it.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from isocheck.packs.conditions import Expression, Fact, OutcomeIs, Path, YearEnd

# The number of null on its false side. Facts stay within LIMIT, so that no fact equals it.
NULL: Final = 2**62
LIMIT: Final = 2**61

Aspect = Literal[
    "exact",  # the value, if it is known exactly
    "low",  # the lower end, if null is not possible
    "high",  # the upper end, if null is not possible
    "least",  # the lower end with null as the highest of all
    "most",  # the upper end with null as the lowest of all
    "token",  # the number of a text or yes/no, NULL for null
    "unlike",  # the same, also where it may be null instead: what it is not is known
    "presence",  # 1 there, 0 null
    "known",  # 1 known, if only within bounds
    "entries",  # how many entries
    "counted",  # the count that an operator (`relation`) becomes, see `counts.COUNTED`
    "number",  # the source is an integer already
]
Relation = str  # "order", "sameness", or an operator that becomes a count
Unit_ = Literal["", "day", "number"]
Rounding = Literal["", "floor", "ceil"]


@dataclass(frozen=True, slots=True)
class Ancestors:
    """The ids above the record that a path names."""

    path: Path


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values side by side: their difference, or the count that relates them."""

    relation: Relation
    left: Path
    right: Fact | YearEnd


@dataclass(frozen=True, slots=True)
class Earlier:
    """Whether the outcome of another rule is one of some."""

    rule: str
    outcomes: frozenset[str]
    leaf: OutcomeIs = field(compare=False)


Source = Path | Ancestors | Pair | Earlier


@dataclass(frozen=True, slots=True)
class Measure:
    """One integer read off the facts.

    `scale` multiplies the value before it is rounded, so that a share compares as an integer with
    the numerator of its threshold. `detail` is the text, list or pattern that is looked for.
    """

    source: Source
    aspect: Aspect
    unit: Unit_ = ""
    scale: int = 1
    rounding: Rounding = ""
    detail: Hashable = None
    relation: Relation = ""  # of a count

    def __str__(self) -> str:
        scaled = f" times {self.scale}" if self.scale != 1 else ""
        sought = f" {self.detail!r}" if self.detail is not None else ""
        aspect = f"{self.aspect} ({self.relation})" if self.relation else self.aspect
        return f"{aspect}{sought} of {_described(self.source)}{scaled}"


def _described(source: Source) -> str:
    if isinstance(source, Ancestors):
        return f"the parents of {source.path}"
    if isinstance(source, Pair):
        return f"{source.relation} of {source.left} and {_written(source.right)}"
    if isinstance(source, Earlier):
        return f"outcome of {source.rule}"
    return str(source)


def _written(expression: Expression) -> str:
    if isinstance(expression, Fact) and not expression.by:
        return str(expression.path)
    return f"the end of {expression.path}" if isinstance(expression, YearEnd) else repr(expression)


def name_hash(name: str) -> int:
    """Return the 32-bit FNV-1a hash by which durable_rules tells properties apart."""
    value = 0x811C9DC5
    for byte in name.encode():
        value = (value ^ byte) * 16777619 % 2**32
    return value


_RESERVED: Final = ("kind", "id", "sid", "$s", "$forward", "$time", "$i", "$m")


class Names:
    """Names for measures, short and with hashes of their own."""

    def __init__(self) -> None:
        self.measures: dict[str, Measure] = {}
        self._names: dict[Measure, str] = {}
        self._hashes = {name_hash(name) for name in _RESERVED}
        self._serial = 0

    def of(self, measure: Measure) -> str:
        """Return the name of a measure, a new one the first time."""
        name = self._names.get(measure)
        if name is None:
            name = self._names[measure] = self._new()
            self.measures[name] = measure
        return name

    def _new(self) -> str:
        while True:
            name = f"p{self._serial}"
            self._serial += 1
            if (hashed := name_hash(name)) not in self._hashes:
                self._hashes.add(hashed)
                return name


class Interning:
    """Integers for texts and other values that are only ever the same or not the same.

    Yes and no are 1 and 0. A value not seen before gets a new number.
    """

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {False: 0, True: 1}

    def number(self, value: Any) -> int:
        """Return the number of a value."""
        try:
            number = self._numbers.get(value)
        except TypeError:
            value = frozen(value)
            number = self._numbers.get(value)
        if number is None:
            number = self._numbers[value] = len(self._numbers)
        return number


def frozen(value: Any) -> Hashable:
    """Return a hashable stand-in for a value, the same for equal values."""
    if isinstance(value, list):
        return ("list", *map(frozen, value))
    if isinstance(value, dict):
        return ("object", frozenset((key, frozen(entry)) for key, entry in value.items()))
    return value  # type: ignore[no-any-return]
