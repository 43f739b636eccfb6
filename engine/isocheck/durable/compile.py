"""Conditions compiled to rulesets of durable_rules (design §6).

Each condition becomes a unit: a rule that fires where it is true and a rule that fires where it is
false. Where neither fires it is not known. A condition too large for one ruleset becomes several
units, and the truth of the whole is the strong Kleene conjunction or disjunction of theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from isocheck.durable.flatten import Fill, fills_of
from isocheck.durable.formula import OPPOSITE, Formula, Lit, every, literals_of, replaced, some
from isocheck.durable.leaves import NOT_CONSTANT, Constant, LeafCompiler, Sides, swapped
from isocheck.durable.measures import Interning, Measure, Names
from isocheck.durable.shards import Shard, Unit, fits, ruleset_text, shards_of
from isocheck.errors import EngineFault
from isocheck.logic.truth import Truth, all_of, any_of, negation
from isocheck.packs.conditions import AnyOf, Compare, Condition, Not, OutcomeIs, Path
from isocheck.packs.reader import Reader

__all__ = ["NOT_CONSTANT", "CompiledLiteral", "Program", "Question", "compile_conditions"]


def nothing_constant(_path: Path) -> object:
    """Answer for every path that its value is read with the facts."""
    return NOT_CONSTANT


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A condition to decide, under a key of its caller's.

    `constant` tells the value of a parameter that is the same throughout the question's world, or
    NOT_CONSTANT; a constant on a right-hand side becomes a threshold of the ruleset.
    """

    key: str
    condition: Condition
    constant: Constant = nothing_constant
    rules: frozenset[str] | None = None  # those whose outcome can be asked for; None: any


# ---- answers: what the truths of the units say about the conditions ------------------------------


@dataclass(frozen=True, slots=True)
class Known:
    """The condition has the same truth whatever the facts."""

    truth: Truth


@dataclass(frozen=True, slots=True)
class OfUnit:
    """The condition is true where a unit is, or where it is false."""

    unit: int
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """The condition was divided; its truth is that of its parts together."""

    op: Literal["all", "any"]
    parts: tuple[Answer, ...]


Answer = Known | OfUnit | Joined


def answered(answer: Answer, truths: Sequence[Truth]) -> Truth:
    """Return the truth of a condition from the truths of the units."""
    if isinstance(answer, OfUnit):
        truth = truths[answer.unit]
        return negation(truth) if answer.negated else truth
    if isinstance(answer, Known):
        return answer.truth
    parts = (answered(part, truths) for part in answer.parts)
    return all_of(parts) if answer.op == "all" else any_of(parts)


