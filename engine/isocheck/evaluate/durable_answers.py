"""The matching engine's answers: conditions compiled once a run, one record asserted a subject."""

from __future__ import annotations

from isocheck.durable.compile import NOT_CONSTANT, Program, Question, compile_conditions
from isocheck.durable.matcher import DurableMatcher, available, version
from isocheck.errors import EngineFault
from isocheck.evaluate.crosscheck import PARTS, part_conditions
from isocheck.evaluate.scope import ReaderAt
from isocheck.logic.truth import Truth
from isocheck.logic.values import UNKNOWN
from isocheck.packs.conditions import Literal_, Path
from isocheck.packs.law import Law, World
from isocheck.packs.model import Rule


class MatchedAnswers:
    """Asks durable-rules about rules, those of one kind of subject together."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.version = version()
        self._programs: dict[tuple[str, ...], tuple[Program, DurableMatcher]] = {}
        self._answers: dict[tuple[object, ...], dict[str, Truth]] = {}
        self._together: dict[str, list[Rule]] = {}
        self._keys: dict[tuple[str, World], list[tuple[str, str]]] = {}
        self._alone: set[str] = set()
        for rule in law.rules:
            for world in law.worlds(rule):
                self._keys[rule.id, world] = [(part, _key(rule, part, world)) for part in PARTS]
            # Rules with items, and rules that ask for outcomes, have records of their own.
            asks = rule.per is not None or rule.id in law.asking
            if asks or not law.reads_alike(rule):
                self._alone.add(rule.id)
                continue
            for kind in rule.kinds:
                self._together.setdefault(kind, []).append(rule)

    @classmethod
    def for_law(cls, law: Law, matcher: str | None) -> MatchedAnswers | None:
        """Return the engine's answers, or None where the interpreter judges alone."""
        if matcher == "interpreter" or (matcher is None and not available()):
            return None
        return cls(law)

    def answers(self, rule: Rule, world: World, reader: ReaderAt) -> dict[str, Truth]:
        """Return the truth of each part of a rule for the record that `reader` stands on."""
        kind = reader.subject.record.kind
        # On another day than the run's only few rules are asked: no need to read for all of them.
        other_day = reader.scope.days.low != self.law.day
        alone = rule.id in self._alone or other_day
        name = (rule.id, *(f"{p}={r}" for p, r in world)) if alone else (kind,)
        item = None if reader.item is None else reader.item.key
        days = reader.scope.days
        key = (name, days.low, days.high, reader.subject.record.id, item)
        found = self._answers.get(key)
        if found is None:
            asked = [(rule, world)] if alone else self._all_of(kind)
            program, matcher = self._program(name, asked)
            try:
                found = matcher.decide(program.flatten(reader))
            except EngineFault as fault:
                raise EngineFault(
                    str(fault), rule=rule.id, subject=reader.subject.record.id
                ) from fault
            self._answers[key] = found
        return {part: found[key] for part, key in self._keys[rule.id, world]}

    def close(self) -> None:
        """Free the rulesets: the library keeps them until the process ends otherwise."""
        for _, matcher in self._programs.values():
            matcher.close()
        self._programs.clear()

    def forget(self) -> None:
        """Drop the answers about the last subject."""
        self._answers.clear()

    def _all_of(self, kind: str) -> list[tuple[Rule, World]]:
        return [(rule, world) for rule in self._together[kind] for world in self.law.worlds(rule)]

    def _program(
        self, name: tuple[str, ...], asked: list[tuple[Rule, World]]
    ) -> tuple[Program, DurableMatcher]:
        found = self._programs.get(name)
        if found is None:
            program = compile_conditions(questions_of(self.law, name, asked))
            found = self._programs[name] = (program, DurableMatcher(program))
        return found


def questions_of(
    law: Law, name: tuple[str, ...], asked: list[tuple[Rule, World]]
) -> list[Question]:
    """Return what a program asks; one named by a kind of subject is for that kind alone."""
    kind = name[0] if name[0] in law.profile.kinds else None
    return [q for rule, world in asked for q in questions(law, rule, world, kind)]


def questions(law: Law, rule: Rule, world: World, kind: str | None = None) -> list[Question]:
    """Return the conditions of a rule in one world as questions to the engine.

    Parameters that have one value in the world, and the kind of subject if there is but one, are
    constants.
    """

    def constant(path: Path) -> object:
        if path.head != "param":
            own_kind = path.head == "here" and path.segments == ("kind",)
            return kind if own_kind and kind is not None else NOT_CONSTANT
        parameter = law.parameters[path.segments[0]]
        reading = law.reading(path.segments[0], world)
        if reading is None:
            return UNKNOWN if parameter.between is None else NOT_CONSTANT
        return reading.value.value if isinstance(reading.value, Literal_) else NOT_CONSTANT

    known = frozenset(other.id for other in law.rules)
    return [
        Question(key=_key(rule, part, world), condition=condition, constant=constant, rules=known)
        for part, condition in part_conditions(rule).items()
    ]


def _key(rule: Rule, part: str, world: World) -> str:
    return "|".join((rule.id, part, *(f"{name}={reading}" for name, reading in world)))
