"""What judging stands on: the facts as of each day that is asked for, and when subjects stand."""

from __future__ import annotations

from datetime import date

from isocheck.evaluate.aggregate import compute
from isocheck.evaluate.crosscheck import Asker
from isocheck.evaluate.scope import OutcomeOf, Scope
from isocheck.evaluate.snapshot import ONE_DAY, Days, Snapshot, last_day
from isocheck.packs.law import Law
from isocheck.records.base import FactBase, Record


class Context:
    """The facts and the law of a run, as of any day, and who answers whether conditions hold.

    `outcome_of` answers what a condition asks of another rule: judging it is no matter of this
    layer.
    """

    def __init__(self, facts: FactBase, law: Law, asker: Asker, outcome_of: OutcomeOf) -> None:
        self.facts = facts
        self.law = law
        self.asker = asker
        self._outcome_of = outcome_of
        self._scopes: dict[tuple[date, date], Scope] = {}
        self._last_days: dict[str, tuple[date | None, bool]] = {}
        # Due days that are the same for every subject; UNKNOWN where they are not.
        self.constant_dues = {
            (rule.id, world): law.constant(rule.due, world)
            for rule in law.rules
            for world in law.worlds(rule)
        }
        self.day = Days(law.day, law.day)
        self.today = self.scope(law.day, law.day)

    def scope(self, low: date, high: date) -> Scope:
        """Return the facts as of a day, or of some day between two."""
        key = (low, high)
        found = self._scopes.get(key)
        if found is None:
            found = Scope(self.facts, self.law, Days(*key), self._outcome_of, compute)
            self._scopes[key] = found
        return found

    def forget(self, subject: Snapshot) -> None:
        """Drop what was derived of a subject: it can be derived again."""
        for scope in self._scopes.values():
            scope.forget(subject.key)

    def last_day(self, record: Record) -> tuple[date | None, bool]:
        """Return the last day of a subject, and whether it is that of its kind."""
        found = self._last_days.get(record.id)
        if found is None:
            found = self._last_days[record.id] = _last_day_of(self.law, record)
        return found

    def ended_after(self, record: Record) -> date | None:
        """Return the last day of a subject that is no more on the day of the run; else None."""
        last, _ = self.last_day(record)
        return last if last is not None and last < self.law.day else None

    def first_day(self, record: Record) -> date | None:
        """Return the first day of a unit; None if it has stood since long ago."""
        kind = self.law.profile.kinds[record.kind]
        if not kind.body or kind.dated is None:
            return None
        first: date | None = record.values.get(kind.dated.on)
        return first

    def lives_on(self, record: Record, days: Days) -> Days:
        """Return the days on which a subject is judged: those on which it stands (design §3)."""
        last, _ = self.last_day(record)
        first = self.first_day(record)
        high = days.high if last is None else min(days.high, last)
        low = days.low if first is None else max(days.low, first)
        return Days(min(low, high), high)

    def scope_of(self, record: Record, days: Days) -> Scope:
        """Return the facts that a subject is judged on: as of its last day once it has ended."""
        lives = self.lives_on(record, days)
        return self.scope(lives.low, lives.high)


def _last_day_of(law: Law, record: Record) -> tuple[date | None, bool]:
    """Return the last day of a subject, by its own end or that of its kind."""
    own = last_day(record, law.profile.kinds[record.kind])
    end_of_kind = law.end_of_kind(record.kind)
    if end_of_kind is None:
        return own, False
    of_kind = end_of_kind - ONE_DAY
    return (own, False) if own is not None and own <= of_kind else (of_kind, True)