# ---- programs ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledLiteral:
    """One literal of a program: where it stands and what it compares."""

    index: int
    unit: int
    truth: bool  # in the rule of the unit's truth, or of its falsehood
    position: int
    literal: Lit
    measure: Measure
    keys: tuple[str, ...]  # the questions it serves

    def __str__(self) -> str:
        return f"{self.measure} {self.literal.comparator} {self.literal.threshold}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Conditions compiled: what to read off the facts, and the rulesets to hold it against."""

    answers: Mapping[str, Answer]
    units: tuple[Unit, ...]
    measures: Mapping[str, Measure]
    shards: tuple[Shard, ...] = field(repr=False)
    fills: tuple[Fill, ...] = field(repr=False)

    def flatten(self, reader: Reader) -> dict[str, int]:
        """Return the flat record of the facts that a reader reads."""
        flat: dict[str, int] = {}
        for fill in self.fills:
            fill(reader, flat)
        return flat

    def rulesets(self) -> Iterator[tuple[Shard, str]]:
        """Yield each shard with its ruleset in the JSON of durable_rules."""
        for shard in self.shards:
            yield shard, ruleset_text(shard, self.units)

    def keys(self) -> dict[int, tuple[str, ...]]:
        """Return the questions that each unit serves."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for key, answer in self.answers.items():
            for unit in _units_of(answer):
                found[unit].append(key)
        return {unit: tuple(keys) for unit, keys in found.items()}

    def literals(self) -> list[CompiledLiteral]:
        """Return every literal of the program, in a fixed order."""
        found: list[CompiledLiteral] = []
        keys = self.keys()
        for number, unit in enumerate(self.units):
            for truth, formula in ((True, unit.holds), (False, unit.fails)):
                for position, literal in enumerate(literals_of(formula)):
                    found.append(
                        CompiledLiteral(
                            index=len(found),
                            unit=number,
                            truth=truth,
                            position=position,
                            literal=literal,
                            measure=self.measures[literal.name],
                            keys=keys[number],
                        )
                    )
        return found

    def with_flipped(self, index: int) -> Program:
        """Return this program with the comparator of one literal turned round."""
        return self._with(index, lambda lit: replace(lit, comparator=OPPOSITE[lit.comparator]))

    def with_shifted(self, index: int, step: int) -> Program:
        """Return this program with the threshold of one literal moved."""
        return self._with(index, lambda lit: replace(lit, threshold=lit.threshold + step))

    def _with(self, index: int, change: Callable[[Lit], Lit]) -> Program:
        at = self.literals()[index]
        unit = self.units[at.unit]
        formula = unit.holds if at.truth else unit.fails
        changed = replaced(formula, at.position, change(at.literal))
        units = list(self.units)
        units[at.unit] = Unit(changed, unit.fails) if at.truth else Unit(unit.holds, changed)
        return replace(self, units=tuple(units), shards=tuple(shards_of(units)))


def _units_of(answer: Answer) -> frozenset[int]:
    if isinstance(answer, OfUnit):
        return frozenset((answer.unit,))
    if isinstance(answer, Known):
        return frozenset()
    return frozenset().union(*map(_units_of, answer.parts))


def compile_conditions(questions: Sequence[Question]) -> Program:
    """Compile the conditions of some questions into one program; the keys must differ."""
    names, table, units = Names(), Interning(), _Units()
    answers: dict[str, Answer] = {}
    for question in questions:
        if question.key in answers:
            raise EngineFault(f"two conditions have the key {question.key!r}")
        leaves = LeafCompiler(names, table, question.constant, question.rules)
        answers[question.key] = units.answer(_piece(question.condition, leaves, negated=False))
    used = {name for unit in units.found for name in unit.names()}
    measures = {name: measure for name, measure in names.measures.items() if name in used}
    return Program(
        answers=answers,
        units=tuple(units.found),
        measures=measures,
        shards=tuple(shards_of(units.found)),
        fills=tuple(fills_of(measures, table)),
    )


# ---- from a condition to units -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Piece:
    """A condition in negation normal form with both of its formulas."""

    op: Literal["leaf", "all", "any"]
    parts: tuple[_Piece, ...]
    unit: Unit


def _piece(condition: Condition, leaves: LeafCompiler, *, negated: bool) -> _Piece:
    if isinstance(condition, Not):
        return _piece(condition.part, leaves, negated=not negated)
    if isinstance(condition, Compare):
        sides = leaves.alternatives(condition)
        found = [_leaf(side, negated=negated) for side in sides]
        return _grouped("all" if negated else "any", found)
    if isinstance(condition, OutcomeIs):
        return _leaf(leaves.outcome(condition), negated=negated)
    parts = [_piece(part, leaves, negated=negated) for part in condition.parts]
    return _group("any" if isinstance(condition, AnyOf) is not negated else "all", parts)


def _leaf(sides: Sides, *, negated: bool) -> _Piece:
    return _Piece("leaf", (), Unit(*(swapped(sides) if negated else sides)))


def _group(op: Literal["all", "any"], parts: Sequence[_Piece]) -> _Piece:
    holds = [part.unit.holds for part in parts]
    fails = [part.unit.fails for part in parts]
    unit = Unit(every(holds), some(fails)) if op == "all" else Unit(some(holds), every(fails))
    return _Piece(op, tuple(parts), unit)


def _grouped(op: Literal["all", "any"], parts: Sequence[_Piece]) -> _Piece:
    return parts[0] if len(parts) == 1 else _group(op, parts)


class _Units:
    """The units of a program, equal ones once."""

    def __init__(self) -> None:
        self.found: list[Unit] = []
        self._numbers: dict[Unit, int] = {}

    def answer(self, piece: _Piece) -> Answer:
        """Return how a condition is answered, adding the units that takes."""
        constant = _constant(piece.unit)
        if constant is not None:
            return constant
        if fits(piece.unit):
            return self._number(piece.unit)
        if piece.op == "leaf":
            raise EngineFault(f"a comparison is too large for one rule: {piece.unit}")
        return Joined(piece.op, tuple(self._divided(piece.op, piece.parts)))

    def _divided(self, op: Literal["all", "any"], parts: Sequence[_Piece]) -> Iterator[Answer]:
        """Answer parts in as few units as fit, neighbours together."""
        together: list[_Piece] = []
        for part in parts:
            if together and not fits(_group(op, [*together, part]).unit):
                yield self.answer(_grouped(op, together))
                together = []
            together.append(part)
        yield self.answer(_grouped(op, together))

    def _number(self, unit: Unit) -> OfUnit:
        opposite = self._numbers.get(Unit(unit.fails, unit.holds))
        if opposite is not None:
            return OfUnit(opposite, negated=True)
        number = self._numbers.get(unit)
        if number is None:
            number = self._numbers[unit] = len(self.found)
            self.found.append(unit)
        return OfUnit(number)


def _constant(unit: Unit) -> Known | None:
    """Return the answer of a condition whose truth does not depend on the facts."""
    for formula, truth in _TRUTHS:
        if (unit.holds, unit.fails) == formula:
            return Known(truth)
    return None


_TRUTHS: Final[tuple[tuple[tuple[Formula, Formula], Truth], ...]] = (
    ((True, False), True),
    ((False, True), False),
    ((False, False), None),
)
