"""One rule on one subject and item, in one world: due days, lives and the parts of the rule."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from isocheck.evaluate.items import Item
from isocheck.evaluate.outcomes import (
    Answers,
    Possible,
    judge_encouraged,
    judge_limit,
    judge_past_due,
)
from isocheck.evaluate.scope import ReaderAt
from isocheck.evaluate.standing import ONE_DAY, Standing, last_day
from isocheck.facts.base import Record
from isocheck.finding import Reason
from isocheck.logic.days import FIRST_DAY
from isocheck.logic.truth import Truth
from isocheck.logic.values import UNKNOWN, ends
from isocheck.matching.reader import value_of
from isocheck.packs.law import Law, World
from isocheck.packs.model import Rule

if TYPE_CHECKING:
    from isocheck.evaluate.judge import Judge


@dataclass(slots=True)
class Trace:
    """What was asked while a finding was made; the explanation is made from it."""

    asked: list[tuple[World, ReaderAt, tuple[str, ...]]] = field(default_factory=list)
    due_readers: list[ReaderAt] = field(default_factory=list)
    registers: tuple[str, ...] = ()


class Judging:
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
        self.last, self.kind_ended = judge.last_day(subject.record)
        self.facts_day = self.today if self.last is None else min(self.today, self.last)

    def reader(self, low: date, high: date | None = None) -> ReaderAt:
        """Return a reader of the subject and item on a day, or on some day between two."""
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
        """Ask for the parts of the rule; `parts` says which of them count here."""
        reader = self.reader(low, high)
        if self.trace is not None:
            self.trace.asked.append((self.world, reader, parts))
        return self.judge.asker.ask(
            self.rule,
            self.world,
            reader,
            whatever_applies=parts == ("require",),
            again=self.trace is not None,
        )

    def into(self, possible: Possible) -> None:
        """Let remain in `possible` every outcome that the facts leave open."""
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
        value: Any = self.judge.constant_dues[self.rule.id, self.world]
        reader = None
        if value is UNKNOWN:
            reader = self.reader(self.today)
            value = value_of(self.rule.due, reader)
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
            if self.trace is not None and reader is not None:
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


def last_day_of(law: Law, record: Record) -> tuple[date | None, bool]:
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
