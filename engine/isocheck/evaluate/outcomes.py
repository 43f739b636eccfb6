"""The tables that make outcomes of truths and days (design §4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from isocheck.finding import Outcome, Reason
from isocheck.logic.truth import Truth, all_of, negation


@dataclass(frozen=True, slots=True)
class Answers:
    """Whether the parts of a rule hold on a day."""

    when: Truth
    unless: Truth
    require: Truth

    @property
    def applies(self) -> Truth:
        """Whether `when` holds and no exception does."""
        return all_of((self.when, negation(self.unless)))


@dataclass(slots=True)
class Possible:
    """The outcomes that remain, and why a rule may not be applicable."""

    outcomes: set[Outcome] = field(default_factory=set)
    reasons: set[Reason] = field(default_factory=set)
    dues: set[date] = field(default_factory=set)
    due_open: bool = False

    def not_applicable(self, reason: Reason) -> None:
        """Let `not_applicable` remain, for a reason."""
        self.outcomes.add("not_applicable")
        self.reasons.add(reason)

    def add(self, other: Possible) -> None:
        """Let everything remain that remains in another."""
        self.outcomes |= other.outcomes
        self.reasons |= other.reasons
        self.dues |= other.dues
        self.due_open |= other.due_open


def unmet(answers: Answers, possible: Possible) -> bool:
    """Let `not_applicable` remain if the rule may not apply; tell whether it may apply."""
    if answers.applies is not True:
        if answers.when is not True:
            possible.not_applicable("condition")
        if answers.unless is not False:
            possible.not_applicable("exception")
    return answers.applies is not False


def judge_limit(answers: Answers, possible: Possible, broken: Outcome = "violated") -> None:
    """Judge what must hold on the day itself; `broken` is `due` while there is time left."""
    if not unmet(answers, possible):
        return
    if answers.require is not False:
        possible.outcomes.add("satisfied")
    if answers.require is not True:
        possible.outcomes.add(broken)


def judge_encouraged(answers: Answers, possible: Possible) -> None:
    """Judge what a text only encourages: it is met, or it does not count."""
    if not unmet(answers, possible):
        return
    if answers.require is not False:
        possible.outcomes.add("satisfied")
    if answers.require is not True:
        possible.not_applicable("may-not-met")


def judge_past_due(on_the_day: Answers, late: Truth, possible: Possible) -> None:
    """Judge a duty whose day has passed: `late` is whether the requirement holds now."""
    if not unmet(on_the_day, possible):
        return
    if on_the_day.require is not False:
        possible.outcomes.add("satisfied")
    if on_the_day.require is not True:
        if late is not False:
            possible.outcomes.add("satisfied_late")
        if late is not True:
            possible.outcomes.add("violated")
