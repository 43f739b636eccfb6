"""Random conditions and facts over a small world, for holding the two matchers side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any, Protocol

from isocheck.durable.compile import NOT_CONSTANT
from isocheck.errors import Location
from isocheck.logic.days import Shift
from isocheck.logic.periods import Period
from isocheck.logic.truth import Truth
from isocheck.logic.values import UNKNOWN, Bounds, Value
from isocheck.packs.conditions import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Fact,
    Literal_,
    Not,
    Op,
    OutcomeIs,
    Path,
    YearEnd,
)
from isocheck.packs.environment import Typed
from isocheck.packs.operators import OPERATORS

HERE = Location("rules.yaml", 1)
DOMAIN: Mapping[str, Sequence[Any]] = {
    "day": [date(2019, 1, 30), date(2019, 1, 31), date(2019, 2, 28), date(2019, 12, 31)],
    "year": [2018, 2019, 2020],
    "money": [0, 1, 17_000_000, 17_000_001],
    "count": [0, 1, 2, 3],
    "share": [Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(7, 10), Fraction(1), 1],
    "yes_no": [True, False],
    "text": ["a", "ab", "", "Đ"],
    "reference": ["so-nv", "a"],
    "codes": [["a"], ["a", "ab"], [], ["b", "a", "a"], "all"],
    "period": [Period("2019"), Period("2018-2020"), Period("2019-2020"), Period("2018-H1")],
}
ORDERED = ("day", "year", "money", "count", "share")
PATHS = [Path("here", (f"{type_}{n}",), type_) for type_ in DOMAIN for n in (1, 2)]  # type: ignore[arg-type]
PARAMS = [Path("param", (f"p.{type_}",), type_) for type_ in DOMAIN]  # type: ignore[arg-type]
OUTCOMES = [OutcomeIs(f"r{n}", frozenset({"satisfied"}), HERE) for n in range(3)]
SHIFTS = [Shift(), Shift(days=1), Shift(months=1), Shift(years=-1), Shift(months=1, days=-3)]
PATTERNS = ["a", "a+b?", "[a-z]*", "b|a", "Đ"]


class Draw(Protocol):
    """Where the choices come from: a seed, or Hypothesis."""

    def pick(self, choices: Sequence[Any]) -> Any: ...

    def below(self, limit: int) -> int: ...


@dataclass
class Seeded:
    random: Random

    def pick(self, choices: Sequence[Any]) -> Any:
        return self.random.choice(choices)

    def below(self, limit: int) -> int:
        return self.random.randrange(limit)


@dataclass
class DictReader:
    """A reader of values laid down beforehand; a path that is not there is not known."""

    values: Mapping[Path, Value] = field(default_factory=dict)
    above: Mapping[Path, Value] = field(default_factory=dict)
    outcomes: Mapping[str, Truth] = field(default_factory=dict)

    def read(self, path: Path) -> Value:
        return self.values.get(path, UNKNOWN)

    def ancestors(self, path: Path) -> Value:
        return self.above.get(path, UNKNOWN)

    def outcome(self, leaf: OutcomeIs) -> Truth:
        return self.outcomes.get(leaf.rule)


def value(draw: Draw, type_: str) -> Value:
    """Draw a value of a type: exact, null, not known or, in an order, within bounds."""
    kind = draw.below(10)
    if kind == 0:
        return UNKNOWN
    if kind == 1:
        return None
    if kind <= 4 and type_ in ORDERED:
        low, high = sorted((draw.pick(DOMAIN[type_]), draw.pick(DOMAIN[type_])))
        shape = draw.below(6)
        return Bounds(
            None if shape == 0 else low, None if shape == 1 else high, maybe_null=shape >= 4
        )
    return draw.pick(DOMAIN[type_])


def reader(draw: Draw, params: Mapping[Path, Value]) -> DictReader:
    """Draw the facts of one subject."""
    values = {path: value(draw, path.type) for path in PATHS}
    above = {
        path: draw.pick([UNKNOWN, None, [], ["a"], ["so-nv", "a"], ["ab"]])
        for path in PATHS
        if path.type == "reference"
    }
    outcomes = {leaf.rule: draw.pick([True, False, None]) for leaf in OUTCOMES}
    return DictReader({**values, **params}, above, outcomes)


def parameters(draw: Draw) -> dict[Path, Value]:
    """Draw the parameters of a world; the list of codes is always known."""
    found = {path: value(draw, path.type) for path in PARAMS}
    return {
        path: ["a"] if path.type == "codes" and drawn in (None, UNKNOWN, "all") else drawn
        for path, drawn in found.items()
    }


def constants(draw: Draw, params: Mapping[Path, Value]) -> Any:
    """Return a callback that calls some of the parameters constant."""
    chosen = {path for path in params if draw.below(2)}
    return lambda path: params[path] if path in chosen else NOT_CONSTANT


def condition(draw: Draw, depth: int = 3) -> Condition:
    """Draw a condition."""
    kind = draw.below(8) if depth else 5
    if kind <= 1:
        return AllOf(tuple(condition(draw, depth - 1) for _ in range(draw.below(4))))
    if kind <= 3:
        return AnyOf(tuple(condition(draw, depth - 1) for _ in range(draw.below(4))))
    if kind == 4:
        return Not(condition(draw, depth - 1))
    if draw.below(12) == 0:
        return draw.pick(OUTCOMES)
    return comparison(draw)


def comparison(draw: Draw) -> Compare:
    """Draw a comparison that a pack may write."""
    path = draw.pick(PATHS)
    ops = [op for op, operator in OPERATORS.items() if operator.fits(Typed(path.type))]
    op: Op = draw.pick([*ops, *(op for op in ops if OPERATORS[op].right == "value")])
    return Compare(path, op, _right(draw, path, op), HERE)


def _right(draw: Draw, path: Path, op: Op) -> Any:
    right = OPERATORS[op].right
    if right == "flag":
        return Literal_(draw.pick([True, False]))
    if right == "pattern":
        return Literal_(draw.pick(PATTERNS))
    if right == "choices" and path.type == "text" and draw.below(3) == 0:
        return Fact(next(p for p in PARAMS if p.type == "codes"))
    if right == "choices":
        return Literal_([draw.pick([*DOMAIN[path.type], None]) for _ in range(draw.below(5))])
    wanted: str = OPERATORS[op].right_type(Typed(path.type)).type
    if draw.below(2):
        return Literal_(draw.pick([*DOMAIN[wanted], None]))
    return _elsewhere(draw, wanted)


def _elsewhere(draw: Draw, wanted: str) -> Fact | YearEnd:
    """Draw the path of another fact or of a parameter, to compare with."""
    if wanted == "day" and draw.below(4) == 0:
        year = draw.pick([p for p in (*PATHS, *PARAMS) if p.type == "year"])
        return YearEnd(year, draw.pick(SHIFTS))
    wanted = draw.pick([wanted, *(("count", "share") if wanted in ("count", "share") else ())])
    right = draw.pick([p for p in (*PATHS, *PARAMS) if p.type == wanted])
    return Fact(right, draw.pick(SHIFTS) if wanted == "day" else Shift())


def large_condition(draw: Draw, depth: int) -> Condition:
    """Draw a condition of many parts, too large for one ruleset as often as not."""
    if depth == 0:
        return comparison(draw)
    shape = draw.pick([AllOf, AnyOf])
    whole = shape(tuple(large_condition(draw, depth - 1) for _ in range(1 + draw.below(9))))
    return Not(whole) if draw.below(5) == 0 else whole
