"""Judging: each rule × subject × item gets exactly one outcome (design §4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from isocheck.evaluate.aggregate import looked_at, member_truth
from isocheck.evaluate.asking import Asker
from isocheck.evaluate.members import candidates, members_of_kinds
from isocheck.evaluate.outcomes import (
    Answers,
    Possible,
    judge_encouraged,
    judge_limit,
    judge_past_due,
)
from isocheck.evaluate.scope import ReaderAt, Scope
from isocheck.evaluate.standing import ONE_DAY, Days, Standing, last_day
from isocheck.facts.base import FactBase, Record
from isocheck.finding import OUTCOMES, Finding, Outcome, ReadingOutcome, Reason
from isocheck.logic.days import FIRST_DAY
from isocheck.logic.truth import Truth
from isocheck.logic.values import UNKNOWN, ends
from isocheck.matching.reader import value_of
from isocheck.packs.conditions import OutcomeIs, paths_of
from isocheck.packs.law import Law, World
from isocheck.packs.model import Derived, Per, Rule

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a rule; `there` is None if it is not known whether it is one."""

    at: Standing | None
    there: Truth = True
    unlisted: bool = False  # stands for items that a register not declared collected may hold

    @property
    def id(self) -> str | None:
        """The id of the item's record."""
        return None if self.at is None else self.at.record.id


NO_ITEM = Item(None)


@dataclass(slots=True)
class _Choice:
    """How the items of a rule are chosen; `for_all` once they are known to suit every subject."""

    per: Per
    as_derived: Derived
    same_for_all: bool
    for_all: list[Item] | None = None

    @classmethod
    def of(cls, rule: Rule, per: Per) -> _Choice:
        """Return how the items of a rule are chosen."""
        derived = Derived(
            name=f"items of {rule.id}",
            pack=rule.pack,
            kinds=rule.kinds,
            type="list",
            operation="list",
            source=per.source,
            where=per.where,
            location=rule.location,
        )
        heads = {path.head for path in paths_of(per.where)}
        return cls(per, derived, "subject" not in heads)


@dataclass(slots=True)
class Trace:
    """What was asked while a finding was made; the explanation is made from it."""

    asked: list[tuple[World, ReaderAt, tuple[str, ...]]] = field(default_factory=list)
    due_readers: list[ReaderAt] = field(default_factory=list)
    registers: tuple[str, ...] = ()


class Judge:
    """Judges the facts of a run under the law of its day."""

    def __init__(self, facts: FactBase, law: Law, asker: Asker) -> None:
        self.facts = facts
        self.law = law
        self.asker = asker
        self.rules = {rule.id: rule for rule in law.rules}
        self._scopes: dict[tuple[date, date], Scope] = {}
        self._choices = {r.id: _Choice.of(r, r.per) for r in law.rules if r.per is not None}
        self._worlds = {rule.id: law.worlds(rule) for rule in law.rules}
        self._outcomes: dict[tuple[str, str, World], frozenset[Outcome]] = {}
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
            for rule in by_kind[subject.record.kind]:
                found += (self.finding(rule, subject, item) for item in self.items(rule, subject))
            self.forget(subject)
        return sorted(found, key=lambda f: (order[f.rule], f.subject, f.item or ""))

    def forget(self, subject: Standing) -> None:
        """Drop what was derived of a subject: it can be derived again."""
        for scope in self._scopes.values():
            scope.forget(subject.key)
        self.asker.forget()

    def subjects(self, kind: str) -> list[Standing]:
        """Return the records of a kind that rules are judged on."""
        records = self.facts.by_kind.get(kind, ())
        return [
            self.today.standing(record)
            for record in sorted(records, key=lambda r: r.id)
            if self.today.is_there(record) is not False
        ]

    def items(self, rule: Rule, subject: Standing) -> list[Item]:
        """Return the items of a rule for a subject; a rule without `per` has one, of no record."""
        choice = self._choices.get(rule.id)
        if choice is None:
            return [NO_ITEM]
        if choice.for_all is not None:
            return choice.for_all
        found = self._chosen(choice, subject)
        if choice.same_for_all:
            choice.for_all = found
        return found

    def _chosen(self, choice: _Choice, subject: Standing) -> list[Item]:
        """Return the members that are items; chosen as those of a derived value are."""
        members = members_of_kinds(choice.per.source, self.today)
        reader = ReaderAt(self.today, subject, subject, None, ())
        found = []
        for member, conditions in looked_at(
            choice.as_derived, candidates(choice.as_derived, members, reader)
        ):
            here = ReaderAt(self.today, member.at, subject, member.at, ())
            truth = member_truth(member, conditions, here)
            if truth is not False:
                found.append(Item(member.at, truth))
        if not found:
            return [Item(None, False, unlisted=members.open)]
        return sorted(found, key=lambda item: item.id or "")

    def finding(self, rule: Rule, subject: Standing, item: Item) -> Finding:
        """Return the finding of a rule on a subject and item."""
        worlds = self._worlds[rule.id]
        by_world = [self.possible(rule, subject, item, world) for world in worlds]
        union = by_world[0]
        if len(by_world) > 1:
            union = Possible()
            for possible in by_world:
                union.add(possible)
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
            if not item.unlisted:
                return possible
            possible.outcomes |= _outcomes_of(rule)
            if trace is not None and rule.per is not None:
                trace.registers += members_of_kinds(rule.per.source, self.today).registers
            return possible
        if item.there is None:
            possible.not_applicable("no-item")
        _Judging(self, rule, subject, item, world, trace).into(possible)
        return possible

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


