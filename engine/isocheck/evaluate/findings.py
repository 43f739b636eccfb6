"""Judging: each rule × subject × item gets exactly one outcome (design §4)."""

from __future__ import annotations

from collections.abc import Callable

from isocheck.evaluate.context import Context
from isocheck.evaluate.crosscheck import Asker
from isocheck.evaluate.evidence import Asked, Evidence, Trace
from isocheck.evaluate.items import NO_ITEM, Choice, Item
from isocheck.evaluate.members import members_of_kinds
from isocheck.evaluate.outcomes import Possible
from isocheck.evaluate.rule_judgement import RuleJudgement
from isocheck.evaluate.scope import ReaderAt
from isocheck.evaluate.snapshot import Days, Snapshot, stands
from isocheck.finding import OUTCOMES, Finding, Outcome, ReadingOutcome
from isocheck.logic.truth import Truth
from isocheck.packs.conditions import OutcomeIs
from isocheck.packs.law import Law, World, due_verification
from isocheck.packs.model import Rule
from isocheck.records.base import FactBase, Record

Progress = Callable[[int, int], None]
SETTLED = frozenset({"satisfied", "not_applicable"})


class Judge:
    """Judges the facts of a run under the law of its day."""

    def __init__(self, facts: FactBase, law: Law, asker: Asker) -> None:
        self.context = Context(facts, law, asker, self._outcome_is)
        self.facts = facts
        self.law = law
        self.asker = asker
        self.day = self.context.day
        self.today = self.context.today
        self.rules = {rule.id: rule for rule in law.rules}
        self._choices = {r.id: Choice.of(r, r.per) for r in law.rules if r.per is not None}
        self._worlds = {rule.id: law.worlds(rule) for rule in law.rules}
        self._asked: dict[tuple[Asked, ...], tuple[Asked, ...]] = {}
        self._outcomes: dict[tuple[str, str, World, Days], frozenset[Outcome]] = {}
        self._due_verifications = {
            rule.id: due_verification(rule, law.parameters) for rule in law.rules
        }

    def findings(self, progress: Progress | None = None) -> list[Finding]:
        """Return every finding, in the order of rules, subjects and items.

        One subject after the other, so that what is derived of it need be kept no longer.
        `progress` is called with how many subjects are done, of how many.
        """
        order = {rule.id: position for position, rule in enumerate(self.law.rules)}
        by_kind: dict[str, list[Rule]] = {}
        for rule in self.law.rules:
            for kind in rule.kinds:
                by_kind.setdefault(kind, []).append(rule)
        subjects = [s for kind in sorted(by_kind) for s in self.subjects(kind)]
        found: list[Finding] = []
        for done, subject in enumerate(subjects):
            if progress is not None:
                progress(done, len(subjects))
            here = [
                self.finding(rule, subject, item)
                for rule in by_kind[subject.record.kind]
                for item in self.items(rule, subject.record)
            ]
            found += here
            self.asker.forget()
            if all(finding.outcome in SETTLED for finding in here):
                self.context.forget(subject)  # nothing to explain, so nothing more to read
        return sorted(found, key=lambda f: (order[f.rule], f.subject, f.item or ""))

    def subjects(self, kind: str) -> list[Snapshot]:
        """Return the records of a kind that rules are judged on."""
        records = self.facts.by_kind.get(kind, ())
        return [
            self.today.snapshot(record)
            for record in sorted(records, key=lambda r: r.id)
            if stands(record, self.today.kinds[kind], self.day) is not False
        ]

    def items(self, rule: Rule, record: Record, days: Days | None = None) -> list[Item]:
        """Return the items of a rule for a subject; a rule without `per` has one, of no record."""
        choice = self._choices.get(rule.id)
        if choice is None:
            return [NO_ITEM]
        scope = self.context.scope_of(record, days or self.day)
        return choice.items(scope, scope.snapshot(record))

    def items_asked(self, rule: Rule, record: Record, days: Days) -> list[Item]:
        """Return the items that another rule's look at the outcome is about: all there may be."""
        found = self.items(rule, record, days)
        choice = self._choices.get(rule.id)
        if choice is None or any(item.unlisted for item in found):
            return found
        return [*found, *choice.unlisted(self.context.scope_of(record, days))]

    def finding(self, rule: Rule, subject: Snapshot, item: Item) -> Finding:
        """Return the finding of a rule on a subject and item."""
        worlds = self._worlds[rule.id]
        trace = Trace()
        by_world = [
            self.possible(rule, subject.record, item, world, self.day, trace) for world in worlds
        ]
        union = by_world[0]
        if len(by_world) > 1:
            union = Possible()
            for possible in by_world:
                union.add(possible)
        remaining = tuple(union.outcomes)
        if len(remaining) > 1:
            remaining = tuple(o for o in OUTCOMES if o in union.outcomes)
        outcome: Outcome = remaining[0] if len(remaining) == 1 else "indeterminate"
        dues = tuple(sorted(union.dues))
        return Finding(
            rule=rule.id,
            subject=subject.record.id,
            kind=subject.record.kind,
            item=item.id,
            outcome=outcome,
            possible=remaining,
            reason=min(union.reasons) if outcome == "not_applicable" else None,
            modality=rule.modality,
            verification=rule.verification,
            due=dues[0] if len(dues) == 1 and not union.due_open else None,
            dues=dues,
            due_verification=self._due_verifications[rule.id],
            readings=_by_reading(worlds, by_world) if len(worlds) > 1 else (),
            evidence=self._kept(item, trace),
        )

    def evidence(self, rule: Rule, record: Record, item: Item, days: Days) -> Evidence:
        """Return what another rule's finding on some day rests on, where no finding was made."""
        trace = Trace()
        for world in self._worlds[rule.id]:
            self.possible(rule, record, item, world, days, trace)
        return self._kept(item, trace)

    def _kept(self, item: Item, trace: Trace) -> Evidence:
        """Return what was asked, to be kept: most findings of a rule were asked the same."""
        asked = tuple(trace.asked)
        return Evidence(
            item, self._asked.setdefault(asked, asked), tuple(trace.open_dues), trace.registers
        )

    def possible(  # noqa: PLR0913, PLR0917 - what is judged, and as of when
        self,
        rule: Rule,
        record: Record,
        item: Item,
        world: World,
        days: Days,
        trace: Trace | None = None,
    ) -> Possible:
        """Return the outcomes that remain in one world, as of a day or of some day between two."""
        possible = Possible()
        if rule.id in self.law.repealed:
            possible.not_applicable("not-in-force")
            return possible
        if item.there is not True:
            possible.not_applicable("no-item")
        if item.there is False and not item.unlisted:
            return possible
        # What nothing is known of leaves no trace but the register that it may stand in.
        known = None if item.unlisted else trace
        found = Possible()
        RuleJudgement(self.context, rule, record, item, world, days, known).into(found)
        if item.unlisted and found.outcomes <= {"not_applicable"}:
            return possible if item.there is False else found
        possible.add(found)
        if item.unlisted and trace is not None and rule.per is not None:
            scope = self.context.scope_of(record, days)
            trace.registers += members_of_kinds(rule.per.source, scope).registers
        return possible

    def _outcome_is(self, leaf: OutcomeIs, reader: ReaderAt) -> Truth:
        """Tell whether another rule's outcome is one of some, on the reader's day (design §4)."""
        rule = self.rules.get(leaf.rule)
        if rule is None:
            return None
        found = self._outcomes_on(rule, reader)
        if found <= leaf.outcomes:
            return True
        return None if found & leaf.outcomes else False

    def outcomes_asked(self, leaf: OutcomeIs, reader: ReaderAt) -> tuple[Outcome, ...]:
        """Return the outcomes that a condition asks for, in their order; () outside the profile."""
        rule = self.rules.get(leaf.rule)
        found = frozenset() if rule is None else self._outcomes_on(rule, reader)
        return tuple(outcome for outcome in OUTCOMES if outcome in found)

    def _outcomes_on(self, rule: Rule, reader: ReaderAt) -> frozenset[Outcome]:
        names = {name for choice in self._worlds[rule.id] for name, _ in choice}
        own = tuple(choice for choice in reader.world if choice[0] in names)
        record, days = reader.subject.record, reader.scope.days
        key = (rule.id, record.id, own, days)
        found = self._outcomes.get(key)
        if found is None:
            outcomes: set[Outcome] = set()
            there = stands(record, reader.scope.kinds[record.kind], days)
            if there is not True:
                outcomes.add("not_applicable")
            if record.kind in rule.kinds and there is not False:
                for item in self.items_asked(rule, record, days):
                    outcomes |= self.possible(rule, record, item, own, days).outcomes
            found = self._outcomes[key] = frozenset(outcomes or {"not_applicable"})
        return found


def _by_reading(worlds: tuple[World, ...], by_world: list[Possible]) -> tuple[ReadingOutcome, ...]:
    """Return what each reading of each ambiguous parameter gives."""
    choices = dict.fromkeys(choice for world in worlds for choice in world)
    found = []
    for choice in choices:
        outcomes: set[Outcome] = set()
        for world, possible in zip(worlds, by_world, strict=True):
            if choice in world:
                outcomes |= possible.outcomes
        outcome: Outcome = next(iter(outcomes)) if len(outcomes) == 1 else "indeterminate"
        found.append(ReadingOutcome(parameter=choice[0], reading=choice[1], outcome=outcome))
    return tuple(found)
