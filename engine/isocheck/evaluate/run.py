"""One run: facts, a profile and a day in; findings, actions and notes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.actions import required_actions
from isocheck.evaluate.crosscheck import Asker
from isocheck.evaluate.durable_answers import MatchedAnswers
from isocheck.evaluate.explain import explain
from isocheck.evaluate.findings import Judge, Progress
from isocheck.evaluate.notes import notes_of
from isocheck.finding import Explanation, Finding, Note, Outcome, RequiredAction
from isocheck.packs.law import Law, law_on
from isocheck.packs.model import Profile
from isocheck.records.base import FactBase


@dataclass(slots=True, kw_only=True)
class Evaluation:
    """Everything that a run found.

    `matcher` is `durable-rules` or `interpreter`; with the first, every finding was cross-checked.
    """

    profile: Profile
    law: Law
    facts: FactBase
    findings: tuple[Finding, ...]
    actions: tuple[RequiredAction, ...]
    notes: tuple[Note, ...]
    rules_without_subject: tuple[str, ...]
    matcher: str
    matcher_version: str | None
    judge: Judge = field(repr=False)

    @property
    def as_of(self) -> date:
        """The day judged."""
        return self.law.day

    def explain(self, finding: Finding) -> Explanation:
        """Return why a finding is as it is."""
        return explain(self.judge, finding)

    def outcomes(self) -> Counter[Outcome]:
        """Return how many findings have each outcome."""
        return Counter(finding.outcome for finding in self.findings)

    def must_violated(self) -> int:
        """Return how many obligations (not mere targets) are not fulfilled."""
        return sum(f.outcome == "violated" and f.modality == "must" for f in self.findings)


def evaluate(
    facts: FactBase,
    profile: Profile,
    as_of: date,
    *,
    matcher: str | None = None,
    progress: Progress | None = None,
) -> Evaluation:
    """Judge every rule of a profile on the facts, as of a day.

    `matcher` is `durable-rules`, `interpreter`, or None for the first of them that works here.
    Raises InputProblems if there is nothing to judge, EngineFault if the two evaluations disagree.
    """
    law = law_on(profile, as_of)
    engine = MatchedAnswers.for_law(law, matcher)
    judge = Judge(facts, law, Asker(law, engine))
    try:
        findings = judge.findings(progress)
    finally:
        judge.asker.matcher = None  # what is asked from here on only explains
        if engine is not None:
            engine.close()
    judged = {finding.rule for finding in findings}
    _refuse_nothing(law, findings)
    return Evaluation(
        profile=profile,
        law=law,
        facts=facts,
        findings=tuple(findings),
        actions=tuple(required_actions(judge, findings)),
        notes=tuple(notes_of(facts, law)),
        rules_without_subject=tuple(rule.id for rule in law.rules if rule.id not in judged),
        matcher="interpreter" if engine is None else "durable-rules",
        matcher_version=None if engine is None else engine.version,
        judge=judge,
    )


def _refuse_nothing(law: Law, findings: Sequence[Finding]) -> None:
    """A run that judged nothing is no success (design §8)."""
    reasons = {f.reason for f in findings if f.outcome == "not_applicable"}
    nothing = all(f.outcome == "not_applicable" for f in findings)
    if nothing and (not reasons or "not-in-force" in reasons):
        later = [rule.in_force.start for rule in law.profile.rules]
        first = min((day for day in later if day is not None and day > law.day), default=None)
        args = {"value": law.day, "profile": law.profile.id, "first": first or ""}
        raise InputProblems([Problem("nothing-judged", Location(""), "", args)])
