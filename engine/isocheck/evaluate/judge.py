"""Judging: each rule × subject × item gets exactly one outcome (design §4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from isocheck.evaluate.asking import Asker
from isocheck.evaluate.items import NO_ITEM, Choice, Item
from isocheck.evaluate.judging import Judging, Trace, last_day_of
from isocheck.evaluate.members import members_of_kinds
from isocheck.evaluate.outcomes import Possible
from isocheck.evaluate.scope import Scope
from isocheck.evaluate.standing import Days, Standing
from isocheck.facts.base import FactBase, Record
from isocheck.finding import OUTCOMES, Finding, Outcome, ReadingOutcome
from isocheck.logic.truth import Truth
from isocheck.packs.conditions import OutcomeIs
from isocheck.packs.law import Law, World
from isocheck.packs.model import Rule

Progress = Callable[[int, int], None]
SETTLED = frozenset({"satisfied", "not_applicable"})


class Judge:
    """Judges the facts of a run under the law of its day."""

    def __init__(self, facts: FactBase, law: Law, asker: Asker) -> None:
        self.facts = facts
        self.law = law
        self.asker = asker
        self.rules = {rule.id: rule for rule in law.rules}
        self._scopes: dict[tuple[date, date], Scope] = {}
        self._choices = {r.id: Choice.of(r, r.per) for r in law.rules if r.per is not None}
        self._last_days: dict[str, tuple[date | None, bool]] = {}
        self._worlds = {rule.id: law.worlds(rule) for rule in law.rules}
        self._outcomes: dict[tuple[str, str, World], frozenset[Outcome]] = {}
        # Due days that are the same for every subject; UNKNOWN where they are not.
        self.constant_dues = {
            (rule.id, world): law.constant(rule.due, world)
            for rule in law.rules
            for world in self._worlds[rule.id]
        }
        self.today = self.scope(law.day)

    def scope(self, low: date, high: date | None = None) -> Scope:
        """Return the facts as of a day, or of some day between two."""
        key = (low, high or low)
        found = self._scopes.get(key)
        if found is None:
            found = Scope(self.facts, self.law, Days(*key), self._outcome_is)
            self._scopes[key] = found
        return found

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
                for item in self.items(rule, subject)
            ]
            found += here
            self.asker.forget()
            if all(finding.outcome in SETTLED for finding in here):
                self.forget(subject)  # nothing to explain, so nothing more to read
        return sorted(found, key=lambda f: (order[f.rule], f.subject, f.item or ""))

    def forget(self, subject: Standing) -> None:
        """Drop what was derived of a subject: it can be derived again."""
        for scope in self._scopes.values():
            scope.forget(subject.key)

    def subjects(self, kind: str) -> list[Standing]:
        """Return the records of a kind that rules are judged on."""
        records = self.facts.by_kind.get(kind, ())
        return [
            self.today.standing(record)
            for record in sorted(records, key=lambda r: r.id)
            if self.today.is_there(record) is not False
        ]

    def last_day(self, record: Record) -> tuple[date | None, bool]:
        """Return the last day of a subject, and whether it is that of its kind."""
        found = self._last_days.get(record.id)
        if found is None:
            found = self._last_days[record.id] = last_day_of(self.law, record)
        return found

    def items(self, rule: Rule, subject: Standing) -> list[Item]:
        """Return the items of a rule for a subject; a rule without `per` has one, of no record."""
        choice = self._choices.get(rule.id)
        return [NO_ITEM] if choice is None else choice.items(self.today, subject)

    def finding(self, rule: Rule, subject: Standing, item: Item) -> Finding:
        """Return the finding of a rule on a subject and item."""
        worlds = self._worlds[rule.id]
        by_world = [self.possible(rule, subject, item, world) for world in worlds]
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
            readings=_by_reading(worlds, by_world) if len(worlds) > 1 else (),
            worlds=item,
        )

    def possible(
        self, rule: Rule, subject: Standing, item: Item, world: World, trace: Trace | None = None
    ) -> Possible:
        """Return the outcomes that remain in one world."""
        possible = Possible()
        if rule.id in self.law.repealed:
            possible.not_applicable("not-in-force")
            return possible
        if item.there is False:
            possible.not_applicable("no-item")
            if not item.unlisted or self._never_applies(rule, subject, world):
                return possible
            possible.outcomes |= _outcomes_of(rule)
            if trace is not None and rule.per is not None:
                trace.registers += members_of_kinds(rule.per.source, self.today).registers
            return possible
        if item.there is None:
            possible.not_applicable("no-item")
        Judging(self, rule, subject, item, world, trace).into(possible)
        return possible

    def _never_applies(self, rule: Rule, subject: Standing, world: World) -> bool:
        """Tell whether a rule does not apply to a subject whatever its items are."""
        judging = Judging(self, rule, subject, NO_ITEM, world, None)
        return judging.ask(judging.facts_day).applies is False

    def _outcome_is(self, leaf: OutcomeIs, subject: Standing, world: World) -> Truth:
        """Tell whether another rule's outcome on a subject is one of some (design §5)."""
        rule = self.rules.get(leaf.rule)
        if rule is None:
            return None
        found = self._outcomes_on(rule, subject, world)
        if found <= leaf.outcomes:
            return True
        return None if found & leaf.outcomes else False

    def _outcomes_on(self, rule: Rule, subject: Standing, world: World) -> frozenset[Outcome]:
        names = {name for choice in self._worlds[rule.id] for name, _ in choice}
        own = tuple(choice for choice in world if choice[0] in names)
        key = (rule.id, subject.record.id, own)
        found = self._outcomes.get(key)
        if found is None:
            outcomes: set[Outcome] = set()
            today = self.today.standing(subject.record)
            if subject.record.kind in rule.kinds:
                for item in self.items(rule, today):
                    outcomes |= self.possible(rule, today, item, own).outcomes
            found = self._outcomes[key] = frozenset(outcomes or {"not_applicable"})
        return found


def _outcomes_of(rule: Rule) -> set[Outcome]:
    """Return the outcomes that a rule can have once it applies."""
    if rule.modality == "may":
        return {"satisfied"}
    if rule.mode == "due":
        return {"satisfied", "satisfied_late", "due", "violated"}
    return {"satisfied", "violated"}


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
