"""Days after the one on which a file was collected: nobody can know then what happens later.

What has happened lies on or before `collected_on`. What is decided ahead (the effect day of a
decision), asked for or planned may lie after it, as far as its kind declares (`ahead`, in years).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from isocheck.errors import Location, Problem
from isocheck.logic.days import Shift
from isocheck.logic.periods import Period
from isocheck.records.kinds.kind import FieldSpec

_FEW: Final = 5  # more than these in one file: it is rather the day of the file that is wrong


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A day of a record that was decided ahead: what dates it, and where it stands."""

    record: str
    spec: FieldSpec
    day: date
    at: Location


class _Late(NamedTuple):
    """A value that lies further ahead than it may."""

    value: Any
    years: int
    at: Location
    where: str


class Ahead:
    """The days of one file that lie after the day on which it was collected."""

    def __init__(self, shown: str, collected_on: date | None, place: Location | None) -> None:
        self.known: list[DayAhead] = []  # decided ahead, as they may be
        self.latest: date | None = None  # the last day of an event, where the file has no day
        self._shown = shown
        self._collected_on = collected_on
        self._place = place or Location(shown)
        self._late: list[_Late] = []
        self._bounds: dict[int, date] = {}

    def passed(self, value: object) -> bool:
        """Tell whether a value that may not lie anywhere ahead lies after the day of the file."""
        day = self._collected_on
        if isinstance(value, date):
            if day is None:
                self.latest = value if self.latest is None else max(value, self.latest)
            return day is not None and value > day
        return day is not None and _last_year(value) > day.year

    def take(self, value: Any, spec: FieldSpec, line: int, where: str) -> None:
        """Keep a value that lies after the day of the file, as one that may or may not."""
        at = Location(self._shown, line)
        if value > self._bound(spec) if isinstance(value, date) else self._beyond(value, spec):
            self._late.append(_Late(value, spec.ahead or 0, at, where))
        elif isinstance(value, date) and not spec.planned:
            self.known.append(DayAhead(where.partition(": ")[0], spec, value, at))

    def _bound(self, spec: FieldSpec) -> date:
        """Return the last day that a day of the field may be."""
        assert self._collected_on is not None  # noqa: S101 - else nothing has passed it
        years = spec.ahead or 0
        if years not in self._bounds:
            self._bounds[years] = Shift(years=years).applied_to(self._collected_on)
        return self._bounds[years]

    def _beyond(self, value: object, spec: FieldSpec) -> bool:
        assert self._collected_on is not None  # noqa: S101 - else nothing has passed it
        return _last_year(value) > self._collected_on.year + (spec.ahead or 0)

    def problems(self) -> Iterator[Problem]:
        """Yield a problem for each value too far ahead; one of the file where there are many."""
        about = {"collected": self._collected_on, "place": self._place}
        events = [late for late in self._late if isinstance(late.value, date) and not late.years]
        told = self._late
        if len(events) > _FEW:
            days = sorted(late.value for late in events)
            args = {**about, "count": len(days), "first": days[0], "last": days[-1]}
            code, where = "facts.many-after-collected", "collected_on"
            yield Problem(code, self._place, where, {**args, "example": events[0].at})
            told = [late for late in self._late if late not in events]
        for late in told:
            code = "facts.too-far-ahead" if late.years else "facts.after-collected"
            args = {**about, "value": late.value, "years": late.years}
            yield Problem(code, late.at, late.where, args)


def _last_year(value: object) -> int:
    """Return the last year of a year or a period."""
    return value.last if isinstance(value, Period) else value if isinstance(value, int) else 0
