"""Asking whether the parts of a rule hold: both deciders answer, and must agree (design §6)."""

from __future__ import annotations

from typing import Protocol

from isocheck.errors import EngineFault
from isocheck.evaluate.outcomes import Answers
from isocheck.evaluate.scope import ReaderAt
from isocheck.logic.truth import Truth
from isocheck.matching.interpret import holds
from isocheck.packs.conditions import TRUE, AnyOf, Condition
from isocheck.packs.law import Law, World
from isocheck.packs.model import Rule

PARTS = ("when", "unless", "require")


def part_conditions(rule: Rule) -> dict[str, Condition]:
    """Return the conditions of a rule, by part; several exceptions are one: any of them."""
    return {
        "when": rule.when,
        "unless": AnyOf(tuple(e.condition for e in rule.unless)),
        "require": TRUE if rule.require is None else rule.require,
    }


class Matcher(Protocol):
    """A decider that answers for one rule at a time, from records it was given before."""

    def answers(self, rule: Rule, world: World, reader: ReaderAt) -> dict[str, Truth]:
        """Return the truth of each part of a rule."""


class Asker:
    """Asks the interpreter and, if there is one, the matching engine."""

    def __init__(self, law: Law, matcher: Matcher | None) -> None:
        self.law = law
        self.matcher = matcher
        self.conditions = {rule.id: part_conditions(rule) for rule in law.rules}

    def ask(self, rule: Rule, world: World, reader: ReaderAt) -> Answers:
        """Return whether each part of a rule holds; raises EngineFault if the two disagree."""
        conditions = self.conditions[rule.id]
        truths: dict[str, Truth] = {part: holds(conditions[part], reader) for part in PARTS}
        if self.matcher is not None:
            matched = self.matcher.answers(rule, world, reader)
            if matched != truths:
                raise EngineFault(
                    f"the matching engine finds {matched}, the interpreter {truths}, as of "
                    f"{reader.scope.days.low}",
                    rule=rule.id,
                    subject=reader.subject.record.id,
                )
        require = None if rule.verification == "unverified" else truths["require"]
        return Answers(truths["when"], truths["unless"], require)
