"""Asking whether the parts of a rule hold: both deciders answer, and must agree (design §6)."""

from __future__ import annotations

from typing import Protocol

from isocheck.errors import EngineFault
from isocheck.evaluate.interpreter import holds
from isocheck.evaluate.outcomes import Answers
from isocheck.evaluate.scope import ReaderAt
from isocheck.logic.truth import Truth
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

    def forget(self) -> None:
        """Drop the answers about the last subject."""


class Asker:
    """Asks the interpreter and, if there is one, the matching engine."""

    def __init__(self, law: Law, matcher: Matcher | None) -> None:
        self.law = law
        self.matcher = matcher
        self.conditions = {rule.id: part_conditions(rule) for rule in law.rules}

    def ask(
        self, rule: Rule, world: World, reader: ReaderAt, *, whatever_applies: bool = False
    ) -> Answers:
        """Return whether each part of a rule holds; raises EngineFault if the two disagree.

        What a rule requires is asked only where it may apply, or `whatever_applies`.
        """
        conditions = self.conditions[rule.id]
        when = holds(conditions["when"], reader)
        unless = False if when is False else holds(conditions["unless"], reader)
        applies = whatever_applies or (when is not False and unless is not True)
        require = holds(conditions["require"], reader) if applies else None
        if self.matcher is not None:
            asked = {"when": when}
            if when is not False:
                asked["unless"] = unless
            if applies:
                asked["require"] = require
            self._compare(rule, world, reader, asked)
        if rule.verification == "unverified":
            require = None
        return Answers(when, unless, require)

    def forget(self) -> None:
        """Drop the matching engine's answers about the last subject."""
        if self.matcher is not None:
            self.matcher.forget()

    def _compare(self, rule: Rule, world: World, reader: ReaderAt, asked: dict[str, Truth]) -> None:
        assert self.matcher is not None  # noqa: S101 - asked by `ask`
        matched = self.matcher.answers(rule, world, reader)
        for part, truth in asked.items():
            if matched[part] is not truth:
                raise EngineFault(
                    f"{part}: the matching engine finds {matched[part]}, the interpreter {truth}, "
                    f"as of {reader.scope.days.low}",
                    rule=rule.id,
                    subject=reader.subject.record.id,
                )
