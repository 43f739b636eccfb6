"""One rule on one subject and item, in one world: due days, lives and the parts of the rule."""

from __future__ import annotations

from datetime import date
from typing import Any

from isocheck.evaluate.context import Context
from isocheck.evaluate.evidence import Asked, Trace
from isocheck.evaluate.items import Item
from isocheck.evaluate.outcomes import (
    Answers,
    Possible,
    judge_encouraged,
    judge_limit,
    judge_past_due,
)
from isocheck.evaluate.scope import ReaderAt
from isocheck.evaluate.snapshot import ONE_DAY, Days
from isocheck.finding import Reason
from isocheck.logic.days import FIRST_DAY
from isocheck.logic.truth import Truth
from isocheck.logic.values import UNKNOWN, ends
from isocheck.packs.law import World
from isocheck.packs.model import Rule
from isocheck.packs.reader import value_of
from isocheck.records.base import Record


def reader_of(context: Context, record: Record, item: Item, world: World, days: Days) -> ReaderAt:
    """Return a reader of a subject and an item in a world, on a day or some day between two."""
    scope = context.scope(days.low, days.high)
    at = scope.snapshot(record)
    return ReaderAt(
        scope, at, at, None if item.at is None else scope.snapshot(item.at.record), world
    )


class RuleJudgement:
    """Judges one rule on one subject and item in one world.

    It judges as of a day (`first == now`), or as of some day between two.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - made in two places
        self,
        context: Context,
        rule: Rule,
        record: Record,
        item: Item,
        world: World,
        days: Days,
        trace: Trace | None,
    ) -> None:
        self.context = context
        self.rule = rule
        self.record = record
        self.item = item
        self.world = world
        self.trace = trace
        self.first, self.now = days.low, days.high
        self.last, self.kind_ended = context.last_day(record)
        self.begins = context.first_day(record)
        # The facts of these days count: those on which the subject stands.
        self.lives = context.lives_on(record, days)

    def reader(self, days: Days) -> ReaderAt:
        """Return a reader of the subject and item on some day between two."""
        return reader_of(self.context, self.record, self.item, self.world, days)

    def ask(
        self, low: date, high: date, parts: tuple[str, ...] = ("when", "unless", "require")
    ) -> Answers:
        """Ask for the parts of the rule; `parts` says which of them count here."""
        days = Days(low, high)
        if self.trace is not None:
            self.trace.asked.append(Asked(self.world, days, parts))
        return self.context.asker.ask(
            self.rule, self.world, self.reader(days), whatever_applies=parts == ("require",)
        )

    def into(self, possible: Possible) -> None:
        """Let remain in `possible` every outcome that the facts leave open."""
        rule, lives = self.rule, self.lives
        if self.begins is not None and self.begins > lives.high:
            possible.not_applicable(self._ended())  # it was never there
        elif rule.modality == "may":
            judge_encouraged(self.ask(lives.low, lives.high), possible)
        elif rule.mode == "always":
            judge_limit(self._asked_of_limit(), possible)
        elif rule.mode == "until":
            self._continuing(possible)
        else:
            self._duty(possible)

    def _asked_of_limit(self) -> Answers:
        """Ask of a limit on the days judged; of one `after_end`, though the body has ended by then.

        What is the body's own stands as on its last day all the same; money goes on.
        """
        if not self.rule.after_end:
            return self.ask(self.lives.low, self.lives.high)
        low = self.first if self.begins is None else max(self.first, self.begins)
        return self.ask(min(low, self.now), self.now)

    def _due(self, possible: Possible) -> tuple[Any, Any, bool]:
        """Return the ends of the due day, and whether the duty may have no day."""
        assert self.rule.due is not None  # noqa: S101 - a due or until rule has one
        value: Any = self.context.constant_dues[self.rule.id, self.world]
        of_facts = value is UNKNOWN
        if of_facts:
            value = value_of(self.rule.due, self.reader(self.lives))
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
            if self.trace is not None and of_facts:
                self.trace.open_dues.append((self.world, self.lives))
        return low, high, maybe_null

    def _continuing(self, possible: Possible) -> None:
        low, high, maybe_null = self._due(possible)
        last = self.lives.high if high is None or maybe_null else min(high, self.lives.high)
        first = min(FIRST_DAY if low is None else low, self.lives.low)
        if low is None and high is None and not possible.due_open:
            first = self.lives.low  # no day at all: judged on the day of the run
        if self.begins is not None and self.begins > first:
            possible.not_applicable("not-established")
            first = self.begins
        if first <= last:
            judge_limit(self.ask(first, last), possible)

    def _duty(self, possible: Possible) -> None:
        low, high, maybe_null = self._due(possible)
        if maybe_null or high is None or high >= self.first:
            self._still_open(possible, None if maybe_null else high)
        has_day = low is not None or high is not None or possible.due_open
        if has_day and (low is None or low < self.now):
            self._passed(possible, low or FIRST_DAY, high)

    def _still_open(self, possible: Possible, high: date | None) -> None:
        """Judge a duty that has no day, or whose day has not passed."""
        now = self.now if high is None else min(high, self.now)
        if self.last is not None and self.last < now:
            possible.not_applicable(self._ended())
        if self.last is None or self.last >= self.first:
            now = min(now, self.lives.high)
            judge_limit(self.ask(min(self.lives.low, now), now), possible, "due")

    def _passed(self, possible: Possible, low: date, high: date | None) -> None:
        """Judge a due day that has passed: on that day, then whether it was made good since."""
        latest = self.now - ONE_DAY
        if high is not None:
            latest = min(high, latest)
        if self.last is not None and self.last < latest:
            possible.not_applicable(self._ended())
            latest = self.last
        if self.begins is not None and self.begins > low:
            possible.not_applicable("not-established")
            low = self.begins
        if low > latest:
            return
        on_the_day = self.ask(low, latest)
        late: Truth = False
        if on_the_day.applies is not False and on_the_day.require is not True:
            late = self.ask(self.lives.low, self.lives.high, parts=("require",)).require
        judge_past_due(on_the_day, late, possible)

    def _ended(self) -> Reason:
        return "kind-ended" if self.kind_ended else "unit-ended"