class _Judging:
    """Judges one rule on one subject and item in one world."""

    def __init__(  # noqa: PLR0913, PLR0917 - made in one place
        self,
        judge: Judge,
        rule: Rule,
        subject: Standing,
        item: Item,
        world: World,
        trace: Trace | None,
    ) -> None:
        self.judge = judge
        self.rule = rule
        self.record = subject.record
        self.item = item
        self.world = world
        self.trace = trace
        self.today = judge.law.day
        self.last, self.kind_ended = _last_day(judge.law, subject.record)
        self.facts_day = self.today if self.last is None else min(self.today, self.last)

    def reader(self, low: date, high: date | None = None) -> ReaderAt:
        scope = self.judge.scope(low, high)
        at = scope.standing(self.record)
        item = None if self.item.at is None else scope.standing(self.item.at.record)
        return ReaderAt(scope, at, at, item, self.world)

    def ask(
        self,
        low: date,
        high: date | None = None,
        parts: tuple[str, ...] = ("when", "unless", "require"),
    ) -> Answers:
        reader = self.reader(low, high)
        if self.trace is not None:
            self.trace.asked.append((self.world, reader, parts))
        return self.judge.asker.ask(self.rule, self.world, reader)

    def into(self, possible: Possible) -> None:
        rule = self.rule
        if rule.modality == "may":
            judge_encouraged(self.ask(self.facts_day), possible)
        elif rule.mode == "always":
            judge_limit(self.ask(self.facts_day), possible)
        elif rule.mode == "until":
            self._continuing(possible)
        else:
            self._duty(possible)

    def _due(self, possible: Possible) -> tuple[Any, Any, bool]:
        """Return the ends of the due day, and whether the duty may have no day."""
        assert self.rule.due is not None  # noqa: S101 - a due or until rule has one
        reader = self.reader(self.today)
        value: Any = value_of(self.rule.due, reader)
        if value is UNKNOWN:
            low, high, maybe_null = None, None, True
        elif value is None:
            return None, None, True
        else:
            low, high, maybe_null = ends(value)
        exact: Any = low
        if low is not None and low == high and not maybe_null:
            possible.dues.add(exact)
        else:
            possible.due_open = True
            if self.trace is not None:
                self.trace.due_readers.append(reader)
        return low, high, maybe_null

    def _continuing(self, possible: Possible) -> None:
        low, high, maybe_null = self._due(possible)
        last = self.facts_day if high is None or maybe_null else min(high, self.facts_day)
        first = min(FIRST_DAY if low is None else low, last)
        if low is None and high is None and not possible.due_open:
            first = last  # no day at all: judged on the day of the run
        begins = _first_day(self.judge.law, self.record)
        if begins is not None and begins > first:
            possible.not_applicable("not-established")
            if begins > last:
                return
        judge_limit(self.ask(first, last), possible)

    def _duty(self, possible: Possible) -> None:
        low, high, maybe_null = self._due(possible)
        if maybe_null or high is None or high >= self.today:
            self._still_open(possible)
        has_day = low is not None or high is not None or possible.due_open
        if has_day and (low is None or low < self.today):
            self._passed(possible, low or FIRST_DAY, high)

    def _still_open(self, possible: Possible) -> None:
        """Judge a duty that has no day, or whose day has not passed."""
        if self.last is not None and self.last < self.today:
            possible.not_applicable(self._ended())
        else:
            judge_limit(self.ask(self.facts_day), possible, "due")

    def _passed(self, possible: Possible, low: date, high: date | None) -> None:
        """Judge a due day that has passed: on that day, then whether it was made good since."""
        latest = self.today - ONE_DAY
        if high is not None:
            latest = min(high, latest)
        if self.last is not None and self.last < latest:
            possible.not_applicable(self._ended())
            latest = self.last
        begins = _first_day(self.judge.law, self.record)
        if begins is not None and begins > low:
            possible.not_applicable("not-established")
            low = begins
        if low > latest:
            return
        on_the_day = self.ask(low, latest)
        late: Truth = False
        if on_the_day.applies is not False and on_the_day.require is not True:
            late = self.ask(self.facts_day, parts=("require",)).require
        judge_past_due(on_the_day, late, possible)

    def _ended(self) -> Reason:
        return "kind-ended" if self.kind_ended else "unit-ended"


def _last_day(law: Law, record: Record) -> tuple[date | None, bool]:
    """Return the last day of a subject, by its own end or that of its kind."""
    own = last_day(record, law.profile.kinds[record.kind])
    amendment = law.ended_kinds.get(record.kind)
    if amendment is None or amendment.in_force.start is None:
        return own, False
    of_kind = amendment.in_force.start - ONE_DAY
    return (own, False) if own is not None and own <= of_kind else (of_kind, True)


def _first_day(law: Law, record: Record) -> date | None:
    kind = law.profile.kinds[record.kind]
    if not kind.body or kind.dated is None:
        return None
    first: date | None = record.values.get(kind.dated.on)
    return first


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
