"""Days: shifts by days, months and years, and the end of a year (design §5)."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Unit = Literal["years", "months", "days"]
# How far a day is moved at most: far beyond any deadline, and near enough that no day of a fact
# moves off the calendar.
LONGEST: Final[Mapping[str, int]] = {"days": 36_500, "months": 1_200, "years": 100}
FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2200, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A span to add to a day: years and months, clamped to the month's last day, then days."""

    years: int = 0
    months: int = 0
    days: int = 0

    def applied_to(self, day: date) -> date:
        """Return `day` moved by this span."""
        month_number = day.year * 12 + day.month - 1 + self.years * 12 + self.months
        year, month = divmod(month_number, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last)) + timedelta(days=self.days)

    def __bool__(self) -> bool:
        return bool(self.years or self.months or self.days)


NO_SHIFT = Shift()


def year_end(year: int) -> date:
    """Return 31 December of `year`."""
    return date(year, 12, 31)
